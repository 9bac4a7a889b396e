#include "graph/query/evidence.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

namespace isnad::query {

namespace {

/// The number within the sentence, which ends a claim's id; an id made otherwise comes last.
std::uint64_t number_in_sentence(const ClaimId& id) {
  const std::string_view text = id.str();
  const std::string_view digits = text.substr(text.rfind('#') + 1);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole ? number : std::numeric_limits<std::uint64_t>::max();
}

bool better(const Claim& a, const Claim& b) {
  if (a.confidence != b.confidence) return a.confidence > b.confidence;
  const auto a_number = number_in_sentence(a.id);
  const auto b_number = number_in_sentence(b.id);
  return std::tie(a.document, a.sentence, a_number, a.id) < std::tie(b.document, b.sentence, b_number, b.id);
}

}  // namespace

bool stronger(const Edge& a, const Edge& b) {
  return std::tie(b.sources, b.documents, b.claims, b.last_date, a.key) <
         std::tie(a.sources, a.documents, a.claims, a.last_date, b.key);
}

std::optional<Claim> best_claim(const ClaimSource& source, const Edge& edge) {
  std::optional<Claim> best;
  for (const auto& id : edge.claim_ids) {
    auto claim = source.claim(id);
    if (claim && (!best || better(*claim, *best))) best = std::move(claim);
  }
  return best;
}

void Evidence::add(const EdgeCounts& edge) {
  sources += edge.sources;
  claims += edge.claims;
}

std::uint64_t Evidence::price() const {
  // A source is worth 16 claims: an outlet that repeats itself should not look like many outlets that agree.
  constexpr std::uint64_t kScale = 1'000'000'000;
  const std::uint64_t worth = std::uint64_t{16} * std::max<std::uint32_t>(sources, 1) + std::min<std::uint32_t>(claims, 1000);
  return kScale / worth + 1;
}

}  // namespace isnad::query
