#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cli/filter_options.h"
#include "cli/table.h"
#include "graph/model/edge.h"
#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"

namespace isnad::store {
class Store;
}

namespace isnad::cli {

/// What every question to the graph takes: a database, filters, how many rows, in which language and format.
class QuestionOptions {
 public:
  explicit QuestionOptions(std::size_t limit) : limit_(limit) {}

  /// Declares `--db`, the filters, `--limit` (with `limit_help`), `--lang` and `--format`.
  void add_to(CLI::App& app, const std::string& limit_help);

  /// Opens the database and looks up what the filters name.
  ///
  /// Throws: UsageError before the database is opened where an option is wrong by itself.
  void open();

  /// Requires: `open` was called. Lifetime: the options'.
  [[nodiscard]] const store::Store& store() const { return *store_; }
  [[nodiscard]] const query::EdgeReader& reader() const { return *reader_; }

  [[nodiscard]] const std::string& db() const { return db_; }
  [[nodiscard]] const std::string& lang() const { return lang_; }
  [[nodiscard]] const std::string& format() const { return format_; }
  [[nodiscard]] bool for_people() const { return format_ == "table"; }
  /// The largest number when all are wanted.
  [[nodiscard]] std::size_t limit() const;
  [[nodiscard]] FilterOptions& filter_options() { return filter_; }

  /// Returns: what `both_names` does; asked once an entity.
  [[nodiscard]] const std::string& name(const EntityKey& key) const;

  /// Tells on stderr when there are more rows than the limit lets through.
  void tell_of_more(std::size_t all) const;

 private:
  std::string db_;
  std::string lang_ = "en";
  std::string format_ = "table";
  std::size_t limit_;
  FilterOptions filter_;
  std::shared_ptr<const store::Store> store_;
  std::unique_ptr<query::EdgeReader> reader_;
  mutable std::unordered_map<EntityKey, std::string> names_;
};

/// The words behind an edge.
struct EdgeEvidence {
  std::string claim;
  std::string sentence;
  std::string speaker;
  std::string date;
  std::string document;
  std::string outlet;
};

/// Returns: those of its best claim; empty fields where there is none.
[[nodiscard]] EdgeEvidence evidence_of(const ClaimSource& source, const Edge& edge);
[[nodiscard]] EdgeEvidence evidence_of(const ClaimSource& source, const Claim& claim);

/// Returns: `the sentence [who says so, when, where]`, on one line.
[[nodiscard]] std::string evidence_line(const EdgeEvidence& evidence);

/// Returns: `accuses`, `يتهم`, with `denied: ` in front where it is.
[[nodiscard]] std::string relation_label(const EdgeKey& key, const std::string& lang);

/// Writes edges one a row, at most `limit`, each with its evidence, and tells on stderr when there are more.
void write_edges(const ClaimSource& source, const std::vector<Edge>& edges, const std::string& format, const std::string& lang, std::size_t limit);

/// Returns: the parts between commas (`,` and `،`), without blanks around them.
[[nodiscard]] std::vector<std::string> split_names(std::string_view list);

}  // namespace isnad::cli
