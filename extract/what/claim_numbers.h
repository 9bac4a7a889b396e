#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "graph/model/claim.h"

namespace isnad::what {

/// Ids for claims that are added to a document's: each sentence's are numbered on from those it has.
class ClaimNumbers {
 public:
  /// Requires: the ids end in `#<number>`, as `ClaimId` says.
  explicit ClaimNumbers(const std::vector<Claim>& claims);

  [[nodiscard]] ClaimId next(const DocumentId& document, std::uint32_t sentence);

 private:
  std::map<std::uint32_t, std::uint32_t> next_;
};

}  // namespace isnad::what
