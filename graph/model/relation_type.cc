#include "graph/model/relation_type.h"

#include <array>
#include <cctype>
#include <cstddef>

namespace isnad {

namespace {

using enum RelationFamily;

// Roots are those that PLOVER's own table maps to the type, the commonest in news where there are several (11 of 09 and 11,
// 19 of 18 to 20); Goldstein values are the root's. Families follow CAMEO's quad classes but for REQUEST: most of it in
// news is asking and urging (CAMEO 02, verbal cooperation, a root that PLOVER leaves out), though its root is demanding.
constexpr std::array<RelationTypeInfo, 24> kTypes = {{
    {RelationType::kAgree, "AGREE", kCooperation, "agrees with", "يتفق مع", "03", 4.0F},
    {RelationType::kConsult, "CONSULT", kCooperation, "consults", "يتشاور مع", "04", 1.0F},
    {RelationType::kSupport, "SUPPORT", kCooperation, "supports", "يدعم", "05", 3.5F},
    {RelationType::kCooperate, "COOPERATE", kCooperation, "cooperates with", "يتعاون مع", "06", 6.0F},
    {RelationType::kAid, "AID", kCooperation, "aids", "يساعد", "07", 7.0F},
    {RelationType::kConcede, "CONCEDE", kCooperation, "concedes to", "يتنازل لـ", "08", 5.0F},
    {RelationType::kRequest, "REQUEST", kCooperation, "asks", "يطالب", "10", -5.0F},
    {RelationType::kAccuse, "ACCUSE", kConflict, "accuses", "يتهم", "11", -2.0F},
    {RelationType::kReject, "REJECT", kConflict, "rejects", "يرفض", "12", -4.0F},
    {RelationType::kThreaten, "THREATEN", kConflict, "threatens", "يهدد", "13", -6.0F},
    {RelationType::kProtest, "PROTEST", kConflict, "protests against", "يحتج على", "14", -6.5F},
    {RelationType::kSanction, "SANCTION", kConflict, "sanctions", "يعاقب", "16", -4.0F},
    {RelationType::kMobilize, "MOBILIZE", kConflict, "mobilises towards", "يحشد في", "15", -7.2F},
    {RelationType::kRetreat, "RETREAT", kCooperation, "retreats from", "ينسحب من", "08", 5.0F},
    {RelationType::kCoerce, "COERCE", kConflict, "coerces", "يُكره", "17", -7.0F},
    {RelationType::kAssault, "ASSAULT", kConflict, "attacks", "يهاجم", "19", -10.0F},
    {RelationType::kControl, "CONTROL", RelationFamily::kControl, "controls", "يسيطر على", "", 0.0F},
    {RelationType::kRole, "ROLE", kStructure, "holds a post in", "يشغل منصبا في", "", 0.0F},
    {RelationType::kMember, "MEMBER", kStructure, "belongs to", "ينتمي إلى", "", 0.0F},
    {RelationType::kLocated, "LOCATED", kStructure, "lies in", "يقع في", "", 0.0F},
    {RelationType::kKin, "KIN", kStructure, "is kin of", "قريب لـ", "", 0.0F},
    {RelationType::kTravel, "TRAVEL", kStructure, "travels to", "يسافر إلى", "", 0.0F},
    {RelationType::kOwn, "OWN", kStructure, "owns", "يملك", "", 0.0F},
    {RelationType::kOther, "OTHER", RelationFamily::kOther, "relates to", "يرتبط بـ", "", 0.0F},
}};

constexpr std::array<std::string_view, 5> kFamilies = {"cooperation", "conflict", "control", "structure", "other"};

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::toupper(static_cast<unsigned char>(a[i])) != std::toupper(static_cast<unsigned char>(b[i]))) return false;
  }
  return true;
}

}  // namespace

std::span<const RelationTypeInfo> relation_types() { return kTypes; }

const RelationTypeInfo& info(RelationType type) { return kTypes[static_cast<std::size_t>(type)]; }

std::string_view to_string(RelationType type) { return info(type).name; }

std::string_view to_string(RelationFamily family) { return kFamilies[static_cast<std::size_t>(family)]; }

std::optional<RelationType> relation_type_from(std::string_view name) {
  for (const auto& row : kTypes) {
    if (equal_ignoring_case(row.name, name)) return row.type;
  }
  return std::nullopt;
}

}  // namespace isnad
