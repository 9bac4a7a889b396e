#include "extract/nlp/tokenizer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace isnad::nlp {
namespace {

std::string tokens_of(const std::string& text, Language language) {
  static const WordTables kTables = WordTables::load();
  std::vector<Token> tokens;
  Tokenizer(kTables).tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, language, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    out += token.span.of(text);
  }
  return out;
}

std::string arabic(const std::string& text) { return tokens_of(text, Language::kArabic); }
std::string english(const std::string& text) { return tokens_of(text, Language::kEnglish); }

TEST_CASE("tokenizer: Arabic words and marks", "[extract][nlp]") {
  CHECK(arabic("قال: \"نعم\"، ثم سكت.") == "قال : \" نعم \" ، ثم سكت .");
  CHECK(arabic("كانون الأول/ديسمبر") == "كانون الأول / ديسمبر");
  CHECK(arabic("مُحَمَّد والعـراق") == "مُحَمَّد والعـراق");
  CHECK(arabic("إدلب\".وأبرمت") == "إدلب \" . وأبرمت");
  CHECK(arabic("وروسيا..") == "وروسيا . .");
}

TEST_CASE("tokenizer: clitics that a corpus set apart are one token", "[extract][nlp]") {
  CHECK(english("Syria 's army , they 'll go , we 're") == "Syria 's army , they 'll go , we 're");
  CHECK(english("He said 'so' and 's' is a letter") == "He said ' so ' and ' s ' is a letter");
  CHECK(english("'s out") == "' s out");
}

TEST_CASE("tokenizer: a hashtag's sign is a token, its joined words are one", "[extract][nlp]") {
  CHECK(arabic("#الاتحاد_الأوروبي و #إيران") == "# الاتحاد_الأوروبي و # إيران");
}

TEST_CASE("tokenizer: numbers keep their signs", "[extract][nlp]") {
  CHECK(arabic("بلغت 1,234.5 و٣٫٥ و 106,78") == "بلغت 1,234.5 و٣٫٥ و 106,78");
  CHECK(arabic("17/5 في 10:30") == "17 / 5 في 10 : 30");
  CHECK(arabic("13جندياً 5%") == "13 جندياً 5 %");
  CHECK(english("1,234.5 at 5:30pm on 9/11/2001, up 5%") == "1,234.5 at 5:30 pm on 9/11/2001 , up 5 %");
  CHECK(english("$600m in the 1990s, 20th, '90s") == "$ 600 m in the 1990s , 20th , '90s");
  CHECK(english("call 713-853-3989 in 1990-1999") == "call 713-853-3989 in 1990 - 1999");
}

TEST_CASE("tokenizer: letters glued to numbers and Latin words stay one token when short", "[extract][nlp]") {
  CHECK(arabic("و6 لCNN الـ24") == "و6 لCNN الـ24");
  CHECK(arabic("طريق M5 الدولي") == "طريق M5 الدولي");
}

TEST_CASE("tokenizer: links and addresses are one token without the mark that closes the sentence", "[extract][nlp]") {
  CHECK(english("See https://example.com/a?b=c, or (www.example.org).") ==
        "See https://example.com/a?b=c , or ( www.example.org ) .");
  CHECK(english("Mail first.last@example.co.uk.") == "Mail first.last@example.co.uk .");
  CHECK(arabic("موقع bbc.com/arabic.") == "موقع bbc.com/arabic .");
  CHECK(english("by @some_one now") == "by @some_one now");
}

TEST_CASE("tokenizer: English abbreviations keep their full stop", "[extract][nlp]") {
  CHECK(english("Mr. Smith of the U.S. met J. Doe, Ph.D., at 5 p.m. today.") ==
        "Mr. Smith of the U.S. met J. Doe , Ph.D. , at 5 p.m. today .");
  CHECK(english("No. 5 said no. No.") == "No. 5 said no . No .");
  CHECK(english("It was I. They left.") == "It was I . They left .");
}

TEST_CASE("tokenizer: English hyphens, apostrophes and ampersands", "[extract][nlp]") {
  CHECK(english("rebel-held non-state e-mail al-Assad") == "rebel - held non-state e-mail al - Assad");
  CHECK(english("don't Assad’s O'Reilly workers' 'tis") == "don't Assad’s O'Reilly workers' ' tis");
  CHECK(english("'the workers' left") == "' the workers ' left");
  CHECK(english("AT&T and R&D") == "AT&T and R&D");
}

TEST_CASE("tokenizer: runs of marks are one token in English", "[extract][nlp]") {
  CHECK(english("Well... no!!! -- really?! :)") == "Well ... no !!! -- really ?! :)");
}

TEST_CASE("tokenizer: an emoji with its modifiers is one token", "[extract][nlp]") {
  CHECK(english("ok👍🏽👨‍👩‍👧🇸🇾!") == "ok 👍🏽 👨‍👩‍👧 🇸🇾 !");
}

TEST_CASE("tokenizer: what no one sees belongs to no token", "[extract][nlp]") {
  CHECK(arabic("\u200Fموسكو\u00A0\u200Eقالت\u200B \uFEFF") == "موسكو قالت");
}

}  // namespace
}  // namespace isnad::nlp
