#include "extract/corpus/html_furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/corpus/plain_text.h"

namespace isnad::corpus {

namespace {

// Never text for reading.
constexpr std::array<std::string_view, 22> kHiddenTags = {
    "script", "style", "template", "iframe", "object", "svg",    "math",   "canvas",     "video", "audio",  "button",
    "select", "input", "textarea", "label",  "nav",    "footer", "figure", "figcaption", "menu",  "dialog", "head"};

constexpr std::array<std::string_view, 8> kFurnitureRoles = {"navigation", "banner", "contentinfo", "complementary",
                                                             "search",     "menu",   "dialog",      "toolbar"};

// Words in class and id, after splitting at anything but letters and between aB.
constexpr std::array<std::string_view, 41> kFurnitureWords = {
    "nav",          "navbar", "navigation", "menu",     "sidebar",    "share",    "sharing",   "social",   "subscribe",
    "subscription", "signup", "ad",         "ads",      "banner",     "promo",    "promotion", "cookie",   "cookies",
    "consent",      "popup",  "modal",      "tags",     "taglist",    "keywords", "caption",   "credit",   "byline",
    "author",       "meta",   "timestamp",  "dateline", "pagination", "pager",    "toolbar",   "trending", "popular",
    "mostread",     "ticker", "login",      "search",   "slideshow"};

// The same, but any word that starts so (`relatedposts`).
constexpr std::array<std::string_view, 6> kFurnitureStarts = {"related",    "recommend", "newsletter",
                                                              "breadcrumb", "advert",    "sponsor"};

// Two words next to each other.
constexpr std::array<std::string_view, 14> kBodyNames = {
    "article body", "articlebody", "story body", "story content", "article content", "article text", "entry content",
    "post content", "post body",   "news body",  "news text",     "news content",    "body text",    "article details"};

// Lines that are not the article's, in lower case: how they start, so far that no sentence of news does, and whole.
constexpr std::array<std::string_view, 44> kLineStarts = {
    "اقرأ أيضا",        "اقرأ أيضًا",          "اقرأ أيضاً",       "إقرأ أيضا",       "اقرأ المزيد",        "إقرأ المزيد",
    "اقرأ كذلك",        "شاهد أيضا",          "مواضيع ذات صلة",  "موضوعات ذات صلة", "أخبار ذات صلة",      "أخبار متعلقة",
    "مقالات ذات صلة",   "مواضيع متعلقة",      "موضوعات متعلقة",  "اشترك في نشرت",   "اشترك في النشرة",    "اشترك فى النشرة",
    "اشتركوا في نشرت",  "اشتركوا في النشرة",  "اشترك في قناتنا", "تابعنا على",      "تابعونا على",        "شارك هذا الخبر",
    "شارك هذا المقال",  "شارك هذا الموضوع",   "شارك المقال",     "شارك الخبر",      "جميع الحقوق محفوظة", "كلمات مفتاحية",
    "read more:",       "read also",          "also read:",      "related:",        "related articles",   "see also:",
    "subscribe to our", "sign up for our",    "sign up to our",  "follow us on",    "share this article", "share this story",
    "like this story?", "all rights reserved"};
constexpr std::array<std::string_view, 23> kWholeLines = {
    "إعلان",           "إعلانات", "ذات صلة",       "شارك",     "طباعة",        "الأكثر قراءة",    "المصدر",
    "المصدر: وكالات",  "وسوم",    "advertisement", "ad",       "read more",    "related",         "most read",
    "share",           "print",   "comments",      "see also", "related news", "related stories", "related posts",
    "explore further", "tags"};

constexpr std::size_t kMaxLineBytes = 240;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <std::size_t N>
bool starts_with_any(const std::array<std::string_view, N>& starts, std::string_view text) {
  return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) { return text.starts_with(start); });
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::vector<std::string> words_of(std::string_view names) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(ascii_lower(word));
    word.clear();
  };
  for (std::size_t k = 0; k < names.size(); ++k) {
    const char c = names[k];
    if (!is_upper(c) && !is_lower(c)) {
      flush();
      continue;
    }
    if (is_upper(c) && k > 0 && is_lower(names[k - 1])) flush();
    word.push_back(c);
  }
  flush();
  return words;
}

std::vector<std::string> name_words(const HtmlNode* element) {
  return words_of(attribute(element, "class") + " " + attribute(element, "id"));
}

bool is_inside_article(const HtmlNode* element) {
  while (element != nullptr && tag(element) != "article" && tag(element) != "main") element = parent(element);
  return element != nullptr;
}

bool is_hidden(const HtmlNode* element) {
  if (attribute(element, "aria-hidden") == "true") return true;
  std::string style = ascii_lower(attribute(element, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

}  // namespace

Furniture furniture(const HtmlNode* element) {
  const std::string_view name = tag(element);
  if (contains(kHiddenTags, name)) return Furniture::kSurely;
  if (name == "html" || name == "body" || name == "main" || name == "article") return Furniture::kNo;
  if (contains(kFurnitureRoles, ascii_lower(attribute(element, "role"))) || is_hidden(element)) return Furniture::kLikely;
  // Usually beside the article; now and then around it.
  if (name == "aside" || name == "noscript" || name == "form" || (name == "header" && !is_inside_article(element)))
    return Furniture::kLikely;
  if (is_named_body(element)) return Furniture::kNo;
  const std::vector<std::string> words = name_words(element);
  Furniture out = Furniture::kNo;
  for (const std::string& word : words) {
    if (word == "footer" || word == "copyright" || word == "disqus" || word.starts_with("comment")) return Furniture::kVeryLikely;
    if (contains(kFurnitureWords, word) || starts_with_any(kFurnitureStarts, word)) out = Furniture::kLikely;
  }
  return out;
}

bool is_named_body(const HtmlNode* element) {
  if (ascii_lower(attribute(element, "itemprop")) == "articlebody") return true;
  const std::vector<std::string> words = name_words(element);
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (contains(kBodyNames, words[k])) return true;
    if (k + 1 < words.size() && contains(kBodyNames, words[k] + " " + words[k + 1])) return true;
  }
  return false;
}

bool is_furniture_line(std::string_view line) {
  if (line.size() > kMaxLineBytes) return false;
  const std::string lower = ascii_lower(line);
  std::string_view label = lower;
  while (label.ends_with(':') || label.ends_with(' ')) label.remove_suffix(1);
  return contains(kWholeLines, label) || starts_with_any(kLineStarts, lower);
}

}  // namespace isnad::corpus
