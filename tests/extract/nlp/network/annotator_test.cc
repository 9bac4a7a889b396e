#include "extract/nlp/network/annotator.h"

#include <catch2/catch.hpp>
#include <random>
#include <sstream>
#include <thread>

#include "extract/conllu/writer.h"
#include "extract/nlp/network/kernels.h"
#include "graph/model/error.h"
#include "tests/extract/nlp/network/tiny_model.h"

using namespace isnad;
using nlp::Annotator;
using nlp::test::TemporaryFile;
using nlp::test::TinyModel;

namespace {

std::unique_ptr<Annotator> tiny_annotator(std::string_view scheme = {}) {
  const TemporaryFile file(".model");
  write_model(file.path(), TinyModel().model);
  return Annotator::load(file.path(), scheme);
}

conllu::Sentence sentence_of(std::size_t words, std::uint32_t seed) {
  static const std::vector<std::string> kForms = {"قال",    "من",   "رجال", "الأخبار", "a", "b",
                                                  "Merkel", "2018", ".",    "،",       "😀", "وَلَد"};
  std::mt19937 random(seed);
  conllu::Sentence sentence;
  for (std::size_t w = 0; w < words; ++w) sentence.words.emplace_back().form = kForms[random() % kForms.size()];
  return sentence;
}

std::string text_of(const conllu::Sentence& sentence) {
  std::ostringstream out;
  conllu::write(out, sentence);
  return out.str();
}

/// Returns: whether exactly one word hangs on the root and every word is below it.
bool is_tree(const conllu::Sentence& sentence) {
  int roots = 0;
  for (int id = 1; id <= sentence.size(); ++id) {
    int at = id;
    int steps = 0;
    while (at != 0 && steps <= sentence.size()) {
      at = sentence.word(at).head;
      if (at < 0 || at > sentence.size()) return false;
      ++steps;
    }
    if (at != 0) return false;
    roots += sentence.word(id).head == 0 ? 1 : 0;
    if ((sentence.word(id).head == 0) != (sentence.word(id).deprel == "root")) return false;
  }
  return roots == 1;
}

}  // namespace

TEST_CASE("annotator: every length from one word on gets one tree", "[extract][network]") {
  const auto annotator = tiny_annotator();
  for (std::size_t words = 1; words <= 60; ++words) {
    conllu::Sentence sentence = sentence_of(words, static_cast<std::uint32_t>(words));
    annotator->annotate(sentence);
    INFO(words);
    CHECK(is_tree(sentence));
    for (const conllu::Word& word : sentence.words) {
      CHECK_FALSE(word.upos.empty());
      CHECK_FALSE(word.lemma.empty());
    }
  }
}

TEST_CASE("annotator: no words, no work", "[extract][network]") {
  const auto annotator = tiny_annotator();
  conllu::Sentence empty;
  annotator->annotate(empty);
  CHECK(empty.words.empty());
  annotator->annotate(std::span<conllu::Sentence>{});
}

TEST_CASE("annotator: a sentence of thousands of words is cut and joined to one tree", "[extract][network]") {
  const auto annotator = tiny_annotator();
  for (const std::size_t words : {250U, 251U, 1000U, 5000U}) {
    conllu::Sentence sentence = sentence_of(words, 3);
    annotator->annotate(sentence);
    INFO(words);
    CHECK(is_tree(sentence));
  }
  // Nowhere to cut well.
  conllu::Sentence sentence;
  sentence.words.resize(1500);
  for (conllu::Word& word : sentence.words) word.form = "كتاب";
  annotator->annotate(sentence);
  CHECK(is_tree(sentence));
}

TEST_CASE("annotator: alone, in a batch, in any company and on any thread the same bytes", "[extract][network]") {
  const auto annotator = tiny_annotator();
  std::vector<conllu::Sentence> given;
  for (std::uint32_t k = 0; k < 40; ++k) given.push_back(sentence_of(1 + (k * 7) % 33, k));
  std::vector<std::string> alone;
  for (conllu::Sentence sentence : given) {
    annotator->annotate(sentence);
    alone.push_back(text_of(sentence));
  }
  const auto check_batch = [&](std::vector<std::string>& out) {
    std::vector<conllu::Sentence> batch = given;
    annotator->annotate(std::span(batch));
    for (const conllu::Sentence& sentence : batch) out.push_back(text_of(sentence));
  };
  std::vector<std::vector<std::string>> results(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results) threads.emplace_back([&] { check_batch(result); });
  }
  for (const auto& result : results) CHECK(result == alone);
}

TEST_CASE("annotator: every instruction set gives the same bytes", "[extract][network]") {
  const auto annotator = tiny_annotator();
  struct Context {
    const Annotator& annotator;
    std::vector<std::string> results;
  } context{*annotator, {}};
  nlp::with_each_kernel(
      [](const char*, void* raw) {
        auto& mine = *static_cast<Context*>(raw);
        std::string all;
        for (std::uint32_t k = 0; k < 20; ++k) {
          conllu::Sentence sentence = sentence_of(1 + k * 2, k);
          mine.annotator.annotate(sentence);
          all += text_of(sentence);
        }
        mine.results.push_back(all);
      },
      &context);
  REQUIRE_FALSE(context.results.empty());
  for (const std::string& result : context.results) CHECK(result == context.results.front());
}

TEST_CASE("annotator: an irregular lemma comes from the list, vowel signs or not", "[extract][network]") {
  TinyModel tiny;
  // All words are nouns.
  tiny.model.upos_scores.weights.assign(tiny.model.upos_scores.weights.size(), 0);
  tiny.model.upos_scores.bias = {0, 1, 0, 0};
  const TemporaryFile file(".model");
  write_model(file.path(), tiny.model);
  const auto annotator = Annotator::load(file.path());
  conllu::Sentence sentence;
  sentence.words.resize(2);
  sentence.words[0].form = "رجال";
  sentence.words[0].misc = "SpaceAfter=No|Vlemma=x";
  sentence.words[1].form = "رِجَالٌ";
  annotator->annotate(sentence);
  CHECK(sentence.words[0].lemma == "رجل");
  CHECK(sentence.words[1].lemma == "رجل");
  CHECK(sentence.words[0].misc == "SpaceAfter=No|Vlemma=رَجُل");
  CHECK(sentence.words[1].misc == "Vlemma=رَجُل");
}

TEST_CASE("annotator: schemes differ, and an unknown one is refused by name", "[extract][network]") {
  CHECK(tiny_annotator()->schemes() == std::vector<std::string>{"news", "other"});
  conllu::Sentence one = sentence_of(30, 1);
  conllu::Sentence two = one;
  conllu::Sentence three = one;
  tiny_annotator()->annotate(one);
  tiny_annotator("news")->annotate(two);
  tiny_annotator("other")->annotate(three);
  CHECK(text_of(one) == text_of(two));
  CHECK(text_of(one) != text_of(three));
  CHECK_THROWS_AS(tiny_annotator("klingon"), UsageError);
  CHECK_THROWS_WITH(tiny_annotator("klingon"), Catch::Contains("klingon") && Catch::Contains("news other"));
}

TEST_CASE("annotator: odd bytes in forms do no harm", "[extract][network]") {
  const auto annotator = tiny_annotator();
  conllu::Sentence sentence;
  for (const std::string& form : {std::string("\xFF\xFE"), std::string("\xD8"), std::string(1, '\0'), std::string("ـــ"),
                                  std::string(100000, 'x'), std::string("\xEF\xB7\xBA")}) {
    sentence.words.emplace_back().form = form;
  }
  annotator->annotate(sentence);
  CHECK(is_tree(sentence));
}
