#include "extract/corpus/encoding.h"

#include <catch2/catch.hpp>

#include "extract/corpus/unusable.h"
#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

using namespace std::string_literals;

TEST_CASE("encoding: byte order marks decide", "[extract][corpus]") {
  CHECK(to_utf8("\xEF\xBB\xBFقال") == "قال");
  CHECK(to_utf8("\xFF\xFE\x42\x06\x27\x06\x44\x06"s) == "قال");
  CHECK(to_utf8("\xFE\xFF\x06\x42\x06\x27\x06\x44"s) == "قال");
  CHECK(to_utf8("\xFF\xFE\x3D\xD8\x00\xDE\x0A\x00"s) == "😀\n");
}

TEST_CASE("encoding: the declared character set is believed only where the bytes are not UTF-8", "[extract][corpus]") {
  CHECK(to_utf8("\xDE\xC7\xE1", "windows-1256") == "قال");
  CHECK(to_utf8("\xE2\xC7\xE4", "ISO-8859-6") == "قال");
  CHECK(to_utf8("caf\xE9 \x93x\x94", "ISO-8859-1") == "café “x”");
  CHECK(to_utf8("قال", "windows-1256") == "قال");
}

TEST_CASE("encoding: faults name byte and line", "[extract][corpus]") {
  const auto fault = [](std::string bytes, std::string_view charset) -> std::string {
    try {
      return "no fault: " + to_utf8(std::move(bytes), charset);
    } catch (const Unusable& unusable) {
      return std::to_string(unusable.line()) + ": " + unusable.what();
    }
  };
  CHECK(fault("a\nb\xDE", "") == "2: not valid UTF-8 at byte 3 (0xDE)");
  CHECK(fault("a\nb\xDE", "utf-8") == "2: not valid UTF-8 at byte 3 (0xDE)");
  CHECK(fault("a\nb\xDE", "klingon") == "0: character set \"klingon\" is not known");
  CHECK(fault("a\0b"s, "") == "1: NUL at byte 1: not a text");
  CHECK(fault("a\0b\xDE"s, "windows-1256") == "1: NUL at byte 1: not a text");
  CHECK(fault("\xFF\xFE\x00\x00"s, "") == "1: NUL at byte 0: not a text");
}

TEST_CASE("encoding: finds the character set that a page names", "[extract][corpus]") {
  CHECK(declared_charset("<html><META charset='Windows-1256'>") == "windows-1256");
  CHECK(declared_charset(
            R"(<meta name="x" content="y"><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-6">)") ==
        "iso-8859-6");
  CHECK(declared_charset("<meta name=description content='about charset stories'>").empty());
  CHECK(declared_charset("<meta charset").empty());
  CHECK(declared_charset("<meta charset=").empty());
  CHECK(declared_charset("").empty());
}

TEST_CASE("encoding: a page in UTF-16 is read like any other", "[extract][corpus]") {
  std::string page = "\xFF\xFE";
  for (const char c : R"(<title>One</title><meta charset="utf-16"><p>A long enough paragraph.</p>)"s) page.append({c, '\0'});
  const Read got = read_one("a.html", page);
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "One\n\nA long enough paragraph.");
}

}  // namespace isnad::corpus
