#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad {

/// The runs of five words of a text, each as a hash, ascending, none twice. Words are compared without case, vowel signs, tatweel,
/// the seats of hamza and punctuation, so that an agency's report is known again in another outlet's spelling.
///
/// Cost: about 20 ns a byte.
/// Source: A. Broder (1997), On the resemblance and containment of documents, doi:10.1109/SEQUEN.1997.666900.
[[nodiscard]] std::vector<std::uint64_t> shingles_of(std::string_view text);

/// Fewer shingles than these say nothing: two short notices may share all their words and report two things.
inline constexpr std::size_t kLeastShingles = 20;

inline constexpr std::size_t kShingleBands = 12;

/// Min-hashes of a text's shingles, three in each band. Texts that share the fraction J of their shingles share at least one band with
/// probability 1 - (1 - J^3)^12: 0.02 % of pairs with J = 0.025, 80 % with 0.5, 94 % with 0.6, 99.9 % with 0.75. A band's number is
/// part of its hash.
///
/// Requires: at least one shingle.
/// Source: A. Broder et al. (2000), Min-wise independent permutations, doi:10.1006/jcss.1999.1690; P. Indyk, R. Motwani (1998),
///         Approximate nearest neighbors, doi:10.1145/276698.276876.
[[nodiscard]] std::array<std::uint32_t, kShingleBands> shingle_bands(const std::vector<std::uint64_t>& shingles);

/// Returns: whether one of the texts is a copy of the other, changed a little: 60 % of all their shingles are common to both, or 90 % of the
/// shorter one's, which was cut from the longer one or reprinted in it. Below that lie reports of one outlet that share their background.
[[nodiscard]] bool are_near_duplicates(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace isnad
