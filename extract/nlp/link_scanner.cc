#include "extract/nlp/link_scanner.h"

#include <algorithm>
#include <array>
#include <string>

namespace isnad::nlp {

namespace {

constexpr std::size_t kLongestHost_bytes = 256;
constexpr int kMostClosingMarks = 16;

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool starts_with_case_folded(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

/// ASCII that URLs are made of; brackets and quotes around them are not.
bool is_url_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && c != '<' && c != '>' && c != '"' && c != '{' && c != '}' && c != '|' && c != '\\' &&
         c != '^' && c != '`';
}

std::size_t without_closing_marks(std::string_view text, std::size_t begin, std::size_t end) {
  for (int marks = 0; end > begin && marks < kMostClosingMarks; ++marks) {
    const char last = text[end - 1];
    if (std::string_view(".,;:!?'*").find(last) != std::string_view::npos) {
      --end;
    } else if (last == ')' || last == ']') {
      const char open = last == ')' ? '(' : '[';
      const auto inside = text.substr(begin, std::min<std::size_t>(end - begin, 4096));
      if (std::count(inside.begin(), inside.end(), open) >= std::count(inside.begin(), inside.end(), last)) break;
      --end;
    } else {
      break;
    }
  }
  return end;
}

std::size_t take_url(std::string_view text, std::size_t begin, std::size_t at) {
  while (at < text.size() && is_url_char(text[at])) ++at;
  return without_closing_marks(text, begin, at);
}

bool is_top_level(std::string_view name) {
  static constexpr std::array<std::string_view, 47> kNames = {
      "ae",  "ar",  "au",   "bh",   "biz", "ca", "ch", "cn", "co", "com", "de", "dz", "edu", "eg", "es", "eu",
      "fr",  "gov", "il",   "info", "int", "io", "iq", "ir", "it", "jo",  "jp", "kw", "lb",  "ly", "ma", "me",
      "mil", "net", "news", "om",   "org", "ps", "qa", "ru", "sa", "sy",  "tn", "tr", "tv",  "uk", "ye"};
  return name.size() <= 4 && std::any_of(kNames.begin(), kNames.end(), [&](std::string_view known) {
           return known.size() == name.size() && starts_with_case_folded(name, known);
         });
}

}  // namespace

std::size_t scan_link(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin);
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "www.", "mailto:"}) {
    if (!starts_with_case_folded(rest, scheme)) continue;
    const std::size_t end = take_url(text, begin, begin + scheme.size());
    return end > begin + scheme.size() ? end : begin;
  }
  // A run of names with points: a host, or what stands before an @.
  std::size_t at = begin;
  std::size_t last_point = std::string_view::npos;
  bool underscore = false;
  while (at < text.size() && at - begin < kLongestHost_bytes) {
    const char c = text[at];
    if (c == '.') last_point = at;
    underscore |= c == '_' || c == '+';
    if (!is_alnum(c) && c != '.' && c != '-' && c != '_' && c != '+') break;
    ++at;
  }
  if (at < text.size() && text[at] == '@' && at - begin < kLongestHost_bytes) {
    std::size_t host = at + 1;
    while (host < text.size() && host - at < kLongestHost_bytes &&
           (is_alnum(text[host]) || text[host] == '.' || text[host] == '-' || text[host] == '_'))
      ++host;
    host = without_closing_marks(text, begin, host);
    return host > at + 1 ? host : begin;
  }
  if (last_point == std::string_view::npos || underscore) return begin;
  std::size_t end = at;
  if (last_point + 1 == at) {  // the sentence's own full stop
    end = last_point;
    last_point = text.substr(begin, end - begin).rfind('.');
    if (last_point == std::string_view::npos) return begin;
    last_point += begin;
  }
  const std::string_view top = text.substr(last_point + 1, end - last_point - 1);
  const bool lower_case =
      std::all_of(top.begin(), top.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ||
      std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
                  [](char c) { return !(c >= 'a' && c <= 'z'); });
  if (last_point < begin + 2 || !lower_case || !is_top_level(top)) return begin;
  if (end < text.size() && text[end] == '/') return take_url(text, begin, end);
  return end;
}

}  // namespace isnad::nlp
