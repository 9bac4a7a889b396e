#include <algorithm>
#include <vector>

#include "extract/text/utf8.h"
#include "extract/who/foreign_records.h"
#include "extract/who/lexicon.h"
#include "extract/who/record_names.h"
#include "graph/model/error.h"

namespace isnad::who {

namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = line.find(separator);
    out.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return out;
    line.remove_prefix(end + 1);
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// By GeoNames' feature classes: A is states and their parts, P where people live, S and R what they build.
std::optional<EntityType> type_of(std::string_view feature_class) {
  if (feature_class == "A" || feature_class == "P") return EntityType::kGpe;
  if (feature_class == "S" || feature_class == "R") return EntityType::kFacility;
  if (feature_class == "H" || feature_class == "L" || feature_class == "T" || feature_class == "U" || feature_class == "V")
    return EntityType::kLocation;
  return std::nullopt;
}

}  // namespace

void GeoNamesRecords::add_name(std::string_view line) {
  line = without_return(line);
  if (line.empty()) return;
  const auto cells = split(line, '\t');
  if (cells.size() < 4 || !is_number(cells[0]) || !is_number(cells[1])) throw Error("no line of GeoNames' alternate names");
  if (cells[2] != "ar" && cells[2] != "en") return;
  if (text::first_invalid_utf8(cells[3])) throw Error("no UTF-8");
  Names& names = names_[std::string(cells[1])];
  std::string& list = cells[2] == "ar" ? names.ar : names.en;
  const bool preferred = cells.size() > 4 && cells[4] == "1";
  if (list.empty()) {
    list = std::string(cells[3]);
  } else if (preferred) {
    list = std::string(cells[3]) + "\t" + list;
  } else {
    list.append("\t").append(cells[3]);
  }
}

std::optional<UserRow> GeoNamesRecords::row_of(std::string_view line) {
  line = without_return(line);
  if (line.empty()) return std::nullopt;
  if (text::first_invalid_utf8(line)) throw Error("no UTF-8");
  const auto cells = split(line, '\t');
  constexpr std::size_t kColumns = 19;
  if (cells.size() != kColumns || !is_number(cells[0]))
    throw Error("no line of GeoNames: it has " + std::to_string(cells.size()) + " cells instead of 19");
  const auto type = type_of(cells[6]);
  if (!type) return std::nullopt;
  RecordNames names;
  if (const auto known = names_.find(std::string(cells[0])); known != names_.end()) {
    for (const auto name : split(known->second.ar, '\t')) names.add_arabic(name);
    for (const auto name : split(known->second.en, '\t')) names.add_english(name);
  }
  names.add_english(cells[1]);
  names.add_english(cells[2]);
  // In a list of names without languages those in plain Arabic letters are Arabic; those in Latin ones may be anybody's.
  for (const auto name : split(cells[3], ',')) names.add_arabic(name);
  if (!names.any()) return std::nullopt;
  const auto country = country_of_.find(std::string(cells[8]));
  return names.row(key_prefix(*type) + "geonames-" + std::string(cells[0]), to_string(*type),
                   country == country_of_.end() ? "" : country->second);
}

}  // namespace isnad::who
