#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace isnad::fit {

/// What is told right from wrong, as the fit sees it: a claim.
struct Example {
  std::vector<std::pair<std::string, double>> features;
  /// A careful reader accepts it.
  bool right = false;
  /// Of its article: claims of one article are never both learned from and tested on.
  std::string article;
  /// The gold facts that must be found and that it finds.
  std::vector<std::string> finds;
  /// How much it counts beside the others.
  double weight = 1;
};

/// By feature.
using Weights = std::map<std::string, double>;

struct FitOptions {
  /// Strength of the L2 penalty.
  double penalty = 2.0;
  /// Features of fewer examples are left out.
  std::size_t least_examples = 8;
};

/// Logistic regression by Newton's method, from zero until the weights stand still: the same examples give the same weights.
///
/// Returns: a weight for each feature that enough examples have.
/// Cost: examples times the square of the features of one, and the cube of all features, a step; some ten steps.
[[nodiscard]] Weights fit(const std::vector<Example>& examples, const FitOptions& options = {});

/// Returns: the probability in (0, 1) that the weights give.
[[nodiscard]] double probability(const Weights& weights, const Example& example);

/// Returns: for each example the probability by weights that were fitted without its article; articles go to `folds` parts in
/// turn, in the order of their names.
/// Requires: folds > 1.
[[nodiscard]] std::vector<double> cross_validated(const std::vector<Example>& examples, std::size_t folds,
                                                  const FitOptions& options = {});

}  // namespace isnad::fit
