#include "graph/query/rank.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace isnad::query {

namespace {

void make_sum_one(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  if (sum <= 0) return;
  for (double& value : values) value /= sum;
}

double distance(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

/// to[v] = sum over the row of v of weight * from[neighbour].
void gather(const Adjacency& rows, const std::vector<double>& from, std::vector<double>& to) {
  for (std::uint32_t node = 0; node < rows.nodes(); ++node) {
    double sum = 0;
    for (std::uint32_t i = rows.start[node]; i < rows.start[node + 1]; ++i) sum += rows.weight[i] * from[rows.neighbour[i]];
    to[node] = sum;
  }
}

}  // namespace

std::vector<double> page_rank(const Adjacency& in, const PageRankOptions& options) {
  const std::size_t nodes = in.nodes();
  if (nodes == 0) return {};
  const double share = 1.0 / static_cast<double>(nodes);
  std::vector<double> out_weight(nodes, 0.0);
  for (std::size_t i = 0; i < in.entries(); ++i) out_weight[in.neighbour[i]] += in.weight[i];
  bool even = true;
  for (std::size_t i = 1; even && i < in.entries(); ++i) even = in.weight[i] == in.weight[0];
  const double even_weight = in.entries() == 0 ? 1 : in.weight[0];

  std::vector<double> rank(nodes, share);
  std::vector<double> next(nodes);
  // What a node hands on for each unit of weight, so that the inner loop only adds.
  std::vector<double> handed(nodes);
  for (std::size_t round = 0; round < options.max_rounds; ++round) {
    double dangling = 0;
    for (std::size_t node = 0; node < nodes; ++node) {
      if (out_weight[node] > 0) {
        handed[node] = options.damping * rank[node] / out_weight[node];
      } else {
        handed[node] = 0;
        dangling += rank[node];
      }
    }
    const double base = (1 - options.damping + options.damping * dangling) * share;
    double moved = 0;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      double sum = 0;
      if (even) {
        for (std::uint32_t i = in.start[node]; i < in.start[node + 1]; ++i) sum += handed[in.neighbour[i]];
        sum *= even_weight;
      } else {
        for (std::uint32_t i = in.start[node]; i < in.start[node + 1]; ++i) sum += in.weight[i] * handed[in.neighbour[i]];
      }
      next[node] = base + sum;
      moved += std::abs(next[node] - rank[node]);
    }
    rank.swap(next);
    if (moved < options.tolerance) break;
  }
  make_sum_one(rank);
  return rank;
}

Hits hits(const Adjacency& out, const Adjacency& in, double tolerance, std::size_t max_rounds) {
  const std::size_t nodes = out.nodes();
  Hits result;
  result.hubs.assign(nodes, nodes == 0 ? 0.0 : 1.0 / static_cast<double>(nodes));
  result.authorities.assign(nodes, 0.0);
  std::vector<double> before(nodes);
  for (std::size_t round = 0; round < max_rounds; ++round) {
    before = result.hubs;
    gather(in, result.hubs, result.authorities);
    make_sum_one(result.authorities);
    gather(out, result.authorities, result.hubs);
    make_sum_one(result.hubs);
    if (distance(before, result.hubs) < tolerance) break;
  }
  return result;
}

std::vector<bool> articulation_points(const Adjacency& both) {
  const std::size_t nodes = both.nodes();
  std::vector<bool> cuts(nodes, false);
  std::vector<std::uint32_t> found(nodes, 0);  // when the search came to it, from 1
  std::vector<std::uint32_t> low(nodes, 0);    // the earliest node that it reaches without its parent
  std::vector<std::uint32_t> next(both.start.begin(), both.start.end() - 1);
  std::vector<std::uint32_t> way;
  std::uint32_t time = 0;
  for (std::uint32_t root = 0; root < nodes; ++root) {
    if (found[root] != 0) continue;
    std::size_t children = 0;
    found[root] = low[root] = ++time;
    way = {root};
    while (!way.empty()) {
      const std::uint32_t node = way.back();
      if (next[node] < both.start[node + 1]) {
        const std::uint32_t other = both.neighbour[next[node]++];
        if (found[other] == 0) {
          if (node == root) ++children;
          found[other] = low[other] = ++time;
          way.push_back(other);
        } else if (way.size() < 2 || other != way[way.size() - 2]) {
          low[node] = std::min(low[node], found[other]);
        }
        continue;
      }
      way.pop_back();
      if (way.empty()) break;
      const std::uint32_t parent = way.back();
      low[parent] = std::min(low[parent], low[node]);
      if (parent != root && low[node] >= found[parent]) cuts[parent] = true;
    }
    if (children > 1) cuts[root] = true;
  }
  return cuts;
}

std::vector<double> constraint(const Adjacency& both) {
  const std::size_t nodes = both.nodes();
  std::vector<double> out(nodes, std::numeric_limits<double>::quiet_NaN());
  std::vector<double> total(nodes, 0.0);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    for (const double weight : both.weights(node)) total[node] += weight;
  }
  // What of the node's effort goes to each contact, straight and through common contacts.
  std::vector<double> invested(nodes, 0.0);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    const auto contacts = both.neighbours(node);
    if (contacts.empty() || total[node] <= 0) continue;
    for (std::size_t i = 0; i < contacts.size(); ++i) invested[contacts[i]] = both.weights(node)[i] / total[node];
    double sum = 0;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      const std::uint32_t contact = contacts[i];
      double share = both.weights(node)[i] / total[node];
      const auto others = both.neighbours(contact);
      for (std::size_t j = 0; j < others.size(); ++j) {
        // through q: p(node, q) * p(q, contact); rows are symmetric, so q's weight to the contact is the contact's to q
        if (others[j] != node && invested[others[j]] > 0) share += invested[others[j]] * both.weights(contact)[j] / total[others[j]];
      }
      sum += share * share;
    }
    out[node] = sum;
    for (const std::uint32_t contact : contacts) invested[contact] = 0;
  }
  return out;
}

}  // namespace isnad::query
