#include "extract/nlp/word_tables.h"

#include <catch2/catch.hpp>

#include "extract/text/normalizer.h"

namespace isnad::nlp {
namespace {

std::vector<std::string> folded(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const auto& word : words) out.push_back(text::fold_arabic(word));
  return out;
}

TEST_CASE("word tables: the shipped tables load", "[extract][nlp]") {
  const WordTables tables = WordTables::load();
  REQUIRE(tables.english_abbreviation("Mr.") != nullptr);
  CHECK(*tables.english_abbreviation("Mr.") == AbbreviationKind::kTitle);
  CHECK(*tables.english_abbreviation("No.") == AbbreviationKind::kNumber);
  CHECK(*tables.english_abbreviation("Inc.") == AbbreviationKind::kEnd);
  CHECK(tables.english_abbreviation("word.") == nullptr);
  CHECK(tables.arabic_abbreviation("د.") != nullptr);
  REQUIRE(tables.contraction("cannot") != nullptr);
  CHECK(*tables.contraction("cannot") == std::vector<std::string>{"can", "not"});
  CHECK(tables.is_hyphen_prefix("non"));
  CHECK_FALSE(tables.is_hyphen_prefix("rebel"));
}

TEST_CASE("word tables: function words are divided with and without a conjunction", "[extract][nlp]") {
  const WordTables tables = WordTables::load();
  const auto words = [&](const std::string& token) {
    const auto* found = tables.function_words(token);
    return found == nullptr ? std::vector<std::string>() : *found;
  };
  CHECK(words("لست") == std::vector<std::string>{"لست"});
  CHECK(words("ولست") == std::vector<std::string>{"و", "لست"});
  CHECK(words("فلديه") == std::vector<std::string>{"ف", "لدى", "ه"});
  CHECK(words("مما") == std::vector<std::string>{"من", "ما"});
  CHECK(words("وزير").empty());
}

TEST_CASE("word tables: boilerplate needs its start, and the words that prove it", "[extract][nlp]") {
  const WordTables tables = WordTables::load();
  CHECK(tables.is_boilerplate(folded({"اشترك", "في", "النشرة", "البريدية"})));
  CHECK_FALSE(tables.is_boilerplate(folded({"اشترك", "في", "الهجوم", "خمسة", "مسلحين"})));
  CHECK(tables.is_boilerplate(folded({"Read", "more"})));
  CHECK(tables.is_boilerplate({"advertisement"}));
  CHECK_FALSE(tables.is_boilerplate({"advertisement", "spending", "fell"}));
  CHECK_FALSE(tables.is_boilerplate({}));
}

}  // namespace
}  // namespace isnad::nlp
