#include "cli/diagnostics_output.h"

#include <iostream>

#include "graph/model/plain_text.h"

namespace isnad::cli {

void print_diagnostics(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.sorted()) {
    std::cerr << "isnad: " << (diagnostic.warning ? "note: " : "skipped ") << clean_text(diagnostic.str()) << '\n';
  }
}

}  // namespace isnad::cli
