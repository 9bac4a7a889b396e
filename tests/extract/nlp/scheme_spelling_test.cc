#include "extract/nlp/scheme_spelling.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/conllu/spans.h"

namespace isnad::nlp {
namespace {

/// One token and its words.
conllu::Sentence sentence_of(const std::string& token, const std::vector<std::string>& words) {
  conllu::Sentence sentence;
  sentence.text = token;
  conllu::MultiwordToken& whole = sentence.multiword_tokens.emplace_back();
  whole.first = 1;
  whole.last = static_cast<int>(words.size());
  whole.form = token;
  for (const std::string& word : words) sentence.words.emplace_back().form = word;
  REQUIRE(conllu::set_spans(sentence));
  return sentence;
}

std::vector<std::string> respelt(std::string_view scheme, conllu::Sentence sentence) {
  SchemeSpelling::load().apply(scheme, sentence);
  std::vector<std::string> out;
  for (const conllu::Word& word : sentence.words) out.push_back(word.form);
  return out;
}

using Words = std::vector<std::string>;

TEST_CASE("scheme spelling: PUD keeps the letters of the token", "[extract][scheme]") {
  CHECK(respelt("ar_pud", sentence_of("للسلطة", {"ل", "السلطة"})) == Words{"ل", "لسلطة"});
  CHECK(respelt("ar_pud", sentence_of("مدينتهم", {"مدينة", "هم"})) == Words{"مدينت", "هم"});
  CHECK(respelt("ar_pud", sentence_of("عليه", {"على", "ه"})) == Words{"علي", "ه"});
}

TEST_CASE("scheme spelling: PADT restores all but three prepositions", "[extract][scheme]") {
  CHECK(respelt("ar_padt", sentence_of("للسلطة", {"ل", "السلطة"})) == Words{"ل", "السلطة"});
  CHECK(respelt("ar_padt", sentence_of("إليها", {"إلى", "ها"})) == Words{"إلي", "ها"});
}

TEST_CASE("scheme spelling: the project's own scheme restores everything", "[extract][scheme]") {
  CHECK(respelt("ar_news", sentence_of("عليه", {"على", "ه"})) == Words{"على", "ه"});
}

TEST_CASE("scheme spelling: a word of which the token has no letter keeps its form", "[extract][scheme]") {
  conllu::Sentence sentence = sentence_of("مما", {"من", "ما"});
  sentence.words[1].span.begin = sentence.words[1].span.end;
  CHECK(respelt("ar_pud", sentence)[1] == "ما");
}

}  // namespace
}  // namespace isnad::nlp
