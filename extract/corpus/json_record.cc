#include "extract/corpus/jsonl_article.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kMaxDepth = 64;

using Json = nlohmann::json;

/// Follows the parser through one object. Depth 1 is the article, 2 its list of sentences, 3 one of them.
class ArticleHandler final : public nlohmann::json_sax<Json> {
 public:
  JsonlArticle article;

  bool null() override { return scalar({}, true); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false", false); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool string(string_t& value) override {
    // Left over at the end of strings by programs in C.
    std::replace(value.begin(), value.end(), '\0', ' ');
    return scalar(value, true);
  }
  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override {
    if (in_sentences() && depth_ == 2) {
      article.sentences.emplace_back();
    } else if (depth_ != 0) {
      refuse_known_field();
    }
    return deeper();
  }
  bool start_array(std::size_t) override {
    if (depth_ == 0) throw Unusable("a JSON list where one object is expected");
    if (depth_ == 1 && key_ == "sentences") {
      article.has_sentences = true;
      article.sentences.clear();
      in_list_ = true;
    } else {
      refuse_known_field();
    }
    return deeper();
  }
  bool end_object() override {
    --depth_;
    return true;
  }
  bool end_array() override {
    if (--depth_ == 1) in_list_ = false;
    return true;
  }
  bool key(string_t& name) override {
    if (depth_ == 1) key_ = name;
    inner_key_ = depth_ == 3 ? name : string_t();
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    std::string what = error.what();
    // "... syntax error while parsing value - invalid literal; last read: '...'": the middle is what helps.
    const std::size_t begin = what.find(" - ");
    what = begin == std::string::npos ? std::string("syntax error") : what.substr(begin + 3);
    throw Unusable("broken JSON at byte " + std::to_string(position) + ": " + what.substr(0, what.find(';')));
  }

 private:
  /// A number can be a name or a date, never a text.
  bool number(std::string written) {
    const bool is_sentence = in_sentences() && depth_ == 2;
    return scalar(std::move(written), !is_sentence && (depth_ == 1 ? key_ : inner_key_) != "text");
  }

  [[nodiscard]] bool in_sentences() const { return in_list_; }

  bool deeper() {
    if (++depth_ > kMaxDepth) throw Unusable("JSON nested deeper than " + std::to_string(kMaxDepth));
    return true;
  }

  [[nodiscard]] std::string* field() {
    if (depth_ == 1) {
      if (key_ == "id") return &article.id;
      if (key_ == "title") return &article.title;
      if (key_ == "date") return &article.date;
      if (key_ == "source") return &article.source;
      if (key_ == "url") return &article.url;
      if (key_ == "lang") return &article.lang;
      if (key_ == "text") return &article.text;
    } else if (depth_ == 3 && in_sentences()) {
      if (inner_key_ == "id") return &article.sentences.back().id;
      if (inner_key_ == "text") return &article.sentences.back().text;
    }
    return nullptr;
  }

  void refuse_known_field() {
    if (field() != nullptr) throw Unusable("\"" + (depth_ == 1 ? key_ : inner_key_) + "\" is not a string");
    if (depth_ == 1 && key_ == "sentences") throw Unusable("\"sentences\" is not a list");
    if (in_sentences() && depth_ == 2) throw Unusable("\"sentences\" holds something that is no sentence");
  }

  bool scalar(std::string value, bool fits) {
    if (depth_ == 0) throw Unusable("no JSON object");
    if (depth_ == 1 && key_ == "sentences" && !value.empty()) refuse_known_field();
    if (!fits) {
      refuse_known_field();
    } else if (in_sentences() && depth_ == 2) {
      article.sentences.push_back({{}, std::move(value)});
    } else if (std::string* to = field()) {
      *to = std::move(value);
    }
    return true;
  }

  std::size_t depth_ = 0;
  bool in_list_ = false;
  std::string key_;
  std::string inner_key_;
};

}  // namespace

JsonlArticle parse_jsonl_article(std::string_view line) {
  ArticleHandler handler;
  Json::sax_parse(line.begin(), line.end(), &handler);
  return std::move(handler.article);
}

}  // namespace isnad::corpus
