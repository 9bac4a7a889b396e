#include "graph/export/csv.h"

#include <charconv>
#include <ostream>
#include <system_error>

namespace isnad::exporting {

namespace {

bool is_number(std::string_view text) {
  if (text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return false;  // `inf` and `nan` are words here
  if (text.substr(0, 1) == "+" && text.substr(1, 1) != "-") text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool reads_as_formula(std::string_view text) {
  constexpr std::string_view kStarts = "=+-@\t\r\n";
  return !text.empty() && kStarts.find(text.front()) != std::string_view::npos && !is_number(text);
}

}  // namespace

std::string csv_field(std::string_view text) {
  const std::string guarded = (reads_as_formula(text) ? "'" : "") + std::string(text);
  if (guarded.find_first_of("\",\r\n") == std::string::npos) return guarded;
  std::string out = "\"";
  for (const char c : guarded) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  return out + "\"";
}

bool write_row(std::ostream& out, std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const auto field : fields) {
    if (!first) out << ',';
    first = false;
    out << csv_field(field);
  }
  out << "\r\n";
  return static_cast<bool>(out);
}

}  // namespace isnad::exporting
