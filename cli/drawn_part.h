#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/query/edge_reader.h"
#include "graph/render/build_diagram.h"

namespace CLI {
class App;
}

namespace isnad::cli {

/// The options that say which part of the graph is drawn: around actors, along a path, between two groups, the community of
/// an actor, or, when none is given, what holds all of it together.
class DrawnPart {
 public:
  void add_to(CLI::App& app);

  /// Throws: UsageError when two of them are given.
  void check() const;

  /// Returns: names given with `--around`.
  [[nodiscard]] const std::vector<std::string>& around() const { return around_; }

  /// Returns: whether boxes around groups are wanted.
  [[nodiscard]] bool grouped() const { return !cluster_.empty(); }

  /// Returns: a request with focus, groups, nodes, edges and what had to be left out.
  /// Throws: UsageError for names that nobody or several have.
  [[nodiscard]] render::DiagramRequest choose(const query::EdgeReader& reader, std::size_t max_nodes) const;

 private:
  [[nodiscard]] render::DiagramRequest neighbourhood(const query::EdgeReader& reader, std::size_t max_nodes) const;
  [[nodiscard]] render::DiagramRequest path(const query::EdgeReader& reader) const;
  [[nodiscard]] render::DiagramRequest two_groups(const query::EdgeReader& reader) const;
  [[nodiscard]] render::DiagramRequest backbone(const query::EdgeReader& reader, std::size_t max_nodes) const;

  std::vector<std::string> around_;
  std::vector<std::string> path_;
  std::vector<std::string> between_;
  std::string community_;
  std::string cluster_;
  std::size_t paths_ = 1;
  std::size_t depth_ = 1;
  std::size_t max_edges_ = 60;
  bool described_ = false;
};

}  // namespace isnad::cli
