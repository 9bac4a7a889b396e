#include "extract/who/draft.h"

#include <algorithm>

namespace isnad::who {

Draft::Draft(const Lexicon& the_lexicon, const Document& the_document, const std::vector<conllu::Sentence>& the_sentences)
    : lexicon(the_lexicon),
      document(the_document),
      sentences(the_sentences),
      found_in(the_sentences.size()),
      name_at(the_sentences.size()),
      nouns(the_sentences.size()) {
  for (std::size_t i = 0; i < sentences.size(); ++i) name_at[i].assign(sentences[i].words.size() + 2, -1);
}

int Draft::intern(Actor actor) {
  const auto [at, added] = by_key_.try_emplace(actor.key, static_cast<int>(actors.size()));
  if (added) actors.push_back(std::move(actor));
  return at->second;
}

int Draft::intern_entry(int entry) {
  const LexiconEntry& known = lexicon.entry(entry);
  Actor actor;
  actor.key = known.key;
  actor.type = known.type;
  actor.name_ar = known.name_ar;
  actor.name_en = known.name_en;
  actor.entry = entry;
  actor.country = known.country;
  actor.from_lexicon = true;
  // `org:armed-forces:israel` is of the same kind as the composed `org:armed-forces:turkey`.
  if (const std::string_view rest = slug_of(known.key); rest.find(':') != std::string_view::npos)
    actor.kind = rest.substr(0, rest.find(':'));
  return intern(std::move(actor));
}

int Draft::add(Found mention) {
  const int index = static_cast<int>(found.size());
  found_in[static_cast<std::size_t>(mention.sentence)].push_back(index);
  found.push_back(mention);
  return index;
}

void Draft::drop_orphans() {
  std::vector<int> moved(found.size(), -1);
  std::vector<Found> kept;
  for (auto& row : found_in) row.clear();
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].actor < 0) continue;
    moved[i] = static_cast<int>(kept.size());
    found_in[static_cast<std::size_t>(found[i].sentence)].push_back(moved[i]);
    kept.push_back(found[i]);
  }
  found = std::move(kept);
  for (auto& row : name_at) {
    for (int& at : row) at = at < 0 ? -1 : moved[static_cast<std::size_t>(at)];
  }
}

bool Draft::is_covered(int sentence, int first, int last) const {
  for (const int i : found_in[static_cast<std::size_t>(sentence)]) {
    const Found& f = mention(i);
    if (f.rule != kDemonymRule && f.first <= first && last <= f.last) return true;
  }
  return false;
}

int Draft::starting_at(int sentence, int word) const {
  int best = -1;
  for (const int i : found_in[static_cast<std::size_t>(sentence)]) {
    const Found& f = mention(i);
    if (f.first != word || f.rule == kDemonymRule) continue;
    if (best < 0 || f.last > mention(best).last) best = i;
  }
  return best;
}

int Draft::ending_at(int sentence, int word) const {
  int best = -1;
  for (const int i : found_in[static_cast<std::size_t>(sentence)]) {
    const Found& f = mention(i);
    if (f.last != word || f.rule == kDemonymRule) continue;
    if (best < 0 || f.first < mention(best).first) best = i;
  }
  return best;
}

int Draft::demonym_at(int sentence, int word) const {
  const auto& row = name_at[static_cast<std::size_t>(sentence)];
  if (word < 1 || word >= static_cast<int>(row.size())) return -1;
  const int at = row[static_cast<std::size_t>(word)];
  return at >= 0 && mention(at).rule == kDemonymRule ? at : -1;
}

int tree_head(const conllu::Sentence& sentence, int first, int last, int fallback) {
  for (int id = first; id <= last; ++id) {
    const int head = sentence.word(id).head;
    if (head >= 0 && (head < first || head > last) && sentence.word(id).upos != "ADP" && sentence.word(id).upos != "PUNCT")
      return id;
  }
  return fallback;
}

bool is_light_punctuation(std::string_view form) {
  for (const std::string_view mark : {"\"", "'", "«", "»", "“", "”", "‘", "’", "-", "–", "``", "''", "#"}) {
    if (form == mark) return true;
  }
  return false;
}

const NounMatch* noun_ending_at(const Draft& draft, int sentence, int word) {
  for (const NounMatch& noun : draft.nouns[static_cast<std::size_t>(sentence)]) {
    if (noun.last == word) return &noun;
  }
  return nullptr;
}

const NounMatch* noun_starting_at(const Draft& draft, int sentence, int word) {
  for (const NounMatch& noun : draft.nouns[static_cast<std::size_t>(sentence)]) {
    if (noun.first == word) return &noun;
  }
  return nullptr;
}

namespace {

/// One line without quotation marks, which may begin inside a name and end outside it.
std::string tidy(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t mark = 0;
    for (const std::string_view quote : {"\"", "“", "”", "«", "»"}) {
      if (text.substr(at).starts_with(quote)) mark = quote.size();
    }
    const char c = text[at];
    if (mark > 0) {
      at += mark;
      continue;
    }
    ++at;
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string surface(const Draft& draft, int sentence, int first, int last, std::uint32_t skip_bytes) {
  const auto& tree = draft.sentence(sentence);
  const Span head = tree.word(first).span;
  const Span span{head.begin + skip_bytes, tree.word(last).span.end};
  std::string text(span.of(draft.document.text));
  // Letters that the text fuses with a clitic's (للسلطة) are the word's all the same.
  const std::string& form = tree.word(first).form;
  const std::string_view written = head.of(draft.document.text);
  if (skip_bytes == 0 && written.size() < form.size() && form.ends_with(written))
    text.insert(0, form, 0, form.size() - written.size());
  return tidy(text);
}

bool is_for_persons(const Draft& draft, int sentence, int word) {
  const auto& nouns = draft.nouns[static_cast<std::size_t>(sentence)];
  return std::any_of(nouns.begin(), nouns.end(), [&](const NounMatch& noun) {
    if (word < noun.first || word > noun.last) return false;
    return noun.sense.kind == Sense::Kind::kOffice || draft.is_kind(noun, KindClass::kTitle) ||
           (draft.is_kind(noun, KindClass::kPeople) && draft.kind(noun).type == EntityType::kPerson);
  });
}

}  // namespace isnad::who
