#include "extract/names/context_code.h"

#include <catch2/catch.hpp>

using namespace isnad;
using namespace isnad::names;

namespace {

TagCounts counts_of(std::uint32_t outside, EntityType type, std::uint32_t begin, std::uint32_t inside) {
  TagCounts counts{};
  counts[kOutside] = outside;
  counts[begin_tag(type)] = begin;
  counts[inside_tag(type)] = inside;
  return counts;
}

}  // namespace

TEST_CASE("context code: few contexts say nothing", "[extract][names]") {
  CHECK(context_code(counts_of(1, EntityType::kPerson, 1, 0)) == 0);
  CHECK(context_code(counts_of(3, EntityType::kPerson, 0, 0)) == 1);
}

TEST_CASE("context code: says how often a word is in names, in which, and where", "[extract][names]") {
  // Bits: 0-2 share, 3-4 kind, 5 by far, 6 goes on, 7 often.
  CHECK(context_code(counts_of(0, EntityType::kPerson, 2, 8)) == (5 | 0 << 3 | 32 | 64));
  CHECK(context_code(counts_of(5, EntityType::kOrganisation, 5, 0)) == (4 | 1 << 3 | 32));
  CHECK(context_code(counts_of(80, EntityType::kGpe, 20, 0)) == (3 | 2 << 3 | 32 | 128));
  CHECK(context_code(counts_of(95, EntityType::kEvent, 5, 0)) == (2 | 3 << 3 | 32 | 128));
  CHECK(context_code(counts_of(999, EntityType::kPerson, 1, 0)) == (1 | 128));
  TagCounts mixed = counts_of(0, EntityType::kPerson, 5, 0);
  mixed[begin_tag(EntityType::kLocation)] = 4;
  CHECK(context_code(mixed) == 5);
}

TEST_CASE("context code: its kind forgets how sure it is", "[extract][names]") {
  CHECK(context_kind(0) == 0);
  CHECK(context_kind(1 | 128) == 1);
  CHECK(context_kind(5 | 2 << 3 | 32 | 64 | 128) == (5 | 2 << 3));
}
