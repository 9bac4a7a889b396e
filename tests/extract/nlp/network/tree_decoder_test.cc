#include "extract/nlp/network/tree_decoder.h"

#include <catch2/catch.hpp>
#include <limits>
#include <random>

using isnad::nlp::best_tree;

namespace {

bool is_single_root_tree(const std::vector<int>& heads) {
  int roots = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) {
    roots += heads[w] == 0 ? 1 : 0;
    int at = static_cast<int>(w) + 1;
    for (std::size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size() || at < 0 || at > static_cast<int>(heads.size())) return false;
      at = heads[static_cast<std::size_t>(at) - 1];
    }
  }
  return roots == 1;
}

double score_of(const std::vector<float>& scores, const std::vector<int>& heads) {
  double sum = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) sum += scores[w * (heads.size() + 1) + static_cast<std::size_t>(heads[w])];
  return sum;
}

/// Tries every assignment of heads.
double best_score(const std::vector<float>& scores, std::size_t words) {
  double best = -std::numeric_limits<double>::infinity();
  std::vector<int> heads(words, 0);
  while (true) {
    if (is_single_root_tree(heads)) best = std::max(best, score_of(scores, heads));
    std::size_t at = 0;
    while (at < words && ++heads[at] > static_cast<int>(words)) heads[at++] = 0;
    if (at == words) return best;
  }
}

std::vector<float> random_scores(std::size_t words, std::mt19937& random) {
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> scores(words * (words + 1));
  for (float& s : scores) s = normal(random);
  return scores;
}

}  // namespace

TEST_CASE("tree decoder: as good as trying all trees", "[extract][network]") {
  std::mt19937 random(5);
  for (std::size_t words = 1; words <= 5; ++words) {
    for (int round = 0; round < 60; ++round) {
      const std::vector<float> scores = random_scores(words, random);
      const std::vector<int> heads = best_tree(scores, words);
      REQUIRE(is_single_root_tree(heads));
      CHECK(score_of(scores, heads) == Approx(best_score(scores, words)).margin(1e-3));
    }
  }
}

TEST_CASE("tree decoder: long sentences and odd scores still give trees", "[extract][network]") {
  std::mt19937 random(6);
  for (const std::size_t words : {1U, 2U, 50U, 250U}) {
    CHECK(is_single_root_tree(best_tree(random_scores(words, random), words)));
    CHECK(is_single_root_tree(best_tree(std::vector<float>(words * (words + 1), 0.0F), words)));
    CHECK(
        is_single_root_tree(best_tree(std::vector<float>(words * (words + 1), std::numeric_limits<float>::quiet_NaN()), words)));
    std::vector<float> all_root(words * (words + 1), 0.0F);
    for (std::size_t w = 0; w < words; ++w) all_root[w * (words + 1)] = 100.0F;
    CHECK(is_single_root_tree(best_tree(all_root, words)));
  }
  CHECK(best_tree({}, 0).empty());
}
