#include "extract/names/word_table.h"

#include <catch2/catch.hpp>

using namespace isnad::names;

TEST_CASE("word table: keeps what was put in when slots collide", "[extract][names]") {
  WordTable table(64);
  for (std::uint64_t k = 0; k < 48; ++k) table.at(hash_text("w" + std::to_string(k))).fine = static_cast<std::uint16_t>(k + 1);
  for (std::uint64_t k = 0; k < 48; ++k) CHECK(table.find(hash_text("w" + std::to_string(k))).fine == k + 1);
  CHECK(table.find(hash_text("other")) == WordClass());
}

TEST_CASE("word table: an empty one knows nothing", "[extract][names]") { CHECK(WordTable().find(1) == WordClass()); }

TEST_CASE("word table: search wraps around the end", "[extract][names]") {
  WordTable table(2);
  // Both hashes begin at the last slot.
  table.at(0xFFFFFFFF00000001ULL).lists = 1;
  CHECK(table.find(0xFFFFFFFF00000001ULL).lists == 1);
  CHECK(table.find(0xFFFFFFFF00000002ULL) == WordClass());
}
