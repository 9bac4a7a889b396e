#include "extract/nlp/network/word_features.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace isnad::nlp;

TEST_CASE("word features: vowel signs, tatweel and bidi marks do not count", "[extract][network]") {
  CHECK(clean_form("مُحَمَّد") == clean_form("محمد"));
  CHECK(clean_form("محـــمد") == U"محمد");
  CHECK(clean_form("\u200Fمحمد\u200E") == U"محمد");
  CHECK(clean_form("ــ") == U"ــ");
  CHECK(clean_form("").empty());
}

TEST_CASE("word features: keys fold hamza on alif, digits and case", "[extract][network]") {
  CHECK(vector_key(U"أحمد") == "احمد");
  CHECK(vector_key(U"مؤتمر") == "مؤتمر");
  CHECK(vector_key(U"2018") == "0000");
  CHECK(vector_key(U"٢٠١٨") == "0000");
  CHECK(vector_key(U"Élysée") == "élysée");
}

TEST_CASE("word features: buckets are in range, never none, and bounded for any word", "[extract][network]") {
  for (const std::u32string& form :
       {std::u32string(U"x"), std::u32string(U"سيكتبونها"), std::u32string(100000, U'ا'), std::u32string()}) {
    std::vector<std::uint32_t> buckets;
    append_ngram_buckets(form, 101, buckets);
    CHECK_FALSE(buckets.empty());
    CHECK(buckets.size() < 64);
    CHECK(std::all_of(buckets.begin(), buckets.end(), [](std::uint32_t b) { return b < 101; }));
  }
}

TEST_CASE("word features: the letters of a word, not its case, choose its buckets; its shape does", "[extract][network]") {
  std::vector<std::uint32_t> one;
  std::vector<std::uint32_t> two;
  append_ngram_buckets(U"Paris", 1000003, one);
  append_ngram_buckets(U"paris", 1000003, two);
  REQUIRE(one.size() == two.size());
  CHECK(std::mismatch(one.begin() + 1, one.end(), two.begin() + 1).first == one.end());
  CHECK(one.front() != two.front());
}
