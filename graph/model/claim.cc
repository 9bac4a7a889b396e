#include "graph/model/claim.h"

#include <array>

namespace isnad {

namespace {

constexpr std::array<std::string_view, 2> kPolarities = {"affirmed", "denied"};
constexpr std::array<std::string_view, 4> kModalities = {"fact", "future", "possible", "necessary"};

constexpr std::string_view kMentioned = "-mentioned";

}  // namespace

std::string_view to_string(Polarity polarity) { return kPolarities[static_cast<std::size_t>(polarity)]; }

std::string_view to_string(Modality modality) { return kModalities[static_cast<std::size_t>(modality)]; }

std::optional<Modality> modality_from(std::string_view name) {
  for (std::size_t i = 0; i < kModalities.size(); ++i) {
    if (kModalities[i] == name) return static_cast<Modality>(i);
  }
  return std::nullopt;
}

bool is_implied(const Claim& claim) { return claim.rule.starts_with("implied"); }

bool is_mentioned(const Claim& claim) { return claim.rule.ends_with(kMentioned); }

void mark_mentioned(Claim& claim) {
  if (!is_mentioned(claim)) claim.rule += kMentioned;
}

}  // namespace isnad
