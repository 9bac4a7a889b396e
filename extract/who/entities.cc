#include "extract/who/entities.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

#include "extract/text/name_key.h"

namespace isnad::who {

namespace {

/// (language, name) to the number of mentions that used it.
using AliasCounts = std::map<std::pair<std::string, std::string>, std::uint32_t>;

std::string language_of(const std::string& name) { return is_arabic(name) ? "ar" : "en"; }

void add_lexicon_names(const Draft& draft, const Actor& actor, AliasCounts& aliases) {
  const auto add = [&](const std::string& name, const char* lang) {
    if (!name.empty()) aliases.try_emplace({lang, name}, 0);
  };
  add(actor.name_ar, "ar");
  add(actor.name_en, "en");
  if (actor.entry < 0) return;
  const LexiconEntry& entry = draft.lexicon.entry(actor.entry);
  for (const std::string& name : entry.aliases_ar) add(name, "ar");
  for (const std::string& name : entry.aliases_en) add(name, "en");
}

/// The longest form that the document uses most, where the lexicon has none.
void choose_names(Actor& actor, const AliasCounts& aliases) {
  for (const auto& [alias, count] : aliases) {
    std::string& name = alias.first == "ar" ? actor.name_ar : actor.name_en;
    if (name.empty() && !actor.from_lexicon) name = alias.second;
  }
}

/// How far each rule is to be trusted beside the others, in percent: an order set by hand, no measured rate.
std::uint8_t score_of(std::string_view rule) {
  struct Score {
    std::string_view rule;
    std::uint8_t percent;
  };
  constexpr std::array<Score, 15> kScores = {{{"lexicon", 100},   {"spelling", 98}, {"abbreviation", 97}, {"name", 95},        {"part", 90},
                                              {"title", 95},      {"office", 90},   {"metonym", 85},      {"demonym", 95},     {"compose", 90},
                                              {"description", 70}, {"kind", 80},     {"people", 90},       {"counterpart", 75}, {"apposition", 80}}};
  const auto* found = std::find_if(kScores.begin(), kScores.end(), [&](const Score& score) { return score.rule == rule; });
  constexpr std::uint8_t kUnknown = 70;
  return found == kScores.end() ? kUnknown : found->percent;
}

bool is_abbreviation(std::string_view form) {
  return form.size() >= 2 && form.size() <= 6 && std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

bool is_name_of(const Draft& draft, const Actor& actor, const std::string& form) {
  if (form == actor.name_ar || form == actor.name_en) return true;
  if (actor.entry < 0) return false;
  const LexiconEntry& entry = draft.lexicon.entry(actor.entry);
  const auto holds = [&](const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), form) != names.end(); };
  return holds(entry.aliases_ar) || holds(entry.aliases_en);
}

/// Says in the mention why it means its entity.
void add_reason(const Draft& draft, const Found& found, const std::string& form, Mention& mention) {
  const Actor& actor = draft.actor(found.actor);
  mention.evidence = found.evidence;
  const bool by_lexicon = found.rule == "lexicon";
  if (by_lexicon || found.rule == kDemonymRule || found.rule == "compose") {
    if (actor.entry >= 0) mention.evidence = draft.lexicon.source_of(actor.entry, form);
  }
  if (by_lexicon && is_abbreviation(form)) {
    mention.rule = "abbreviation";
  } else if ((by_lexicon || found.rule == "name") && !is_name_of(draft, actor, form)) {
    mention.rule = "spelling";
    if (!by_lexicon) mention.evidence = is_arabic(form) ? actor.name_ar : actor.name_en;
  } else if (found.rule == "part" || found.rule == "title") {
    mention.evidence = is_arabic(form) && !actor.name_ar.empty() ? actor.name_ar : actor.name_en.empty() ? actor.name_ar : actor.name_en;
  }
  mention.score = score_of(mention.rule);
}

struct Placed {
  Mention mention;
  std::vector<Span> heads;
};

Span span_of(const conllu::Sentence& tree, const Found& found) {
  return {tree.word(found.first).span.begin + found.skip_bytes, tree.word(found.last).span.end};
}

}  // namespace

