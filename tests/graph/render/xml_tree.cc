#include "tests/graph/render/xml_tree.h"

#include <libxml/parser.h>

#include <memory>
#include <stdexcept>

namespace isnad::testing {

namespace {

std::string text(const xmlChar* value) {
  return value == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(value));
}

XmlElement element(const xmlNode* node) {
  XmlElement out;
  out.name = text(node->name);
  for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
    if (attribute->children != nullptr) out.attributes[text(attribute->name)] = text(attribute->children->content);
  }
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) out.children.push_back(element(child));
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) out.text += text(child->content);
  }
  return out;
}

void collect(const XmlElement& root, std::vector<const XmlElement*>& out) {
  out.push_back(&root);
  for (const auto& child : root.children) collect(child, out);
}

}  // namespace

XmlElement parse_xml(const std::string& bytes) {
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOENT;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), "test.xml", nullptr, kOptions), xmlFreeDoc);
  if (document == nullptr) throw std::runtime_error("not well-formed XML");
  return element(xmlDocGetRootElement(document.get()));
}

std::vector<const XmlElement*> all_elements(const XmlElement& root) {
  std::vector<const XmlElement*> out;
  collect(root, out);
  return out;
}

std::vector<std::string> texts_of(const XmlElement& root, const std::string& name) {
  std::vector<std::string> out;
  for (const auto* found : all_elements(root)) {
    if (found->name == name) out.push_back(found->text);
  }
  return out;
}

}  // namespace isnad::testing
