#pragma once

// Inside graph/export only.

#include <string>
#include <utility>

#include "graph/model/claim_source.h"
#include "graph/model/plain_text.h"

namespace isnad::exporting {

/// Documents of claims that come document by document: keeps the last one.
class DocumentReader {
 public:
  explicit DocumentReader(const ClaimSource& source) : source_(source) {}

  const Document& of(const Claim& claim) {
    if (document_.id != claim.document || claim.document.empty()) {
      if (auto found = source_.document(claim.document)) {
        document_ = std::move(*found);
      } else {
        document_ = Document{};
        document_.id = claim.document;
      }
    }
    return document_;
  }

  [[nodiscard]] static std::string sentence_id(const Claim& claim, const Document& document) {
    return claim.sentence < document.sentences.size() ? document.sentences[claim.sentence].id : std::string();
  }

  /// On one line.
  [[nodiscard]] static std::string sentence(const Claim& claim, const Document& document) {
    if (claim.sentence >= document.sentences.size()) return {};
    return clean_text(document.sentences[claim.sentence].span.of(document.text));
  }

 private:
  const ClaimSource& source_;
  Document document_;
};

}  // namespace isnad::exporting
