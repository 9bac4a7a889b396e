#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "extract/data_files.h"
#include "extract/nlp/sentence_builder.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {
namespace {

/// Divides a document and checks everything that later stages rely on.
void check_invariants(const std::string& text) {
  static const WordTables kTables = WordTables::load();
  static const CliticSegmenter kSegmenter = CliticSegmenter::load(data_file("models/ar-segment.model"));
  Document document;
  document.text = text;
  std::uint32_t sentence_end = 0;
  for (const RawSentence& raw : DocumentSplitter(kTables).split(document)) {
    REQUIRE(raw.span.begin >= sentence_end);
    REQUIRE(raw.span.begin < raw.span.end);
    REQUIRE(raw.span.end <= text.size());
    sentence_end = raw.span.end;
    const conllu::Sentence sentence = build_sentence(text, raw, kTables, &kSegmenter);
    REQUIRE(sentence.text == raw.span.of(text));
    std::uint32_t token_end = raw.span.begin;
    for (const Token& token : raw.tokens) {
      REQUIRE(token.span.begin >= token_end);
      REQUIRE(token.span.begin < token.span.end);
      REQUIRE_FALSE(text::first_invalid_utf8(token.span.of(text)).has_value());
      token_end = token.span.end;
    }
    REQUIRE(token_end == raw.span.end);
    auto multiword = sentence.multiword_tokens.begin();
    std::uint32_t word_end = raw.span.begin;
    for (int id = 1; id <= sentence.size(); ++id) {
      const conllu::Word& word = sentence.word(id);
      REQUIRE_FALSE(word.form.empty());
      REQUIRE(word.span.begin >= word_end);
      REQUIRE(word.span.begin <= word.span.end);
      word_end = word.span.end;
      if (multiword != sentence.multiword_tokens.end() && multiword->last < id) ++multiword;
      if (multiword != sentence.multiword_tokens.end() && multiword->first <= id) {
        REQUIRE(multiword->span.contains(word.span));
        REQUIRE(multiword->form == multiword->span.of(text));
      } else {
        REQUIRE(word.form == word.span.of(text));
      }
    }
    REQUIRE(word_end <= raw.span.end);
  }
}

TEST_CASE("hostile text: random mixtures keep every span in order and every form in the text", "[extract][nlp]") {
  const std::u32string pool =
      U"وفلبكسأاهانمتيةىءئ\u064B\u064E\u0651\u0640\u0670aZs'’\"«»“”().,،؛؟!?…:;-–_#@&%$/0123٤٥ "
      U"\t\n\r\u00A0\u200F\u202B\u200C\u200D\uFEFFﻻﷲ"
      U"🙂👍🏽🇸🇾\u0301\u06DD\u0600\u0001\u007F日本\U0001F468漢\u2028\u0085\u0378";
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::u32string letters;
    for (unsigned k = 1 + random() % 60; k > 0; --k) letters.push_back(pool[random() % pool.size()]);
    const std::string text = text::encode_utf8(letters);
    INFO(text);
    check_invariants(text);
  }
}

TEST_CASE("hostile text: every code point alone and between letters", "[extract][nlp]") {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : c < 0x1F000 || c > 0x1FBFF ? 97 : 1) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    check_invariants(text::encode_utf8(std::u32string(1, c) + U" و" + c + U"قال a" + c + U"b"));
  }
}

// Quadratic work on a megabyte would take minutes and be noticed, without a clock in the test.
TEST_CASE("hostile text: megabytes of one thing", "[extract][nlp]") {
  for (const char* piece :
       {"و",      "a",    "a.",      "A.",  "'",  "\"", "(",  ").", "http://a", "http://a)", "-",  "1",  "1,",  "1-",
        ".",      "..",   ". ",      "., ", "!",  "_",  "a_", "a-", "non-",     "a'",        "@a", "#",  "د. ", "\u064E",
        "\u200F", "🙂", "👨\u200D", "ﷲ",   "\n", " ",  "\t", "a@", "a.b@",     "، ",        "و6", "1:", "لل",  "أ."}) {
    INFO(piece);
    std::string text;
    while (text.size() < (1U << 20U)) text += piece;
    check_invariants(text);
  }
}

}  // namespace
}  // namespace isnad::nlp
