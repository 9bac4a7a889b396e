#include "extract/corpus/json_record.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxDepth = 64;

// Under these names an object holds its array of articles, or an object that does.
constexpr std::array<std::string_view, 16> kContainers = {"articles", "items",    "results", "data",    "documents", "docs",
                                                          "hits",     "news",     "posts",   "entries", "entry",     "rows",
                                                          "records",  "response", "stories", "value"};

/// Thrown to end the parsing early; no fault.
struct Enough {};

/// What a level of nesting is.
enum class Level : std::uint8_t {
  /// The outermost object: an article, or what holds articles.
  kOuter,
  /// An object or array on the way to the articles.
  kContainer,
  kArticle,
  /// An object in an article that a name of the map leads into.
  kPart,
  kSentences,
  kSentence,
  /// Nothing in it is wanted.
  kOther,
};

/// Follows the parser. One article at a time is under way.
class RecordHandler final : public nlohmann::json_sax<Json> {
 public:
  using Finished = std::function<void(ArticleRecord&&)>;

  /// `single`: the value is one article and nothing else will do.
  RecordHandler(const FieldMap& fields, bool single, Finished finished, std::function<void()> begun)
      : fields_(fields), single_(single), finished_(std::move(finished)), begun_(std::move(begun)) {}

  bool null() override { return scalar({}, true); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false", false); }
  bool number_integer(number_integer_t value) override { return scalar(std::to_string(value), number_fits()); }
  bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value), number_fits()); }
  bool number_float(number_float_t, const string_t& written) override { return scalar(written, number_fits()); }
  bool string(string_t& value) override {
    // Left over at the end of strings by programs in C.
    std::replace(value.begin(), value.end(), '\0', ' ');
    return scalar(std::move(value), true);
  }
  bool binary(binary_t&) override { return true; }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }

  bool start_object(std::size_t) override {
    Level next = Level::kOther;
    switch (level()) {
      case Level::kContainer:
        next = in_array_ ? Level::kArticle : enters_container() ? Level::kContainer : Level::kOther;
        break;
      case Level::kOuter:
        if (enters_container()) {
          next = Level::kContainer;
          break;
        }
        [[fallthrough]];
      case Level::kArticle:
        next = enter_part();
        break;
      case Level::kPart:
        next = enter_part();
        break;
      case Level::kSentences:
        next = Level::kSentence;
        break;
      case Level::kSentence:
        refuse_sentence_text();
        break;
      case Level::kOther:
        break;
    }
    if (levels_.empty()) next = single_ ? Level::kArticle : Level::kOuter;
    if (next == Level::kArticle || next == Level::kOuter) begin_article();
    if (next == Level::kSentence) record_.sentences.emplace_back();
    return deeper(next, false);
  }

  bool start_array(std::size_t) override {
    Level next = Level::kOther;
    if (levels_.empty()) {
      if (single_) throw Unusable("a JSON list where one object is expected");
      next = Level::kContainer;
    } else if (level() == Level::kContainer || level() == Level::kOuter) {
      if (!in_array_ && (enters_container() || (key_ == "content" && level() == Level::kContainer))) next = Level::kContainer;
      if (in_array_) next = Level::kOther;
    }
    if (next == Level::kOther && (level() == Level::kArticle || level() == Level::kOuter)) {
      if (key_ == "sentences") {
        record_.has_sentences = true;
        record_.sentences.clear();
        next = Level::kSentences;
      } else {
        refuse_field();
      }
    } else if (level() == Level::kSentences) {
      throw Unusable("\"sentences\" holds something that is no sentence");
    } else if (level() == Level::kSentence) {
      refuse_sentence_text();
    }
    return deeper(next, true);
  }

  bool end_object() override {
    const Level ended = shallower();
    if (ended == Level::kArticle || (ended == Level::kOuter && !found_within_)) finished_(std::move(record_));
    if (ended == Level::kArticle && !single_) found_within_ = true;
    if (ended == Level::kPart) path_.resize(path_.rfind('.', path_.size() - 2) + 1);
    return true;
  }
  bool end_array() override {
    shallower();
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
  struct Frame {
    Level level;
    bool array;
  };

  [[nodiscard]] Level level() const { return levels_.empty() ? Level::kOther : levels_.back().level; }

  [[nodiscard]] bool enters_container() const {
    return std::find(kContainers.begin(), kContainers.end(), key_) != kContainers.end() && levels_.size() <= 4;
  }

  void begin_article() {
    record_ = {};
    path_.clear();
    begun_();
  }

  /// An object inside an article: wanted when a name of the map leads into it.
  Level enter_part() {
    // Elasticsearch wraps each of its documents in one of these.
    if (key_ == "_source") {
      path_ += "_source.";
      return Level::kPart;
    }
    const std::string name = path() + key_;
    if (!fields_.leads_into(name)) {
      refuse_field();
      if (level() != Level::kPart && key_ == "sentences") throw Unusable("\"sentences\" is not a list");
      return Level::kOther;
    }
    path_ += key_ + ".";
    return Level::kPart;
  }

  [[nodiscard]] std::string path() const { return path_.starts_with("_source.") ? path_.substr(8) : path_; }

  /// The field that the value at hand is for. Parts of an article are looked up with the names that lead to them.
  [[nodiscard]] std::optional<FieldMap::Match> field() const {
    if (in_array_ || (level() != Level::kArticle && level() != Level::kOuter && level() != Level::kPart)) return std::nullopt;
    return fields_.find(path() + key_);
  }

  [[nodiscard]] bool number_fits() const {
    if (level() == Level::kSentence) return key_ != "text";
    if (level() == Level::kSentences) return false;
    const auto match = field();
    return !match || match->field != Field::kText;
  }

  /// A field by its own name, or the one that the user named, must hold what it says; other names can mean other things.
  void refuse_field() const {
    const auto match = field();
    if (match && match->rank == 0) throw Unusable("\"" + key_ + "\" is not a string");
  }

  void refuse_sentence_text() const {
    if (key_ == "text" || key_ == "id") throw Unusable("\"" + key_ + "\" is not a string");
  }

  bool scalar(std::string value, bool fits) {
    if (levels_.empty()) throw Unusable("no JSON object");
    switch (level()) {
      case Level::kSentences:
        if (!fits) throw Unusable("\"sentences\" holds something that is no sentence");
        record_.sentences.push_back({{}, std::move(value)});
        break;
      case Level::kSentence:
        if (!fits) refuse_sentence_text();
        if (key_ == "id") record_.sentences.back().id = std::move(value);
        if (key_ == "text") record_.sentences.back().text = std::move(value);
        break;
      case Level::kArticle:
      case Level::kOuter:
      case Level::kPart:
        if (level() != Level::kPart && key_ == "sentences" && !value.empty()) throw Unusable("\"sentences\" is not a list");
        if (const auto match = field()) {
          if (fits) {
            record_.set(*match, std::move(value));
          } else {
            refuse_field();
          }
        }
        break;
      case Level::kContainer:
      case Level::kOther:
        break;
    }
    return true;
  }

  bool deeper(Level next, bool array) {
    if (levels_.size() == kMaxDepth) throw Unusable("JSON nested deeper than " + std::to_string(kMaxDepth));
    levels_.push_back({next, array});
    in_array_ = array;
    return true;
  }

  Level shallower() {
    const Level ended = levels_.back().level;
    levels_.pop_back();
    in_array_ = !levels_.empty() && levels_.back().array;
    return ended;
  }

  const FieldMap& fields_;
  bool single_;
  Finished finished_;
  std::function<void()> begun_;
  std::vector<Frame> levels_;
  bool in_array_ = false;
  bool found_within_ = false;
  std::string key_;
  std::string path_;
  ArticleRecord record_;
};

