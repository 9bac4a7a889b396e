#include "extract/evaluation/entity_scores.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/evaluation/name_set.h"

namespace isnad::evaluation {

namespace {

struct Node {
  std::string key;
  NameSet names;
};

/// Items by the numbers of their clusters, -1 for one of its own.
struct Item {
  int gold = 0;
  int system = -1;
};

using Sums = std::vector<std::vector<double>>;

/// Returns: the greatest sum of one entry a row and column, by the Hungarian method on costs.
double best_assignment(const Sums& gain) {
  const std::size_t rows = gain.size();
  const std::size_t columns = rows == 0 ? 0 : gain.front().size();
  const std::size_t size = std::max(rows, columns);
  const auto cost = [&](std::size_t i, std::size_t k) { return i < rows && k < columns ? -gain[i][k] : 0.0; };
  constexpr double kInfinite = std::numeric_limits<double>::infinity();
  std::vector<double> row_price(size + 1, 0);
  std::vector<double> column_price(size + 1, 0);
  // Row of each column, from 1; 0 for none.
  std::vector<std::size_t> row_of(size + 1, 0);
  std::vector<std::size_t> way(size + 1, 0);
  for (std::size_t row = 1; row <= size; ++row) {
    row_of[0] = row;
    std::size_t column = 0;
    std::vector<double> least(size + 1, kInfinite);
    std::vector<bool> used(size + 1, false);
    do {
      used[column] = true;
      double delta = kInfinite;
      std::size_t next = 0;
      for (std::size_t k = 1; k <= size; ++k) {
        if (used[k]) continue;
        const double slack = cost(row_of[column] - 1, k - 1) - row_price[row_of[column]] - column_price[k];
        if (slack < least[k]) {
          least[k] = slack;
          way[k] = column;
        }
        if (least[k] < delta) {
          delta = least[k];
          next = k;
        }
      }
      for (std::size_t k = 0; k <= size; ++k) {
        if (used[k]) {
          row_price[row_of[k]] += delta;
          column_price[k] -= delta;
        } else {
          least[k] -= delta;
        }
      }
      column = next;
    } while (row_of[column] != 0);
    for (; column != 0; column = way[column]) row_of[column] = row_of[way[column]];
  }
  double sum = 0;
  for (std::size_t k = 1; k <= size; ++k) sum -= cost(row_of[k] - 1, k - 1);
  return sum;
}

class Scorer {
 public:
  void add(const GoldArticle& article, std::vector<Node> nodes) {
    std::sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) { return a.key < b.key; });
    std::vector<NameSet> gold;
    // How many gold entities bear each name, and the last that does.
    std::map<std::u32string, std::pair<int, int>> bearers;
    for (const GoldEntity& entity : article.entities) {
      gold.push_back(name_set(entity.names));
      for (const auto& name : gold.back()) {
        auto& [count, last] = bearers[name];
        ++count;
        last = static_cast<int>(gold.size()) - 1;
      }
    }
    count_found(article, gold, nodes);
    report_.nodes += nodes.size();
    for (const Node& node : nodes) {
      std::set<int> only;
      for (const auto& name : node.names) {
        const auto known = bearers.find(name);
        if (known != bearers.end() && known->second.first == 1) only.insert(known->second.second);
      }
      if (only.size() > 1) ++report_.mixed;
    }
    std::vector<Item> items;
    for (const auto& [name, bearer] : bearers) {
      if (bearer.first != 1) continue;
      Item item{bearer.second, -1};
      for (std::size_t k = 0; k < nodes.size() && item.system < 0; ++k) {
        if (nodes[k].names.contains(name)) item.system = static_cast<int>(k);
      }
      items.push_back(item);
    }
    count_clusters(std::move(items), static_cast<int>(nodes.size()));
  }

  [[nodiscard]] EntityReport report() const {
    EntityReport out = report_;
    const auto finish = [&](PrecisionRecall& scores, double precise, double precise_of, double recalled, double recalled_of) {
      scores.precision = precise_of == 0 ? 0 : precise / precise_of;
      scores.recall = recalled_of == 0 ? 0 : recalled / recalled_of;
      const double sum = scores.precision + scores.recall;
      scores.f1 = sum == 0 ? 0 : 2 * scores.precision * scores.recall / sum;
      scores.system = system_clusters_;
      scores.gold = gold_clusters_;
    };
    const auto items = static_cast<double>(items_);
    finish(out.b_cubed, b_precision_, items, b_recall_, items);
    finish(out.ceaf_e, similarity_, static_cast<double>(system_clusters_), similarity_, static_cast<double>(gold_clusters_));
    return out;
  }

 private:
  void count_found(const GoldArticle& article, const std::vector<NameSet>& gold, const std::vector<Node>& nodes) {
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (!article.entities[i].in_edges) continue;
      ++report_.gold;
      const auto bearing =
          std::count_if(nodes.begin(), nodes.end(), [&](const Node& node) { return share_a_name(node.names, gold[i]); });
      report_.found += bearing > 0 ? 1 : 0;
      report_.split += bearing > 1 ? 1 : 0;
    }
  }

  void count_clusters(std::vector<Item> items, int next) {
    std::map<std::pair<int, int>, std::size_t> both;
    std::map<int, std::size_t> gold;
    std::map<int, std::size_t> system;
    for (Item& item : items) {
      if (item.system < 0) item.system = next++;
      ++both[{item.gold, item.system}];
      ++gold[item.gold];
      ++system[item.system];
    }
    items_ += items.size();
    gold_clusters_ += gold.size();
    system_clusters_ += system.size();
    for (const auto& [pair, count] : both) {
      const auto shared = static_cast<double>(count);
      b_precision_ += shared * shared / static_cast<double>(system[pair.second]);
      b_recall_ += shared * shared / static_cast<double>(gold[pair.first]);
    }
    if (items.empty()) return;
    std::map<int, std::size_t> row;
    std::map<int, std::size_t> column;
    for (const auto& [id, count] : gold) row.emplace(id, row.size());
    for (const auto& [id, count] : system) column.emplace(id, column.size());
    Sums gain(gold.size(), std::vector<double>(system.size(), 0));
    for (const auto& [pair, count] : both) {
      gain[row[pair.first]][column[pair.second]] =
          2 * static_cast<double>(count) / static_cast<double>(gold[pair.first] + system[pair.second]);
    }
    similarity_ += best_assignment(gain);
  }

  EntityReport report_;
  std::size_t items_ = 0;
  std::size_t gold_clusters_ = 0;
  std::size_t system_clusters_ = 0;
  double b_precision_ = 0;
  double b_recall_ = 0;
  double similarity_ = 0;
};

}  // namespace

EntityReport score_entities(const std::vector<GoldArticle>& gold, const std::vector<SystemEntity>& system) {
  std::unordered_map<std::string, std::vector<Node>> nodes;
  for (const SystemEntity& entity : system) nodes[entity.document].push_back({entity.key, name_set(entity.names)});
  Scorer scorer;
  for (const GoldArticle& article : gold) scorer.add(article, nodes[article.id]);
  return scorer.report();
}

}  // namespace isnad::evaluation
