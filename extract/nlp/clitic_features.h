#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/nlp/clitic_candidates.h"
#include "extract/nlp/clitic_model.h"

namespace isnad::nlp {

/// A neighbour of a token, as the features see it.
struct NeighbourHashes {
  std::uint64_t form = 0;
  /// Its first two letters and its last two.
  std::uint64_t front = 0;
  std::uint64_t back = 0;
};

/// Requires: `clean` is a form from `text::clean_form`; empty at the border of the sentence.
[[nodiscard]] NeighbourHashes hash_neighbour(std::string_view clean);

/// Returns: the hash under which `CliticModel` counts a form.
[[nodiscard]] std::uint64_t hash_form(std::u16string_view letters);

/// Fixed for a token, whatever its reading.
struct CliticContext {
  ArabicLetters token;
  std::uint64_t token_hash = 0;
  unsigned token_count = 0;
  /// The most frequent host of all readings.
  unsigned best_host_count = 0;
  NeighbourHashes before;
  NeighbourHashes after;
};

/// Fills in all that `clitic_features` wants to know of a token; `before` and `after` are clean forms.
[[nodiscard]] CliticContext clitic_context(const ArabicLetters& token, std::string_view before, std::string_view after,
                                           const std::vector<CliticCandidate>& candidates, const CliticModel& counts);

inline constexpr std::size_t kCliticFeatures = 37;
using CliticFeatures = std::array<std::uint64_t, kCliticFeatures>;

/// Fills `out` with the features of one reading: which clitics, how its host is spelled and how often it is seen as a word, what
/// stands beside the token. `counts` serves for its counts alone.
void clitic_features(const CliticContext& context, const CliticCandidate& candidate, const CliticModel& counts,
                     CliticFeatures& out);

}  // namespace isnad::nlp
