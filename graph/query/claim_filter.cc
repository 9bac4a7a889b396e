#include "graph/query/claim_filter.h"

#include <algorithm>
#include <utility>

namespace isnad::query {

DocumentFacts facts_of(const ClaimSource& source, const DocumentId& id) {
  auto document = source.document(id);
  if (!document) return {};
  DocumentFacts out{std::move(document->published), document->source, std::move(document->lang), id, std::move(document->source)};
  if (document->copy_of.empty()) return out;
  out.counted_as = document->copy_of;
  if (auto original = source.document(document->copy_of)) out.counted_source = std::move(original->source);
  return out;
}

bool spoken_by(const Claim& claim, const std::vector<EntityKey>& speakers) {
  return std::any_of(claim.attribution.begin(), claim.attribution.end(), [&](const Attribution& link) {
    return link.speaker.entity && std::find(speakers.begin(), speakers.end(), *link.speaker.entity) != speakers.end();
  });
}

bool ClaimFilter::takes_all_dates() const {
  return as_of.empty() && modalities.empty() && asserted_by.empty() && denied_by.empty() && sources.empty() && languages.empty() &&
         min_confidence <= 0.0F && !also;
}

bool ClaimFilter::accepts(const Claim& claim, const DocumentFacts& document) const {
  if (claim.confidence < min_confidence) return false;
  if (!modalities.empty() && std::find(modalities.begin(), modalities.end(), claim.modality) == modalities.end()) return false;
  if (!asserted_by.empty() || !denied_by.empty()) {
    const auto& wanted = claim.polarity == Polarity::kAffirmed ? asserted_by : denied_by;
    if (!spoken_by(claim, wanted)) return false;
  }
  if (!languages.empty() && std::find(languages.begin(), languages.end(), document.lang) == languages.end()) return false;
  if (!sources.empty()) {
    const auto folded = [&](const std::string& words) { return fold_words ? fold_words(words) : words; };
    const std::string source = folded(document.source);
    if (std::none_of(sources.begin(), sources.end(), [&](const std::string& wanted) { return folded(wanted) == source; })) return false;
  }
  if (!as_of.empty() && (document.published.empty() || !DateRange({}, as_of).contains(document.published))) return false;
  if (!period.contains(claim.event_date.empty() ? document.published : claim.event_date)) return false;
  return !also || also(claim);
}

}  // namespace isnad::query
