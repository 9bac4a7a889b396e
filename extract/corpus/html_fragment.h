#pragma once

#include <string>
#include <string_view>

namespace isnad::corpus {

/// Returns: whether a field that holds a text or a title in other exports holds markup in this one.
[[nodiscard]] bool looks_like_html(std::string_view text);

/// Returns: the text of markup that is an article and nothing else, such as the body in a feed: paragraphs with a blank line
/// between them, without pictures' captions, share lines and the like. Empty when there is no text in it.
/// Throws: Unusable as HtmlTree.
[[nodiscard]] std::string html_fragment_text(std::string_view html);

}  // namespace isnad::corpus
