#pragma once

#include <string>

#include "graph/model/claim.h"

namespace isnad::testing {

/// Makes an extraction that of another document.
inline void rename_document(Extraction& extraction, const std::string& id) {
  const std::string old = extraction.document.id.str();
  extraction.document.id = DocumentId(id);
  for (Claim& claim : extraction.claims) {
    claim.document = extraction.document.id;
    claim.id = ClaimId(id + claim.id.str().substr(old.size()));
  }
}

}  // namespace isnad::testing
