#pragma once

#include <initializer_list>
#include <iosfwd>
#include <string>
#include <string_view>

namespace isnad::exporting {

/// One field of a CSV table, in double quotes where commas, quotes or line ends ask for them.
///
/// Tables are opened in spreadsheets, which take a field that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula
/// and would run what an article says. Such a field gets an apostrophe in front, unless the whole field is a number (`-5`,
/// `+1.5e3`). Programs that read the table take one apostrophe before these characters away. Source: OWASP, CSV Injection.
[[nodiscard]] std::string csv_field(std::string_view text);

/// Writes one record with its line end, as RFC 4180 has it.
///
/// Returns: false when `out` has gone bad.
bool write_row(std::ostream& out, std::initializer_list<std::string_view> fields);

}  // namespace isnad::exporting
