#pragma once

#include <cstddef>
#include <vector>

#include "extract/evaluation/gold.h"
#include "extract/evaluation/scores.h"

namespace isnad::evaluation {

/// How a system's nodes compare with the actors of annotated articles, each article by itself.
struct EntityReport {
  /// Entities at the ends of gold edges, and how many of them some node of the article has a name of.
  std::size_t gold = 0;
  std::size_t found = 0;
  /// Of those found: how many have their names in several nodes.
  std::size_t split = 0;
  /// Nodes of the articles, and how many bear names that are only one gold entity's each, of two or more of them.
  std::size_t nodes = 0;
  std::size_t mixed = 0;

  /// Both over the names that the gold gives to one entity of the article alone, a name being in the cluster of its gold entity
  /// on one side and of the node that bears it (the first by key) on the other, by itself when no node does. `system` and `gold`
  /// count clusters.
  /// Source: Bagga and Baldwin (1998), "Algorithms for scoring coreference chains".
  PrecisionRecall b_cubed;
  /// Source: Luo (2005), "On coreference resolution performance metrics", similarity phi4.
  PrecisionRecall ceaf_e;
};

/// Cost: cubic in the clusters of an article.
[[nodiscard]] EntityReport score_entities(const std::vector<GoldArticle>& gold, const std::vector<SystemEntity>& system);

}  // namespace isnad::evaluation
