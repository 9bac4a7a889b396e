#include "extract/nlp/sentence_builder.h"

#include <string>
#include <utility>
#include <vector>

#include "extract/conllu/spans.h"
#include "extract/nlp/contractions.h"
#include "extract/text/normalizer.h"

namespace isnad::nlp {

namespace {

class Builder {
 public:
  Builder(std::string_view text, const RawSentence& raw) : text_(text), raw_(raw) {
    sentence_.id = raw.id;
    sentence_.span = raw.span;
    sentence_.text = raw.span.of(text);
    sentence_.lang = to_string(raw.language);
    sentence_.words.reserve(raw.tokens.size() + raw.tokens.size() / 4);
  }

  /// Adds a token with the forms of its words; with one word the token's own form stands, as in the text.
  void add(std::size_t number, std::vector<std::string> forms) {
    const Span span = raw_.tokens[number].span;
    std::string surface(span.of(text_));
    const bool glued = number + 1 < raw_.tokens.size() && raw_.tokens[number + 1].span.begin == span.end;
    std::string misc = glued ? "SpaceAfter=No" : "";
    if (forms.size() <= 1) {
      conllu::Word& word = sentence_.words.emplace_back();
      word.form = std::move(surface);
      word.misc = std::move(misc);
      word.span = span;
      return;
    }
    conllu::MultiwordToken token;
    token.first = sentence_.size() + 1;
    token.last = sentence_.size() + static_cast<int>(forms.size());
    token.form = std::move(surface);
    token.misc = std::move(misc);
    token.span = span;
    for (auto& form : forms) sentence_.words.emplace_back().form = std::move(form);
    conllu::set_word_spans(sentence_, token);
    sentence_.multiword_tokens.push_back(std::move(token));
  }

  conllu::Sentence finish() { return std::move(sentence_); }

 private:
  std::string_view text_;
  const RawSentence& raw_;
  conllu::Sentence sentence_;
};

std::vector<std::string> contracted_words(std::string_view token, const WordTables& tables) {
  const std::vector<std::uint32_t> borders = contraction_borders(token, tables);
  std::vector<std::string> words;
  for (std::size_t k = 0; k < borders.size(); ++k) {
    const std::size_t end = k + 1 < borders.size() ? borders[k + 1] : token.size();
    words.emplace_back(token.substr(borders[k], end - borders[k]));
  }
  return words;
}

}  // namespace

conllu::Sentence build_sentence(std::string_view text, const RawSentence& raw, const WordTables& tables,
                                const CliticSegmenter* segmenter) {
  Builder builder(text, raw);
  CliticSegmenter::Scratch scratch;
  const bool arabic = segmenter != nullptr && raw.language == Language::kArabic;
  std::string before;
  std::string now;
  std::string after;
  const auto clean = [&](std::size_t k) {
    return k < raw.tokens.size() ? text::clean_form(raw.tokens[k].span.of(text)) : std::string();
  };
  if (arabic) after = clean(0);
  for (std::size_t k = 0; k < raw.tokens.size(); ++k) {
    const Token& token = raw.tokens[k];
    std::vector<std::string> forms;
    if (arabic) {
      before = std::move(now);
      now = std::move(after);
      after = clean(k + 1);
      if (token.kind == TokenKind::kWord) {
        const auto* known = tables.function_words(now);
        forms = known != nullptr ? *known : segmenter->segment(now, before, after, scratch);
      }
      if (token.kind == TokenKind::kMixed) forms = segment_mixed(now);
    } else if (token.kind == TokenKind::kWord) {
      forms = contracted_words(token.span.of(text), tables);
    }
    builder.add(k, std::move(forms));
  }
  return builder.finish();
}

}  // namespace isnad::nlp
