#include "cli/diagnostics_output.h"

#include <iostream>

#include "graph/model/plain_text.h"

namespace isnad::cli {

void print_diagnostics(const Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics.sorted()) {
    std::cerr << "isnad: " << (diagnostic.warning ? "note: " : "skipped ") << clean_text(diagnostic.str()) << '\n';
  }
  if (const std::size_t more = diagnostics.not_kept(); more != 0) std::cerr << "isnad: and " << more << " more of this kind\n";
}

}  // namespace isnad::cli
