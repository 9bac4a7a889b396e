#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "graph/model/decision.h"
#include "tests/support/random_extraction.h"

namespace isnad::testing {

/// Decisions about the entities and names of `RandomExtractions`, the same for the same seed: merges (some in chains, some of
/// entities that no document has), identities, names that mean somebody, names taken away.
inline std::vector<Decision> random_decisions(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto below = [&](int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); };
  const std::vector<std::string> words = {"قال", "روسيا", "تركيا", "said", "Ankara", "the", "é"};
  std::vector<Decision> decisions;
  for (int i = below(7); i > 0; --i) {
    Decision decision;
    decision.kind = static_cast<DecisionKind>(below(4));
    decision.type = static_cast<EntityType>(below(8));
    if (below(2) == 0) decision.into_names.push_back({"عمر", "عمر", "ar", 0});
    if (below(2) == 0) decision.into_names.push_back({"Omar", "omar", "en", 0});
    if (decision.is_about_name()) {
      const std::string& word = words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
      decision.name = {word, word, below(2) == 0 ? "ar" : "en", 0};
      if (decision.kind == DecisionKind::kSplit && below(2) == 0) decision.from = RandomExtractions::entity_key(below(12));
      decision.into = decision.kind == DecisionKind::kSplit ? EntityKey("name:PER:" + word) : RandomExtractions::entity_key(below(14));
    } else {
      // Always to a smaller number, so that merges never go in a circle.
      const int from = 1 + below(13);
      decision.from = RandomExtractions::entity_key(from);
      decision.into = RandomExtractions::entity_key(below(from));
      decision.name = {decision.from.str(), decision.from.str(), "en", 0};
      if (decision.kind == DecisionKind::kIdentity) {
        decision.rule = below(2) == 0 ? kTransliterationRule : kVariantRule;
        if (decision.rule == kVariantRule) decision.evidence = "سالم ~ صالم: by س or ص; x by name";
      }
    }
    decisions.push_back(std::move(decision));
  }
  return decisions;
}

}  // namespace isnad::testing
