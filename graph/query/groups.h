#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "graph/query/adjacency.h"

namespace isnad::query {

/// Which group each node is in: numbers from 0, the largest group first, of equally large ones that of the smallest node.
struct Partition {
  std::vector<std::uint32_t> group;
  std::size_t groups = 0;
};

/// Numbers groups as `Partition` says, whatever numbers they had.
[[nodiscard]] Partition numbered(std::vector<std::uint32_t> group);

/// Nodes that ways connect.
[[nodiscard]] Partition components(const Adjacency& both);

/// For each node the greatest k such that it is in a part where all have k neighbours.
/// Source: V. Batagelj, M. Zaversnik, An O(m) Algorithm for Cores Decomposition of Networks, 2003, arXiv:cs/0310049.
[[nodiscard]] std::vector<std::uint32_t> core_numbers(const Adjacency& both);

/// How much more weight lies within the groups than chance would put there, at most 1.
/// Source: M. E. J. Newman, M. Girvan, Phys. Rev. E 69, 026113, 2004, doi:10.1103/PhysRevE.69.026113; with the resolution of
/// J. Reichardt, S. Bornholdt, Phys. Rev. E 74, 016110, 2006.
[[nodiscard]] double modularity(const Adjacency& both, const std::vector<std::uint32_t>& group, double resolution = 1.0);

struct CommunityOptions {
  /// Greater than 1: more and smaller groups.
  double resolution = 1.0;
  /// Order in which nodes are looked at first. The same seed gives the same answer on every machine.
  std::uint32_t seed = 1;
  std::size_t max_rounds = 20;
  /// Called now and then; may throw to stop. None when empty.
  std::function<void()> tick;
};

/// Groups within which nodes are tied more than chance would tie them; each of them hangs together.
///
/// `both`: weights are 0 or more.
/// Cost: near linear in entries.
/// Source: V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden, Scientific Reports 9, 5233, 2019,
/// doi:10.1038/s41598-019-41695-z; nodes are merged greedily where the paper draws them by chance.
[[nodiscard]] Partition communities(const Adjacency& both, const CommunityOptions& options = {});

/// Returns: what an edge says about friendship: the Goldstein value of its type for each claim; 0 where it is denied.
[[nodiscard]] double friendship(const EdgeCounts& edge);

struct Sides {
  Partition partition;
  /// The weight of conflict within sides and of cooperation across them, as a share of all weight: 0 is two camps without a
  /// traitor, and what a partition minimises.
  double frustration = 0;
  double frustrated_weight = 0;
  double total_weight = 0;
};

/// Who sides with whom in a signed graph: the partition into at most `sides` parts with the least frustration that local search
/// finds (moves of one node, and chains of moves that first make it worse, from several starts).
///
/// `both`: positive weights are cooperation, negative ones conflict.
/// Returns: the same answer on every machine. Components that no tie connects are put so that like falls with like: the larger part
/// of each is on side 0.
/// Source: F. Harary, On the Notion of Balance of a Signed Graph, Michigan Math. J. 2(2), 1953, doi:10.1307/mmj/1028989917;
/// P. Doreian, A. Mrvar, A Partitioning Approach to Structural Balance, Social Networks 18(2), 1996,
/// doi:10.1016/0378-8733(95)00259-6.
[[nodiscard]] Sides sides(const Adjacency& both, std::size_t max_sides = 2, std::uint32_t seed = 1, const std::function<void()>& tick = {});

}  // namespace isnad::query
