#include "extract/conllu/spans.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace isnad::conllu {

namespace {

/// Longer tokens are divided by the lengths of their words instead: the alignment's cost is quadratic.
constexpr std::size_t kLongestAligned = 256;

bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Code points with where each begins; one more border at the end.
struct Letters {
  explicit Letters(std::string_view bytes) : bytes_(bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      if ((static_cast<unsigned char>(bytes[at]) & 0xC0U) != 0x80U) borders_.push_back(at);
    }
    borders_.push_back(bytes.size());
  }
  [[nodiscard]] std::size_t size() const { return borders_.size() - 1; }
  [[nodiscard]] std::string_view at(std::size_t k) const { return bytes_.substr(borders_[k], borders_[k + 1] - borders_[k]); }
  [[nodiscard]] std::size_t border(std::size_t k) const { return borders_[k]; }

 private:
  std::string_view bytes_;
  std::vector<std::size_t> borders_;
};

/// Returns: for each letter of `forms`, and its end, the letter of `token` at which it stands in the cheapest edit.
std::vector<std::size_t> edit_alignment(const Letters& forms, const Letters& token) {
  const std::size_t rows = forms.size() + 1;
  const std::size_t columns = token.size() + 1;
  std::vector<unsigned> cost(rows * columns);
  const auto at = [&](std::size_t i, std::size_t j) -> unsigned& { return cost[i * columns + j]; };
  // Costs of what is left, from the ends backwards, so that the walk forward prefers equal letters as early as can be.
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      if (i + 1 == rows || j + 1 == columns) {
        at(i, j) = static_cast<unsigned>((rows - 1 - i) + (columns - 1 - j));
        continue;
      }
      const unsigned change = forms.at(i) == token.at(j) ? 0 : 1;
      at(i, j) = std::min({at(i + 1, j + 1) + change, at(i + 1, j) + 1, at(i, j + 1) + 1});
    }
  }
  std::vector<std::size_t> where(rows, token.size());
  std::size_t i = 0;
  std::size_t j = 0;
  while (i + 1 < rows) {
    where[i] = j;
    if (j + 1 == columns) {
      ++i;
    } else if (at(i, j) == at(i + 1, j + 1) + (forms.at(i) == token.at(j) ? 0 : 1)) {
      ++i, ++j;
    } else if (at(i, j) == at(i + 1, j) + 1) {
      ++i;
    } else {
      ++j;
    }
  }
  return where;
}

/// Returns: where `form` stands in `text` from `from` on, spaces before it skipped, spaces within either being any run.
std::optional<Span> find_form(std::string_view text, std::string_view form, std::size_t from) {
  while (from < text.size() && is_ascii_space(text[from])) ++from;
  std::size_t at = from;
  for (std::size_t k = 0; k < form.size(); ++k) {
    if (form[k] == ' ') {
      while (at < text.size() && is_ascii_space(text[at])) ++at;
      continue;
    }
    if (at >= text.size() || text[at] != form[k]) return std::nullopt;
    ++at;
  }
  return Span{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at)};
}

}  // namespace

void set_word_spans(Sentence& sentence, const MultiwordToken& token) {
  std::string forms;
  std::vector<std::size_t> starts;
  for (int id = token.first; id <= token.last; ++id) {
    starts.push_back(Letters(forms).size());
    forms += sentence.word(id).form;
  }
  const Letters from(forms);
  const Letters to(token.form);
  const bool aligned = from.size() <= kLongestAligned && to.size() <= kLongestAligned;
  const std::vector<std::size_t> where = aligned ? edit_alignment(from, to) : std::vector<std::size_t>();
  const auto border = [&](std::size_t k) {
    const std::size_t letter = aligned ? where[starts[k]] : std::min(starts[k], to.size());
    return token.span.begin + static_cast<std::uint32_t>(to.border(letter));
  };
  for (std::size_t k = 0; k < starts.size(); ++k) {
    Word& word = sentence.word(token.first + static_cast<int>(k));
    word.span.begin = k == 0 ? token.span.begin : border(k);
    word.span.end = k + 1 == starts.size() ? token.span.end : border(k + 1);
  }
}

bool set_spans(Sentence& sentence) {
  const std::uint32_t base = sentence.span.begin;
  sentence.span.end = base + static_cast<std::uint32_t>(sentence.text.size());
  std::size_t at = 0;
  const auto leave_empty_from = [&](int id) {
    const Span empty{base + static_cast<std::uint32_t>(at), base + static_cast<std::uint32_t>(at)};
    for (int k = id; k <= sentence.size(); ++k) sentence.word(k).span = empty;
    for (MultiwordToken& later : sentence.multiword_tokens) {
      if (later.first >= id) later.span = empty;
    }
  };
  auto token = sentence.multiword_tokens.begin();
  for (int id = 1; id <= sentence.size();) {
    const bool multiword = token != sentence.multiword_tokens.end() && token->first == id;
    const auto found = find_form(sentence.text, multiword ? token->form : sentence.word(id).form, at);
    if (!found) {
      leave_empty_from(id);
      return false;
    }
    at = found->end;
    const Span span{base + found->begin, base + found->end};
    if (multiword) {
      token->span = span;
      if (span.size_bytes() == token->form.size()) {
        set_word_spans(sentence, *token);
      } else {
        sentence.word(id).span = span;  // the form has other spaces than the text
        for (int k = id + 1; k <= token->last; ++k) sentence.word(k).span = {span.end, span.end};
      }
      id = token->last + 1;
      ++token;
    } else {
      sentence.word(id++).span = span;
    }
  }
  return true;
}

}  // namespace isnad::conllu
