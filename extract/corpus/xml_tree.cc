#include "extract/corpus/xml_tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlsave.h>

#include "extract/corpus/plain_text.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

struct FreeParser {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

struct FreeBuffer {
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};

}  // namespace

void XmlTree::Free::operator()(_xmlDoc* tree) const { xmlFreeDoc(tree); }

XmlTree::XmlTree(std::string_view utf8) {
  initialise_parser();
  require_few_attributes(utf8);
  const std::unique_ptr<xmlParserCtxt, FreeParser> context(xmlNewParserCtxt());
  if (!context) throw Unusable("the XML parser cannot start");
  // Without XML_PARSE_HUGE libxml2 bounds depth and the growth of entities.
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_NOCDATA |
                           XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC;
  tree_.reset(xmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
  if (context->wellFormed == 0) {
    const xmlError* error = xmlCtxtGetLastError(context.get());
    fault_ = error == nullptr || error->message == nullptr ? "damaged" : one_line(error->message);
    fault_line_ = error == nullptr ? 0 : static_cast<std::uint64_t>(error->line);
    // Whatever the last complaint is: a document that is whole ends with the end of its root.
    cut_short_ = !trimmed(utf8).ends_with('>') ||
                 (error != nullptr && (error->code == XML_ERR_TAG_NOT_FINISHED || error->code == XML_ERR_DOCUMENT_END));
  }
  if (!tree_ || root() == nullptr) throw Unusable("no XML in it" + (fault_.empty() ? "" : ": " + fault_), fault_line_);
}

XmlTree::~XmlTree() = default;

const HtmlNode* XmlTree::root() const { return xmlDocGetRootElement(tree_.get()); }

std::uint64_t line_of(const HtmlNode* element) { return static_cast<std::uint64_t>(xmlGetLineNo(element)); }

std::string inner_markup(const HtmlNode* element) {
  const std::unique_ptr<xmlBuffer, FreeBuffer> buffer(xmlBufferCreate());
  if (!buffer) throw Unusable("out of memory");
  for (const HtmlNode* child = first_child(element); child != nullptr; child = next_sibling(child)) {
    // libxml2 declares no const, and changes nothing.
    xmlNodeDump(buffer.get(), child->doc, const_cast<xmlNode*>(child), 0, 0);
  }
  return reinterpret_cast<const char*>(xmlBufferContent(buffer.get()));
}

std::string_view vocabulary(const HtmlNode* element) {
  if (element->ns == nullptr || element->ns->href == nullptr) return {};
  return reinterpret_cast<const char*>(element->ns->href);
}

}  // namespace isnad::corpus
