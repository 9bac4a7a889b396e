#include "cli/line_words.h"

#include <catch2/catch.hpp>

#include "graph/model/error.h"

using isnad::UsageError;
using isnad::cli::escaped_word;
using isnad::cli::split_line;
using Words = std::vector<std::string>;

TEST_CASE("shell: blanks part words, quotation marks keep them together", "[cli]") {
  CHECK(split_line("  path Peskov   M5 ") == Words{"path", "Peskov", "M5"});
  CHECK(split_line("show \"Syrian regime\" --lang ar") == Words{"show", "Syrian regime", "--lang", "ar"});
  CHECK(split_line("show «هيئة تحرير الشام»") == Words{"show", "هيئة تحرير الشام"});
  CHECK(split_line("query '?x accuses \"Syrian regime\"'") == Words{"query", "?x accuses \"Syrian regime\""});
  CHECK(split_line("a\\ b ''") == Words{"a b", ""});
  CHECK(split_line("").empty());
  CHECK_THROWS_AS(split_line("show \"Syrian"), UsageError);
}

TEST_CASE("shell: a completed word is read back as one", "[cli]") {
  for (const char* word : {"Turkey", "Syrian regime", "Qur'an school", "the \"Base\"", "هيئة تحرير الشام", "a«b", "a\\b", ""}) {
    CHECK(split_line(escaped_word(word)) == Words{word});
  }
}
