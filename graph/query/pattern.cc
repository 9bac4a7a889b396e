#include "graph/query/pattern.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/query/pattern_lexer.h"

namespace isnad::query {

namespace {

using Field = PatternCondition::Field;

struct FieldName {
  std::string_view name;
  Field field;
  /// Comparisons that make sense, as a message lists them.
  std::string_view comparisons;
};

constexpr std::array<FieldName, 9> kFields = {{
    {"date", Field::kDate, "= >= <="},
    {"published", Field::kPublished, "<="},
    {"confidence", Field::kConfidence, ">="},
    {"source", Field::kSource, "="},
    {"lang", Field::kLanguage, "="},
    {"modality", Field::kModality, "="},
    {"said-by", Field::kSpeaker, "="},
    {"sources", Field::kSources, ">="},
    {"kind", Field::kKind, "= !="},
}};

constexpr std::size_t kMostTriples = 32;

bool is_where(const Token& token) { return token.kind == TokenKind::kWord && (token.text == "where" || token.text == "حيث"); }
bool is_not(const Token& token) { return token.kind == TokenKind::kWord && (token.text == "not" || token.text == "نفي"); }

Comparison comparison_of(std::string_view sign) {
  if (sign == "=") return Comparison::kEqual;
  if (sign == "!=") return Comparison::kNotEqual;
  return sign == ">=" ? Comparison::kAtLeast : Comparison::kAtMost;
}

/// Recursive descent over the grammar of docs/query.md, one method a rule.
class Parser {
 public:
  explicit Parser(std::string_view text) : tokens_(pattern_tokens(text)) {}

