#include "extract/who/entities.h"

#include <algorithm>
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
  for (const Found& found : draft.found) {
    const auto actor = static_cast<std::size_t>(found.actor);
    used[actor] = true;
    if (!found.is_alias) continue;
    std::string form = surface(draft, found.sentence, found.first, found.last, found.skip_bytes);
    if (text::name_key(form).empty()) continue;
    const std::string lang = language_of(form);
    ++aliases[actor][{lang, std::move(form)}];
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
  for (const Found& found : draft.found) {
    const auto& tree = draft.sentence(found.sentence);
    Placed one;
    one.mention.span = span_of(tree, found);
    one.mention.entity = EntityKey(draft.actor(found.actor).key);
    one.mention.sentence = static_cast<std::uint32_t>(found.sentence);
    one.mention.rule = std::string(found.rule);
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
