#include "extract/nlp/sentence_builder.h"

#include <catch2/catch.hpp>
#include <string>

#include "extract/data_files.h"

namespace isnad::nlp {
namespace {

std::vector<conllu::Sentence> build(const Document& document) {
  static const WordTables kTables = WordTables::load();
  static const CliticSegmenter kSegmenter = CliticSegmenter::load(data_file("models/ar-segment.model"));
  std::vector<conllu::Sentence> out;
  for (const RawSentence& raw : DocumentSplitter(kTables).split(document))
    out.push_back(build_sentence(document.text, raw, kTables, &kSegmenter));
  return out;
}

TEST_CASE("sentence builder: words of a divided token share out its letters", "[extract][nlp]") {
  Document document;
  document.id = DocumentId("d");
  document.text = "عنوان\nوَقال للسلطة.";
  const auto sentences = build(document);
  REQUIRE(sentences.size() == 2);
  const conllu::Sentence& sentence = sentences[1];
  CHECK(sentence.text == "وَقال للسلطة.");
  CHECK(sentence.lang == "ar");
  REQUIRE(sentence.size() == 5);
  REQUIRE(sentence.multiword_tokens.size() == 2);
  CHECK(sentence.multiword_tokens[0].form == "وَقال");
  CHECK(sentence.multiword_tokens[1].misc == "SpaceAfter=No");
  CHECK(sentence.word(1).form == "و");
  CHECK(sentence.word(1).span.of(document.text) == "وَ");
  CHECK(sentence.word(4).form == "السلطة");
  CHECK(sentence.word(4).span.of(document.text) == "لسلطة");
  CHECK(sentence.word(5).form == ".");
}

TEST_CASE("sentence builder: English contractions are multiword tokens", "[extract][nlp]") {
  Document document;
  document.text = "They don't know Assad's plan.";
  const auto sentences = build(document);
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].multiword_tokens.size() == 2);
  CHECK(sentences[0].word(3).form == "n't");
  CHECK(sentences[0].word(3).span.of(document.text) == "n't");
}

}  // namespace
}  // namespace isnad::nlp