Resolver::Resolution build_resolution(const Draft& draft) {
  std::vector<AliasCounts> aliases(draft.actors.size());
  std::vector<bool> used(draft.actors.size(), false);
  std::vector<std::string> forms(draft.found.size());
  std::vector<bool> is_named(draft.found.size(), false);
  for (std::size_t i = 0; i < draft.found.size(); ++i) {
    const Found& found = draft.found[i];
    const auto actor = static_cast<std::size_t>(found.actor);
    used[actor] = true;
    forms[i] = surface(draft, found.sentence, found.first, found.last, found.skip_bytes);
    is_named[i] = found.is_alias && !text::name_key(forms[i]).empty();
    if (!is_named[i]) continue;
    ++aliases[actor][{language_of(forms[i]), forms[i]}];
  }

  Resolver::Resolution out;
  for (std::size_t i = 0; i < draft.actors.size(); ++i) {
    if (!used[i]) continue;
    Actor actor = draft.actors[i];
    add_lexicon_names(draft, actor, aliases[i]);
    choose_names(actor, aliases[i]);
    Entity entity;
    entity.key = EntityKey(actor.key);
    entity.type = actor.type;
    entity.name_ar = actor.name_ar;
    entity.name_en = actor.name_en;
    entity.from_lexicon = actor.from_lexicon;
    for (const auto& [alias, count] : aliases[i]) {
      std::string key = text::name_key(alias.second);
      if (!key.empty()) entity.aliases.push_back({alias.second, std::move(key), alias.first, count});
    }
    out.entities.push_back(std::move(entity));
  }
  std::sort(out.entities.begin(), out.entities.end(), [](const Entity& a, const Entity& b) { return a.key < b.key; });

  std::vector<Placed> placed;
  for (std::size_t i = 0; i < draft.found.size(); ++i) {
    const Found& found = draft.found[i];
    const auto& tree = draft.sentence(found.sentence);
    Placed one;
    one.mention.span = span_of(tree, found);
    one.mention.entity = EntityKey(draft.actor(found.actor).key);
    one.mention.sentence = static_cast<std::uint32_t>(found.sentence);
    one.mention.rule = std::string(found.rule);
    add_reason(draft, found, forms[i], one.mention);
    if (is_named[i]) one.mention.name = forms[i];
    one.heads.push_back(tree.word(found.head).span);
    const int in_tree = tree_head(tree, found.first, found.last, found.head);
    if (in_tree != found.head) one.heads.push_back(tree.word(in_tree).span);
    // Any word of a name may stand for it where the tree is wrong, but not what a preposition or verb brings in:
    // التحالف بقيادة السعودية is not Saudi Arabia.
    if (found.is_name) {
      for (int id = found.first; id <= found.last; ++id) {
        const std::string& upos = tree.word(id).upos;
        if (id > found.first && (upos == "ADP" || upos == "VERB")) break;
        if (id != found.head && id != in_tree) one.heads.push_back(tree.word(id).span);
      }
    }
    placed.push_back(std::move(one));
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    const Span x = a.mention.span;
    const Span y = b.mention.span;
    return std::tie(x.begin, y.end, a.mention.entity, a.mention.rule) <
           std::tie(y.begin, x.end, b.mention.entity, b.mention.rule);
  });
  for (Placed& one : placed) {
    // Two rules that say the same of the same words are one mention.
    if (!out.mentions.empty() && out.mentions.back().span == one.mention.span && out.mentions.back().entity == one.mention.entity)
      continue;
    out.mentions.push_back(std::move(one.mention));
    out.heads.push_back(std::move(one.heads));
  }
  return out;
}

}  // namespace isnad::who
