#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "extract/data_files.h"
#include "extract/train/names_examples.h"
#include "extract/train/names_field.h"
#include "extract/train/word_clusters.h"
#include "extract/train/word_contexts.h"
#include "extract/train/word_vectors.h"
#include "graph/model/error.h"
#include "tests/support/temporary_folder.h"

using namespace isnad;
using namespace isnad::train;

namespace {

constexpr names::TagSet kNoName = names::tag_set(names::kOutside);
constexpr names::Tag kBeginPerson = names::begin_tag(EntityType::kPerson);
constexpr names::Tag kBeginGpe = names::begin_tag(EntityType::kGpe);

conllu::Word word(const std::string& form, const std::string& upos, std::uint32_t begin, std::uint32_t end) {
  conllu::Word made;
  made.form = form;
  made.upos = upos;
  made.span = {begin, end};
  return made;
}

}  // namespace

TEST_CASE("name field: learns which feature goes with which tag", "[extract][train]") {
  // Feature 0: a person's name; 1: none.
  std::vector<FieldExample> examples(40);
  for (FieldExample& example : examples) {
    example.features = {{0}, {1}};
    example.own = {0, 0};
    example.allowed = {names::tag_set(kBeginPerson), kNoName};
  }
  NameField field({40, 40});
  std::mt19937 random(1);
  FieldOptions options;
  const double first = field.learn(examples, options, random);
  double last = first;
  for (int epoch = 0; epoch < 5; ++epoch) last = field.learn(examples, options, random);
  CHECK(last > first);
  CHECK(field.weights()[0][kBeginPerson] > field.weights()[0][names::kOutside] + 1);
  CHECK(field.weights()[1][names::kOutside] > field.weights()[1][kBeginPerson] + 1);
}

TEST_CASE("name field: an open type is settled by what other examples say", "[extract][train]") {
  std::vector<FieldExample> examples;
  for (int k = 0; k < 60; ++k) {
    FieldExample example;
    example.features = {{0}};
    example.own = {0};
    // Every third says GPE, the others leave GPE or PER open.
    example.allowed = {k % 3 == 0 ? names::tag_set(kBeginGpe) : names::tag_set(kBeginGpe) | names::tag_set(kBeginPerson)};
    examples.push_back(example);
  }
  NameField field({60});
  std::mt19937 random(1);
  for (int epoch = 0; epoch < 5; ++epoch) field.learn(examples, FieldOptions(), random);
  CHECK(field.weights()[0][kBeginGpe] > field.weights()[0][kBeginPerson] + 1);
}

TEST_CASE("name field: the mean of passes, and of fields, stands between them", "[extract][train]") {
  std::vector<FieldExample> examples(20);
  for (FieldExample& example : examples) {
    example.features = {{0}};
    example.own = {0};
    example.allowed = {names::tag_set(kBeginPerson)};
  }
  std::mt19937 random(1);
  NameField field({20});
  field.learn(examples, FieldOptions(), random);
  const float first = field.weights()[0][kBeginPerson];
  field.add_to_mean();
  NameField other = field;
  other.learn(examples, FieldOptions(), random);
  const float second = other.weights()[0][kBeginPerson];
  REQUIRE(second > first);
  NameField passes = other;
  passes.add_to_mean();
  passes.use_mean();
  CHECK(passes.weights()[0][kBeginPerson] == Approx((first + second) / 2));
  field.join(other, 2);
  CHECK(field.weights()[0][kBeginPerson] == Approx((first + second) / 2));
}

