#include "extract/what/relation_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/arabic.h"
#include "extract/what/lemma_key.h"
#include "graph/model/error.h"

namespace isnad::what {

namespace {

constexpr std::array<std::string_view, 6> kTopics = {"conflict", "cooperation", "structure", "movement", "speech", "other"};
const std::vector<std::string_view> kColumns = {"type", "verb", "noun", "adj", "prep", "gloss_en", "gloss_ar", "when", "flags"};

/// Among the prepositions of a row: the word does without.
constexpr std::string_view kNone = "-";

/// How many auxiliaries and light verbs may stand before the word that means something.
constexpr int kMaxDepth = 3;

constexpr std::array<std::string_view, 8> kAgentMarkers = {"من قبل",   "من جانب",   "من طرف", "علي يد",
                                                           "علي ايدي", "علي ايادي", "بواسطه", "by"};

/// A word of a form behind its first: no article, no alif of the indefinite accusative (`شن هجوما`).
std::string_view bare_noun(std::string_view word) {
  constexpr std::string_view kAlif = "ا";
  word = text::without_article(word);
  return word.size() >= 4 * kAlif.size() && word.ends_with(kAlif) ? word.substr(0, word.size() - kAlif.size()) : word;
}

/// The key of a form; its first word stays as it is, for it may be a verb that begins with ال.
std::string form_key(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string key;
  for (std::size_t i = begin; i < end && i < words.size(); ++i) {
    if (!key.empty()) key.push_back(' ');
    key += i == begin ? std::string_view(words[i]) : bare_noun(words[i]);
  }
  return key;
}

std::string form_key(std::string_view form) {
  const auto words = key_words(lemma_key(form));
  return form_key(words, 0, words.size());
}

/// Takes an agent marker off the end.
bool cut_agent(std::vector<std::string>& words) {
  for (const auto marker : kAgentMarkers) {
    const auto length = static_cast<std::size_t>(1 + std::count(marker.begin(), marker.end(), ' '));
    if (words.size() > length && join_words(words, words.size() - length, words.size()) == marker) {
      words.resize(words.size() - length);
      return true;
    }
  }
  return false;
}

ClassSet parse_classes(std::string_view names, const WordClasses& classes, const std::string& path, std::uint64_t line) {
  ClassSet out = 0;
  for (const auto name : tables::alternatives(names)) {
    const ClassSet bit = classes.bit(name);
    if (bit == 0) throw FormatError(path, line, "no such class: " + std::string(name));
    out |= bit;
  }
  return out;
}

/// `s=person, o=place|org, with=aid`
void parse_when(std::string_view cell, RelationEntry& entry, const WordClasses& classes, const std::string& path) {
  for (const auto condition : tables::alternatives(cell, ',')) {
    const std::size_t equals = condition.find('=');
    const std::string_view slot = condition.substr(0, equals);
    const std::string_view names = equals == std::string_view::npos ? std::string_view{} : condition.substr(equals + 1);
    ClassSet* target = slot == "s" ? &entry.subject : slot == "o" ? &entry.object : slot == "with" ? &entry.other : nullptr;
    if (target == nullptr || names.empty()) throw FormatError(path, entry.line, "no condition: " + std::string(condition));
    *target = parse_classes(names, classes, path, entry.line);
  }
}

void parse_flags(std::string_view cell, RelationEntry& entry, const std::string& path) {
  for (const auto flag : tables::alternatives(cell)) {
    if (flag == "rev") {
      entry.reversed = true;
    } else if (flag == "light") {
      entry.light = true;
    } else if (flag == "there") {
      entry.strikes_place = true;
    } else if (flag == "aux") {
      entry.auxiliary = true;
    } else if (const auto modality = modality_from(flag)) {
      entry.modality = modality;
    } else {
      throw FormatError(path, entry.line, "no such flag: " + std::string(flag));
    }
  }
}

/// What an inflected Arabic verb may be a form of: سنضرب of ضرب, وقعت of وقع, استول of استولى, جتاز of اجتاز.
std::vector<std::string> possible_lemmas(std::string_view word) {
  constexpr std::size_t kLetter = 2;
  std::vector<std::string_view> stems = {word};
  std::string_view head = word;
  if (head.starts_with("س") && head.size() > 3 * kLetter) {
    head.remove_prefix(kLetter);
    stems.push_back(head);
  }
  for (const std::string_view prefix : {"ي", "ت", "ن", "ا"}) {
    if (head.starts_with(prefix) && head.size() > 3 * kLetter) stems.push_back(head.substr(kLetter));
  }
  const std::size_t prefixed = stems.size();
  for (std::size_t i = 0; i < prefixed; ++i) {
    for (const std::string_view suffix : {"وا", "ون", "ان", "نا", "تم", "ت", "و"}) {
      if (stems[i].ends_with(suffix) && stems[i].size() >= suffix.size() + 2 * kLetter) {
        stems.push_back(stems[i].substr(0, stems[i].size() - suffix.size()));
        break;
      }
    }
  }
  std::vector<std::string> out;
  for (const std::string_view stem : stems) {
    const std::string base(stem);
    if (base.size() >= 3 * kLetter) {
      if (stem != word) out.push_back(base);
      out.push_back("ا" + base);
    }
    out.push_back(base + "ي");
    out.push_back(base + "ا");
    if (base.size() >= 3 * kLetter) out.push_back("ا" + base + "ي");
  }
  return out;
}

bool holds(ClassSet wanted, ClassSet given) { return wanted == 0 || (wanted & given) != 0; }

bool same_frame(const RelationEntry& a, const RelationEntry& b) {
  return a.subject == b.subject && a.object == b.object && a.other == b.other;
}

}  // namespace

RelationLexicon::RelationLexicon(const WordClasses& classes) {
  tables::read_table(data_file("lexicon/what/en_irregular.tsv"), {"lemma", "forms"}, [&](const tables::Row& row) {
    for (const auto form : tables::alternatives(row.cells[1])) irregular_.emplace(std::string(form), std::string(row.cells[0]));
  });
  for (const std::string_view lang : {"ar", "en"}) {
    for (const auto topic : kTopics) {
      load("lexicon/what/" + std::string(lang) + "_" + std::string(topic) + ".tsv", lang == "ar" ? arabic_ : english_, classes);
    }
  }
}

void RelationLexicon::load(std::string_view file, Language& language, const WordClasses& classes) {
  const auto path = data_file(file).string();
  const auto number = static_cast<std::uint32_t>(files_.size());
  files_.push_back(path);
  tables::read_table(path, kColumns, [&](const tables::Row& row) {
    RelationEntry entry;
    entry.file = number;
    entry.line = row.line;
    const auto type = relation_type_from(row.cells[0]);
    if (!type) row.fail("no such relation type: " + std::string(row.cells[0]));
    entry.type = *type;
    entry.gloss_en = row.cells[5];
    entry.gloss_ar = row.cells[6];
    if (entry.gloss_en.empty() || entry.gloss_ar.empty()) row.fail("a gloss is missing");
    parse_when(row.cells[7], entry, classes, path);
    parse_flags(row.cells[8], entry, path);
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(std::move(entry));

    const auto prepositions = tables::alternatives(row.cells[4]);
    constexpr std::array<WordKind, 3> kKinds = {WordKind::kVerb, WordKind::kNoun, WordKind::kAdjective};
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
      for (const auto word : tables::alternatives(row.cells[kind + 1])) {
        const Form form{index, kKinds[kind]};
        if (prepositions.empty()) {
          add(language.exact, form_key(word), form);
          continue;
        }
        for (const auto preposition : prepositions) {
          const bool none = preposition == kNone;
          add(language.exact, form_key(none ? std::string(word) : std::string(word) + " " + std::string(preposition)), form);
        }
        language.bare[form_key(word)].push_back(form);  // the first row speaks for a preposition that none has
      }
    }
  });
}

