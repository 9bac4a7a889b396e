#include "extract/evaluation/name_scores.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "graph/model/error.h"
#include "tests/support/temporary_folder.h"

using namespace isnad;
using namespace isnad::evaluation;
using Catch::Matchers::Contains;

namespace {

std::vector<TaggedSentence> read(const std::string& text) {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "gold.txt";
  std::ofstream(path) << text;
  return read_tagged(path);
}

/// Names of the only document's sentences, by tokens.
struct Found {
  std::size_t sentence;
  std::size_t first;
  std::size_t last;
  EntityType type;
};

NameScores score(const std::string& text, const std::vector<Found>& found) {
  const auto gold = to_documents(read(text));
  REQUIRE(gold.size() == 1);
  std::vector<std::vector<std::vector<SystemName>>> system(1);
  system[0].resize(gold[0].sentences.size());
  for (const Found& name : found) {
    const auto& spans = gold[0].spans[name.sentence];
    system[0][name.sentence].push_back({{spans[name.first].begin, spans[name.last].end}, name.type});
  }
  return score_names(gold, system);
}

}  // namespace

TEST_CASE("tagged text: names begin with B, or with I after something else", "[extract][evaluation]") {
  const auto sentences = read("-DOCSTART- O\n\nNew I-LOC\nYork I-LOC\nAnna\tB-PER\nBob B-PER\n\n\n. O\n");
  REQUIRE(sentences.size() == 2);
  REQUIRE(sentences[0].names.size() == 3);
  CHECK((sentences[0].names[0].first == 0 && sentences[0].names[0].last == 1 && sentences[0].names[0].label == "LOC"));
  CHECK((sentences[0].names[1].first == 2 && sentences[0].names[1].last == 2));
  CHECK((sentences[0].names[2].first == 3 && sentences[0].names[2].label == "PER"));
}

TEST_CASE("tagged text: the outermost name of a kind we know counts, in fine schemes by its own type", "[extract][evaluation]") {
  const auto sentences = read("mayor B-OCC\nof I-OCC\nOslo I-OCC B-GPE\nin O\nMay B-DATE\nAlps B-LOC\n");
  REQUIRE(sentences[0].names.size() == 2);
  CHECK(sentences[0].names[0].types == type_set(EntityType::kGpe));
  CHECK(sentences[0].names[1].types == type_set(EntityType::kLocation));
}

TEST_CASE("tagged text: tokens of nothing visible are left out, bad lines are named", "[extract][evaluation]") {
  CHECK(read("\u200f O\na O\n")[0].tokens == std::vector<std::string>{"a"});
  CHECK_THROWS_WITH(read("a O\nb\n"), Contains("gold.txt:2") && Contains("without a tag"));
  CHECK_THROWS_WITH(read("a X-LOC\n"), Contains("gold.txt:1") && Contains("not a tag: X-LOC"));
  CHECK_THROWS_AS(read("\xff O\n"), FormatError);
}

TEST_CASE("tagged text: every twelve sentences are a document, whose text holds the tokens", "[extract][evaluation]") {
  std::string text;
  for (int k = 0; k < 13; ++k) text += "دمشق B-LOC\n. O\n\n";
  const auto documents = to_documents(read(text));
  REQUIRE(documents.size() == 2);
  CHECK(documents[0].sentences.size() == 12);
  CHECK(documents[1].document.text == "دمشق .\n");
  CHECK(documents[1].document.lang == "ar");
  CHECK(documents[1].spans[0][1].of(documents[1].document.text) == ".");
}

TEST_CASE("name scores: worked by hand", "[extract][evaluation]") {
  // Gold: [Anna Lee] PER, [Oslo] LOC, [Red Cross] ORG, [Nobel] MISC.
  const std::string text = "Anna B-PER\nLee I-PER\nin O\nOslo B-LOC\n\nRed B-ORG\nCross I-ORG\nand O\nNobel B-MISC\nmet O\n";
  const auto scores = score(text, {{0, 0, 1, EntityType::kPerson},       // right
                                   {0, 3, 3, EntityType::kFacility},     // right: LOC is open
                                   {1, 1, 1, EntityType::kOrganisation}, // part of a name is wrong
                                   {1, 3, 3, EntityType::kPerson}});     // of another type
  CHECK(scores.labels.at("PER").precision == Approx(0.5));
  CHECK(scores.labels.at("PER").recall == Approx(1));
  CHECK(scores.labels.at("LOC").f1 == Approx(1));
  CHECK(scores.labels.at("ORG").f1 == Approx(0));
  CHECK(scores.labels.at("MISC").system == 0);
  // main: 2 right of 4 found, of 3 in the gold.
  CHECK(scores.main.precision == Approx(0.5));
  CHECK(scores.main.recall == Approx(2.0 / 3));
  CHECK(scores.main.f1 == Approx(4.0 / 7));
  CHECK(scores.all.f1 == Approx(4.0 / 8));
}

TEST_CASE("name scores: a name that covers part of a token covers the token; a second one there is none", "[extract][evaluation]") {
  const auto gold = to_documents(read("للرياض B-LOC\n"));
  const Span token = gold[0].spans[0][0];
  const std::vector<std::vector<std::vector<SystemName>>> system = {
      {{{{token.begin + 4, token.end}, EntityType::kGpe}, {{token.begin, token.begin + 2}, EntityType::kGpe}}}};
  const auto scores = score_names(gold, system);
  CHECK(scores.main.f1 == Approx(1));
  CHECK(scores.main.system == 1);
}
