#pragma once

#include <string>
#include <string_view>

#include "extract/corpus/html_tree.h"

namespace isnad::corpus {

/// Finds the text of a page's article: the element whose paragraphs hold the most text that is no link, less its furniture
/// (menus, share buttons, captions, related articles, newsletter boxes) and what repeats.
///
/// Returns: paragraphs and the headings between them, a blank line after each but the last; empty when the page has no text
/// that could be an article. A heading that repeats `title` is left out.
/// Source: after the scoring of paragraphs and their ancestors by Arc90's Readability (2009) and the link density of
///         Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (WSDM 2010),
///         doi:10.1145/1718487.1718542.
[[nodiscard]] std::string article_text(const HtmlTree& page, std::string_view title);

}  // namespace isnad::corpus
