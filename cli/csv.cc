#include "cli/csv.h"

#include <ostream>

#include "graph/export/escaping.h"

namespace isnad::cli {

void write_csv(std::ostream& out, const std::vector<std::string>& fields) {
  bool first = true;
  for (const auto& field : fields) {
    if (!first) out << ',';
    first = false;
    out << exporting::csv_field(field);
  }
  out << "\r\n";
}

}  // namespace isnad::cli
