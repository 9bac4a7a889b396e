#include "extract/nlp/word_tables.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/normalizer.h"

namespace isnad::nlp {

namespace {

using tables::Row;

constexpr std::size_t kLongestBoilerplate_words = 25;

std::vector<std::string> split(std::string_view text, char separator) {
  const auto parts = tables::alternatives(text, separator);
  return {parts.begin(), parts.end()};
}

void read(const std::string& name, const std::vector<std::string_view>& columns, const std::function<void(const Row&)>& visit) {
  tables::read_table(data_file("lexicon/nlp/" + name), columns, visit);
}

std::string folded(std::string_view words) { return text::fold_arabic(text::clean_form(words)); }

}  // namespace

const AbbreviationKind* WordTables::find(const Abbreviations& table, std::string_view form) {
  const auto found = table.find(std::string(form));
  return found == table.end() ? nullptr : &found->second;
}

const std::vector<std::string>* WordTables::contraction(std::string_view token) const {
  const auto found = contractions_.find(std::string(token));
  return found == contractions_.end() ? nullptr : &found->second;
}

const std::vector<std::string>* WordTables::function_words(const std::string& token) const {
  const auto found = function_words_.find(token);
  return found == function_words_.end() ? nullptr : &found->second;
}

bool WordTables::is_boilerplate(const std::vector<std::string>& words) const {
  if (words.empty() || words.size() > kLongestBoilerplate_words) return false;
  const auto found = boilerplate_.find(words.front());
  if (found == boilerplate_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](const Boilerplate& entry) {
    if (words.size() < entry.start.size() || !std::equal(entry.start.begin(), entry.start.end(), words.begin())) return false;
    if (entry.alone) return words.size() == entry.start.size();
    const auto named = [&](const std::string& word) { return entry.contains.contains(word); };
    return entry.contains.empty() || std::any_of(words.begin(), words.end(), named);
  });
}

void WordTables::add_abbreviation(const Row& row) {
  const auto& cells = row.cells;
  AbbreviationKind kind = AbbreviationKind::kEnd;
  if (cells[1] == "title") {
    kind = AbbreviationKind::kTitle;
  } else if (cells[1] == "number") {
    kind = AbbreviationKind::kNumber;
  } else if (cells[1] == "letter") {
    kind = AbbreviationKind::kLetter;
  } else if (cells[1] != "end") {
    row.fail("unknown kind '" + std::string(cells[1]) + "'");
  }
  (cells[0] == "ar" ? arabic_ : english_).emplace(cells[2], kind);
}

void WordTables::add_contraction(const Row& row) {
  std::vector<std::string> words = split(row.cells[1], ' ');
  std::string joined;
  for (const auto& word : words) joined += word;
  if (joined != row.cells[0]) row.fail("the words do not make up '" + std::string(row.cells[0]) + "'");
  contractions_.emplace(row.cells[0], std::move(words));
}

void WordTables::add_function_word(const Row& row) {
  const std::string token(row.cells[0]);
  const std::vector<std::string> words = split(row.cells[1], ' ');
  function_words_[token] = words;
  for (const char* conjunction : {"و", "ف"}) {
    std::vector<std::string>& joined = function_words_[conjunction + token];
    joined = {conjunction};
    joined.insert(joined.end(), words.begin(), words.end());
  }
}

void WordTables::add_boilerplate(const Row& row) {
  Boilerplate entry;
  entry.start = split(folded(row.cells[1]), ' ');
  if (entry.start.empty()) row.fail("no words to start with");
  entry.alone = row.cells[2] == "=";
  if (!entry.alone) {
    for (auto& word : split(folded(row.cells[2]), '|')) entry.contains.insert(std::move(word));
  }
  auto& entries = boilerplate_[entry.start.front()];
  entries.push_back(std::move(entry));
}

WordTables WordTables::load() {
  WordTables made;
  read("abbreviations.tsv", {"lang", "kind", "form"}, [&](const Row& row) { made.add_abbreviation(row); });
  read("boilerplate.tsv", {"lang", "start", "contains"}, [&](const Row& row) { made.add_boilerplate(row); });
  read("hyphen_prefixes.tsv", {"prefix"}, [&](const Row& row) { made.prefixes_.emplace(row.cells[0]); });
  read("agencies.tsv", {"name"}, [&](const Row& row) { made.agencies_.insert(folded(row.cells[0])); });
  read("clitics.ar.tsv", {"token", "words"}, [&](const Row& row) { made.add_function_word(row); });
  read("contractions.tsv", {"token", "words"}, [&](const Row& row) { made.add_contraction(row); });
  return made;
}

}  // namespace isnad::nlp