void RelationLexicon::add(Index& index, std::string key, Form form) {
  auto& forms = index[std::move(key)];
  const RelationEntry& added = entries_[form.entry];
  for (const auto& other : forms) {
    const RelationEntry& known = entries_[other.entry];
    if (other.entry == form.entry && other.kind == form.kind) return;
    if (other.entry != form.entry && same_frame(known, added)) {
      throw FormatError(files_[added.file], added.line,
                        "the same form stands in " + files_[known.file] + ":" + std::to_string(known.line));
    }
  }
  // Narrow frames come before wide ones, whatever the order of the files.
  const auto conditions = [&](const Form& f) {
    const RelationEntry& e = entries_[f.entry];
    return int{e.subject != 0} + int{e.object != 0} + int{e.other != 0};
  };
  const auto place = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return conditions(f) < conditions(form); });
  forms.insert(place, form);
}

const RelationLexicon::Form* RelationLexicon::pick(const Index& index, const std::string& key, const Arguments& arguments) const {
  const auto found = index.find(key);
  if (found == index.end()) return nullptr;
  const Form* first = nullptr;
  for (const auto& form : found->second) {
    const RelationEntry& entry = entries_[form.entry];
    if (!holds(entry.subject, arguments.subject) || !holds(entry.object, arguments.object) ||
        !holds(entry.other, arguments.other)) {
      continue;
    }
    if (!arguments.kind || form.kind == *arguments.kind) return &form;
    if (first == nullptr) first = &form;
  }
  return first;
}

