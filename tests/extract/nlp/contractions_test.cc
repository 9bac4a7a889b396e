#include "extract/nlp/contractions.h"

#include <catch2/catch.hpp>
#include <string>

namespace isnad::nlp {
namespace {

std::string words_of(const std::string& token) {
  static const WordTables kTables = WordTables::load();
  const auto borders = contraction_borders(token, kTables);
  std::string out;
  for (std::size_t k = 0; k < borders.size(); ++k) {
    if (k > 0) out += ' ';
    out += token.substr(borders[k], (k + 1 < borders.size() ? borders[k + 1] : token.size()) - borders[k]);
  }
  return out;
}

TEST_CASE("contractions: divided as in the English treebanks", "[extract][nlp]") {
  CHECK(words_of("don't") == "do n't");
  CHECK(words_of("don’t") == "do n’t");
  CHECK(words_of("DON'T") == "DO N'T");
  CHECK(words_of("Assad's") == "Assad 's");
  CHECK(words_of("Zurbarán’s") == "Zurbarán ’s");
  CHECK(words_of("we'll") == "we 'll");
  CHECK(words_of("I'm") == "I 'm");
  CHECK(words_of("workers'") == "workers '");
  CHECK(words_of("cannot") == "can not");
  CHECK(words_of("Gonna") == "Gon na");
}

TEST_CASE("contractions: other words stay whole", "[extract][nlp]") {
  for (const char* word : {"its", "O'Reilly", "n't", "'s", "'", "can", "", "x"}) CHECK(words_of(word) == word);
}

}  // namespace
}  // namespace isnad::nlp
