#include "extract/text/utf8.h"

#include <catch2/catch.hpp>
#include <string>

namespace isnad::text {
namespace {

TEST_CASE("utf8: the first broken byte is found", "[extract][text]") {
  CHECK_FALSE(first_invalid_utf8("").has_value());
  CHECK_FALSE(first_invalid_utf8("إدلب and more than eight bytes \U0001F600").has_value());
  CHECK(first_invalid_utf8("abcdefghij\xFF") == 10);
  CHECK(first_invalid_utf8("a\x80") == 1);
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // overlong slash
  CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);      // overlong
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // past U+10FFFF
  CHECK(first_invalid_utf8("ab\xD8") == 2);            // cut off
  CHECK(first_invalid_utf8("ab\xE2\x80") == 2);
  CHECK(first_invalid_utf8("ab\xF0\x9F\x98") == 2);
}

TEST_CASE("utf8: every scalar value survives encoding and decoding", "[extract][text]") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string bytes = encode_utf8(std::u32string(1, c));
    REQUIRE_FALSE(first_invalid_utf8(bytes).has_value());
    std::size_t at = 0;
    REQUIRE(next_code_point(bytes, at) == c);
    REQUIRE(at == bytes.size());
  }
}

}  // namespace
}  // namespace isnad::text
