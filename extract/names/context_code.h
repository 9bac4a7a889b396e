#pragma once

#include <array>
#include <cstdint>

#include "extract/names/name_tags.h"

namespace isnad::names {

/// How often each tag was given to a word by a recogniser that saw its contexts alone.
using TagCounts = std::array<std::uint32_t, kTags>;

/// Words that were met less often have no code.
inline constexpr std::uint32_t kFewestContexts = 3;

/// Returns: what contexts take a word for, in a byte; 0 when they are too few.
///
/// Bits 0 to 2: 1 when next to none of them takes it for part of a name, 2 to 5 for growing shares of them. Of those: bits 3
/// and 4 which names most of them mean (people, organisations, places, others); bit 5: by far; bit 6: that it goes on with a
/// name rather than begins it; bit 7: that it was met often.
[[nodiscard]] std::uint8_t context_code(const TagCounts& counts);

/// The code's share, and the names where they are any: what is left when the lesser bits are forgotten.
[[nodiscard]] constexpr std::uint8_t context_kind(std::uint8_t code) { return (code & 7U) > 1 ? code & 31U : code & 7U; }

}  // namespace isnad::names
