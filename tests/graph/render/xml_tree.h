#pragma once

#include <map>
#include <string>
#include <vector>

namespace isnad::testing {

/// One element of an XML document.
struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  /// Its own text, references resolved.
  std::string text;
  std::vector<XmlElement> children;
};

/// Throws: std::runtime_error when the document is not well-formed.
[[nodiscard]] XmlElement parse_xml(const std::string& bytes);

/// Returns: the element and all below it, in document order.
[[nodiscard]] std::vector<const XmlElement*> all_elements(const XmlElement& root);

/// Returns: the text of all elements of that name, one after the other.
[[nodiscard]] std::vector<std::string> texts_of(const XmlElement& root, const std::string& name);

}  // namespace isnad::testing
