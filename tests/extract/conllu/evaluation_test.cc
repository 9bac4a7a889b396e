#include "extract/conllu/evaluation.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "extract/conllu/reader.h"
#include "graph/model/error.h"

namespace isnad::conllu {
namespace {

std::vector<Sentence> read(const std::string& bytes) {
  std::istringstream input(bytes);
  Reader reader(input, "in");
  std::vector<Sentence> sentences;
  for (Sentence sentence; reader.next(sentence);) sentences.push_back(sentence);
  return sentences;
}

std::string line(const std::string& id, const std::string& form, const std::string& upos, const std::string& head,
                 const std::string& deprel) {
  return id + "\t" + form + "\t" + form + "\t" + upos + "\t_\t_\t" + head + "\t" + deprel + "\t_\t_\n";
}

const std::string kGold = line("1", "كتب", "VERB", "0", "root") + line("2-3", "للسلطة", "_", "_", "_") +
                          line("2", "ل", "ADP", "3", "case") + line("3", "السلطة", "NOUN", "1", "obl:arg") +
                          line("4", ".", "PUNCT", "1", "punct") + "\n";

TEST_CASE("evaluation: the gold against itself is perfect", "[extract][conllu]") {
  const auto gold = read(kGold);
  const Scores scores = evaluate(gold, gold);
  for (const double value : {scores.tokens, scores.sentences, scores.words, scores.upos, scores.lemmas, scores.uas, scores.las}) {
    CHECK(value == 1.0);
  }
  CHECK(scores.gold_words == 4);
}

TEST_CASE("evaluation: an unsplit token costs its words and the heads that point to them", "[extract][conllu]") {
  const auto system = read(line("1", "كتب", "NOUN", "0", "root") + line("2", "للسلطة", "NOUN", "1", "obl") +
                           line("3", ".", "PUNCT", "2", "punct") + "\n");
  const Scores scores = evaluate(read(kGold), system);
  CHECK(scores.tokens == 1.0);
  CHECK(scores.words == Approx(2 * 2.0 / 7).margin(5e-5));  // كتب and the full stop
  CHECK(scores.upos == Approx(2 * 1.0 / 7).margin(5e-5));
  CHECK(scores.uas == Approx(2 * 1.0 / 7).margin(5e-5));
}

TEST_CASE("evaluation: subtypes, diacritics and tatweel do not count", "[extract][conllu]") {
  const auto system =
      read(line("1", "كَتـب", "VERB", "0", "root") + line("2-3", "للسلطة", "_", "_", "_") + line("2", "ل", "ADP", "3", "case") +
           line("3", "السلطة", "NOUN", "1", "obl") + line("4", ".", "PUNCT", "1", "punct") + "\n");
  const Scores scores = evaluate(read(kGold), system);
  CHECK(scores.words == 1.0);
  CHECK(scores.las == 1.0);
  CHECK(scores.lemmas == 1.0);
}

TEST_CASE("evaluation: words without a head in the gold count for all but the trees", "[extract][conllu]") {
  const auto gold = read(line("1", "a", "X", "_", "_") + line("2", "b", "X", "0", "root") + "\n");
  const auto system = read(line("1", "a", "Y", "2", "dep") + line("2", "b", "X", "0", "root") + "\n");
  const Scores scores = evaluate(gold, system);
  CHECK(scores.upos == 0.5);
  CHECK(scores.uas == 1.0);
}

TEST_CASE("evaluation: other sentence borders keep the words", "[extract][conllu]") {
  const auto gold = read(line("1", "a", "X", "0", "root") + line("2", "b", "X", "1", "dep") + "\n");
  const auto system = read(line("1", "a", "X", "0", "root") + "\n" + line("1", "b", "X", "0", "root") + "\n");
  const Scores scores = evaluate(gold, system);
  CHECK(scores.sentences == 0.0);
  CHECK(scores.words == 1.0);
  CHECK(scores.uas == 0.5);
}

TEST_CASE("evaluation: other texts are refused", "[extract][conllu]") {
  CHECK_THROWS_AS((void)evaluate(read(kGold), read(line("1", "x", "X", "0", "root") + "\n")), Error);
}

}  // namespace
}  // namespace isnad::conllu
