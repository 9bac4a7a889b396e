#include "extract/corpus/html_content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "extract/corpus/html_blocks.h"
#include "extract/corpus/html_furniture.h"

namespace isnad::corpus {

namespace {

// Text outside paragraph elements counts only from this length on; below it is a label as likely as a sentence.
constexpr std::size_t kMinBareLetters = 80;
// What an element passes on to the next one around it: below 1, so that the innermost element with all paragraphs wins;
// high enough that an article in several sections beats its largest section.
constexpr double kDecay = 0.8;
constexpr double kBonusArticle = 1.25;
// An element that is furniture by its name only, but holds this share of the page's text, is a wrapper.
constexpr double kWrapperShare = 0.5;

bool is_paragraph(const TextBlock& block) {
  const std::string_view name = tag(block.element);
  return name == "p" || name == "blockquote" || name == "pre";
}

/// Returns: the letters that make a block a piece of an article; 0 when it is none by itself.
double prose(const TextBlock& block) {
  if (block.mostly_links() || is_heading(block.element) || is_furniture_line(block.text)) return 0;
  if (!is_paragraph(block) && block.letters < kMinBareLetters) return 0;
  return static_cast<double>(block.letters - block.link_letters);
}

class Finder {
 public:
  explicit Finder(const HtmlTree& page) : blocks_(text_blocks(page)) {
    for (const TextBlock& block : blocks_) {
      const double weight = prose(block);
      if (weight == 0) continue;
      total_ += weight;
      for (const HtmlNode* node = block.element; node != nullptr; node = parent(node)) inside_[node] += weight;
    }
  }

  std::string text(std::string_view title) {
    const HtmlNode* body = best_element();
    if (body == nullptr) return {};
    std::vector<const TextBlock*> kept;
    for (const TextBlock& block : blocks_) {
      if (is_within(block.element, body) && belongs(block, title)) kept.push_back(&block);
    }
    drop_loose_headings(kept);
    std::string out;
    std::set<std::string_view> seen;
    for (const TextBlock* block : kept) {
      if (!seen.insert(block->text).second) continue;
      if (!out.empty()) out += "\n\n";
      out += block->text;
    }
    return out;
  }

 private:
  const HtmlNode* best_element() {
    std::map<const HtmlNode*, double> score;
    std::vector<const HtmlNode*> order;  // of first appearance, so that equals are decided by the page and not by addresses
    for (const TextBlock& block : blocks_) {
      double weight = prose(block);
      if (weight == 0 || in_furniture(block)) continue;
      for (const HtmlNode* node = is_paragraph(block) ? parent(block.element) : block.element; node != nullptr;
           node = parent(node)) {
        if (score.emplace(node, 0).second) order.push_back(node);
        score[node] += weight;
        weight *= kDecay;
      }
    }
    const HtmlNode* best = nullptr;
    double best_score = 0;
    for (const HtmlNode* node : order) {
      const std::string_view name = tag(node);
      const bool article = name == "article" || name == "main" || is_named_body(node);
      const double weighed = score[node] * (article ? kBonusArticle : 1);
      if (weighed > best_score) {
        best = node;
        best_score = weighed;
      }
    }
    return best;
  }

  static bool is_within(const HtmlNode* node, const HtmlNode* container) {
    while (node != nullptr && node != container) node = parent(node);
    return node != nullptr;
  }

  bool in_furniture(const TextBlock& block) {
    for (const HtmlNode* node = block.element; node != nullptr; node = parent(node)) {
      auto [found, is_new] = furniture_.emplace(node, false);
      if (is_new) found->second = furniture(node) == Furniture::kLikely && inside_[node] < kWrapperShare * total_;
      if (found->second) return true;
    }
    return false;
  }

  bool belongs(const TextBlock& block, std::string_view title) {
    if (in_furniture(block) || block.mostly_links() || is_furniture_line(block.text)) return false;
    if (is_heading(block.element)) return block.text != title;
    if (is_paragraph(block) || tag(block.element) == "li") return block.text != title;
    return block.letters >= kMinBareLetters || ends_a_sentence(block.text);
  }

  static bool ends_a_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 11> kEnds = {".", "!", "?", "؟", "…", ".\"", "\".", "».", ".»", ".”", "”."};
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); });
  }

  /// A heading stays only as the heading of a paragraph.
  static void drop_loose_headings(std::vector<const TextBlock*>& kept) {
    std::vector<const TextBlock*> out;
    for (std::size_t k = 0; k < kept.size(); ++k) {
      const bool loose = is_heading(kept[k]->element) && (k + 1 == kept.size() || is_heading(kept[k + 1]->element));
      if (!loose) out.push_back(kept[k]);
    }
    kept = std::move(out);
  }

  std::vector<TextBlock> blocks_;
  std::map<const HtmlNode*, double> inside_;
  std::map<const HtmlNode*, bool> furniture_;
  double total_ = 0;
};

}  // namespace

std::string article_text(const HtmlTree& page, std::string_view title) { return Finder(page).text(title); }

}  // namespace isnad::corpus