/// Counts lines, and the bytes of the article at hand.
struct Position {
  ByteReader& bytes;
  std::uint64_t& line;
  std::size_t article_bytes = 0;
};

/// The characters of a stream as nlohmann's parser wants them.
class Characters {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit Characters(Position* position) : position_(position) {}

  char operator*() const { return position_->bytes.front(); }
  Characters& operator++() {
    if (position_->bytes.front() == '\n') ++position_->line;
    position_->bytes.pop();
    if (++position_->article_bytes > kMaxRawBytes)
      throw Unusable("an article of more than " + std::to_string(kMaxRawBytes >> 20U) + " MiB", position_->line);
    return *this;
  }
  Characters operator++(int) {
    Characters before = *this;
    ++*this;
    return before;
  }
  // Only ever asked whether the end is reached.
  friend bool operator==(const Characters& a, const Characters& b) {
    const Position* position = a.position_ != nullptr ? a.position_ : b.position_;
    return a.position_ == b.position_ || position->bytes.at_end();
  }

 private:
  Position* position_;
};

}  // namespace

ArticleRecord parse_json_record(std::string_view line, const FieldMap& fields) {
  ArticleRecord out;
  RecordHandler handler(
      fields, true, [&](ArticleRecord&& record) { out = std::move(record); }, [] {});
  Json::sax_parse(line.begin(), line.end(), &handler);
  return out;
}

bool read_json_value(ByteReader& bytes, const FieldMap& fields, const JsonSink& sink, std::uint64_t& line,
                     std::uint64_t& number) {
  Position position{bytes, line};
  std::uint64_t article_line = line;
  RecordHandler handler(
      fields, false,
      [&](ArticleRecord&& record) {
        position.article_bytes = 0;
        if (!sink.article(std::move(record), article_line, ++number)) throw Enough{};
      },
      [&] {
        article_line = line;
        position.article_bytes = 0;
      });
  try {
    Json::sax_parse(Characters(&position), Characters(nullptr), &handler, Json::input_format_t::json, false);
  } catch (const Enough&) {
    return false;
  }
  return true;
}

}  // namespace isnad::corpus
