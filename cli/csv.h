#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace isnad::cli {

/// Writes one record as RFC 4180 has it: fields with commas, quotes or line ends are quoted.
void write_csv(std::ostream& out, const std::vector<std::string>& fields);

}  // namespace isnad::cli
