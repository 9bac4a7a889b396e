#include "cli/table.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/display_width.h"
#include "graph/export/csv.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kRowsMeasured = 100;
constexpr std::size_t kLeastWidth = 8;
constexpr std::string_view kGap = "  ";

std::string_view sequence_of(Tone tone) {
  constexpr std::array<std::string_view, 5> kSequences = {"", "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[1m"};
  return kSequences[static_cast<std::size_t>(tone)];
}

std::string joined(const std::vector<std::string>& list, std::string_view separator) {
  std::string out;
  for (const auto& item : list) out += (out.empty() ? "" : std::string(separator)) + item;
  return out;
}

std::string fixed(double value, int decimals) {
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

/// `decimals` below 0: all that it takes to read the same number again.
std::string text_of(const TableValue& value, int decimals, std::string_view separator) {
  struct Visitor {
    int decimals;
    std::string_view separator;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return decimals < 0 ? nlohmann::json(number).dump() : fixed(number, decimals); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(const std::vector<std::string>& list) const { return joined(list, separator); }
  };
  return std::visit(Visitor{decimals, separator}, value);
}

nlohmann::ordered_json json_of(const TableValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return nullptr;
  return std::visit(
      [](const auto& held) -> nlohmann::ordered_json {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
          return nullptr;
        } else {
          return held;
        }
      },
      value);
}

/// Tabs and line ends within a field would make others of it.
std::string tsv_field(const std::string& text) {
  std::string out = text;
  std::replace_if(out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return out;
}

}  // namespace

Tone tone_of(RelationType type) {
  const RelationFamily family = info(type).family;
  if (family == RelationFamily::kConflict) return Tone::kConflict;
  return family == RelationFamily::kCooperation ? Tone::kCooperation : Tone::kPlain;
}

TableCell count_cell(std::uint64_t count) { return TableValue(static_cast<std::int64_t>(count)); }

class TableWriter::Impl {
 public:
  Impl(std::ostream& out, std::string_view format, std::vector<TableColumn> columns, std::size_t width, bool colours)
      : out_(out), format_(format), columns_(std::move(columns)), width_(width), colours_(colours) {}

  void row(std::vector<TableCell> cells) {
    ++rows_;
    if (format_ == "table") {
      waiting_.push_back({std::move(cells), {}});
      // What is measured is measured on many rows, but nobody waits for them.
      if (measured_ || waiting_.size() >= kRowsMeasured || waited_long()) write_waiting();
    } else {
      write_record(cells);
      flush_soon();
    }
  }

  void note(std::string text, Tone tone) {
    if (format_ != "table") return;
    if (waiting_.empty()) {
      write_note({std::move(text), tone});
    } else {
      waiting_.back().notes.push_back({std::move(text), tone});
    }
  }

  void finish() {
    if (format_ == "table") {
      write_waiting();
    } else if (format_ == "json") {
      out_ << (rows_ == 0 ? "[]\n" : "\n]\n");
    } else if (rows_ == 0) {
      write_head();
    }
    out_.flush();
  }

  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  struct Note {
    std::string text;
    Tone tone;
  };
  struct Row {
    std::vector<TableCell> cells;
    std::vector<Note> notes;
  };
  using Clock = std::chrono::steady_clock;

  [[nodiscard]] bool waited_long() const { return Clock::now() - started_ > std::chrono::milliseconds(200); }

  void flush_soon() {
    const auto now = Clock::now();
    if (rows_ > 1 && now - flushed_ < std::chrono::milliseconds(100)) return;
    flushed_ = now;
    out_.flush();
  }

  void write_head() {
    if (format_ != "csv" && format_ != "tsv") return;
    write_fields([&](std::size_t i) { return columns_[i].name; });
  }

