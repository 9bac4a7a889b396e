#include "extract/fit/logistic.h"

#include <Eigen/Dense>
#include <cmath>
#include <set>

namespace isnad::fit {

namespace {

double logistic(double score) { return 1.0 / (1.0 + std::exp(-score)); }

}  // namespace

double probability(const Weights& weights, const Example& example) {
  double score = 0;
  for (const auto& [name, value] : example.features) {
    if (const auto found = weights.find(name); found != weights.end()) score += found->second * value;
  }
  return logistic(score);
}

Weights fit(const std::vector<Example>& examples, const FitOptions& options) {
  std::map<std::string, std::size_t> counts;
  for (const auto& example : examples) {
    for (const auto& feature : example.features) ++counts[feature.first];
  }
  std::map<std::string, Eigen::Index> columns;
  for (const auto& [name, count] : counts) {
    if (count >= options.least_examples) columns.emplace(name, static_cast<Eigen::Index>(columns.size()));
  }
  const auto size = static_cast<Eigen::Index>(columns.size());
  Eigen::VectorXd weights = Eigen::VectorXd::Zero(size);
  std::vector<std::pair<Eigen::Index, double>> row;
  constexpr int kMostSteps = 50;
  constexpr double kStill = 1e-9;
  for (int step = 0; step < kMostSteps; ++step) {
    Eigen::VectorXd gradient = options.penalty * weights;
    Eigen::MatrixXd curvature = options.penalty * Eigen::MatrixXd::Identity(size, size);
    for (const auto& example : examples) {
      row.clear();
      double score = 0;
      for (const auto& [name, value] : example.features) {
        const auto column = columns.find(name);
        if (column == columns.end()) continue;
        row.emplace_back(column->second, value);
        score += weights(column->second) * value;
      }
      const double p = logistic(score);
      for (const auto& [i, a] : row) {
        gradient(i) += example.weight * (p - (example.right ? 1.0 : 0.0)) * a;
        for (const auto& [j, b] : row) curvature(i, j) += example.weight * p * (1 - p) * a * b;
      }
    }
    const Eigen::VectorXd change = curvature.ldlt().solve(gradient);
    weights -= change;
    if (size == 0 || change.cwiseAbs().maxCoeff() < kStill) break;
  }
  Weights out;
  for (const auto& [name, column] : columns) out.emplace(name, weights(column));
  return out;
}

std::vector<double> cross_validated(const std::vector<Example>& examples, std::size_t folds, const FitOptions& options) {
  std::set<std::string> articles;
  for (const auto& example : examples) articles.insert(example.article);
  std::map<std::string, std::size_t> fold_of;
  for (const auto& article : articles) fold_of.emplace(article, fold_of.size() % folds);
  std::vector<double> out(examples.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<Example> others;
    for (const auto& example : examples) {
      if (fold_of[example.article] != fold) others.push_back(example);
    }
    const Weights weights = fit(others, options);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (fold_of[examples[i].article] == fold) out[i] = probability(weights, examples[i]);
    }
  }
  return out;
}

}  // namespace isnad::fit
