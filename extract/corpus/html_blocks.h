#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/corpus/html_tree.h"

namespace isnad::corpus {

/// A run of text that a page sets apart: a paragraph, a heading, a list item, the bare text of a `div`.
struct TextBlock {
  /// The element that holds it, directly or through inline elements.
  const HtmlNode* element;
  /// White space collapsed; one line, unless `<br>` breaks it.
  std::string text;
  /// Characters but white space, and those of them inside links, `time` and the like.
  std::size_t letters = 0;
  std::size_t link_letters = 0;

  [[nodiscard]] bool mostly_links() const { return link_letters * 2 >= letters; }
};

/// Returns: the blocks of a page in its order, none of them empty, without those that are surely furniture.
[[nodiscard]] std::vector<TextBlock> text_blocks(const HtmlTree& page);

/// Returns: true for `h1` to `h6`.
[[nodiscard]] bool is_heading(const HtmlNode* element);

}  // namespace isnad::corpus