  template <class Text>
  void write_fields(const Text& text) {
    const bool csv = format_ == "csv";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i != 0) out_ << (csv ? ',' : '\t');
      out_ << (csv ? exporting::csv_field(text(i)) : tsv_field(text(i)));
    }
    out_ << '\n';
  }

  void write_record(const std::vector<TableCell>& cells) {
    if (format_ == "csv" || format_ == "tsv") {
      if (rows_ == 1) write_head();
      write_fields([&](std::size_t i) { return text_of(cells[i].value, -1, "; "); });
      return;
    }
    nlohmann::ordered_json record;
    for (std::size_t i = 0; i < columns_.size(); ++i) record[columns_[i].name] = json_of(cells[i].value);
    const std::string text = record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    if (format_ == "jsonl") {
      out_ << text << '\n';
    } else {
      out_ << (rows_ == 1 ? "[\n" : ",\n") << text;
    }
  }

  [[nodiscard]] std::string shown(const TableCell& cell, std::size_t column) const {
    return clean_text(text_of(cell.value, columns_[column].decimals, ", "));
  }

  void measure() {
    measured_ = true;
    widths_.assign(columns_.size(), 0);
    std::size_t total = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].for_programs) continue;
      last_ = i;
      widths_[i] = display_width(columns_[i].name);
      for (const auto& row : waiting_) widths_[i] = std::max(widths_[i], display_width(shown(row.cells[i], i)));
      total += widths_[i] + (total == 0 ? 0 : kGap.size());
    }
    if (width_ == 0) return;
    // The widest of those that may shrink gives, a cell at a time, until all is on one line or nothing can give.
    while (total > width_) {
      std::size_t widest = columns_.size();
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].for_programs || !(columns_[i].may_shrink || i == last_) || widths_[i] <= kLeastWidth) continue;
        if (widest == columns_.size() || widths_[i] > widths_[widest]) widest = i;
      }
      if (widest == columns_.size()) break;
      --widths_[widest];
      --total;
    }
  }

  void write_waiting() {
    if (waiting_.empty()) return;
    if (!measured_) {
      measure();
      std::vector<TableCell> heads;
      for (const auto& column : columns_) heads.emplace_back(column.name, Tone::kStrong);
      write_line(heads);
    }
    for (const auto& row : waiting_) {
      write_line(row.cells);
      for (const auto& note : row.notes) write_note(note);
    }
    waiting_.clear();
    flush_soon();
  }

  void write_line(const std::vector<TableCell>& cells) {
    bool first = true;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (columns_[i].for_programs) continue;
      if (!first) out_ << kGap;
      first = false;
      std::string text = shown(cells[i], i);
      // The last column needs no filling, and is cut only by the terminal's edge.
      if (width_ != 0 || i != last_) text = cut_to_width(text, widths_[i]);
      const std::size_t width = display_width(text);
      const std::string fill(width < widths_[i] ? widths_[i] - width : 0, ' ');
      if (columns_[i].number) out_ << fill;
      write_toned(isolated(text), cells[i].tone);
      if (!columns_[i].number && i != last_) out_ << fill;
    }
    out_ << '\n';
  }

  void write_note(const Note& note) {
    std::string text = clean_text(note.text);
    constexpr std::size_t kIndent = 4;
    if (width_ > kIndent) text = cut_to_width(text, width_ - kIndent);
    out_ << std::string(kIndent, ' ');
    write_toned(isolated(text), note.tone);
    out_ << '\n';
  }

  void write_toned(const std::string& text, Tone tone) {
    if (!colours_ || tone == Tone::kPlain) {
      out_ << text;
    } else {
      out_ << sequence_of(tone) << text << "\x1b[0m";
    }
  }

  std::ostream& out_;
  std::string format_;
  std::vector<TableColumn> columns_;
  std::size_t width_;
  bool colours_;
  std::size_t rows_ = 0;
  bool measured_ = false;
  std::size_t last_ = 0;
  std::vector<std::size_t> widths_;
  std::vector<Row> waiting_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point flushed_;
};

TableWriter::TableWriter(std::ostream& out, std::string_view format, std::vector<TableColumn> columns, std::size_t width, bool colours)
    : impl_(std::make_unique<Impl>(out, format, std::move(columns), width, colours)) {}
TableWriter::~TableWriter() = default;

void TableWriter::row(std::vector<TableCell> cells) { impl_->row(std::move(cells)); }
void TableWriter::note(std::string text, Tone tone) { impl_->note(std::move(text), tone); }
void TableWriter::finish() { impl_->finish(); }
std::size_t TableWriter::rows() const { return impl_->rows(); }

std::unique_ptr<TableWriter> table_on_stdout(std::string_view format, std::vector<TableColumn> columns) {
  return std::make_unique<TableWriter>(std::cout, format, std::move(columns), terminal_width(STDOUT_FILENO), shows_colours(STDOUT_FILENO));
}

}  // namespace isnad::cli
