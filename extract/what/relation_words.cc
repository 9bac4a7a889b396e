#include "extract/what/relation_words.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "extract/what/lemma_key.h"

namespace isnad::what {

namespace {

/// Prepositions of place, with their English for labels. Before a place they turn any deed into where it happened.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kLocatives = {{
    {"في", "in"},
    {"ب", "in"},
    {"داخل", "inside"},
    {"خارج", "outside"},
    {"وسط", "in the middle of"},
    {"قرب", "near"},
    {"شمال", "north of"},
    {"جنوب", "south of"},
    {"شرق", "east of"},
    {"غرب", "west of"},
    {"شمالي", "north of"},
    {"جنوبي", "south of"},
    {"شرقي", "east of"},
    {"غربي", "west of"},
    {"عند", "at"},
    {"فوق", "over"},
    {"حول", "around"},
    {"بالقرب من", "near"},
    {"علي بعد", "off"},
    {"قباله", "off"},
    {"in", "in"},
    {"at", "at"},
    {"inside", "inside"},
    {"outside", "outside"},
    {"near", "near"},
    {"within", "within"},
    {"around", "around"},
    {"across", "across"},
    {"over", "over"},
    {"throughout", "throughout"},
    {"outside of", "outside"},
    {"on", "on"},
    {"north of", "north of"},
    {"south of", "south of"},
}};

}  // namespace

std::string_view locative(std::string_view preposition) {
  for (const auto& [word, english] : kLocatives) {
    if (word == preposition) return english;
  }
  return {};
}

bool tells_when(std::string_view relation) {
  const auto words = key_words(lemma_key(relation));
  if (words.size() < 2 || words[words.size() - 2] == "من") return false;
  for (const std::string_view word : {"قبل", "قبيل", "بعد", "عقب", "منذ", "خلال", "اثنا", "before", "after", "during", "since", "until"}) {
    if (words.back() == word) return true;
  }
  return false;
}

bool orders(std::string_view lemma) {
  const auto words = key_words(lemma_key(lemma));
  if (words.empty()) return false;
  for (const std::string_view verb : {"امر", "اوعز", "قضي", "حكم", "order"}) {
    if (words.front() == verb) return true;
  }
  return false;
}

bool names_will(std::string_view relation) {
  for (const std::string& word : key_words(lemma_key(relation))) {
    if (word == "willing" || word == "ready" || word == "prepared") return true;
  }
  return false;
}

bool names_future(std::string_view relation) {
  bool first = true;
  for (const std::string& word : key_words(relation)) {
    for (const std::string_view sign : {"will", "would", "'ll", "’ll", "shall", "going", "سوف", "لن"}) {
      if (word == sign) return true;
    }
    constexpr std::size_t kLetter = 2;
    if (first && word.starts_with("س") && word.size() > 4 * kLetter) return true;
    first = false;
  }
  return false;
}

}  // namespace isnad::what
