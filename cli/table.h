#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/model/relation_type.h"

namespace isnad::cli {

/// What a field holds; nothing where there is nothing to say.
using TableValue = std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

/// How a cell looks on a terminal with colours.
enum class Tone : std::uint8_t { kPlain, kConflict, kCooperation, kFaint, kStrong };

/// Returns: the tone of the relation's family.
[[nodiscard]] Tone tone_of(RelationType type);

struct TableCell {
  TableCell() = default;
  TableCell(TableValue cell_value, Tone cell_tone = Tone::kPlain) : value(std::move(cell_value)), tone(cell_tone) {}
  TableCell(std::string text, Tone cell_tone = Tone::kPlain) : value(std::move(text)), tone(cell_tone) {}
  TableCell(std::string_view text, Tone cell_tone = Tone::kPlain) : value(std::string(text)), tone(cell_tone) {}
  TableCell(const char* text, Tone cell_tone = Tone::kPlain) : value(std::string(text)), tone(cell_tone) {}

  TableValue value;
  Tone tone = Tone::kPlain;
};

struct TableColumn {
  /// Also the name of the field in JSON and the head of CSV.
  std::string name;
  /// Numbers stand at the right.
  bool number = false;
  /// May be cut when the line is longer than the terminal is wide; otherwise only the last column is.
  bool may_shrink = false;
  /// Only programs want it (keys, ids): no column of the table for people.
  bool for_programs = false;
  int decimals = 4;
};

[[nodiscard]] TableCell count_cell(std::uint64_t count);

/// Writes rows as a table for people or as one of the formats for programs: `table`, `json`, `jsonl`, `csv`, `tsv`.
///
/// A table's columns fit the first 100 rows; later ones stream. Rows reach the reader soon: the first at once.
/// The formats for programs have the values themselves; `table` keeps control characters and turned directions out.
/// Throws: IoError from `row` and `finish` when nobody can read on.
class TableWriter {
 public:
  /// `width`: cells that a line may have, 0 for any. `colours`: only for `table`.
  TableWriter(std::ostream& out, std::string_view format, std::vector<TableColumn> columns, std::size_t width, bool colours);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// Requires: a cell for each column.
  void row(std::vector<TableCell> cells);

  /// A line beneath the last row, indented; `table` only.
  void note(std::string text, Tone tone = Tone::kFaint);

  void finish();

  [[nodiscard]] std::size_t rows() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Returns: a writer to standard output, as wide and coloured as the terminal.
[[nodiscard]] std::unique_ptr<TableWriter> table_on_stdout(std::string_view format, std::vector<TableColumn> columns);

/// The formats of `TableWriter`, for `add_format_option`.
inline constexpr const char* kTableFormats = "table|json|jsonl|csv|tsv";

}  // namespace isnad::cli
