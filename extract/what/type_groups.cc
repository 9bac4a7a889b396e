#include "extract/what/type_groups.h"

namespace isnad::what {

bool may_become_location(RelationType type) {
  switch (type) {
    case RelationType::kRole:
    case RelationType::kMember:
    case RelationType::kKin:
    case RelationType::kControl:
    case RelationType::kLocated:
      return false;
    default:
      return true;
  }
}

bool is_deed(RelationType type) {
  switch (type) {
    case RelationType::kLocated:
    case RelationType::kTravel:
    case RelationType::kRetreat:
    case RelationType::kRole:
    case RelationType::kMember:
    case RelationType::kKin:
    case RelationType::kOther:
      return false;
    default:
      return true;
  }
}

bool is_hostile(RelationType type) {
  switch (type) {
    case RelationType::kReject:
    case RelationType::kProtest:
    case RelationType::kSanction:
    case RelationType::kMobilize:
    case RelationType::kCoerce:
    case RelationType::kAssault:
      return true;
    default:
      return false;
  }
}

bool is_friendly(RelationType type) {
  switch (type) {
    case RelationType::kSupport:
    case RelationType::kCooperate:
    case RelationType::kAid:
    case RelationType::kConcede:
    case RelationType::kRetreat:
    case RelationType::kConsult:
      return true;
    default:
      return false;
  }
}

}  // namespace isnad::what
