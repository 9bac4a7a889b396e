#include "extract/evaluation/slot_match.h"

#include <catch2/catch.hpp>

using namespace isnad::evaluation;

namespace {

bool exact(std::string_view slot, std::string_view form) { return matches_exactly(word_keys(slot), {formulation_from(form)}); }
bool loose(std::string_view slot, std::string_view form) { return matches_loosely(word_keys(slot), {formulation_from(form)}); }
bool same(std::string_view a, std::string_view b) { return same_word(word_keys(a).at(0), word_keys(b).at(0)); }

}  // namespace

TEST_CASE("slot match: spelling, clitics and articles do not tell words apart", "[extract][evaluation]") {
  CHECK(same("أنقرة", "انقره"));
  CHECK(same("وللسلطة", "السلطة"));
  CHECK(same("بتعهدها", "تعهد"));
  CHECK(same("مدينته", "مدينة"));
  CHECK(same("Kremlin", "kremlin"));
  CHECK(same("مُوسكو", "موسكو"));
  CHECK_FALSE(same("موسكو", "أنقرة"));
  CHECK_FALSE(same("Turkey", "Turkish"));
}

TEST_CASE("slot match: function words and punctuation do not count", "[extract][evaluation]") {
  CHECK(word_keys("The regime of the north").size() == 2);
  CHECK(word_keys("سيطر على «الطريق»، في").size() == 2);
  CHECK(word_keys("US-backed").size() == 2);
  CHECK(word_keys("us in").size() == 1);
  CHECK(word_keys("الآن أن آن").size() == 2);
  CHECK(word_keys(" ؛ — ").empty());
}

TEST_CASE("slot match: exact wants all required words and none that is not allowed", "[extract][evaluation]") {
  CHECK(exact("يوري بورينكوف", "[اللواء] يوري بورينكوف"));
  CHECK(exact("اللواء يوري بورينكوف", "[اللواء] يوري بورينكوف"));
  CHECK_FALSE(exact("بورينكوف", "[اللواء] يوري بورينكوف"));
  CHECK_FALSE(exact("اللواء الروسي يوري بورينكوف", "[اللواء] يوري بورينكوف"));
  CHECK(exact("is", "=is"));
  CHECK_FALSE(exact("becomes", "=is"));
  CHECK(exact("", "∅"));
  CHECK_FALSE(exact("", "[the] army"));
}

TEST_CASE("slot match: each word is used once", "[extract][evaluation]") {
  CHECK_FALSE(exact("Turkey", "Turkey Turkey"));
  CHECK_FALSE(exact("Turkey Turkey", "Turkey"));
}

TEST_CASE("slot match: loose wants half of the words, of relations the required ones", "[extract][evaluation]") {
  CHECK(loose("Syrian army", "Syrian government army"));
  CHECK_FALSE(loose("army", "Syrian government troops army"));
  CHECK(relation_matches_loosely(word_keys("has seized control"), {formulation_from("seized")}));
  CHECK_FALSE(relation_matches_loosely(word_keys("has taken"), {formulation_from("seized")}));
  CHECK(relation_matches_loosely(word_keys("control"), {formulation_from("[control]")}));
}

TEST_CASE("slot match: brackets nest and need not be closed", "[extract][evaluation]") {
  const auto form = formulation_from("a1 [b1 [c1] d1");
  CHECK(form.required.size() == 1);
  CHECK(form.allowed.size() == 4);
  CHECK(formulation_from("] a1").required.size() == 1);
}
