#include "graph/render/web_sentence.h"

#include <catch2/catch.hpp>
#include <string>

using namespace isnad;
using render::web_sentence;

namespace {

Span words(const std::string& text, const std::string& part) {
  const auto at = static_cast<std::uint32_t>(text.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

std::string marked(const render::WebSentence& sentence, std::size_t mark) {
  // Only for text outside the astral planes and of two bytes a letter at most, where units are letters.
  std::string out;
  std::size_t unit = 0;
  for (std::size_t i = 0; i < sentence.text.size();) {
    const std::size_t size = static_cast<unsigned char>(sentence.text[i]) < 0x80 ? 1 : 2;
    if (unit >= sentence.marks[mark].begin && unit < sentence.marks[mark].end) out += sentence.text.substr(i, size);
    i += size;
    ++unit;
  }
  return out;
}

}  // namespace

TEST_CASE("web sentence: marks count UTF-16 units from the start of the sentence", "[graph][render]") {
  const std::string text = "قبلها. رفضت دمشق التهديد";
  Claim claim;
  claim.relation.spans = {words(text, "رفضت")};
  claim.subject.spans = {words(text, "دمشق")};
  claim.object.spans = {words(text, "التهديد")};
  const Span sentence{static_cast<std::uint32_t>(text.find("رفضت")), static_cast<std::uint32_t>(text.size())};
  const auto out = web_sentence(claim, sentence, text);
  REQUIRE(out.text == "رفضت دمشق التهديد");
  REQUIRE(out.marks.size() == 3);
  CHECK(out.marks[0].slot == 'r');
  CHECK(marked(out, 0) == "رفضت");
  CHECK(out.marks[1].slot == 's');
  CHECK(marked(out, 1) == "دمشق");
  CHECK(marked(out, 2) == "التهديد");
}

TEST_CASE("web sentence: letters beyond the first plane count twice", "[graph][render]") {
  const std::string text = "\xF0\x9F\x98\x80 A sees B";
  Claim claim;
  claim.subject.spans = {words(text, "A")};
  const auto out = web_sentence(claim, {0, static_cast<std::uint32_t>(text.size())}, text);
  REQUIRE(out.marks.size() == 1);
  CHECK(out.marks[0].begin == 3);
  CHECK(out.marks[0].end == 4);
}

TEST_CASE("web sentence: control characters go and marks still fit", "[graph][render]") {
  const std::string text = "\xE2\x80\xAE" "A\x01  \n sees\tB\n";
  Claim claim;
  claim.subject.spans = {words(text, "A")};
  claim.object.spans = {words(text, "B")};
  const auto out = web_sentence(claim, {0, static_cast<std::uint32_t>(text.size())}, text);
  REQUIRE(out.text == "A sees B");
  REQUIRE(out.marks.size() == 2);
  CHECK(marked(out, 0) == "A");
  CHECK(marked(out, 1) == "B");
}

TEST_CASE("web sentence: words of another sentence are not marked, overlapping ones once", "[graph][render]") {
  const std::string text = "A came. He sees B";
  Claim claim;
  claim.subject.spans = {words(text, "A")};
  claim.relation.spans = {words(text, "sees B")};
  claim.object.spans = {words(text, "B")};
  const auto out = web_sentence(claim, {8, static_cast<std::uint32_t>(text.size())}, text);
  REQUIRE(out.marks.size() == 1);
  CHECK(marked(out, 0) == "sees B");
}