  Pattern run() {
    if (peek().kind == TokenKind::kEnd) fail("a pattern needs a triple: ?x accuses ?y");
    while (true) {
      if (out_.triples.size() == kMostTriples) fail("a pattern may have 32 triples");
      triple();
      const bool separated = take_if(TokenKind::kDot);
      if (is_where(peek())) {
        ++at_;
        conditions(out_.conditions);
        take_if(TokenKind::kDot);
        if (peek().kind != TokenKind::kEnd) fail("nothing may follow the conditions; separate them by commas");
        break;
      }
      if (peek().kind == TokenKind::kEnd) break;
      if (!separated) fail("a triple ends here: write . and another, where and conditions, or [conditions]; quote names of several words");
    }
    check_variables();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Token& peek() const { return tokens_[at_]; }
  const Token& take() { return tokens_[at_++]; }
  bool take_if(TokenKind kind) {
    if (peek().kind != kind) return false;
    ++at_;
    return true;
  }
  [[noreturn]] void fail(const std::string& message) const { fail_at(peek(), message); }
  [[noreturn]] static void fail_at(const Token& token, const std::string& message) {
    throw PatternError(token.offset, token.size, message);
  }

  static PatternWords words_of(const Token& token) {
    PatternWords words{token.text, token.offset, token.size};
    // A bare name of several words: United_Nations.
    if (token.kind == TokenKind::kWord) std::replace(words.text.begin(), words.text.end(), '_', ' ');
    return words;
  }

  void use(const std::string& variable) {
    if (std::find(out_.variables.begin(), out_.variables.end(), variable) == out_.variables.end()) out_.variables.push_back(variable);
  }

  PatternTerm term(const char* missing) {
    const Token& token = peek();
    PatternTerm out;
    out.is_variable = token.kind == TokenKind::kVariable;
    if (!out.is_variable && token.kind != TokenKind::kWord && token.kind != TokenKind::kQuoted) fail(missing);
    ++at_;
    if (out.is_variable) {
      out.words = {token.text, token.offset, token.size};
      use(token.text);
    } else {
      out.words = words_of(token);
    }
    return out;
  }

  PatternRelation relation() {
    PatternRelation out;
    if (is_not(peek())) {
      out.denied = true;
      ++at_;
    }
    if (take_if(TokenKind::kStar)) {
      out.any = true;
      return out;
    }
    if (peek().kind == TokenKind::kVariable) {
      out.is_variable = true;
      const Token& token = take();
      out.words.push_back({token.text, token.offset, token.size});
      use(token.text);
      return out;
    }
    do {
      if (peek().kind != TokenKind::kWord && peek().kind != TokenKind::kQuoted) fail("a relation is missing: a word, a type such as ACCUSE, * or a variable");
      out.words.push_back(words_of(take()));
    } while (take_if(TokenKind::kBar));
    return out;
  }

  void triple() {
    PatternTriple out;
    out.subject = term("a subject is missing: a name or a variable");
    out.relation = relation();
    out.object = term("an object is missing: a name or a variable");
    if (take_if(TokenKind::kOpen)) {
      conditions(out.conditions);
      if (!take_if(TokenKind::kClose)) fail("] is missing");
    }
    out_.triples.push_back(std::move(out));
  }

  void conditions(std::vector<PatternCondition>& into) {
    do {
      into.push_back(condition());
    } while (take_if(TokenKind::kComma));
  }

  PatternCondition condition() {
    PatternCondition out;
    const Token& name = peek();
    std::string_view comparisons = "!=";
    if (name.kind == TokenKind::kVariable) {
      ++at_;
      out.field = Field::kVariable;
      out.variable = name.text;
      out.name = {name.text, name.offset, name.size};
    } else {
      const auto field = std::find_if(kFields.begin(), kFields.end(), [&](const FieldName& row) {
        return name.kind == TokenKind::kWord && row.name == name.text;
      });
      if (field == kFields.end()) fail("a condition begins with a variable or one of date published confidence source lang modality said-by sources kind");
      ++at_;
      out.field = field->field;
      out.name = {name.text, name.offset, name.size};
      comparisons = field->comparisons;
      if (out.field == Field::kKind) {
        if (peek().kind != TokenKind::kVariable) fail("kind asks of a variable: kind ?x = PER");
        const Token& variable = take();
        out.variable = variable.text;
        out.name = {variable.text, variable.offset, variable.size};
      }
    }
    const Token& sign = peek();
    if (sign.kind != TokenKind::kComparison || (" " + std::string(comparisons) + " ").find(" " + sign.text + " ") == std::string::npos) {
      fail(name.text + " is compared by " + std::string(comparisons));
    }
    ++at_;
    out.comparison = comparison_of(sign.text);
    do {
      const Token& value = peek();
      const bool wants_variable = out.field == Field::kVariable;
      if (wants_variable ? value.kind != TokenKind::kVariable : value.kind != TokenKind::kWord && value.kind != TokenKind::kQuoted) {
        fail(wants_variable ? "another variable is missing" : "a value is missing");
      }
      ++at_;
      out.values.push_back(wants_variable ? PatternWords{value.text, value.offset, value.size} : words_of(value));
    } while (take_if(TokenKind::kBar));
    return out;
  }

  void check_variables() const {
    const auto check = [&](const PatternCondition& condition, const PatternWords& where, const std::string& variable) {
      if (condition.field != Field::kKind && condition.field != Field::kVariable) return;
      if (std::find(out_.variables.begin(), out_.variables.end(), variable) == out_.variables.end()) {
        throw PatternError(where.offset, where.size, "no triple has the variable ?" + variable);
      }
    };
    const auto check_all = [&](const std::vector<PatternCondition>& conditions) {
      for (const auto& condition : conditions) {
        check(condition, condition.name, condition.variable);
        if (condition.field != Field::kVariable) continue;
        for (const auto& other : condition.values) check(condition, other, other.text);
      }
    };
    check_all(out_.conditions);
    for (const auto& triple : out_.triples) check_all(triple.conditions);
    for (const auto& triple : out_.triples) {
      if (!triple.relation.is_variable) continue;
      const auto& word = triple.relation.words.front();
      for (const auto& other : out_.triples) {
        for (const auto* end : {&other.subject, &other.object}) {
          if (end->is_variable && end->words.text == word.text) {
            throw PatternError(word.offset, word.size, "?" + word.text + " stands for a relation here and for an entity elsewhere");
          }
        }
      }
    }
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Pattern out_;
};

}  // namespace

std::size_t Pattern::variable_number(std::string_view name) const {
  return static_cast<std::size_t>(std::find(variables.begin(), variables.end(), name) - variables.begin());
}

Pattern parse_pattern(std::string_view text) { return Parser(text).run(); }

}  // namespace isnad::query
