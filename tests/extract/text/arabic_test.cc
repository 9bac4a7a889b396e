#include "extract/text/arabic.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "extract/text/utf8.h"

using isnad::text::ArabicFold;
using isnad::text::without_article;

namespace {

std::string folded(std::string_view word, ArabicFold level) {
  std::string out;
  for (const char32_t c : isnad::text::decode_utf8(word))
    isnad::text::append_utf8(out, isnad::text::fold_arabic_letter(c, level));
  return out;
}

}  // namespace

TEST_CASE("arabic: each level of folding forgets more", "[extract][text][arabic]") {
  for (const ArabicFold level : {ArabicFold::kSpelling, ArabicFold::kHamza}) {
    CHECK(folded("أإآٱا", level) == "ااااا");
    CHECK(folded("ىیي", level) == "ييي");
    CHECK(folded("ةەه", level) == "ههه");
    CHECK(folded("کك", level) == "كك");
    CHECK(folded("ء پ x ٣", level) == "ء پ x ٣");
  }
  CHECK(folded("مسؤول رئيس", ArabicFold::kSpelling) == "مسؤول رئيس");
  CHECK(folded("مسؤول رئيس", ArabicFold::kHamza) == "مسوول رييس");
}

TEST_CASE("arabic: letters are no digits, signs or punctuation", "[extract][text][arabic]") {
  for (const char32_t c : {U'ء', U'ا', U'ي', U'ٱ', U'پ', U'گ', U'ی'}) CHECK(isnad::text::is_arabic_letter(c));
  for (const char32_t c : {U'٣', U'۳', U'،', U'؟', char32_t{0x64E}, U'a', U'٪'}) CHECK_FALSE(isnad::text::is_arabic_letter(c));
}

TEST_CASE("arabic: the article goes when two letters stay", "[extract][text][arabic]") {
  CHECK(without_article("الجيش") == "جيش");
  CHECK(without_article("الاب") == "اب");
  CHECK(without_article("الUN") == "UN");
  CHECK(without_article("الي") == "الي");
  CHECK(without_article("ال") == "ال");
  CHECK(without_article("جيش") == "جيش");
  CHECK(without_article("").empty());
}
