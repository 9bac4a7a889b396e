#include "extract/corpus/html_blocks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/corpus/html_furniture.h"
#include "extract/corpus/plain_text.h"

namespace isnad::corpus {

namespace {

// Whatever is not here flows within its line; so do elements that HTML does not know.
constexpr std::array<std::string_view, 40> kBlockTags = {
    "html",       "body",       "div",    "p",       "section", "article", "main",    "header", "footer",   "nav",
    "aside",      "blockquote", "pre",    "ul",      "ol",      "li",      "dl",      "dt",     "dd",       "table",
    "thead",      "tbody",      "tfoot",  "tr",      "td",      "th",      "caption", "form",   "fieldset", "figure",
    "figcaption", "address",    "center", "details", "summary", "h1",      "h2",      "h3",     "h4",       "hr"};

bool is_block(std::string_view name) {
  return std::find(kBlockTags.begin(), kBlockTags.end(), name) != kBlockTags.end() || name == "h5" || name == "h6";
}

class Collector {
 public:
  std::vector<TextBlock> collect(const HtmlNode* root) {
    walk(root, {});
    flush(root);
    return std::move(blocks_);
  }

 private:
  struct Around {
    const HtmlNode* block = nullptr;
    bool link = false;
  };

  void walk(const HtmlNode* node, Around around) {
    const std::string_view name = tag(node);
    if (name.empty()) {
      add(characters(node), around.link);
      return;
    }
    if (name == "br") {
      add("\n", false);
      return;
    }
    const bool block = is_block(name) || around.block == nullptr;
    if (block) flush(around.block);
    if (furniture(node) == Furniture::kSurely) return;
    Around inside = around;
    if (block) inside.block = node;
    inside.link = around.link || name == "a" || name == "time";
    for (const HtmlNode* child = first_child(node); child != nullptr; child = next_sibling(child)) walk(child, inside);
    if (block) flush(node);
  }

  void add(std::string_view text, bool link) {
    const auto letters = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
      const bool continuation = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
      return !continuation && c != ' ' && (c < '\t' || c > '\r');
    }));
    letters_ += letters;
    if (link) link_letters_ += letters;
    if (text == "\n") {
      text_ += '\v';  // what `<br>` means; newlines of the source are only white space
    } else {
      text_.append(text);
    }
  }

  void flush(const HtmlNode* element) {
    std::string text;
    for (std::size_t begin = 0; begin <= text_.size();) {
      const std::size_t end = std::min(text_.find('\v', begin), text_.size());
      const std::string line = one_line(std::string_view(text_).substr(begin, end - begin));
      if (!line.empty()) text.append(text.empty() ? "" : "\n").append(line);
      begin = end + 1;
    }
    if (!text.empty()) blocks_.push_back({element, std::move(text), letters_, link_letters_});
    text_.clear();
    letters_ = 0;
    link_letters_ = 0;
  }

  std::vector<TextBlock> blocks_;
  std::string text_;
  std::size_t letters_ = 0;
  std::size_t link_letters_ = 0;
};

}  // namespace

std::vector<TextBlock> text_blocks(const HtmlTree& page) { return Collector().collect(page.root()); }

bool is_heading(const HtmlNode* element) {
  const std::string_view name = tag(element);
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

}  // namespace isnad::corpus
