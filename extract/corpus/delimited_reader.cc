#include <csv.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/corpus/article_record.h"
#include "extract/corpus/encoding.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kLookAtBytes = std::size_t{1} << 14U;

/// One row of a table, and the line on which it begins.
struct Row {
  std::vector<std::string> cells;
  std::uint64_t line = 0;
};

/// libcsv, fed line by line, so that each row knows where it stands.
class RowReader {
 public:
  RowReader(ByteReader& bytes, char delimiter) : bytes_(bytes) {
    if (csv_init(&parser_, 0) != 0) throw Unusable("the CSV parser cannot start");
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  ~RowReader() { csv_free(&parser_); }
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  /// Returns: the next row that is not blank; nothing at the end.
  /// Throws: Unusable for quotation marks that nothing closes.
  std::optional<Row> next() {
    while (!complete_) {
      const ByteReader::Line status = bytes_.next_line(text_);
      if (status == ByteReader::Line::kEnd) break;
      ++line_;
      if (!open_) row_.line = line_;
      row_bytes_ += text_.size() + 1;
      if (status == ByteReader::Line::kTooLong || row_bytes_ > kMaxRawBytes)
        throw Unusable("a row longer than " + std::to_string(kMaxRawBytes >> 20U) + " MiB; what follows is not read", row_.line);
      open_ = true;
      text_.push_back('\n');
      feed(text_);
      if (row_.cells.empty() && !complete_ && trimmed(text_).empty()) open_ = false;
    }
    // Every line was fed with its end, so that only a quotation mark can keep a row open.
    if (!complete_ && open_) {
      open_ = false;
      throw Unusable("a quotation mark that nothing closes; the rows from here on are not read", row_.line);
    }
    if (!complete_) return std::nullopt;
    complete_ = false;
    open_ = false;
    row_bytes_ = 0;
    return std::exchange(row_, {});
  }

 private:
  void feed(const std::string& text) {
    if (csv_parse(&parser_, text.data(), text.size(), take_cell, take_row, this) != text.size())
      throw Unusable(std::string("CSV: ") + csv_strerror(csv_error(&parser_)), row_.line);
  }

  static void take_cell(void* text, std::size_t size, void* self) {
    static_cast<RowReader*>(self)->row_.cells.emplace_back(static_cast<const char*>(text), size);
  }
  static void take_row(int, void* self) {
    RowReader& reader = *static_cast<RowReader*>(self);
    const auto& cells = reader.row_.cells;
    const bool blank = std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
    reader.complete_ = !blank;
    if (blank) {
      reader.row_.cells.clear();
      reader.open_ = false;
    }
  }

  ByteReader& bytes_;
  csv_parser parser_{};
  std::string text_;
  Row row_;
  std::uint64_t line_ = 0;
  std::size_t row_bytes_ = 0;
  bool open_ = false;
  bool complete_ = false;
};

/// Returns: the separator that the first line has most of, outside quotation marks; the comma when none.
char delimiter_of(std::string_view front) {
  constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (const char c : front) {
    if (c == '\n' && !quoted) break;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    for (std::size_t k = 0; k < kDelimiters.size(); ++k) counts[k] += c == kDelimiters[k] ? 1 : 0;
  }
  return kDelimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

using Columns = std::vector<std::optional<FieldMap::Match>>;

bool has_text(const Columns& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const auto& column) { return column && column->field == Field::kText; });
}

/// Returns: what each column holds, by the names in the first row.
Columns columns_named(const Row& header, const FieldMap& fields) {
  Columns columns;
  for (const std::string& cell : header.cells) columns.push_back(fields.find(trimmed(cell)));
  return columns;
}

Columns columns_numbered(const Row& first, const FieldMap& fields) {
  Columns columns;
  for (std::size_t k = 1; k <= first.cells.size(); ++k) columns.push_back(fields.find(std::to_string(k)));
  return columns;
}

std::string listed(const Row& header) {
  std::string out;
  for (const std::string& cell : header.cells) {
    if (out.size() > 200) return out + ", ...";
    out.append(out.empty() ? "" : ", ").append(one_line(cell).substr(0, 60));
  }
  return out;
}

bool read_delimited(const Reading& reading, std::optional<char> delimiter) {
  reading.bytes.to_utf8();
  if (!delimiter) delimiter = delimiter_of(reading.bytes.peek(kLookAtBytes));
  RowReader rows(reading.bytes, *delimiter);
  const std::optional<Row> header = rows.next();
  if (!header) throw Unusable("empty");
  for (const std::string& cell : header->cells) require_text(cell, header->line);
  Columns columns = columns_named(*header, reading.fields);
  std::optional<Row> row;
  if (!has_text(columns)) {
    columns = columns_numbered(*header, reading.fields);
    if (!has_text(columns))
      throw Unusable("no column is known to hold the text; name it with --field text=COLUMN (columns: " + listed(*header) + ")",
                     1);
    row = header;
  } else {
    row = rows.next();
  }
  for (; row; row = rows.next()) {
    std::optional<Document> document;
    try {
      ArticleRecord record;
      for (std::size_t k = 0; k < std::min(row->cells.size(), columns.size()); ++k) {
        require_text(row->cells[k], row->line);
        if (columns[k]) record.set(*columns[k], std::move(row->cells[k]));
      }
      document = to_document(std::move(record), reading, row->line);
    } catch (const Unusable& reason) {
      reading.diagnostics.report(reading.name, row->line, reason.what());
      continue;
    }
    if (!reading.sink(std::move(*document))) return false;
  }
  return true;
}

}  // namespace

bool read_csv(const Reading& reading) { return read_delimited(reading, std::nullopt); }

bool read_tsv(const Reading& reading) { return read_delimited(reading, '\t'); }

}  // namespace isnad::corpus
