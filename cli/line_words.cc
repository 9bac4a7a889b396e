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

std::string escaped_word(const std::string& word) {
  if (word.empty()) return "''";
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const std::string_view rest = std::string_view(word).substr(at);
    const bool opens = std::any_of(kQuotations.begin(), kQuotations.end(), [&](const Quotation& q) { return rest.starts_with(q.open); });
    if (opens || is_blank(word[at]) || word[at] == '\\') out += '\\';
    out += word[at];
  }
  return out;
}

}  // namespace isnad::cli
