#include "extract/corpus/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
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

void require_few_attributes(std::string_view markup) {
  // About a second's worth of comparisons.
  constexpr std::uint64_t kMostComparisons = 500'000'000;
  std::uint64_t comparisons = 0;
  for (std::size_t at = markup.find('<'); at != std::string_view::npos; at = markup.find('<', at + 1)) {
    if (at + 1 < markup.size() && std::isalpha(static_cast<unsigned char>(markup[at + 1])) == 0) continue;
    std::uint64_t attributes = 0;
    bool gap = false;
    for (++at; at < markup.size() && markup[at] != '>'; ++at) {
      const char c = markup[at];
      const bool space = c == ' ' || (c >= '\t' && c <= '\r') || c == '/';
      attributes += gap && !space ? 1 : 0;
      gap = space;
      if (c != '=') continue;
      // A value in quotation marks may hold anything, and needs no space after it.
      const std::size_t value = markup.find_first_not_of(" \t\r\n\f", at + 1);
      if (value == std::string_view::npos || (markup[value] != '"' && markup[value] != '\'')) continue;
      at = std::min(markup.find(markup[value], value + 1), markup.size());
      gap = true;
    }
    comparisons += attributes * attributes;
    if (comparisons > kMostComparisons) throw Unusable("tags with too many attributes to be a page");
    if (at >= markup.size()) break;
  }
}

void HtmlTree::Free::operator()(_xmlDoc* tree) const { xmlFreeDoc(tree); }

HtmlTree::HtmlTree(std::string_view utf8) {
  initialise_parser();
  require_few_attributes(utf8);
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
