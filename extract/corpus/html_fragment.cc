#include "extract/corpus/html_fragment.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "extract/corpus/html_blocks.h"
#include "extract/corpus/html_furniture.h"
#include "extract/corpus/html_tree.h"
#include "extract/corpus/plain_text.h"

namespace isnad::corpus {

namespace {

bool is_beside_the_text(const TextBlock& block) {
  if (is_furniture_line(block.text)) return true;
  for (const HtmlNode* node = block.element; node != nullptr; node = parent(node)) {
    if (furniture(node) != Furniture::kNo) return true;
  }
  return false;
}

}  // namespace

bool looks_like_html(std::string_view text) {
  constexpr std::array<std::string_view, 15> kTags = {"p",      "br",  "div", "span", "a",  "b",      "i",         "em",
                                                      "strong", "img", "ul",  "h2",   "h3", "figure", "blockquote"};
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::string_view rest = text.substr(at + 1, 16);
    if (rest.starts_with('/')) rest.remove_prefix(1);
    std::size_t length = 0;
    while (length < rest.size() && std::isalnum(static_cast<unsigned char>(rest[length])) != 0) ++length;
    if (length == rest.size() || length == 0) continue;
    const char after = rest[length];
    if (after != '>' && after != ' ' && after != '/' && after != '\n') continue;
    if (std::find(kTags.begin(), kTags.end(), ascii_lower(rest.substr(0, length))) != kTags.end()) return true;
  }
  // Escaped characters alone are markup too, as in titles: `Q&amp;A`.
  constexpr std::array<std::string_view, 6> kEntities = {"&amp;", "&quot;", "&nbsp;", "&#8", "&#39;", "&lt;"};
  return std::any_of(kEntities.begin(), kEntities.end(),
                     [text](std::string_view entity) { return text.find(entity) != std::string_view::npos; });
}

std::string html_fragment_text(std::string_view html) {
  std::string markup = "<html><body><div>" + std::string(html) + "</div></body></html>";
  // Where no tag parts paragraphs, line ends do.
  const std::string lower = ascii_lower(html);
  if (lower.find("<p") == std::string::npos && lower.find("<br") == std::string::npos &&
      lower.find("<div") == std::string::npos) {
    std::string lines;
    for (const char c : markup) c == '\n' ? lines += "<br>" : lines += c;
    markup = std::move(lines);
  }
  const HtmlTree tree(markup);
  std::string out;
  for (const TextBlock& block : text_blocks(tree)) {
    if (is_beside_the_text(block)) continue;
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

}  // namespace isnad::corpus
