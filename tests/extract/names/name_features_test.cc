#include "extract/names/name_features.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace isnad;
using namespace isnad::names;

namespace {

conllu::Sentence sentence_of(const std::vector<std::pair<std::string, std::string>>& words, const std::string& lang) {
  conllu::Sentence sentence;
  sentence.lang = lang;
  for (const auto& [form, upos] : words) {
    conllu::Word word;
    word.form = form;
    word.lemma = form;
    word.upos = upos;
    sentence.words.push_back(word);
  }
  return sentence;
}

Hints no_hints(const std::vector<conllu::Sentence>& sentences) {
  Hints hints;
  for (const auto& sentence : sentences) hints.emplace_back(sentence.words.size());
  return hints;
}

}  // namespace

TEST_CASE("name features: spelling variants are one form", "[extract][names]") {
  CHECK(hash_form("أردوغان") == hash_form("اردوغان"));
  CHECK(hash_form("Paris") == hash_form("PARIS"));
  CHECK(hash_form("Paris") != hash_form("Pari"));
}

TEST_CASE("name features: sentences of another language are left alone", "[extract][names]") {
  const std::vector<conllu::Sentence> document = {sentence_of({{"Smith", "PROPN"}}, "en"), sentence_of({{"سميث", "PROPN"}}, "ar")};
  const auto views = view_document(document, no_hints(document), WordTable(), "ar");
  CHECK(views[0].empty());
  CHECK(views[1].size() == 1);
}

TEST_CASE("name features: what the document shows of a word elsewhere reaches all its occurrences", "[extract][names]") {
  const std::vector<conllu::Sentence> document = {sentence_of({{"Smith", "PROPN"}, {"left", "VERB"}}, "en"),
                                                  sentence_of({{"General", "NOUN"}, {"Smith", "PROPN"}, {"came", "VERB"}}, "en")};
  Hints hints = no_hints(document);
  const auto without = view_document(document, hints, WordTable(), "en");
  hints[1][0].noun_class = NounClass::kPersonTitle;
  const auto with = view_document(document, hints, WordTable(), "en");
  CHECK(with[0][0].document == with[1][1].document);
  CHECK(with[0][0].document != without[0][0].document);
}

TEST_CASE("name features: those of a word's own letters come first, the others do not see them", "[extract][names]") {
  const std::vector<conllu::Sentence> a = {sentence_of({{"with", "ADP"}, {"Anna", "PROPN"}}, "en")};
  const std::vector<conllu::Sentence> b = {sentence_of({{"with", "ADP"}, {"Emma", "PROPN"}}, "en")};
  std::vector<std::uint64_t> of_a;
  std::vector<std::uint64_t> of_b;
  const auto own_a = name_features(view_document(a, no_hints(a), WordTable(), "en")[0], 1, of_a);
  const auto own_b = name_features(view_document(b, no_hints(b), WordTable(), "en")[0], 1, of_b);
  CHECK(own_a > 0);
  CHECK(std::vector(of_a.begin() + static_cast<std::ptrdiff_t>(own_a), of_a.end()) ==
        std::vector(of_b.begin() + static_cast<std::ptrdiff_t>(own_b), of_b.end()));
  CHECK_FALSE(of_a == of_b);
}

TEST_CASE("name features: a word in capitals is looked up as such, and else as in small letters", "[extract][names]") {
  WordTable table(16);
  table.at(hash_form("apple")).fine = 1;
  table.at(hash_cased_form("Apple")).fine = 2;
  table.at(hash_form("apple")).lists = 1;
  const std::vector<conllu::Sentence> document = {
      sentence_of({{"apple", "NOUN"}, {"Apple", "PROPN"}, {"APPLE", "PROPN"}}, "en")};
  const auto view = view_document(document, no_hints(document), table, "en")[0];
  CHECK(view[0].word_class.fine == 1);
  CHECK(view[1].word_class.fine == 2);
  CHECK(view[1].word_class.lists == 1);
  CHECK(view[2].word_class.fine == 1);
}
