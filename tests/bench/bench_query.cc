// Queries: views, paths, ranking and patterns, each beside a yardstick in the same run.
//
//   bench_query [FACTS.tsv]
//
// FACTS.tsv (date subject relation object split) is the real graph; without it those lines are left out. The large graph is made
// from a fixed seed: 1 million nodes, 5 million edges whose ends fall by a power law.
// Output: name, items, seconds, items/s, and the ratio to the yardstick, tab-separated. Times are the best of several rounds, of
// the thread alone, because others keep the machine busy.

#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <time.h>

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graph/query/adjacency.h"
#include "graph/query/groups.h"
#include "graph/query/pattern_search.h"
#include "graph/query/rank.h"
#include "graph/query/shortest.h"
#include "graph/query/view.h"
#include "graph/query/view_graph.h"
#include "store/store.h"
#include "tests/bench/icews_import.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace isnad;
using Ends = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Csr = query::View::Graph::Csr;

double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double best_of(int rounds, const std::function<void()>& work) {
  double best = 1e300;
  for (int i = 0; i < rounds; ++i) {
    const double before = thread_seconds();
    work();
    best = std::min(best, thread_seconds() - before);
  }
  return best;
}

void report(const std::string& name, double items, double seconds, const std::string& note = "") {
  std::printf("%s\t%.0f\t%.6f\t%.0f\t%s\n", name.c_str(), items, seconds, items / seconds, note.c_str());
  std::fflush(stdout);
}

void report_ratio(const std::string& name, double items, double seconds, const std::string& yardstick, double yardstick_seconds) {
  report(yardstick, items, yardstick_seconds);
  char note[64];
  std::snprintf(note, sizeof note, "%.3f times the yardstick", seconds / yardstick_seconds);
  report(name, items, seconds, note);
}

/// Something that the compiler cannot know to be of no use.
volatile double sink = 0;

Ends power_law(std::uint32_t nodes, std::size_t edges, unsigned seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> unit(0.0, 1.0);
  // Rank by inverse transform of 1 / rank^0.7, scattered over the numbers so that hubs do not stand together.
  const auto draw = [&] {
    const auto rank = static_cast<std::uint64_t>(std::pow(unit(random), 1 / 0.3) * nodes);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(rank, nodes - 1) * 2654435761ULL % nodes);
  };
  Ends out;
  out.reserve(edges);
  while (out.size() < edges) {
    const std::uint32_t from = draw();
    const std::uint32_t to = draw();
    if (from != to) out.emplace_back(from, to);
  }
  // A view's edges come in key order.
  std::sort(out.begin(), out.end());
  return out;
}

/// What one writes who needs nothing but the neighbours of each node and the edges to them.
struct HandWritten {
  std::vector<std::uint32_t> start;
  std::vector<std::uint32_t> neighbour;
  std::vector<std::uint32_t> edge;

  HandWritten(std::size_t nodes, const Ends& ends) : start(nodes + 1, 0), neighbour(ends.size() * 2), edge(ends.size() * 2) {
    for (const auto& [from, to] : ends) {
      ++start[from + 1];
      ++start[to + 1];
    }
    for (std::size_t i = 0; i < nodes; ++i) start[i + 1] += start[i];
    auto place = start;
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
      const auto [from, to] = ends[i];
      neighbour[place[from]] = to;
      edge[place[from]++] = i;
      neighbour[place[to]] = from;
      edge[place[to]++] = i;
    }
  }
};

query::Adjacency unit_rows(std::size_t nodes, const Ends& ends, query::Direction direction) {
  std::vector<query::WeightedArc> arcs;
  arcs.reserve(ends.size());
  for (const auto& [from, to] : ends) arcs.push_back({from, to, 1});
  return query::make_adjacency(nodes, arcs, direction);
}

using Plain = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property,
                                                 std::uint32_t, std::uint32_t>;
using TwoWay = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                  boost::no_property, std::uint32_t, std::uint32_t>;

/// Boost's graph with exactly the entries of `rows`.
template <class Graph>
Graph boost_graph(const query::Adjacency& rows) {
  Ends ends;
  for (std::uint32_t node = 0; node < rows.nodes(); ++node) {
    for (const std::uint32_t other : rows.neighbours(node)) ends.emplace_back(node, other);
  }
  return Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), static_cast<std::uint32_t>(rows.nodes()));
}

struct Found {};

