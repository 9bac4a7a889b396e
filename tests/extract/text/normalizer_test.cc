#include "extract/text/normalizer.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "extract/text/utf8.h"

namespace isnad::text {
namespace {

TEST_CASE("normalizer: one spelling for what looks the same", "[extract][text]") {
  CHECK(clean_form("مُحَمَّد") == "محمد");
  CHECK(clean_form("مـحـمـد") == "محمد");
  CHECK(clean_form("\u200Fمحمد\u200C") == "محمد");
  CHECK(clean_form("ﻻ") == "لا");
  CHECK(clean_form("ﷲ") == "الله");
  CHECK(clean_form("ا\u0654حمد") == "أحمد");
  CHECK(clean_form("ا\u064E\u0654حمد") == "أحمد");
  CHECK(clean_form("cafe\u0301") == "café");
  CHECK(clean_form("a\u00A0b\u2003c") == "a b c");
  CHECK(clean_form("كتب، 5؟") == "كتب، 5؟");
}

TEST_CASE("normalizer: ranges lead back to the original", "[extract][text]") {
  const std::string original = "قَالَ \u200Fﻻ نعم";
  const Normalized made = normalize(original);
  CHECK(made.text == "قال لا نعم");
  const auto origin_of = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(made.text.find(part));
    return std::string(made.to_original({at, at + static_cast<std::uint32_t>(part.size())}).of(original));
  };
  CHECK(origin_of("قال") == "قَالَ");
  CHECK(origin_of("نعم") == "نعم");
  CHECK(origin_of("لا") == "ﻻ");
}

TEST_CASE("normalizer: any text keeps an ordered map into itself", "[extract][text]") {
  std::mt19937 random(7);
  const std::u32string pool = U"اأبتلهـًَُّٕٔ\u0670 a\u0301é\u200F\u200Bﻻﷲ🙂\uFE0F١\n\t\u06DD\u0600";
  for (int round = 0; round < 300; ++round) {
    std::u32string letters;
    for (unsigned k = random() % 40; k > 0; --k) letters.push_back(pool[random() % pool.size()]);
    const std::string original = encode_utf8(letters);
    const Normalized made = normalize(original);
    REQUIRE_FALSE(first_invalid_utf8(made.text).has_value());
    REQUIRE(made.origin.size() == made.text.size() + 1);
    REQUIRE(made.origin.back() == original.size());
    for (std::size_t k = 0; k + 1 < made.origin.size(); ++k) {
      REQUIRE(made.origin[k] <= made.origin[k + 1]);
      REQUIRE((original[made.origin[k]] & 0xC0) != 0x80);
    }
    REQUIRE(normalize(made.text).text == made.text);
  }
}

TEST_CASE("normalizer: folding joins usual misspellings", "[extract][text]") {
  CHECK(fold_arabic("أحمد إلى مدينة") == fold_arabic("احمد الي مدينه"));
  CHECK(fold_arabic("ABC٣") == "abc3");
}

}  // namespace
}  // namespace isnad::text
