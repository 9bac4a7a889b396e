#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "graph/model/claim.h"
#include "tests/support/memory_claim_source.h"
#include "tests/support/random_extraction.h"

namespace isnad::testing {

/// Puts `put`, else removes `document`.
struct RandomChange {
  DocumentId document;
  std::optional<Extraction> put;

  void apply_to(MemoryClaimSource& model) const {
    if (put) {
      model.put(*put);
    } else {
      model.remove(document);
    }
  }
};

/// The same changes for the same seed, in whatever process.
class RandomChanges {
 public:
  static constexpr int kDocuments = 25;

  explicit RandomChanges(std::uint32_t seed) : extractions_(seed, options()) {}

  RandomChange next() {
    const int document = extractions_.below(kDocuments);
    RandomChange change;
    change.document = RandomExtractions::document_id(document);
    if (extractions_.below(5) != 0) change.put = extractions_.next(document);
    return change;
  }

 private:
  static RandomExtractions::Options options() {
    RandomExtractions::Options options;
    options.documents = kDocuments;
    return options;
  }

  RandomExtractions extractions_;
};

}  // namespace isnad::testing
