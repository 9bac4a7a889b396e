#include "graph/query/disputes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "graph/query/evidence.h"

namespace isnad::query {

namespace {

using ClaimsByVoice = std::map<Voice, std::vector<ClaimId>>;

ClaimsByVoice by_voice(const ClaimSource& source, const Edge& edge) {
  ClaimsByVoice out;
  for (const auto& id : edge.claim_ids) {
    if (const auto claim = source.claim(id)) out[voice_of(*claim, source)].push_back(id);
  }
  return out;
}

/// What is left of one side without the voices of the other; nothing when nobody is.
std::optional<DisputeSide> side_of(const ClaimSource& source, const Edge& edge, const ClaimsByVoice& own, const ClaimsByVoice& other) {
  DisputeSide out;
  Edge clear;
  for (const auto& [voice, claims] : own) {
    if (other.contains(voice)) continue;
    out.voices.push_back(voice);
    clear.claim_ids.insert(clear.claim_ids.end(), claims.begin(), claims.end());
  }
  if (out.voices.empty()) return std::nullopt;
  auto best = best_claim(source, clear);
  if (!best) return std::nullopt;
  out.best = std::move(*best);
  out.edge = edge;
  return out;
}

}  // namespace

Voice voice_of(const Claim& claim, const ClaimSource& source) {
  if (!claim.attribution.empty()) {
    const Slot& speaker = claim.attribution.front().speaker;
    // One entity has many names; its key alone tells whose word it is.
    return speaker.entity ? Voice{*speaker.entity, {}} : Voice{{}, speaker.text};
  }
  const auto document = source.document(claim.document);
  return {{}, document && !document->source.empty() ? document->source : claim.document.str()};
}

void find_disputes(const EdgeReader& reader, const std::function<bool(const Dispute&)>& visit) {
  std::optional<Edge> affirmed;
  const ClaimSource& source = reader.source();
  reader.visit_edges([&](const Edge& edge) {
    // Affirmed and denied edges of one triple come one after the other.
    if (edge.key.polarity == Polarity::kAffirmed) {
      affirmed = edge;
      return true;
    }
    if (!affirmed || affirmed->key.source != edge.key.source || affirmed->key.type != edge.key.type || affirmed->key.target != edge.key.target) {
      return true;
    }
    const auto yes = by_voice(source, *affirmed);
    const auto no = by_voice(source, edge);
    auto for_it = side_of(source, *affirmed, yes, no);
    auto against = side_of(source, edge, no, yes);
    return !for_it || !against || visit({std::move(*for_it), std::move(*against)});
  });
}

}  // namespace isnad::query
