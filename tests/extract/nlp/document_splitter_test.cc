#include "extract/nlp/document_splitter.h"

#include <catch2/catch.hpp>

namespace isnad::nlp {
namespace {

const WordTables& tables() {
  static const WordTables kTables = WordTables::load();
  return kTables;
}

TEST_CASE("document: given sentences are taken as they are", "[extract][nlp]") {
  Document document;
  document.id = DocumentId("d");
  document.text = "One. Two\nthree. Four.";
  document.sentences = {{{0, 15}, "first", ""}, {{15, 16}, "blank", ""}, {{16, 21}, "last", "ar"}};
  const auto sentences = DocumentSplitter(tables()).split(document);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].id == "first");
  CHECK(sentences[0].span == Span{0, 15});
  CHECK(sentences[0].language == Language::kEnglish);
  CHECK(sentences[0].tokens.size() == 5);
  CHECK(sentences[1].id == "last");
  CHECK(sentences[1].language == Language::kArabic);
}

TEST_CASE("document: found sentences are numbered from 0 and each has its language", "[extract][nlp]") {
  Document document;
  document.id = DocumentId("d");
  document.text = "وصل الوفد إلى موسكو.\nThe delegation arrived.\n2018";
  const auto sentences = DocumentSplitter(tables()).split(document);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[0].id == "d#0");
  CHECK(sentences[2].id == "d#2");
  CHECK(sentences[0].language == Language::kArabic);
  CHECK(sentences[1].language == Language::kEnglish);
  CHECK(sentences[2].language == Language::kArabic);
}

TEST_CASE("document: an empty one has no sentence", "[extract][nlp]") {
  Document document;
  CHECK(DocumentSplitter(tables()).split(document).empty());
  document.text = " \n\t\n\u200F";
  CHECK(DocumentSplitter(tables()).split(document).empty());
}

}  // namespace
}  // namespace isnad::nlp
