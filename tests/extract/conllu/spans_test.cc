#include "extract/conllu/spans.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace isnad::conllu {
namespace {

/// One multiword token that fills the text.
Sentence of_token(const std::string& token, const std::vector<std::string>& forms) {
  Sentence sentence;
  sentence.text = token;
  for (const auto& form : forms) sentence.words.emplace_back().form = form;
  MultiwordToken multiword;
  multiword.first = 1;
  multiword.last = sentence.size();
  multiword.form = token;
  sentence.multiword_tokens.push_back(multiword);
  return sentence;
}

std::vector<std::string> surfaces(const Sentence& sentence) {
  std::vector<std::string> out;
  for (const Word& word : sentence.words) out.emplace_back(word.span.of(sentence.text));
  return out;
}

TEST_CASE("spans: words get the letters of the token that they stand for", "[extract][conllu]") {
  using Words = std::vector<std::string>;
  const auto shared_out = [](const std::string& token, const Words& forms) {
    Sentence sentence = of_token(token, forms);
    REQUIRE(set_spans(sentence));
    return surfaces(sentence);
  };
  CHECK(shared_out("للسلطة", {"ل", "السلطة"}) == Words{"ل", "لسلطة"});
  CHECK(shared_out("وللسلطة", {"و", "ل", "السلطة"}) == Words{"و", "ل", "لسلطة"});
  CHECK(shared_out("مدينته", {"مدينة", "ه"}) == Words{"مدينت", "ه"});
  CHECK(shared_out("عليه", {"على", "ه"}) == Words{"علي", "ه"});
  CHECK(shared_out("مما", {"من", "ما"}) == Words{"م", "ما"});
  CHECK(shared_out("don't", {"do", "n't"}) == Words{"do", "n't"});
}

TEST_CASE("spans: offsets count from the sentence's own start", "[extract][conllu]") {
  Sentence sentence;
  sentence.text = "a  b c";
  sentence.span.begin = 10;
  for (const char* form : {"a", "b c"}) sentence.words.emplace_back().form = form;
  REQUIRE(set_spans(sentence));
  CHECK(sentence.span == Span{10, 16});
  CHECK(sentence.word(1).span == Span{10, 11});
  CHECK(sentence.word(2).span == Span{13, 16});
}

TEST_CASE("spans: a form that is not in the text leaves it and the rest empty", "[extract][conllu]") {
  Sentence sentence;
  sentence.text = "a b c";
  for (const char* form : {"a", "x", "c"}) sentence.words.emplace_back().form = form;
  CHECK_FALSE(set_spans(sentence));
  CHECK(sentence.word(1).span == Span{0, 1});
  CHECK(sentence.word(2).span == Span{1, 1});
  CHECK(sentence.word(3).span == Span{1, 1});
}

TEST_CASE("spans: a token of a megabyte is divided without quadratic work", "[extract][conllu]") {
  Sentence sentence = of_token(std::string(1U << 20U, 'x') + "yz", {std::string(1U << 20U, 'x'), "yz"});
  REQUIRE(set_spans(sentence));
  CHECK(sentence.word(2).span.of(sentence.text) == "yz");
}

}  // namespace
}  // namespace isnad::conllu
