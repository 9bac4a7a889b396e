#include "extract/train/harmonise.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "extract/conllu/reader.h"
#include "graph/model/error.h"

using namespace isnad;
using train::harmonise;
using train::Treebank;

namespace {

/// Columns are divided by blanks here.
std::vector<conllu::Sentence> read(std::string text) {
  for (char& c : text) {
    if (c == ' ') c = '\t';
  }
  std::istringstream in(text);
  conllu::Reader reader(in, "test");
  std::vector<conllu::Sentence> sentences;
  for (conllu::Sentence s; reader.next(s);) sentences.push_back(s);
  return sentences;
}

std::vector<std::string> forms(const conllu::Sentence& sentence) {
  std::vector<std::string> out;
  for (const conllu::Word& w : sentence.words) out.push_back(w.form);
  return out;
}

}  // namespace

TEST_CASE("harmonise: names of treebanks", "[extract][train]") {
  CHECK(train::treebank_from("padt-morph") == Treebank::kPadtMorph);
  CHECK_FALSE(train::treebank_from("brown").has_value());
}

TEST_CASE("harmonise: IAHLT's article goes back on its noun", "[extract][train]") {
  auto sentences = read(
      "1-3 للشعر _ _ _ _ _ _ _ _\n1 ل لِ ADP _ _ _ _ _ _\n2 ال ال DET _ _ _ _ _ _\n3 شعر شَعر NOUN _ _ _ _ _ _\n"
      "4-5 البيت _ _ _ _ _ _ _ _\n4 ال ال DET _ _ _ _ _ _\n5 بيت بَيت NOUN _ _ _ _ _ _\n6 ال ال DET _ _ _ _ _ _\n\n");
  harmonise(sentences, Treebank::kIahlt);
  REQUIRE(sentences.size() == 1);
  CHECK(forms(sentences[0]) == std::vector<std::string>{"ل", "الشعر", "البيت", "ال"});
  CHECK(sentences[0].words[1].lemma == "شعر");
  CHECK(sentences[0].words[1].misc == "Vlemma=شَعر");
  REQUIRE(sentences[0].multiword_tokens.size() == 1);
  CHECK(sentences[0].multiword_tokens[0].first == 1);
  CHECK(sentences[0].multiword_tokens[0].last == 2);
}

TEST_CASE("harmonise: UniMorph tags become UPOS and features", "[extract][train]") {
  auto sentences = read(
      "1 ذكر ذَكَر _ _ ACT;PFV;SG;MASC;V;3 _ _ _ _\n2 اسم اِسم _ _ SG;PSSD;N;GEN _ _ _ _\n3 جان جَان _ _ _ _ _ _ _\n4 12 ١٢ _ _ _ _ "
      "_ _ _\n5 . . _ _ _ _ _ "
      "_ _\n\n");
  harmonise(sentences, Treebank::kPadtMorph);
  const auto& words = sentences[0].words;
  CHECK(words[0].upos == "VERB");
  CHECK(words[0].feats == "Aspect=Perf|Gender=Masc|Number=Sing|Person=3|Voice=Act");
  CHECK(words[0].lemma == "ذكر");
  CHECK(words[1].feats == "Case=Gen|Definite=Cons|Number=Sing");
  CHECK(words[2].upos.empty());
  CHECK(words[3].upos == "NUM");
  CHECK(words[3].lemma == "12");
  CHECK(words[4].upos == "PUNCT");
  auto unknown = read("1 x x _ _ SG;XYZ _ _ _ _\n\n");
  CHECK_THROWS_AS(harmonise(unknown, Treebank::kPadtMorph), FormatError);
}

