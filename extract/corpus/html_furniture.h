#pragma once

#include <string_view>

#include "extract/corpus/html_tree.h"

namespace isnad::corpus {

/// How surely an element is page furniture: menus, share buttons, captions, lists of other articles.
enum class Furniture { kNo, kLikely, kVeryLikely, kSurely };

/// Judges an element by its name, role and the words in its `class` and `id`. `kLikely` is what only those words say: sites
/// give such names to wrappers of the whole article too (`with-sidebar`), so that who asks has to weigh them against the text
/// inside. `kVeryLikely` are footers and comments, which can hold more text than the article.
[[nodiscard]] Furniture furniture(const HtmlNode* element);

/// Returns: true when the words in `class`, `id` or `itemprop` say that the element is the article's body.
[[nodiscard]] bool is_named_body(const HtmlNode* element);

/// Returns: true for a short line of a page's voice rather than the article's: `Read also: ...`, `Advertisement`,
/// `اشترك في النشرة`.
[[nodiscard]] bool is_furniture_line(std::string_view line);

}  // namespace isnad::corpus
