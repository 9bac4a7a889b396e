#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

namespace isnad::corpus {

/// An element or text of a parsed page (libxml2's node).
using HtmlNode = _xmlNode;

/// A parsed page. Broken markup is mended as HTML parsers do; nothing is ever fetched.
class HtmlTree {
 public:
  /// Requires: `utf8` is valid UTF-8.
  /// Throws: Unusable for markup nested too deep to be a page, or when nothing in it is HTML.
  explicit HtmlTree(std::string_view utf8);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  /// Lifetime: that of the tree.
  [[nodiscard]] const HtmlNode* root() const;

 private:
  struct Free {
    void operator()(_xmlDoc* tree) const;
  };
  std::unique_ptr<_xmlDoc, Free> tree_;
};

/// Readies libxml2 for use by several threads. Called by every parser.
void initialise_parser();

/// libxml2 compares every attribute of a tag with all before it.
/// Throws: Unusable for markup with tags so full of attributes that parsing it would take minutes.
void require_few_attributes(std::string_view markup);

[[nodiscard]] const HtmlNode* first_child(const HtmlNode* node);
[[nodiscard]] const HtmlNode* next_sibling(const HtmlNode* node);
/// Returns: the element around `node`; nullptr for the root.
[[nodiscard]] const HtmlNode* parent(const HtmlNode* node);

/// Returns: the element's name in lower case; empty for text and comments.
/// Lifetime: that of the tree.
[[nodiscard]] std::string_view tag(const HtmlNode* node);

/// Returns: the characters of a text node, entities resolved; empty for any other.
/// Lifetime: that of the tree.
[[nodiscard]] std::string_view characters(const HtmlNode* node);

/// Returns: the attribute's value; empty when the element has no such attribute.
[[nodiscard]] std::string attribute(const HtmlNode* node, const char* name);

/// Returns: all characters inside the element, as they stand.
[[nodiscard]] std::string inner_text(const HtmlNode* node);

/// Calls `visit(node)` for every element in document order, `root` included.
template <class Visit>
void for_each_element(const HtmlNode* root, const Visit& visit) {
  if (!tag(root).empty()) visit(root);
  for (const HtmlNode* child = first_child(root); child != nullptr; child = next_sibling(child)) for_each_element(child, visit);
}

}  // namespace isnad::corpus