/// Stops when it comes to the target.
class StopAt : public boost::default_bfs_visitor {
 public:
  explicit StopAt(std::uint32_t target) : target_(target) {}
  template <class Graph>
  void discover_vertex(std::uint32_t node, const Graph&) const {
    if (node == target_) throw Found();
  }

 private:
  std::uint32_t target_;
};

void large_graph() {
  constexpr std::uint32_t kNodes = 1'000'000;
  const Ends ends = power_law(kNodes, 5'000'000, 1);
  const auto edges = static_cast<double>(ends.size());

  const double by_hand = best_of(5, [&] { sink = sink + HandWritten(kNodes, ends).neighbour[7]; });
  const double built = best_of(5, [&] { sink = sink + static_cast<double>(boost::num_edges(query::build_csr(kNodes, ends))); });
  report_ratio("build view, 5 M edges", edges, built, "hand-written CSR, 5 M edges", by_hand);

  const auto both = unit_rows(kNodes, ends, query::Direction::kBoth);
  {
    const auto graph = boost_graph<Plain>(both);
    std::mt19937 random(3);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    while (pairs.size() < 40) {
      const std::uint32_t from = random() % kNodes;
      const std::uint32_t to = random() % kNodes;
      if (from != to && both.degree(from) > 0 && both.degree(to) > 0) pairs.emplace_back(from, to);
    }
    query::ShortestPaths search(both);
    std::size_t hops = 0;
    const double ours = best_of(3, [&] {
      hops = 0;
      for (const auto& [from, to] : pairs) {
        const auto path = search.find(from, to, 64, {});
        hops += path.nodes.empty() ? 0 : path.hops();
      }
    });
    const double theirs = best_of(1, [&] {
      for (const auto& [from, to] : pairs) {
        try {
          boost::breadth_first_search(graph, from, boost::visitor(StopAt(to)));
        } catch (const Found&) {
        }
      }
    });
    report_ratio("shortest path", static_cast<double>(pairs.size()), ours, "Boost's one-sided BFS to the target", theirs);
    const double first =
        best_of(3, [&] { sink = sink + query::ShortestPaths(both).find(pairs[0].first, pairs[0].second, 64, {}).price; });
    report("shortest path, alone", 1, first);
    std::printf("# %zu hops over %zu pairs\n", hops, pairs.size());
  }
  {
    const auto in = unit_rows(kNodes, ends, query::Direction::kIn);
    const auto out = unit_rows(kNodes, ends, query::Direction::kOut);
    const auto graph = boost_graph<TwoWay>(out);
    constexpr int kRounds = 20;
    query::PageRankOptions options;
    options.tolerance = 0;
    options.max_rounds = kRounds;
    const double ours = best_of(3, [&] { sink = sink + query::page_rank(in, options)[0]; });
    std::vector<double> rank(kNodes);
    const double theirs = best_of(3, [&] {
      boost::graph::page_rank(graph, boost::make_iterator_property_map(rank.begin(), boost::get(boost::vertex_index, graph)),
                              boost::graph::n_iterations(kRounds), 0.85, kNodes);
      sink = sink + rank[0];
    });
    report_ratio("PageRank, 20 rounds", static_cast<double>(in.entries()) * kRounds, ours, "Boost's PageRank, 20 rounds", theirs);
  }
  const double leiden = best_of(1, [&] {
    const auto found = query::communities(both);
    std::printf("# modularity %.4f in %zu groups\n", query::modularity(both, found.group), found.groups);
  });
  report("communities, 5 M edges", edges, leiden);
}

