#include "cli/convert_lexicon.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/corpus/byte_reader.h"
#include "extract/corpus/unusable.h"
#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/who/foreign_records.h"
#include "graph/model/error.h"

namespace isnad::cli {

namespace {

void each_line(const std::string& file, const std::function<void(std::string_view)>& visit) {
  if (file != "-" && std::filesystem::is_directory(file)) throw IoError(file + ": is a folder");
  std::uint64_t number = 0;
  const std::string name = file == "-" ? "standard input" : file;
  try {
    corpus::ByteReader reader(corpus::decompressed(file == "-" ? corpus::open_standard_input() : corpus::open_file(file)));
    for (std::string line;;) {
      const auto read = reader.next_line(line);
      if (read == corpus::ByteReader::Line::kEnd) return;
      ++number;
      if (read == corpus::ByteReader::Line::kTooLong) throw FormatError(name, number, "a line of more than 64 MiB");
      visit(line);
    }
  } catch (const corpus::Unusable& error) {
    if (number == 0) throw IoError(name + ": " + error.what());
    throw FormatError(name, number + 1, error.what());
  } catch (const FormatError&) {
    throw;
  } catch (const IoError&) {
    throw;
  } catch (const Error& error) {
    throw FormatError(name, number, error.what());
  }
}

/// ISO 3166's two letters to what the column `country` has: `turkey`.
std::unordered_map<std::string, std::string> country_names() {
  std::unordered_map<std::string, std::string> out;
  tables::read_table(
      data_file("lexicon/who/countries.tsv"),
      {"key", "iso2", "name_ar", "name_en", "aliases_ar", "aliases_en", "capital_ar", "capital_en", "nisba_ar", "people_ar",
       "adjective_en", "people_en"},
      [&](const tables::Row& row) { out.emplace(row.cells[1], row.cells[0].substr(row.cells[0].find(':') + 1)); },
      tables::ShortRows::kAllowed);
  return out;
}

}  // namespace

std::size_t convert_lexicon(const std::string& from, const std::string& file, const std::string& names, std::ostream& out) {
  std::unique_ptr<who::ForeignRecords> records;
  if (from == "wikidata") {
    records = std::make_unique<who::WikidataRecords>();
  } else {
    auto geonames = std::make_unique<who::GeoNamesRecords>(country_names());
    if (!names.empty()) each_line(names, [&](std::string_view line) { geonames->add_name(line); });
    records = std::move(geonames);
  }
  out << who::to_table({});
  std::size_t rows = 0;
  each_line(file, [&](std::string_view line) {
    const auto row = records->row_of(line);
    if (!row) return;
    ++rows;
    const std::string table = who::to_table({*row});
    out << std::string_view(table).substr(table.find('\n') + 1);
    if (!out) throw IoError("the table cannot be written");
  });
  return rows;
}

}  // namespace isnad::cli
