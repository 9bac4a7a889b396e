#pragma once

#include "extract/diagnostics.h"

namespace isnad::cli {

/// Writes what was skipped and what was noticed to stderr, one line each.
void print_diagnostics(const Diagnostics& diagnostics);

}  // namespace isnad::cli
