#include "extract/corpus/plain_text.h"

#include <algorithm>
#include <cctype>

#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kMaxHeadlineBytes = 400;

/// Returns: the length of the white space character at `at`; 0 when there is none.
std::size_t space_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (text.substr(at).starts_with("\xC2\xA0")) return 2;
  return 0;
}

}  // namespace

void require_analysable(std::string_view text) {
  if (text.size() <= kMaxTextBytes) return;
  throw Unusable("a text of " + std::to_string(text.size()) + " bytes: more than " + std::to_string(kMaxTextBytes >> 20U) +
                 " MiB are not analysed as one article");
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = space_length(text, 0);
    if (length == 0) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    if (space_length(text, text.size() - 1) == 1) {
      text.remove_suffix(1);
    } else if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

std::string one_line(std::string_view text) {
  text = trimmed(text);
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = space_length(text, at); length != 0) {
      gap = true;
      at += length;
      continue;
    }
    if (gap) out.push_back(' ');
    gap = false;
    out.push_back(text[at++]);
  }
  return out;
}

std::string with_headline(std::string_view title, std::string_view text) {
  text = trimmed(text);
  std::string out = one_line(title);
  if (out.empty() || text.starts_with(out)) return std::string(text);
  if (!text.empty()) out.append("\n\n").append(text);
  return out;
}

std::string headline_of(std::string_view text) {
  text = trimmed(text);
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end > kMaxHeadlineBytes) return {};
  const std::size_t next_end = std::min(text.find('\n', end + 1), text.size());
  if (!trimmed(text.substr(end, next_end - end)).empty()) return {};
  return std::string(trimmed(text.substr(0, end)));
}

std::string language_code(std::string_view tag) {
  std::string code;
  for (const char c : trimmed(tag)) {
    if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
    code.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  if (code == "ara" || code == "arb" || code == "arabic") return "ar";
  if (code == "eng" || code == "english") return "en";
  return code.size() == 2 || code.size() == 3 ? code : std::string();
}

}  // namespace isnad::corpus
