#include "extract/corpus/html_content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/corpus/date.h"
#include "extract/corpus/html_blocks.h"
#include "extract/corpus/html_furniture.h"

namespace isnad::corpus {

namespace {

// Text outside paragraph elements counts only from this length on; below it is a label as likely as a sentence.
constexpr std::size_t kMinBareLetters = 80;
constexpr std::size_t kMinItemLetters = 20;
constexpr std::size_t kMinLinkedLetters = 40;
constexpr std::size_t kMinLeadLetters = 40;
constexpr std::size_t kMinHeadlineLetters = 12;
constexpr double kMinHomeLetters = 250;
constexpr std::size_t kMaxDateLetters = 30;
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
      if (tag(block.element) == "h1") {
        for (const HtmlNode* node = block.element; node != nullptr; node = parent(node)) holds_h1_.insert(node);
      }
      const double weight = prose(block);
      if (weight == 0) continue;
      total_ += weight;
      for (const HtmlNode* node = block.element; node != nullptr; node = parent(node)) inside_[node] += weight;
    }
  }

  std::string text(std::string_view title) {
    home_ = home(title);
    bodies_ = bodies();
    if (bodies_.empty()) return {};
    std::vector<const TextBlock*> kept = lead(title);
    for (const TextBlock& block : blocks_) {
      if (in_bodies(block) && belongs(block, title)) kept.push_back(&block);
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
  /// The `article` element with the page's own headline: where readers scroll on to further articles, those may be longer.
  const HtmlNode* home(std::string_view title) const {
    for (const TextBlock& block : blocks_) {
      if (!is_heading(block.element) || block.text != title) continue;
      const HtmlNode* node = block.element;
      while (node != nullptr && tag(node) != "article") node = parent(node);
      const auto found = inside_.find(node);
      if (found != inside_.end() && found->second >= kMinHomeLetters) return node;
    }
    return nullptr;
  }

  const HtmlNode* best_element() {
    std::map<const HtmlNode*, double> score;
    std::vector<const HtmlNode*> order;  // of first appearance, so that equals are decided by the page and not by addresses
    for (const TextBlock& block : blocks_) {
      double weight = prose(block);
      if (weight == 0 || in_furniture(block) || (home_ != nullptr && !is_within(block.element, home_))) continue;
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

  /// The element with the article, and its like beside it: some pages cut the text into pieces to put advertisements between.
  std::set<const HtmlNode*> bodies() {
    const HtmlNode* best = best_element();
    if (best == nullptr) return {};
    std::set<const HtmlNode*> out = {best};
    const std::string name = attribute(best, "class");
    if (name.empty() || !is_named_body(best)) return out;
    const HtmlNode* around = best;
    for (int up = 0; up < 3 && parent(around) != nullptr; ++up) around = parent(around);
    for (const auto& [node, weight] : inside_) {
      if (node != best && tag(node) == tag(best) && attribute(node, "class") == name && is_within(node, around))
        out.insert(node);
    }
    return out;
  }

  bool in_bodies(const TextBlock& block) const {
    const HtmlNode* node = block.element;
    while (node != nullptr && !bodies_.contains(node)) node = parent(node);
    return node != nullptr;
  }

  /// Sentences between the headline and the body: many pages set the first paragraph apart.
  std::vector<const TextBlock*> lead(std::string_view title) {
    const auto body = std::find_if(blocks_.begin(), blocks_.end(), [&](const TextBlock& block) { return in_bodies(block); });
    auto headline = body;
    while (headline != blocks_.begin() && !is_headline(*std::prev(headline), title)) --headline;
    if (headline == blocks_.begin()) return {};
    std::vector<const TextBlock*> out;
    for (auto block = headline; block != body; ++block) {
      const bool sentence = ends_a_sentence(block->text) && block->letters >= kMinLeadLetters && !block->mostly_links();
      if (sentence && !is_heading(block->element) && !is_furniture_line(block->text) && !in_furniture(*block))
        out.push_back(&*block);
    }
    return out;
  }

  static bool is_headline(const TextBlock& block, std::string_view title) {
    return is_heading(block.element) &&
           (block.text == title || (tag(block.element) == "h1" && block.letters >= kMinHeadlineLetters));
  }

  static bool is_within(const HtmlNode* node, const HtmlNode* container) {
    while (node != nullptr && node != container) node = parent(node);
    return node != nullptr;
  }

  bool in_furniture(const TextBlock& block) {
    for (const HtmlNode* node = block.element; node != nullptr && node != home_; node = parent(node)) {
      auto [found, is_new] = furniture_.emplace(node, false);
      if (is_new) {
        const Furniture kind = furniture(node);
        found->second = kind != Furniture::kNo && !(holds_most(node) && (kind == Furniture::kLikely || holds_h1_.contains(node)));
      }
      if (found->second) return true;
    }
    return false;
  }

  bool holds_most(const HtmlNode* node) const {
    const auto found = inside_.find(node);
    return found != inside_.end() && found->second >= kWrapperShare * total_;
  }

  bool belongs(const TextBlock& block, std::string_view title) {
    if (block.text == title || in_furniture(block) || is_furniture_line(block.text)) return false;
    if (is_heading(block.element)) return !block.mostly_links();
    const bool sentence = ends_a_sentence(block.text);
    // A paragraph that is one link is still a paragraph when it is a sentence; headlines of other articles have no full stop.
    if (block.mostly_links()) return is_paragraph(block) && block.text.ends_with('.') && block.letters >= kMinLinkedLetters;
    if (is_paragraph(block)) return sentence || block.letters > kMaxDateLetters || !iso_date(block.text);
    if (tag(block.element) == "li") return sentence || block.letters >= kMinItemLetters;
    return sentence || block.letters >= kMinBareLetters;
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
  const HtmlNode* home_ = nullptr;
  std::set<const HtmlNode*> bodies_;
  std::set<const HtmlNode*> holds_h1_;
  double total_ = 0;
};

}  // namespace

std::string article_text(const HtmlTree& page, std::string_view title) { return Finder(page).text(title); }

}  // namespace isnad::corpus
