#include "extract/corpus/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <mutex>

#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

struct FreeParser {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

struct FreeChars {
  void operator()(xmlChar* chars) const { xmlFree(chars); }
};
using Chars = std::unique_ptr<xmlChar, FreeChars>;

}  // namespace

void initialise_parser() {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
}

void HtmlTree::Free::operator()(_xmlDoc* tree) const { xmlFreeDoc(tree); }

HtmlTree::HtmlTree(std::string_view utf8) {
  initialise_parser();
  const std::unique_ptr<htmlParserCtxt, FreeParser> context(htmlNewParserCtxt());
  if (!context) throw Unusable("the HTML parser cannot start");
  // Without HTML_PARSE_HUGE libxml2 stops at a depth of 256, which also bounds the recursions over the tree.
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  tree_.reset(htmlCtxtReadMemory(context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
  // The parser keeps going after any error of the page's author; only giving up is fatal.
  if (context->disableSAX != 0) throw Unusable("HTML nested too deep");
  if (!tree_ || root() == nullptr) throw Unusable("no HTML in it");
}

HtmlTree::~HtmlTree() = default;

const HtmlNode* HtmlTree::root() const { return xmlDocGetRootElement(tree_.get()); }

const HtmlNode* first_child(const HtmlNode* node) { return node->type == XML_ELEMENT_NODE ? node->children : nullptr; }

const HtmlNode* next_sibling(const HtmlNode* node) { return node->next; }

const HtmlNode* parent(const HtmlNode* node) {
  return node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE ? node->parent : nullptr;
}

std::string_view tag(const HtmlNode* node) { return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{}; }

std::string_view characters(const HtmlNode* node) {
  return node->type == XML_TEXT_NODE ? view(node->content) : std::string_view{};
}

std::string attribute(const HtmlNode* node, const char* name) {
  const Chars value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
  return std::string(view(value.get()));
}

std::string inner_text(const HtmlNode* node) {
  const Chars value(xmlNodeGetContent(node));
  return std::string(view(value.get()));
}

}  // namespace isnad::corpus
