#include "cli/line_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "graph/model/error.h"

namespace isnad::cli {

namespace {

struct Quotation {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Quotation, 4> kQuotations = {{{"'", "'"}, {"\"", "\""}, {"«", "»"}, {"“", "”"}}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::vector<std::string> split_line(std::string_view line) {
  std::vector<std::string> out;
  std::string word;
  bool in_word = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto quotation = std::find_if(kQuotations.begin(), kQuotations.end(), [&](const Quotation& q) { return line.substr(at).starts_with(q.open); });
    if (quotation != kQuotations.end()) {
      const std::size_t begin = at + quotation->open.size();
      const std::size_t end = line.find(quotation->close, begin);
      if (end == std::string_view::npos) throw UsageError("a quotation does not end: " + std::string(line.substr(at)));
      // Within ordinary quotation marks others are kept: they quote names in patterns.
      word += line.substr(begin, end - begin);
      in_word = true;
      at = end + quotation->close.size();
    } else if (is_blank(line[at])) {
      if (in_word) out.push_back(std::exchange(word, {}));
      in_word = false;
      ++at;
    } else {
      if (line[at] == '\\' && at + 1 < line.size()) ++at;
      word += line[at++];
      in_word = true;
    }
  }
  if (in_word) out.push_back(std::move(word));
  return out;
}

std::string quoted_word(const std::string& word) {
  const bool plain = !word.empty() && std::none_of(word.begin(), word.end(), [](char c) { return is_blank(c) || c == '\'' || c == '"' || c == '\\'; }) &&
                     word.find("«") == std::string::npos && word.find("“") == std::string::npos;
  if (plain) return word;
  if (word.find('"') == std::string::npos) return '"' + word + '"';
  return '\'' + word + '\'';
}

}  // namespace isnad::cli
