#include "cli/command_rank.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>

#include "cli/interrupt.h"
#include "cli/options.h"
#include "graph/query/adjacency.h"
#include "graph/query/rank.h"
#include "graph/query/view.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// Exact betweenness looks from every node; above so many, from this many.
constexpr std::size_t kExactNodes = 5000;
constexpr std::size_t kDefaultSamples = 500;

double weight_of(const EdgeCounts& edge, const std::string& kind) {
  if (kind == "claims") return edge.claims;
  return kind == "sources" ? edge.sources : 1.0;
}

/// A further column of the ranking.
struct Measure {
  TableColumn column;
  std::function<TableCell(std::size_t node)> cell;
};

TableColumn number_column(const char* name, int decimals = 4) {
  TableColumn column{name};
  column.number = true;
  column.decimals = decimals;
  return column;
}

/// Writes nodes in the order of `value`, the greatest first; NaN leaves a node out.
void write_ranking(const QuestionOptions& question, const query::View& view, const std::vector<double>& value,
                   const std::vector<Measure>& measures) {
  std::vector<std::size_t> order;
  for (std::size_t node = 0; node < view.node_count(); ++node) {
    if (!std::isnan(value[node])) order.push_back(node);
  }
  // Nodes are numbered by key: equal ones stay in its order.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value[a] > value[b]; });
  std::vector<TableColumn> columns = {number_column("rank"), {"entity"}, {"key"}};
  columns[1].may_shrink = true;
  columns[2].for_programs = true;
  for (const auto& measure : measures) columns.push_back(measure.column);
  const auto table = table_on_stdout(question.format(), std::move(columns));
  for (std::size_t i = 0; i < std::min(order.size(), question.limit()); ++i) {
    const auto& key = view.key(query::NodeIndex{static_cast<std::uint32_t>(order[i])});
    std::vector<TableCell> cells = {count_cell(i + 1), question.name(key), key.str()};
    for (const auto& measure : measures) cells.push_back(measure.cell(order[i]));
    table->row(std::move(cells));
  }
  table->finish();
  if (order.empty()) std::cerr << "isnad: nothing fits\n";
  question.tell_of_more(order.size());
}

Measure values(const char* name, const std::vector<double>& value, int decimals = 4) {
  return {number_column(name, decimals), [&value](std::size_t node) { return TableCell(TableValue(value[node])); }};
}

}  // namespace

void CommandRank::setup(CLI::App& app) {
  app.add_option("--by", by_, "What counts: degree, pagerank, hubs, authorities, betweenness, brokers, conflict, cooperation")
      ->check(CLI::IsMember({"degree", "pagerank", "hubs", "authorities", "betweenness", "brokers", "conflict", "cooperation"}))
      ->capture_default_str()
      ->type_name("MEASURE");
  app.add_option("--weight", weight_, "What an edge weighs: its sources, its claims, or 1 (none)")
      ->check(CLI::IsMember({"sources", "claims", "none"}))
      ->capture_default_str()
      ->type_name("WEIGHT");
  app.add_option("--samples", samples_, "Betweenness: from how many nodes to look; 0 is all of up to 5000, else 500")
      ->check(CLI::Validator(CLI::Range(0, 1000000000)).description(""))
      ->capture_default_str()
      ->type_name("N");
  app.add_flag("--exact", exact_, "Betweenness: look from all nodes, however many");
  app.add_option("--seed", seed_, "Which nodes are drawn as samples")->capture_default_str()->type_name("N");
  question_.add_to(app, "Entities at most; 0 is all");
}

int CommandRank::run() {
  question_.open();
  static const std::map<std::string, void (CommandRank::*)()> kMeasures = {{"degree", &CommandRank::by_links},
                                                                           {"pagerank", &CommandRank::by_page_rank},
                                                                           {"hubs", &CommandRank::by_hits},
                                                                           {"authorities", &CommandRank::by_hits},
                                                                           {"betweenness", &CommandRank::by_betweenness},
                                                                           {"brokers", &CommandRank::by_brokerage},
                                                                           {"conflict", &CommandRank::by_goldstein},
                                                                           {"cooperation", &CommandRank::by_goldstein}};
  (this->*kMeasures.at(by_))();
  return 0;
}

