#include "graph/render/text_fit.h"

#include <algorithm>
#include <cstdint>

#include "graph/model/plain_text.h"

namespace isnad::render {

namespace {

bool is_right_to_left(std::uint32_t c) {
  return (c >= 0x0590 && c <= 0x08FF && !(c >= 0x0660 && c <= 0x066C) && !(c >= 0x06F0 && c <= 0x06F9)) ||
         (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_left_to_right(std::uint32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x0590 && !(c >= 0x2B0 && c < 0x370)) ||
         (c >= 0x0900 && c < 0x2000) || (c >= 0x2C00 && c < 0xD7FF && c != 0x3000);
}

bool is_mark(std::uint32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06ED) || c == 0x200C || c == 0x200D;
}

/// Rounded up from the advances of Noto Sans and Noto Naskh Arabic.
double width_em(std::uint32_t c) {
  if (is_mark(c)) return 0;
  if (c == ' ') return 0.27;
  if (is_right_to_left(c)) {
    switch (c) {
      case 0x0627:
      case 0x0623:
      case 0x0625:
      case 0x0622:
        return 0.28;  // alef
      case 0x0631:
      case 0x0632:
      case 0x062F:
      case 0x0630:
      case 0x0648:
      case 0x0621:
      case 0x0624:
        return 0.45;
      case 0x0633:
      case 0x0634:
      case 0x0635:
      case 0x0636:
        return 0.80;
      case 0x0644:
      case 0x060C:
      case 0x061B:
        return 0.32;
      default:
        return 0.50;
    }
  }
  if (c >= '0' && c <= '9') return 0.58;
  if (c == 'i' || c == 'l' || c == 'j' || c == '.' || c == ',' || c == ':' || c == ';' || c == '\'' || c == '|' || c == '!')
    return 0.30;
  if (c == 'f' || c == 't' || c == 'r' || c == '(' || c == ')' || c == '"' || c == '-') return 0.42;
  if (c == 'm' || c == 'w' || c == 'M' || c == 'W') return 0.95;
  if (c >= 'A' && c <= 'Z') return 0.68;
  if (c < 0x2000) return 0.58;
  return 1.0;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

bool reads_right_to_left(std::string_view text, bool sheet_right_to_left) {
  while (!text.empty()) {
    const std::uint32_t c = next_code_point(text);
    if (is_right_to_left(c)) return true;
    if (is_left_to_right(c) && !sheet_right_to_left) return false;
  }
  return false;
}

double estimated_width_em(std::string_view text) {
  double width = 0;
  while (!text.empty()) width += width_em(next_code_point(text));
  return width;
}

std::vector<std::string> wrap_text(std::string_view text, double limit_em) {
  std::vector<std::string> lines;
  std::string line;
  double width = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const double word_width = estimated_width_em(word);
    if (!line.empty() && width + width_em(' ') + word_width > limit_em) {
      lines.push_back(std::move(line));
      line.clear();
      width = 0;
    }
    if (!line.empty()) {
      line += ' ';
      width += width_em(' ');
    }
    line += word;
    width += word_width;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string shortened(std::string_view text, std::size_t letters) { return excerpt(text, 0, 0, letters); }

std::string excerpt(std::string_view sentence, std::size_t begin, std::size_t end, std::size_t letters) {
  if (letter_count(sentence) <= letters) return std::string(sentence);
  std::size_t first = std::min(begin, sentence.size());
  std::size_t last = std::max(first, std::min(end, sentence.size()));
  const auto to_border = [&](std::size_t& at) {
    while (at > 0 && at < sentence.size() && is_continuation(sentence[at])) --at;
  };
  to_border(first);
  to_border(last);
  // What stands before the words is worth less than what follows: a third of the room goes before them.
  const auto room = [&] { return letters - std::min(letters, letter_count(sentence.substr(first, last - first))); };
  for (std::size_t left = room() / 3; left > 0 && first > 0; --left) {
    do --first;
    while (first > 0 && is_continuation(sentence[first]));
  }
  for (std::size_t left = room(); left > 0 && last < sentence.size(); --left) {
    do ++last;
    while (last < sentence.size() && is_continuation(sentence[last]));
  }
  for (std::size_t left = room(); left > 0 && first > 0; --left) {
    do --first;
    while (first > 0 && is_continuation(sentence[first]));
  }
  // The words themselves may be too long.
  for (std::size_t over = letter_count(sentence.substr(first, last - first)); over > letters; --over) {
    do --last;
    while (last > first && is_continuation(sentence[last]));
  }
  const bool cut_before = first > 0;
  const bool cut_after = last < sentence.size();
  if (cut_before && sentence[first - 1] != ' ') {
    const auto space = sentence.find(' ', first);
    if (space != std::string_view::npos && space < std::max(begin, first + 1) + 1 && space + 1 < last) first = space + 1;
  }
  if (cut_after && sentence[last] != ' ') {
    const auto space = sentence.rfind(' ', last);
    if (space != std::string_view::npos && space > first) last = space;
  }
  std::string out = cut_before ? "… " : "";
  out += sentence.substr(first, last - first);
  while (cut_after && !out.empty() && out.back() == ' ') out.pop_back();
  if (cut_after) out += " …";
  return out;
}

}  // namespace isnad::render
