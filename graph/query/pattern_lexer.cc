#include "graph/query/pattern_lexer.h"

#include <array>
#include <utility>

#include "graph/query/pattern.h"

namespace isnad::query {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Signs that end a bare word wherever they stand.
bool is_sign(char c) { return c == '[' || c == ']' || c == ',' || c == '|' || c == '"' || c == '=' || c == '<' || c == '>' || c == '?'; }

/// Letters beyond ASCII all count: variables may be Arabic.
bool in_variable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Quotation {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Quotation, 3> kQuotations = {{{"\"", "\""}, {"«", "»"}, {"“", "”"}}};
/// The Arabic comma separates as the Latin one does, and the full stop of Urdu is nobody's.
constexpr std::string_view kArabicComma = "،";

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      if (is_space(text_[at_])) {
        ++at_;
      } else {
        next();
      }
    }
    add(TokenKind::kEnd, 0);
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  void add(TokenKind kind, std::size_t size) { add(kind, size, std::string(text_.substr(at_, size))); }
  void add(TokenKind kind, std::size_t size, std::string text) {
    tokens_.push_back({kind, std::move(text), at_, size});
    at_ += size;
  }

  void next() {
    for (const auto& quotation : kQuotations) {
      if (rest().starts_with(quotation.open)) return quoted(quotation);
    }
    if (rest().starts_with(kArabicComma)) return add(TokenKind::kComma, kArabicComma.size());
    switch (text_[at_]) {
      case '?': return variable();
      case '[': return add(TokenKind::kOpen, 1);
      case ']': return add(TokenKind::kClose, 1);
      case ',': return add(TokenKind::kComma, 1);
      case '|': return add(TokenKind::kBar, 1);
      case '=': return add(TokenKind::kComparison, 1);
      case '>':
      case '<':
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '=') return add(TokenKind::kComparison, 2);
        throw PatternError(at_, 1, "write >= or <=");
      case '!':
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '=') return add(TokenKind::kComparison, 2);
        return word();
      default: return word();
    }
  }

  void variable() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && in_variable(text_[end]) && text_.substr(end, kArabicComma.size()) != kArabicComma) ++end;
    if (end == at_ + 1) throw PatternError(at_, 1, "a variable needs a name: ?x");
    add(TokenKind::kVariable, end - at_, std::string(text_.substr(at_ + 1, end - at_ - 1)));
  }

  void quoted(const Quotation& quotation) {
    std::string out;
    for (std::size_t end = at_ + quotation.open.size(); end < text_.size(); ++end) {
      if (text_.substr(end).starts_with(quotation.close)) {
        if (out.find_first_not_of(" \t\r\n") == std::string::npos) throw PatternError(at_, end - at_ + 1, "nothing is quoted here");
        return add(TokenKind::kQuoted, end + quotation.close.size() - at_, std::move(out));
      }
      if (text_[end] == '\\' && end + 1 < text_.size()) ++end;
      out += text_[end];
    }
    throw PatternError(at_, quotation.open.size(), "this quotation does not end");
  }

  void word() {
    std::size_t end = at_;
    const auto goes_on = [&] {
      if (end >= text_.size() || is_space(text_[end]) || is_sign(text_[end])) return false;
      if (text_[end] == '!' && text_.substr(end).starts_with("!=")) return false;
      return text_.substr(end, kArabicComma.size()) != kArabicComma && !text_.substr(end).starts_with("«") &&
             !text_.substr(end).starts_with("“");
    };
    while (goes_on()) ++end;
    std::string_view found = text_.substr(at_, end - at_);
    if (found == ".") return add(TokenKind::kDot, 1);
    if (found == "*") return add(TokenKind::kStar, 1);
    // `Turkey.` ends a triple, `U.S.` does not.
    const bool ends_triple = found.size() > 1 && found.find('.') == found.size() - 1;
    if (ends_triple) found.remove_suffix(1);
    add(TokenKind::kWord, found.size());
    if (ends_triple) add(TokenKind::kDot, 1);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> pattern_tokens(std::string_view text) { return Lexer(text).run(); }

}  // namespace isnad::query