void CommandRank::by_links() {
  const auto view = query::View::build(question_.reader());
  const auto both = query::adjacency(view, query::Direction::kBoth);
  const auto out =
      query::adjacency(view, query::Direction::kOut, [](const EdgeCounts& edge) { return double{edge.claims * 1.0}; });
  const auto in = query::adjacency(view, query::Direction::kIn, [](const EdgeCounts& edge) { return double{edge.claims * 1.0}; });
  std::vector<double> degree(view.node_count());
  for (std::uint32_t node = 0; node < degree.size(); ++node) degree[node] = static_cast<double>(both.degree(node));
  const auto count = [](const char* name, std::function<double(std::uint32_t)> number) {
    return Measure{number_column(name), [number = std::move(number)](std::size_t node) {
                     return count_cell(static_cast<std::uint64_t>(number(static_cast<std::uint32_t>(node))));
                   }};
  };
  const auto sum = [](const query::Adjacency& rows, std::uint32_t node) {
    const auto weights = rows.weights(node);
    return std::accumulate(weights.begin(), weights.end(), 0.0);
  };
  write_ranking(question_, view, degree,
                {count("neighbours", [&](std::uint32_t node) { return static_cast<double>(both.degree(node)); }),
                 count("acts on", [&](std::uint32_t node) { return static_cast<double>(out.degree(node)); }),
                 count("acted on by", [&](std::uint32_t node) { return static_cast<double>(in.degree(node)); }),
                 count("claims out", [&](std::uint32_t node) { return sum(out, node); }),
                 count("claims in", [&](std::uint32_t node) { return sum(in, node); })});
}

void CommandRank::by_page_rank() {
  const auto view = query::View::build(question_.reader());
  const auto rank = query::page_rank(
      query::adjacency(view, query::Direction::kIn, [&](const EdgeCounts& edge) { return weight_of(edge, weight_); }));
  write_ranking(question_, view, rank, {values("pagerank", rank, 6)});
}

void CommandRank::by_hits() {
  const auto view = query::View::build(question_.reader());
  const auto weight = [&](const EdgeCounts& edge) { return weight_of(edge, weight_); };
  const auto hits =
      query::hits(query::adjacency(view, query::Direction::kOut, weight), query::adjacency(view, query::Direction::kIn, weight));
  write_ranking(question_, view, by_ == "hubs" ? hits.hubs : hits.authorities,
                {values("hub", hits.hubs, 6), values("authority", hits.authorities, 6)});
}

void CommandRank::by_betweenness() {
  const auto view = query::View::build(question_.reader());
  query::BetweennessOptions options;
  options.samples = samples_;
  options.seed = seed_;
  options.tick = stop_if_interrupted;
  if (!exact_ && samples_ == 0 && view.node_count() > kExactNodes) options.samples = kDefaultSamples;
  if (exact_) options.samples = 0;
  const auto found = query::betweenness(query::adjacency(view, query::Direction::kBoth), options);
  std::vector<Measure> measures = {values("betweenness", found.value, 6)};
  if (!found.error.empty()) measures.push_back(values("±", found.error, 6));
  write_ranking(question_, view, found.value, measures);
  if (!found.error.empty())
    std::cerr << "isnad: looked from " << options.samples << " of " << view.node_count()
              << " nodes; ± is half of the 95 % interval\n";
}

void CommandRank::by_brokerage() {
  const auto view = query::View::build(question_.reader());
  const auto both =
      query::adjacency(view, query::Direction::kBoth, [&](const EdgeCounts& edge) { return weight_of(edge, weight_); });
  const auto constraint = query::constraint(both);
  const auto cuts = query::articulation_points(both);
  // Few ties leave nothing to broker.
  std::vector<double> value(constraint.size());
  for (std::uint32_t node = 0; node < value.size(); ++node) {
    value[node] = both.degree(node) < 2 ? std::nan("") : -constraint[node];
  }
  write_ranking(question_, view, value,
                {values("constraint", constraint),
                 {{"cuts"}, [&](std::size_t node) { return TableCell(TableValue(static_cast<bool>(cuts[node]))); }},
                 {number_column("neighbours"),
                  [&](std::size_t node) { return count_cell(both.degree(static_cast<std::uint32_t>(node))); }}});
}

void CommandRank::by_goldstein() {
  const auto view = query::View::build(question_.reader());
  std::vector<double> conflict(view.node_count(), 0.0);
  std::vector<double> cooperation(view.node_count(), 0.0);
  for (const auto& edge : view.edges()) {
    if (edge.polarity == Polarity::kDenied) continue;
    const double goldstein = static_cast<double>(info(edge.type).goldstein) * weight_of(edge, weight_);
    auto& sum = goldstein < 0 ? conflict : cooperation;
    for (const std::uint32_t end : {edge.source, edge.target}) sum[end] += std::abs(goldstein);
  }
  std::vector<double> value = by_ == "conflict" ? conflict : cooperation;
  for (double& number : value) {
    if (number == 0) number = std::nan("");
  }
  std::vector<double> balance(value.size());
  for (std::size_t node = 0; node < value.size(); ++node) balance[node] = cooperation[node] - conflict[node];
  write_ranking(question_, view, value,
                {values("conflict", conflict, 1), values("cooperation", cooperation, 1), values("balance", balance, 1)});
}

}  // namespace isnad::cli
