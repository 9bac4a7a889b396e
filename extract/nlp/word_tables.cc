#include "extract/nlp/word_tables.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <utility>

#include "extract/data_files.h"
#include "extract/text/normalizer.h"
#include "graph/model/error.h"

namespace isnad::nlp {

namespace {

constexpr std::size_t kLongestBoilerplate_words = 25;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

using Row = std::vector<std::string>;

/// Reads the lines of a table that are no comments; each must have as many cells as the header names.
void read(const std::string& name, std::size_t columns,
          const std::function<void(const Row&, const std::string& file, std::uint64_t line)>& visit) {
  const std::string file = data_file("lexicon/nlp/" + name).string();
  std::ifstream input(file, std::ios::binary);
  if (!input) throw IoError(file + ": cannot be opened");
  std::uint64_t number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const Row row = split(line, '\t');
    if (row.size() != columns)
      throw FormatError(file, number, "expected " + std::to_string(columns) + " columns, found " + std::to_string(row.size()));
    visit(row, file, number);
  }
  if (input.bad()) throw IoError(file + ": cannot be read");
}

std::string folded(const std::string& words) { return text::fold_arabic(text::clean_form(words)); }

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

void WordTables::add_abbreviation(const Row& row, const std::string& file, std::uint64_t line) {
  AbbreviationKind kind = AbbreviationKind::kEnd;
  if (row[1] == "title") {
    kind = AbbreviationKind::kTitle;
  } else if (row[1] == "number") {
    kind = AbbreviationKind::kNumber;
  } else if (row[1] == "letter") {
    kind = AbbreviationKind::kLetter;
  } else if (row[1] != "end") {
    throw FormatError(file, line, "unknown kind '" + row[1] + "'");
  }
  (row[0] == "ar" ? arabic_ : english_).emplace(row[2], kind);
}

void WordTables::add_function_word(const Row& row) {
  const Row words = split(row[1], ' ');
  function_words_[row[0]] = words;
  for (const char* conjunction : {"و", "ف"}) {
    Row& joined = function_words_[conjunction + row[0]];
    joined = {conjunction};
    joined.insert(joined.end(), words.begin(), words.end());
  }
}

void WordTables::add_boilerplate(const Row& row) {
  Boilerplate entry;
  entry.start = split(folded(row[1]), ' ');
  entry.alone = row[2] == "=";
  if (row[2] != "-" && !entry.alone) {
    for (const auto& word : split(folded(row[2]), '|')) entry.contains.insert(word);
  }
  auto& entries = boilerplate_[entry.start.front()];
  entries.push_back(std::move(entry));
}

WordTables WordTables::load() {
  WordTables tables;
  read("abbreviations.tsv", 3,
       [&](const Row& row, const std::string& file, std::uint64_t line) { tables.add_abbreviation(row, file, line); });
  read("boilerplate.tsv", 3, [&](const Row& row, const std::string&, std::uint64_t) { tables.add_boilerplate(row); });
  read("hyphen_prefixes.tsv", 1, [&](const Row& row, const std::string&, std::uint64_t) { tables.prefixes_.insert(row[0]); });
  read("clitics.ar.tsv", 2, [&](const Row& row, const std::string&, std::uint64_t) { tables.add_function_word(row); });
  read("contractions.tsv", 2, [&](const Row& row, const std::string& file, std::uint64_t line) {
    const Row words = split(row[1], ' ');
    std::string joined;
    for (const auto& word : words) joined += word;
    if (joined != row[0]) throw FormatError(file, line, "the words do not make up '" + row[0] + "'");
    tables.contractions_.emplace(row[0], words);
  });
  return tables;
}

}  // namespace isnad::nlp
