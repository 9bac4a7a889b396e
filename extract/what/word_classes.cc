#include "extract/what/word_classes.h"

#include <algorithm>
#include <array>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/arabic.h"
#include "extract/what/lemma_key.h"

namespace isnad::what {

namespace {

struct EntityClasses {
  std::string_view key_prefix;
  std::string_view type;
  /// Empty at the end where there are fewer.
  std::array<std::string_view, 3> classes;
};

// A country both acts and lies somewhere.
constexpr std::array<EntityClasses, 8> kEntityClasses = {{
    {"per:", "PER", {{"person", "actor"}}},
    {"org:", "ORG", {{"org", "actor"}}},
    {"gpe:", "GPE", {{"polity", "place", "actor"}}},
    {"loc:", "LOC", {{"place"}}},
    {"fac:", "FAC", {{"place", "facility"}}},
    {"norp:", "NORP", {{"people", "actor"}}},
    {"event:", "EVENT", {{"event"}}},
    {"misc:", "MISC", {{"thing"}}},
}};

constexpr std::string_view kNamePrefix = "name:";
constexpr std::string_view kDescribedPrefix = "described:";

const EntityClasses* classes_of(std::string_view key) {
  bool by_type = false;
  for (const std::string_view prefix : {kNamePrefix, kDescribedPrefix}) {
    if (!key.starts_with(prefix)) continue;
    by_type = true;
    key.remove_prefix(prefix.size());
    break;
  }
  for (const auto& row : kEntityClasses) {
    if (by_type ? key.substr(0, key.find(':')) == row.type : key.starts_with(row.key_prefix)) return &row;
  }
  return nullptr;
}

/// Spellings of a folded Arabic word without what may be written together with it, longest first.
constexpr std::array<std::string_view, 4> kProclitics = {"و", "ف", "ب", "ل"};

bool is_punctuation(char c) {
  return c == '"' || c == '\'' || c == '(' || c == ')' || c == ',' || c == '.' || c == '[' || c == ']';
}

}  // namespace

WordClasses::WordClasses() {
  for (const auto& row : kEntityClasses) {
    for (const auto& name : row.classes) {
      if (!name.empty()) intern(name);
    }
  }
  load("lexicon/what/ar_classes.tsv");
  load("lexicon/what/en_classes.tsv");
}

ClassSet WordClasses::intern(std::string_view name) {
  if (const auto found = bits_.find(name); found != bits_.end()) return found->second;
  const auto bit = static_cast<ClassSet>(ClassSet{1} << bits_.size());
  bits_.emplace(std::string(name), bit);
  return bit;
}

void WordClasses::load(std::string_view file) {
  tables::read_table(data_file(file), {"class", "words"}, [&](const tables::Row& row) {
    if (!bits_.contains(row.cells[0]) && bits_.size() == std::size_t{8} * sizeof(ClassSet)) {
      row.fail("too many classes");
    }
    const ClassSet bit = intern(row.cells[0]);
    for (const auto word : tables::alternatives(row.cells[1])) words_[lemma_key(word)] |= bit;
  });
}

ClassSet WordClasses::bit(std::string_view name) const {
  const auto found = bits_.find(name);
  return found == bits_.end() ? 0 : found->second;
}

ClassSet WordClasses::of_word(std::string_view word) const {
  while (!word.empty() && is_punctuation(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_punctuation(word.back())) word.remove_suffix(1);
  const std::string key = lemma_key(word);
  const auto look_up = [&](std::string_view form) -> ClassSet {
    const auto found = words_.find(std::string(form));
    return found == words_.end() ? 0 : found->second;
  };
  if (const ClassSet classes = look_up(key); classes != 0) return classes;
  if (!has_arabic(key)) return key.ends_with('s') ? look_up(key.substr(0, key.size() - 1)) : 0;

  // Two of them: طائرتان, طائرتي.
  for (const std::string_view dual : {"تين", "تان", "تي", "تا"}) {
    if (key.ends_with(dual) && key.size() > dual.size() + 4) {
      const std::string one = key.substr(0, key.size() - dual.size()) + "ه";
      if (const ClassSet classes = look_up(text::without_article(one)); classes != 0) return classes;
    }
  }
  // The alif of the indefinite accusative: صاروخا.
  constexpr std::string_view kAlif = "ا";
  if (key.size() >= 4 * kAlif.size() && key.ends_with(kAlif)) {
    if (const ClassSet classes = look_up(std::string_view(key).substr(0, key.size() - kAlif.size())); classes != 0) return classes;
  }
  std::string_view rest = key;
  for (int clitics = 0; clitics < 3; ++clitics) {
    if (const ClassSet classes = look_up(text::without_article(rest)); classes != 0) return classes;
    if (rest.starts_with("لل")) {
      if (const ClassSet classes = look_up(rest.substr(4)); classes != 0) return classes;
    }
    bool cut = false;
    for (const auto clitic : kProclitics) {
      if (rest.starts_with(clitic) && rest.size() > clitic.size() + 4) {
        rest.remove_prefix(clitic.size());
        cut = true;
        break;
      }
    }
    if (!cut) break;
    if (const ClassSet classes = look_up(rest); classes != 0) return classes;
  }
  return 0;
}

ClassSet WordClasses::of_slot(const Slot& slot, std::string_view text) const {
  ClassSet classes = 0;
  if (slot.entity) {
    if (const EntityClasses* row = classes_of(slot.entity->str()); row != nullptr) {
      for (const auto& name : row->classes) classes |= bit(name);
    }
  }
  if (!slot.head.empty()) return classes | of_word(slot.head.of(text));
  for (std::size_t begin = 0; begin < slot.text.size();) {
    std::size_t end = slot.text.find(' ', begin);
    if (end == std::string::npos) end = slot.text.size();
    if (const ClassSet found = of_word(std::string_view(slot.text).substr(begin, end - begin)); found != 0)
      return classes | found;
    begin = end + 1;
  }
  return classes;
}

ClassSet WordClasses::means_of(const Slot& slot, bool english) const {
  const ClassSet means = bit("attack") | bit("weapon");
  const auto words = key_words(slot.text);
  if (words.empty()) return 0;
  if (english) {
    if (!slot.entity) return 0;
    constexpr std::array<std::string_view, 7> kStops = {"of", "in", "on", "by", "at", "against", "near"};
    std::size_t noun = 0;
    while (noun + 1 < words.size() && std::find(kStops.begin(), kStops.end(), words[noun + 1]) == kStops.end()) ++noun;
    return of_word(words[noun]) & means;
  }
  const ClassSet first = of_word(words.front());
  const ClassSet somebody = bit("person") | bit("people") | bit("armed") | bit("org") | bit("place");
  if ((first & (means | somebody)) != 0 || slot.entity || words.size() < 2) return first & means;
  return of_word(words[1]) & means;
}

}  // namespace isnad::what
