#include "extract/nlp/line_joiner.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {

namespace {

using text::CharClass;

/// Nobody wraps wider, and paragraphs on a line each are longer.
constexpr std::size_t kWidest = 120;
/// Narrower columns are lists and tables.
constexpr std::size_t kNarrowest = 40;
/// Fewer wrapped breaks than this may be chance.
constexpr std::size_t kLeastBreaks = 3;

/// A line as it stands; lengths in characters, without spaces at the ends and marks that take no room.
struct Line {
  Span span;
  std::size_t length = 0;
  std::size_t first_word = 0;
  bool ends_sentence = false;
};

bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'؟' || c == U'…' || c == U':' || c == U'"' || c == U'»' || c == U'”';
}

class LineReader {
 public:
  void take(char32_t c, CharClass kind) {
    if (kind == CharClass::kSpace) {
      in_first_word_ &= length_ == 0;
      ++pending_;
      return;
    }
    if (kind == CharClass::kMark) return;
    if (length_ > 0) length_ += pending_;
    pending_ = 0;
    ++length_;
    if (in_first_word_) ++first_word_;
    last_ = c;
  }
  [[nodiscard]] Line line(Span span) const { return {span, length_, first_word_, ends_sentence(last_)}; }

 private:
  std::size_t length_ = 0;
  std::size_t pending_ = 0;
  std::size_t first_word_ = 0;
  bool in_first_word_ = true;
  char32_t last_ = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  LineReader reader;
  std::uint32_t begin = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto here = static_cast<std::uint32_t>(at);
    const char32_t c = text::next_code_point(text, at);
    const CharClass kind = text::char_class(c);
    if (kind != CharClass::kNewline) {
      reader.take(c, kind);
    } else if (c == U'\n' && before == U'\r') {
      // One break in two characters.
      begin = static_cast<std::uint32_t>(at);
    } else {
      lines.push_back(reader.line({begin, here}));
      begin = static_cast<std::uint32_t>(at);
      reader = LineReader();
    }
    before = c;
  }
  lines.push_back(reader.line({begin, static_cast<std::uint32_t>(text.size())}));
  return lines;
}

/// Whether the first word of `next` had no room left in `line`.
bool is_full(const Line& line, const Line& next, std::size_t width) {
  return 3 * line.length >= width && line.length + 1 + next.first_word > width;
}

/// Returns: the width that the text is wrapped to, 0 when it is not.
std::size_t wrapped_width(const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.length);
  if (width < kNarrowest || width > kWidest) return 0;
  std::size_t breaks = 0;
  std::size_t full = 0;
  std::size_t within = 0;
  for (std::size_t k = 0; k + 1 < lines.size(); ++k) {
    if (lines[k].length == 0 || lines[k + 1].length == 0) continue;
    ++breaks;
    if (!is_full(lines[k], lines[k + 1], width)) continue;
    ++full;
    within += lines[k].ends_sentence ? 0 : 1;
  }
  return full >= kLeastBreaks && 4 * full >= 3 * breaks && 2 * within >= full ? width : 0;
}

}  // namespace

std::vector<Span> meant_lines(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const std::size_t width = wrapped_width(lines);
  std::vector<Span> out;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const bool joins =
        width > 0 && k > 0 && lines[k - 1].length > 0 && lines[k].length > 0 && is_full(lines[k - 1], lines[k], width);
    if (joins) {
      out.back().end = lines[k].span.end;
    } else {
      out.push_back(lines[k].span);
    }
  }
  return out;
}

}  // namespace isnad::nlp
