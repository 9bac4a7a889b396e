#include "extract/nlp/network/lemma_script.h"

#include <catch2/catch.hpp>

#include "extract/nlp/network/word_features.h"

using namespace isnad::nlp;

TEST_CASE("lemma script: every script of a pair turns the form into the lemma", "[extract][network]") {
  const std::vector<std::pair<std::u32string, std::u32string>> pairs = {
      {U"القوات", U"قوة"}, {U"أيام", U"يوم"}, {U"الأخبار", U"خبر"}, {U"يقول", U"قال"},
      {U"ه", U"هو"},       {U"went", U"go"},  {U"Running", U"run"}, {U"McDonald", U"McDonald"},
      {U"US", U"US"},      {U",", U","},      {U"1,000", U"1,000"}, {U"a,b", U",,"}};
  for (const auto& [form, lemma] : pairs) {
    for (const std::u32string& script : lemma_scripts(form, lemma)) {
      INFO(to_utf8(form) << ' ' << to_utf8(script));
      CHECK(is_lemma_script(script));
      CHECK(apply_lemma_script(script, form) == lemma);
    }
  }
}

TEST_CASE("lemma script: what was learned on one word serves its like", "[extract][network]") {
  CHECK(apply_lemma_script(lemma_scripts(U"القوات", U"قوة").front(), U"السنوات") == U"سنوة");
  CHECK(apply_lemma_script(lemma_scripts(U"أخبار", U"خبر").back(), U"أنهار") == U"نهر");
  CHECK(apply_lemma_script(lemma_scripts(U"Walked", U"walk").front(), U"talked") == U"talk");
}

TEST_CASE("lemma script: a word too short for it stays as it is", "[extract][network]") {
  CHECK(apply_lemma_script(U"al2,1,,", U"اب") == U"اب");
  CHECK(apply_lemma_script(U"al1,1,,", U"اب") == U"اب");
  CHECK(apply_lemma_script(U"tlkdk", U"اب") == U"اب");
  CHECK(apply_lemma_script(U"tlkdk", U"ابتث") == U"ابتث");
}

TEST_CASE("lemma script: malformed ones are told", "[extract][network]") {
  for (const char32_t* bad : {U"", U"a", U"ax0,0,,", U"al,0,,", U"al0,0,", U"al99999,0,,", U"tlkx", U"tli", U"q"}) {
    CHECK_FALSE(is_lemma_script(bad));
  }
}
