#pragma once

#include <ostream>
#include <string>

namespace isnad::cli {

/// Writes what a dump of another project names as a table for `isnad lexicon import`, line by line; the dump may be packed.
///
/// `from`: `wikidata` or `geonames`; `names`: GeoNames' alternate names, or empty.
/// Returns: the number of rows.
/// Throws: IoError; FormatError naming file and line for a line that is none of such a dump.
/// Cost: memory for one line, and for the names.
std::size_t convert_lexicon(const std::string& from, const std::string& file, const std::string& names, std::ostream& out);

}  // namespace isnad::cli
