#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "graph/model/claim.h"

namespace isnad::store {

// What the writer and the reader of claim lists share; docs/store_format.md says what stands where.

/// Numbers of one meaning stand together, so that they pack well.
enum class Column : std::uint8_t {
  kSlotFlags,
  kOwnWords,
  kSpanCounts,
  kFirstSpans,
  kFurtherSpans,
  kSpanParts,
  kHeads,
  kEntities,
  kRelations,
  kChains,
  kClaimFlags,
  kClaimPlaces,
  kClaimRelations,
  kConfidences,
  kRules,
  kClaimSlots,
  kDates,
  kClaimChains,
};
inline constexpr std::size_t kColumns = 18;

inline constexpr std::uint8_t kClaimListLayout = 3;

namespace claim_flag {
inline constexpr std::uint8_t kObjectIsSource = 1;
inline constexpr std::uint8_t kDenied = 2;
inline constexpr int kModalityShift = 2;
inline constexpr std::uint8_t kModalityMask = 3 << kModalityShift;
inline constexpr std::uint8_t kEventDate = 16;
inline constexpr std::uint8_t kAttribution = 32;
/// In the same sentence as the claim before, with the number that follows.
inline constexpr std::uint8_t kNextNumber = 64;
inline constexpr std::uint8_t kAll = 127;
}  // namespace claim_flag

namespace slot_flag {
inline constexpr std::uint8_t kEntity = 1;
inline constexpr std::uint8_t kElided = 2;
inline constexpr std::uint8_t kOwnWords = 4;
inline constexpr int kHeadShift = 3;
inline constexpr std::uint8_t kHeadMask = 3;
inline constexpr int kSpansShift = 5;
/// This number of spans or more stands in its column.
inline constexpr std::uint8_t kManySpans = 7;
}  // namespace slot_flag

/// Where the head of a slot is.
enum class Head : std::uint8_t {
  /// The first span; of a slot without spans [0, 0).
  kFirst,
  kLast,
  /// Another one.
  kNumbered,
  kOwnSpan,
};

// Numbers of enumerators are part of the format. Where one of these fails, the format needs a new version.
static_assert(static_cast<int>(Polarity::kAffirmed) == 0 && static_cast<int>(Polarity::kDenied) == 1);
static_assert(static_cast<int>(Modality::kFact) == 0 && static_cast<int>(Modality::kNecessary) == 3);
static_assert(static_cast<int>(RelationType::kAgree) == 0 && static_cast<int>(RelationType::kAccuse) == 7 &&
              static_cast<int>(RelationType::kAssault) == 15 && static_cast<int>(RelationType::kControl) == 16 &&
              static_cast<int>(RelationType::kOther) == 23);

}  // namespace isnad::store
