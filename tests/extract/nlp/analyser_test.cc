#include "extract/nlp/analyser.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "extract/conllu/writer.h"
#include "graph/model/error.h"

namespace isnad::nlp {
namespace {

Document document_of(const std::string& text) {
  Document document;
  document.id = DocumentId("d");
  document.text = text;
  return document;
}

std::string written(const std::vector<conllu::Sentence>& sentences) {
  std::ostringstream out;
  for (const auto& sentence : sentences) conllu::write(out, sentence);
  return out.str();
}

const char kMixed[] =
    "اتهم الرئيس التركي روسيا بارتكاب مجازر في إدلب. وقالت موسكو إنها لن تنسحب.\n"
    "The ministry said that its troops wouldn't leave. It denied the report.\n"
    "وصل الوفد إلى دمشق أمس.";

TEST_CASE("analyser: every word gets a tag, and every sentence one tree", "[extract][nlp]") {
  const Analyser analyser;
  const Document document = document_of(kMixed);
  const auto sentences = analyser.analyse(document);
  REQUIRE(sentences.size() == 5);
  CHECK(sentences[0].lang == "ar");
  CHECK(sentences[2].lang == "en");
  CHECK(sentences[4].lang == "ar");
  for (const auto& sentence : sentences) {
    INFO(sentence.text);
    CHECK(sentence.text == sentence.span.of(document.text));
    int roots = 0;
    for (int id = 1; id <= sentence.size(); ++id) {
      const conllu::Word& word = sentence.word(id);
      CHECK_FALSE(word.upos.empty());
      CHECK_FALSE(word.lemma.empty());
      CHECK_FALSE(word.deprel.empty());
      roots += word.head == 0;
      // The way up ends at the root.
      int steps = 0;
      for (int at = id; at != 0 && steps <= sentence.size(); at = sentence.word(at).head) ++steps;
      CHECK(steps <= sentence.size());
    }
    CHECK(roots == 1);
  }
}

TEST_CASE("analyser: the plainest sentences are understood", "[extract][nlp]") {
  const Analyser analyser;
  const auto arabic = analyser.analyse(document_of("اتهم الرئيس التركي روسيا."));
  REQUIRE(arabic.size() == 1);
  CHECK(arabic[0].word(1).upos == "VERB");
  CHECK(arabic[0].word(1).head == 0);
  CHECK(arabic[0].word(2).deprel == "nsubj");
  const auto english = analyser.analyse(document_of("Turkey accused Russia."));
  REQUIRE(english.size() == 1);
  CHECK(english[0].word(2).head == 0);
  CHECK(english[0].word(1).deprel == "nsubj");
  CHECK(english[0].word(3).deprel == "obj");
}

TEST_CASE("analyser: the same text gives the same trees, whatever came before and on any thread", "[extract][nlp]") {
  const Analyser analyser;
  const std::string expected = written(analyser.analyse(document_of(kMixed)));
  (void)analyser.analyse(document_of("نص آخر تماما. Quite another text."));
  CHECK(written(analyser.analyse(document_of(kMixed))) == expected);
  const Analyser fresh;
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) threads.emplace_back([&] { result = written(fresh.analyse(document_of(kMixed))); });
  for (auto& thread : threads) thread.join();
  for (const auto& result : results) CHECK(result == expected);
}

TEST_CASE("analyser: given words are tagged, and their language found", "[extract][nlp]") {
  const Analyser analyser;
  conllu::Sentence sentence;
  for (const char* form : {"قال", "الرئيس", "."}) sentence.words.emplace_back().form = form;
  sentence.words[0].upos = "X";
  analyser.annotate(std::span(&sentence, 1));
  CHECK(sentence.lang == "ar");
  CHECK(sentence.word(1).upos == "VERB");
}

TEST_CASE("analyser: short texts are no treebank's", "[extract][nlp]") {
  const Document document = document_of("زار الرئيس المدينة وأدلى بتصريح للصحفيين.");
  CHECK(written(Analyser({.arabic_model = "ar", .arabic_scheme = "auto"}).analyse(document)) ==
        written(Analyser().analyse(document)));
}

TEST_CASE("analyser: words are spelt after the scheme asked for", "[extract][nlp]") {
  const auto sentences = Analyser({.arabic_model = "ar", .arabic_scheme = "ar_pud"}).analyse(document_of("قدمها للصحفيين."));
  REQUIRE(sentences.size() == 1);
  REQUIRE(sentences[0].size() == 5);
  CHECK(sentences[0].word(3).form == "ل");
  CHECK(sentences[0].word(4).form == "لصحفيين");
}

TEST_CASE("analyser: nothing in, nothing out", "[extract][nlp]") {
  const Analyser analyser;
  CHECK(analyser.analyse(document_of("")).empty());
  CHECK(analyser.analyse(document_of(" \n ")).empty());
}

TEST_CASE("analyser: the fingerprint names each model with its checksum", "[extract][nlp]") {
  const std::string print = Analyser().fingerprint();
  CHECK(print.starts_with("ar:"));
  CHECK(print.find(" ar-segment:") != std::string::npos);
  CHECK(print.find(" en:") != std::string::npos);
  CHECK(std::count(print.begin(), print.end(), ':') == 3);
  CHECK(print == Analyser().fingerprint());
}

TEST_CASE("analyser: a model that is not there is named", "[extract][nlp]") {
  const Analyser analyser(Analyser::Options{"none-such"});
  CHECK_THROWS_WITH((void)analyser.analyse(document_of("وصل الوفد.")), Catch::Contains("models/none-such"));
  CHECK_THROWS_AS((void)analyser.fingerprint(), IoError);
}

}  // namespace
}  // namespace isnad::nlp
