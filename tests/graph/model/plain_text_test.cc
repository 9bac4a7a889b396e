#include "graph/model/plain_text.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace isnad;

TEST_CASE("text: one line, no controls, spaces once", "[graph][model]") {
  CHECK(clean_text("  a\n\tb\r\n c  ") == "a b c");
  CHECK(clean_text("a\x01"
                   "b\x7F"
                   "c") == "abc");
  CHECK(clean_text("\xE2\x80\xAE"
                   "abc\xE2\x80\xAC") == "abc");                              // overriding direction
  CHECK(clean_text("\xE2\x81\xA7تركيا\xE2\x81\xA9\xE2\x80\x8F") == "تركيا");  // isolates and marks
  CHECK(clean_text("می\xE2\x80\x8Cخواهم") == "می\xE2\x80\x8Cخواهم");          // the non-joiner belongs to the word
  CHECK(clean_text("a\xC2\xA0"
                   "b\xE2\x80\xA8"
                   "c") == "a b c");
  CHECK(clean_text("").empty());
  CHECK(clean_text("\n \t").empty());
}

TEST_CASE("text: bytes that are no UTF-8 become replacement characters", "[graph][model]") {
  const std::string replaced = "\xEF\xBF\xBD";
  CHECK(clean_text("a\xFF"
                   "b") == "a" + replaced + "b");
  CHECK(clean_text("\xC0\xAF") == replaced + replaced);                 // overlong
  CHECK(clean_text("\xED\xA0\x80") == replaced + replaced + replaced);  // a surrogate
  CHECK(clean_text("\xD8") == replaced);                                // cut short
  CHECK(clean_text("\xEF\xBF\xBE").empty());                            // a noncharacter
}

TEST_CASE("text: cleaning twice changes nothing, for any bytes", "[graph][model]") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 24; ++i) bytes.push_back(static_cast<char>(random() % 256));
    const auto once = clean_text(bytes);
    REQUIRE(clean_text(once) == once);
    REQUIRE(once.find('\n') == std::string::npos);
  }
}

TEST_CASE("text: XML escapes", "[graph][model]") {
  CHECK(xml_text("<b a=\"1\" b='2'>&amp;</b>") == "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;");
  CHECK(xml_text("a\nb\rc\td") == "a&#10;b&#13;c&#9;d");
  CHECK(xml_text("a\x01"
                 "b\xEF\xBF\xBF"
                 "c") == "abc");
  CHECK(xml_text("تركيا") == "تركيا");
}

TEST_CASE("text: DOT strings end where they should", "[graph][model]") {
  CHECK(dot_string("") == "\"\"");
  CHECK(dot_string("a\"b") == "\"a\\\"b\"");
  CHECK(dot_string("\\N\\") == "\"\\\\N\\\\\"");
  CHECK(dot_string("a\n\tb") == "\"a  b\"");
}

TEST_CASE("text: code points come one by one, and damaged bytes alone", "[graph][model]") {
  std::string_view text = "aت€\xF0\x9F\x98\x80\xE2\x82";
  std::vector<std::uint32_t> points;
  while (!text.empty()) points.push_back(next_code_point(text));
  CHECK(points == std::vector<std::uint32_t>{'a', 0x62A, 0x20AC, 0x1F600, 0xFFFD, 0xFFFD});
}