TEST_CASE("harmonise: labels and features of PADT and PUD", "[extract][train]") {
  auto sentences = read(
      "1 يوم يَوم NOUN N Case=Acc|NumForm=Word|VerbForm=Fin 2 obl:tmod _ _\n2 قتل قَتَل VERB V Negative=Neg 0 root _ _\n"
      "3 من مِن PRON P _ 2 nsubj:pass _ _\n\n");
  harmonise(sentences, Treebank::kPadt);
  CHECK(sentences[0].words[0].deprel == "obl");
  CHECK(sentences[0].words[0].feats == "Case=Acc");
  CHECK(sentences[0].words[1].feats == "Polarity=Neg");
  CHECK(sentences[0].words[2].deprel == "nsubj:pass");
  CHECK(sentences[0].words[0].xpos.empty());
}

TEST_CASE("harmonise: words in multiword tokens get the form they have alone", "[extract][train]") {
  auto sentences = read(
      "1-2 للسلطة _ _ _ _ _ _ _ _\n1 ل لِ ADP _ _ _ _ _ _\n2 لسلطة سُلطَة NOUN _ _ _ _ _ _\n3-4 للبنان _ _ _ _ _ _ _ _\n3 ل لِ ADP _ "
      "_ _ _ _ _\n"
      "4 لبنان لُبنَان PROPN _ _ _ _ _ _\n5-6 عليه _ _ _ _ _ _ _ _\n5 علي عَلَى ADP _ _ _ _ _ _\n6 ه هُوَ PRON _ _ _ _ _ _\n\n");
  harmonise(sentences, Treebank::kPud);
  CHECK(forms(sentences[0]) == std::vector<std::string>{"ل", "السلطة", "ل", "لبنان", "على", "ه"});
}

TEST_CASE("harmonise: blanked and repeated sentences go", "[extract][train]") {
  auto english = read("1 ____ _ NOUN _ _ 0 root _ _\n2 _ _ PUNCT _ _ 1 punct _ _\n\n1 Yes yes INTJ UH _ 0 root 0:root _\n\n");
  harmonise(english, Treebank::kEnglish);
  REQUIRE(english.size() == 1);
  CHECK(english[0].words[0].form == "Yes");
  CHECK(english[0].words[0].xpos.empty());
  auto twice = read("# text=نعم\n1 نعم نَعَم INTJ _ _ _ _ _ _\n\n# text=نعم\n1 نعم نَعَم INTJ _ _ _ _ _ _\n\n");
  for (auto& s : twice) s.text = "نعم";
  harmonise(twice, Treebank::kIahlt);
  CHECK(twice.size() == 1);
}

TEST_CASE("harmonise: what a passive verb is done to is its subject", "[extract][train]") {
  auto sentences = read(
      "1 أطلق أَطلَق VERB _ Voice=Pass 0 root _ _\n2 النار نار NOUN _ _ 1 obj _ _\n\n"
      "1 أطلق أَطلَق VERB _ Voice=Act 0 root _ _\n2 النار نار NOUN _ _ 1 obj _ _\n\n");
  harmonise(sentences, Treebank::kPadt);
  CHECK(sentences[0].words[1].deprel == "nsubj:pass");
  CHECK(sentences[1].words[1].deprel == "obj");
}

TEST_CASE("harmonise: trees without features tell the voice by their labels", "[extract][train]") {
  auto sentences = read(
      "1 قتل قتل VERB _ _ 0 root _ _\n2 جندي جندي NOUN _ _ 1 nsubj:pass _ _\n\n"
      "1 قتل قتل VERB _ _ 0 root _ _\n2 جندي جندي NOUN _ _ 1 nsubj _ _\n\n"
      "1 قتل قتل VERB _ _ 0 root _ _\n2 أمس أمس NOUN _ _ 1 obl _ _\n\n");
  harmonise(sentences, Treebank::kNews);
  CHECK(sentences[0].words[0].feats == "Voice=Pass");
  CHECK(sentences[1].words[0].feats == "Voice=Act");
  CHECK(sentences[2].words[0].feats.empty());
  CHECK(sentences[2].words[0].misc == "Unmarked=Voice");
}
