#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/claim_source.h"
#include "graph/model/document.h"
#include "graph/model/ids.h"
#include "graph/query/date_range.h"

namespace isnad::query {

/// What a filter must know of a claim's document.
struct DocumentFacts {
  std::string published;
  std::string source;
  std::string lang;
  /// The document as which it counts, and whose source: itself, or the original that it is a copy of.
  DocumentId counted_as;
  std::string counted_source;
};

/// Returns: nothing but empty facts where there is no such document.
[[nodiscard]] DocumentFacts facts_of(const ClaimSource& source, const DocumentId& id);

/// Which claims count. The default is all; each field that is set narrows, and a list is satisfied by any of its members.
struct ClaimFilter {
  /// When it happened: the event's date, else the document's.
  DateRange period;
  /// Only what had been published by the end of that day (`YYYY[-MM[-DD]]`); empty: whenever.
  std::string as_of;
  std::vector<Modality> modalities;
  /// Affirmed by one of these, anywhere in the chain of speakers.
  std::vector<EntityKey> asserted_by;
  /// Denied by one of these. With `asserted_by`: either will do.
  std::vector<EntityKey> denied_by;
  /// `Document::source`, compared after `fold_words`.
  std::vector<std::string> sources;
  /// `Document::lang`.
  std::vector<std::string> languages;
  float min_confidence = 0.0F;
  /// A further test, for whoever builds the filter; none when empty.
  std::function<bool(const Claim&)> also;
  /// How two outlets' names are brought together before they are compared (the caller's `text::name_key`); as they are when empty.
  std::function<std::string(std::string_view)> fold_words;

  /// Returns: whether every claim counts, so that none need be read.
  [[nodiscard]] bool takes_all() const { return period.unbounded() && takes_all_dates(); }

  /// Returns: whether nothing but the period can refuse a claim.
  [[nodiscard]] bool takes_all_dates() const;

  [[nodiscard]] bool accepts(const Claim& claim, const DocumentFacts& document) const;
};

/// Returns: whether someone in the chain of attribution is one of `speakers`.
[[nodiscard]] bool spoken_by(const Claim& claim, const std::vector<EntityKey>& speakers);

}  // namespace isnad::query