TEST_CASE("word contexts: counts what each word is taken for, often met words alone", "[extract][train]") {
  const nlp::Analyser analyser;
  const who::Lexicon lexicon;
  const names::NameTagger tagger = names::NameTagger::load(data_file("models/en-names.model"));
  WordContexts contexts(analyser, lexicon, tagger, "en");
  conllu::Sentence sentence;
  sentence.lang = "en";
  sentence.words = {word("Ada", "PROPN", 0, 3), word("Lovelace", "PROPN", 4, 12), word("wrote", "VERB", 13, 18)};
  names::NameSpan name;
  name.first = 1;
  name.last = 2;
  name.type = EntityType::kPerson;
  for (std::uint32_t k = 0; k < names::kFewestContexts; ++k) contexts.add(sentence, {name});
  conllu::Sentence once;
  once.lang = "en";
  once.words = {word("seldom", "ADV", 0, 6)};
  contexts.add(once, {});
  std::ostringstream out;
  contexts.write(out);
  const std::string lines = out.str();
  INFO(lines);
  CHECK(lines.find("seldom") == std::string::npos);
  std::istringstream in(lines.substr(lines.find("Lovelace")));
  std::string form;
  std::vector<std::uint32_t> counts(names::kTags);
  in >> form;
  for (std::uint32_t& count : counts) in >> count;
  REQUIRE(in);
  CHECK(counts[names::inside_tag(EntityType::kPerson)] == names::kFewestContexts);
  CHECK(counts[names::begin_tag(EntityType::kPerson)] == 0);
}

TEST_CASE("name examples: clitics, pronouns and punctuation of a token are outside its name", "[extract][train]") {
  // "ولدمشق، هنا": و + ل + دمشق + ، + هنا
  conllu::Sentence sentence;
  sentence.words = {word("و", "CCONJ", 0, 2), word("ل", "ADP", 2, 4), word("دمشق", "PROPN", 4, 12), word("،", "PUNCT", 12, 14),
                    word("هنا", "ADV", 15, 21)};
  evaluation::TaggedSentence gold;
  gold.tokens = {"ولدمشق،", "هنا"};
  const auto places = static_cast<evaluation::TypeSet>(evaluation::type_set(EntityType::kGpe) | evaluation::type_set(EntityType::kLocation));
  gold.names = {{0, 0, places, "LOC"}};
  std::vector<names::WordHint> hints(5);
  const std::vector<Span> spans = {{0, 14}, {15, 21}};
  const auto open = allowed_tags(sentence, hints, gold, spans);
  const names::TagSet any_place = names::tag_set(kBeginGpe) | names::tag_set(names::begin_tag(EntityType::kLocation));
  CHECK(open == std::vector<names::TagSet>{kNoName, kNoName, any_place, kNoName, kNoName});

  hints[2].known = kBeginGpe;
  CHECK(allowed_tags(sentence, hints, gold, spans)[2] == names::tag_set(kBeginGpe));
  // A table that contradicts the gold is not asked.
  hints[2].known = kBeginPerson;
  CHECK(allowed_tags(sentence, hints, gold, spans)[2] == any_place);
}

TEST_CASE("word clusters: words with like vectors are in one group", "[extract][train]") {
  const isnad::testing::TemporaryFolder folder;
  const auto path = folder.path() / "v.vec";
  std::ofstream(path) << "4 2\na 1 0.1\nb 0.1 1\nc 1 0\nd 0 1\n";
  ClusterOptions options;
  options.fine = 2;
  options.coarse = 1;
  const auto clusters = cluster_words(path, options);
  REQUIRE(clusters.words == std::vector<std::string>{"a", "b", "c", "d"});
  CHECK(clusters.fine[0] == clusters.fine[2]);
  CHECK(clusters.fine[1] == clusters.fine[3]);
  CHECK(clusters.fine[0] != clusters.fine[1]);

  std::ofstream(path) << "2 2\na 1\n";
  CHECK_THROWS_AS(cluster_words(path, options), FormatError);
}

TEST_CASE("word vectors: words with like neighbours point the same way", "[extract][train]") {
  std::string text;
  for (const char* city : {"Paris", "Rome", "Cairo"}) {
    for (const char* verb : {"lives", "works", "stays"}) text += std::string("he ") + verb + " in " + city + " now\n";
  }
  std::istringstream in(text);
  VectorOptions options;
  options.dimensions = 3;
  const WordVectors vectors = learn_vectors(in, options);
  REQUIRE(vectors.words == std::vector<std::string>{"he", "in", "now", "Cairo", "Paris", "Rome", "lives", "stays", "works"});
  const auto likeness = [&](Eigen::Index a, Eigen::Index b) {
    return vectors.rows.row(a).normalized().dot(vectors.rows.row(b).normalized());
  };
  CHECK(likeness(3, 4) > 0.95F);
  CHECK(likeness(6, 8) > 0.95F);
  CHECK(likeness(3, 6) < 0.5F);
}