const RelationLexicon::Form* RelationLexicon::look_up(const Language& language, const std::string& key,
                                                      const Arguments& arguments) const {
  if (const Form* form = pick(language.exact, key, arguments)) return form;
  return pick(language.bare, key, arguments);
}

RelationLexicon::Match RelationLexicon::find(std::string_view lemma, std::string_view lang, const Arguments& arguments) const {
  auto words = key_words(lemma_key(lemma));
  // `be aware of`, `=is part of`: what is said is in the words behind.
  if (words.size() > 1 && (words.front() == "=is" || (lang == "en" && words.front() == "be"))) words.erase(words.begin());
  return find_words(std::move(words), lang, arguments, 0);
}

RelationLexicon::Match RelationLexicon::find_words(std::vector<std::string> words, std::string_view lang,
                                                   const Arguments& arguments, int depth) const {
  const Language& forms = language(lang);
  const auto matched = [&](const Form& form, std::size_t length) {
    return Match{
        &entries_[form.entry],        form.kind, join_words(words, 0, length), join_words(words, length, words.size()), false,
        entries_[form.entry].modality};
  };
  if (words.empty() || depth > kMaxDepth) return {};
  const std::size_t count = words.size();
  if (const Form* form = pick(forms.exact, form_key(words, 0, count), arguments)) return matched(*form, count);
  if (std::vector<std::string> active = words; cut_agent(active)) {
    Match match = find_words(std::move(active), lang, arguments, depth + 1);
    match.agent = true;
    return match;
  }
  if (Match match = find_behind(words, true, lang, arguments, depth); match.entry != nullptr) return match;
  for (std::size_t length = count; length >= 2; --length) {
    const Form* form = look_up(forms, form_key(words, 0, length), arguments);
    if (form != nullptr && !entries_[form->entry].light) return matched(*form, length);
  }
  if (Match match = find_behind(words, false, lang, arguments, depth); match.entry != nullptr) return match;
  if (count > 2) {
    if (const Form* form = look_up(forms, words.front() + " " + words.back(), arguments)) {
      Match match = matched(*form, count);
      match.form = words.front() + " " + words.back();
      return match;
    }
  }
  if (const Form* form = look_up(forms, words.front(), arguments)) return matched(*form, 1);
  if (const std::string_view bare = text::without_article(words.front()); bare.size() < words.front().size()) {
    words.front() = std::string(bare);
    return find_words(std::move(words), lang, arguments, depth + 1);
  }
  return find_respelled(words, lang, arguments, depth);
}

RelationLexicon::Match RelationLexicon::find_respelled(const std::vector<std::string>& words, std::string_view lang,
                                                       const Arguments& arguments, int depth) const {
  const auto attempt = [&](std::string first) -> Match {
    std::vector<std::string> other = words;
    other.front() = std::move(first);
    // One respelling at most: the depth leaves room for the look-up itself.
    return depth >= kMaxDepth ? Match{} : find_words(std::move(other), lang, arguments, kMaxDepth);
  };
  const std::string& word = words.front();
  if (depth > 0 && depth >= kMaxDepth) return {};
  if (lang == "en") {
    if (const auto lemma = irregular_.find(word); lemma != irregular_.end()) {
      if (Match match = attempt(lemma->second); match.entry != nullptr) return match;
    }
    // detonat, launche, committ, vetoed, regards
    const std::size_t size = word.size();
    if (size < 4) return {};
    std::vector<std::string> lemmas = {word + "e"};
    if (word.back() == 'e' || word.back() == 's' || word[size - 1] == word[size - 2]) lemmas.push_back(word.substr(0, size - 1));
    if (size > 5 && word.ends_with("ed")) lemmas.insert(lemmas.end(), {word.substr(0, size - 1), word.substr(0, size - 2)});
    if (size > 6 && word.ends_with("ing"))
      lemmas.insert(lemmas.end(), {word.substr(0, size - 3), word.substr(0, size - 3) + "e"});
    for (std::string& lemma : lemmas) {
      if (Match match = attempt(std::move(lemma)); match.entry != nullptr) return match;
    }
    return {};
  }
  constexpr std::size_t kLetter = 2;
  constexpr std::size_t kShortest = 3 * kLetter;
  if (word.size() < kShortest - kLetter) return {};
  // The feminine of a title or participle.
  if (word.size() > kShortest && word.ends_with("ه")) {
    if (Match match = attempt(word.substr(0, word.size() - kLetter)); match.entry != nullptr && match.kind != WordKind::kVerb)
      return match;
  }
  // A passive: استضيف for استضاف.
  const std::size_t middle = word.size() - 2 * kLetter;
  if (word.size() > kShortest && word.substr(middle, kLetter) == "ي") {
    if (Match match = attempt(word.substr(0, middle) + "ا" + word.substr(middle + kLetter)); match.entry != nullptr) return match;
  }
  if (arguments.kind && *arguments.kind != WordKind::kVerb) return {};
  for (std::string& lemma : possible_lemmas(word)) {
    if (Match match = attempt(std::move(lemma)); match.entry != nullptr && match.kind == WordKind::kVerb) return match;
  }
  return {};
}