void small_graph() {
  constexpr std::uint32_t kNodes = 5000;
  const auto both = unit_rows(kNodes, power_law(kNodes, 25'000, 2), query::Direction::kBoth);
  const auto graph = boost_graph<Plain>(both);
  const double ours = best_of(3, [&] { sink = sink + query::betweenness(both).value[0]; });
  std::vector<double> centrality(kNodes);
  const double theirs = best_of(2, [&] {
    boost::brandes_betweenness_centrality(
        graph, boost::make_iterator_property_map(centrality.begin(), boost::get(boost::vertex_index, graph)));
    sink = sink + centrality[0];
  });
  report_ratio("betweenness, 5,000 nodes", kNodes, ours, "Boost's betweenness, 5,000 nodes", theirs);
}

/// Reads rows of one column family whose keys begin with `prefix`, from the first to the last.
double raw_scan(const std::filesystem::path& path, const std::string& table, const std::string& prefix, std::size_t& rows) {
  rocksdb::DBOptions options;
  std::vector<std::string> names;
  rocksdb::DB::ListColumnFamilies(options, path.string(), &names);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const auto& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions());
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* opened = nullptr;
  const auto status = rocksdb::DB::OpenForReadOnly(options, path.string(), families, &handles, &opened);
  if (!status.ok()) throw IoError(status.ToString());
  const std::unique_ptr<rocksdb::DB> db(opened);
  rocksdb::ColumnFamilyHandle* wanted = nullptr;
  for (auto* handle : handles) {
    if (handle->GetName() == table) wanted = handle;
  }
  const double seconds = best_of(5, [&] {
    const std::unique_ptr<rocksdb::Iterator> it(db->NewIterator(rocksdb::ReadOptions(), wanted));
    rows = 0;
    std::size_t bytes = 0;
    for (it->Seek(prefix); it->Valid() && it->key().starts_with(prefix); it->Next()) {
      ++rows;
      bytes += it->key().size() + it->value().size();
    }
    sink = sink + static_cast<double>(bytes);
  });
  for (auto* handle : handles) db->DestroyColumnFamilyHandle(handle);
  return seconds;
}

void pattern(const store::Store& source, const std::string& text) {
  query::PatternOptions options;
  options.fold_words = [](std::string_view words) { return std::string(words); };
  options.entity_named = [&](const std::string& name) {
    std::string folded = name;
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found = source.find_by_name(folded);
    if (found.empty()) throw UsageError("nobody is called " + name);
    return found.front();
  };
  std::size_t rows = 0;
  const double first = best_of(5, [&] {
    query::PatternSearch search(source, query::parse_pattern(text), options);
    rows = search.run([](const query::PatternRow&) { return false; });
  });
  report("first row: " + text, static_cast<double>(rows), first, first <= 0.005 ? "within 5 ms" : "LATER THAN 5 ms");
  const double all = best_of(1, [&] {
    query::PatternSearch search(source, query::parse_pattern(text), options);
    rows = search.run([](const query::PatternRow&) { return true; });
  });
  report("all rows: " + text, static_cast<double>(rows), all);
}

void real_graph(const char* file) {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "db";
  std::size_t facts = 0;
  {
    store::Store writer(path, store::OpenMode::kCreate);
    const double before = thread_seconds();
    facts = bench::import_icews(file, writer);
    report("import", static_cast<double>(facts), thread_seconds() - before);
    writer.compact();
  }
  std::size_t rows = 0;
  const double raw = raw_scan(path, "spo", "", rows);
  std::size_t names = 0;
  double raw_names = 0;
  for (const char* prefix : {"d", "E"}) raw_names += raw_scan(path, "numbers", prefix, names);
  const store::Store source(path, store::OpenMode::kReadOnly);
  std::size_t edges = 0;
  const auto count = [&](const Edge&) { return ++edges > 0; };
  const double ordered = best_of(5, [&] {
    edges = 0;
    source.visit_edges(count);
  });
  report_ratio("read edges from the store, in key order", static_cast<double>(rows), ordered, "raw iterator over spo", raw);
  const double streamed = best_of(5, [&] {
    edges = 0;
    source.visit_edges_matching({}, count);
  });
  report_ratio("read edges from the store, as they lie", static_cast<double>(rows), streamed, "raw iterator over spo", raw);
  const double numbers = best_of(5, [&] { edges = source.edge_table().edges.size(); });
  report_ratio("read edges from the store, as numbers", static_cast<double>(rows), numbers, "raw iterator over spo", raw);
  report_ratio("the same", static_cast<double>(rows), numbers, "raw iterator over spo, names of documents and keys of entities",
               raw + raw_names);
  report("view from the store", static_cast<double>(edges),
         best_of(3, [&] { sink = sink + static_cast<double>(query::View::build(source).edge_count()); }));
  for (const char* text :
       {"?x accuses \"Police (India)\" . ?y accuses ?x", "India accuses ?x . ?x threatens ?y", "?x * Russia . ?x accuses ?y",
        "\"United States\" sanctions ?x . ?x ?r ?y", "?x attacks ?y . ?y attacks \"Citizen (India)\"",
        "Russia conflict ?x . ?x cooperation Russia", "\"Head of Government (Iraq)\" * ?x . ?x accuses ?y"}) {
    pattern(source, text);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    std::printf("name\titems\tseconds\titems/s\tnote\n");
    if (argc > 1) real_graph(argv[1]);
    small_graph();
    large_graph();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_query: %s\n", error.what());
    return 1;
  }
  return 0;
}
