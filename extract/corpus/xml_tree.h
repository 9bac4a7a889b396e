#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "extract/corpus/html_tree.h"

namespace isnad::corpus {

/// A parsed XML document; nothing is fetched, no entity is expanded but the five of XML itself. Its nodes are those of
/// html_tree.h, whose functions serve here too; names are local (without prefix).
class XmlTree {
 public:
  /// Requires: `utf8` is valid UTF-8, whatever encoding it declares.
  /// Throws: Unusable when nothing in it is XML.
  explicit XmlTree(std::string_view utf8);
  ~XmlTree();
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;

  [[nodiscard]] const HtmlNode* root() const;

  /// Returns: what is wrong with the document, of which then only the part before the fault is here, and on which line; empty for
  /// well-formed XML.
  [[nodiscard]] const std::string& fault() const { return fault_; }
  [[nodiscard]] std::uint64_t fault_line() const { return fault_line_; }
  /// Returns: whether the document ends too early, so that its last elements are cut off.
  [[nodiscard]] bool cut_short() const { return cut_short_; }

 private:
  struct Free {
    void operator()(_xmlDoc* tree) const;
  };
  std::unique_ptr<_xmlDoc, Free> tree_;
  std::string fault_;
  std::uint64_t fault_line_ = 0;
  bool cut_short_ = false;
};

/// Returns: the line of the file on which the element begins.
[[nodiscard]] std::uint64_t line_of(const HtmlNode* element);

/// Returns: what is inside the element, as markup.
[[nodiscard]] std::string inner_markup(const HtmlNode* element);

/// Returns: the address that names the element's vocabulary; empty for none.
[[nodiscard]] std::string_view vocabulary(const HtmlNode* element);

}  // namespace isnad::corpus
