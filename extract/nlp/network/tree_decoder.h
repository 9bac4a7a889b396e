#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace isnad::nlp {

/// Finds the tree of highest total score in which exactly one word hangs on the root.
///
/// `scores` is `[words x (words + 1)]`, row-major: row d - 1, column h is the score of word d having head h; column 0 is the
/// root. Scores of a word on itself are ignored. A score that is no finite number counts as the worst. Returns: the head of each
/// word, 0 for the root; empty for no words. Cost: quadratic when every word's best head happens to give a tree, as it mostly
/// does; cubic at worst. Source: Chu and Liu 1965; Edmonds 1967, Optimum branchings.
[[nodiscard]] std::vector<int> best_tree(std::span<const float> scores, std::size_t words);

}  // namespace isnad::nlp
