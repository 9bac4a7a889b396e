#include "extract/nlp/line_joiner.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace isnad::nlp {
namespace {

using Lines = std::vector<std::string>;

/// Blank lines left out.
Lines lines(const std::string& text) {
  Lines out;
  for (const Span span : meant_lines(text)) {
    const std::string line(span.of(text));
    if (line.find_first_not_of(" \r\n") != std::string::npos) out.push_back(line);
  }
  return out;
}

/// Breaks text between words so that no line is longer than `width` bytes.
std::string wrapped(const std::string& text, std::size_t width) {
  std::string out;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::size_t word = end - at;
    if (line > 0 && line + 1 + word > width) {
      out += '\n';
      line = 0;
    } else if (line > 0) {
      out += ' ';
      ++line;
    }
    out.append(text, at, word);
    line += word;
    at = end + 1;
  }
  return out;
}

const std::string kFirst =
    "The delegation arrived in the capital late on Monday after a journey of nine hours by road, officials at the ministry said. "
    "It was to meet "
    "the head of the council on Tuesday, and a statement was expected in the evening. Nobody answered questions.";
const std::string kSecond =
    "Farmers in the valley said that the water had not come back since the spring, when the pumps were taken away. They now buy "
    "it from lorries "
    "that come twice a week from the coast.";

TEST_CASE("lines: breaks of a hard-wrapped text end nothing", "[extract][nlp]") {
  for (const std::size_t width : {60U, 72U, 80U}) {
    INFO(width);
    const std::string first = wrapped(kFirst, width);
    const std::string second = wrapped(kSecond, width);
    CHECK(lines("Delegation arrives\n\n" + first + "\n\n" + second + "\n") == Lines{"Delegation arrives", first, second});
  }
}

TEST_CASE("lines: a headline right above wrapped text stays apart", "[extract][nlp]") {
  const std::string first = wrapped(kFirst, 72);
  CHECK(lines("Delegation arrives in capital\n" + first) == Lines{"Delegation arrives in capital", first});
}

TEST_CASE("lines: Arabic is measured in letters, vowel signs left out", "[extract][nlp]") {
  const std::string text =
      "قال وزير المالية إن الحكومة لم تتخذ بعد قرارا بشأن أسعار\n"
      "الوقود، وإن المشاورات مع النقابات ستستمر حتى نهاية الشهر\n"
      "المُقبِل على أقرب تقدير، مضيفا أن أي زيادة لن تشمل الأسر\n"
      "الفقيرة في الأرياف، وفق ما نقلت عنه وسائل إعلام محلية\n"
      "مساء أمس.";
  CHECK(lines(text) == Lines{text});
}

TEST_CASE("lines: breaks in two characters are one", "[extract][nlp]") {
  CHECK(lines("One\r\nTwo\r\n\r\nThree") == Lines{"One", "Two", "Three"});
  CHECK(meant_lines("a\r\nb").size() == 2);
}

TEST_CASE("lines: paragraphs on a line each, headlines and verse end where they end", "[extract][nlp]") {
  CHECK(lines(kFirst + "\n" + kSecond + "\n" + kFirst).size() == 3);
  const std::string headlines =
      "Council votes to reopen the northern crossing\n"
      "Rain expected\n"
      "Three held after raid on a warehouse in the port\n"
      "Prices of bread rise again\n"
      "Minister resigns over contracts\n"
      "Teachers end strike after nine days of talks\n";
  CHECK(lines(headlines).size() == 6);
}

TEST_CASE("lines: every byte but breaks belongs to one line", "[extract][nlp]") {
  const std::string text = "\n\n" + wrapped(kFirst, 64) + "\n\nx\n";
  std::uint32_t before = 0;
  for (const Span span : meant_lines(text)) {
    CHECK(span.begin >= before);
    for (std::uint32_t k = before; k < span.begin; ++k) CHECK(text[k] == '\n');
    before = span.end;
  }
  CHECK(before == text.size());
}

}  // namespace
}  // namespace isnad::nlp