const RelationLexicon::Form* RelationLexicon::leading(const Language& language, const std::string& key, bool auxiliary,
                                                      const Arguments& arguments) const {
  // `decide` has a row of its own and one as an auxiliary; a row of its own that has a type comes before both.
  if (const Form* form = look_up(language, key, arguments)) {
    const RelationEntry& entry = entries_[form->entry];
    if (auxiliary ? entry.auxiliary : entry.light) return form;
    if (entry.type != RelationType::kOther) return nullptr;
  }
  for (const Index* index : {&language.exact, &language.bare}) {
    const auto found = index->find(key);
    if (found == index->end()) continue;
    for (const Form& form : found->second) {
      const RelationEntry& entry = entries_[form.entry];
      const bool leads = auxiliary ? entry.auxiliary : entry.light;
      if (leads && holds(entry.subject, arguments.subject) && holds(entry.object, arguments.object) && holds(entry.other, arguments.other))
        return &form;
    }
  }
  return nullptr;
}

RelationLexicon::Match RelationLexicon::find_behind(const std::vector<std::string>& words, bool auxiliary, std::string_view lang,
                                                    const Arguments& arguments, int depth) const {
  const Language& forms = language(lang);
  for (std::size_t length = words.size() - 1; length >= 1; --length) {
    const Form* form = leading(forms, form_key(words, 0, length), auxiliary, arguments);
    if (form == nullptr) continue;
    const RelationEntry& before = entries_[form->entry];
    std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(length), words.end());
    Arguments behind = arguments;
    behind.kind = auxiliary ? std::nullopt : std::optional(WordKind::kNoun);
    if (rest.front() == "to" && rest.size() > 1) rest.erase(rest.begin());
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (attempt == 1) {
        // A clitic preposition that is written together with its noun: `قام بهجوم`, `سعي لاغتيال`.
        constexpr std::size_t kClitic = 2;
        const std::string& first = rest.front();
        if (!(first.starts_with("ب") || first.starts_with("ل")) || first.size() <= 3 * kClitic) break;
        rest.front().erase(0, kClitic);
      }
      rest.front() = std::string(text::without_article(rest.front()));
      Match match = find_words(rest, lang, behind, depth + 1);
      if (match.entry == nullptr || (!auxiliary && match.kind == WordKind::kVerb && match.entry->light)) continue;
      // `continue on`: what is left is a preposition and says nothing.
      if (match.kind == WordKind::kAdjective && rest.size() == 1) continue;
      if (before.reversed) match.agent = !match.agent;
      if (before.modality) match.modality = before.modality;
      return match;
    }
  }
  return {};
}

const RelationEntry* RelationLexicon::find_noun(std::string_view phrase, std::string_view lang,
                                                const Arguments& arguments) const {
  auto words = key_words(lemma_key(phrase));
  const auto noun = [&](std::size_t begin, std::size_t end) -> const RelationEntry* {
    std::vector<std::string> part(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                  words.begin() + static_cast<std::ptrdiff_t>(end));
    part.front() = std::string(text::without_article(part.front()));
    Arguments nominal = arguments;
    nominal.kind = WordKind::kNoun;
    const Match match = find_words(std::move(part), lang, nominal, 0);
    return match.entry != nullptr && match.kind != WordKind::kVerb && match.rest.empty() ? match.entry : nullptr;
  };
  constexpr std::size_t kLongest = 3;
  if (lang == "ar") {
    for (std::size_t end = std::min(kLongest, words.size()); end >= 1; --end) {
      if (const RelationEntry* entry = noun(0, end)) return entry;
    }
    return nullptr;
  }
  // English heads come last, before `of`, `for`, `in`.
  constexpr std::array<std::string_view, 7> kStops = {"of", "for", "in", "at", "to", "with", "who"};
  std::size_t end = 0;
  while (end < words.size() && std::find(kStops.begin(), kStops.end(), words[end]) == kStops.end() && !words[end].ends_with(','))
    ++end;
  if (end < words.size() && words[end].ends_with(',')) words[end++].pop_back();
  for (std::size_t begin = end > kLongest ? end - kLongest : 0; begin < end; ++begin) {
    if (const RelationEntry* entry = noun(begin, end)) return entry;
  }
  return nullptr;
}

std::size_t RelationLexicon::forms(std::string_view lang) const { return language(lang).exact.size(); }

}  // namespace isnad::what
