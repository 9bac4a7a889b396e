#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace isnad {

/// The closed list of relation types: PLOVER's classes and the structural ones.
enum class RelationType : std::uint8_t {
  kAgree,
  kConsult,
  kSupport,
  kCooperate,
  kAid,
  kConcede,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kProtest,
  kSanction,
  kMobilize,
  kRetreat,
  kCoerce,
  kAssault,
  kControl,
  kRole,
  kMember,
  kLocated,
  kKin,
  kTravel,
  kOwn,
  kOther,
};

/// What a diagram colours by.
enum class RelationFamily : std::uint8_t { kCooperation, kConflict, kControl, kStructure, kOther };

/// All that is known of a type, whatever the words were.
struct RelationTypeInfo {
  RelationType type;
  /// As in files: `ACCUSE`.
  std::string_view name;
  RelationFamily family;
  /// Arrow labels in the present tense: `accuses`, `يتهم`.
  std::string_view label_en;
  std::string_view label_ar;
  /// CAMEO root code (`11`), empty for structural types.
  std::string_view cameo_root;
  /// Goldstein value of the root, 0 where there is none.
  float goldstein;
};

/// Returns: one row a type, in the order of the enumeration.
[[nodiscard]] std::span<const RelationTypeInfo> relation_types();

[[nodiscard]] const RelationTypeInfo& info(RelationType type);
[[nodiscard]] std::string_view to_string(RelationType type);
[[nodiscard]] std::string_view to_string(RelationFamily family);

/// Returns: the type of that name, in any case; nothing when there is none.
[[nodiscard]] std::optional<RelationType> relation_type_from(std::string_view name);

}  // namespace isnad
