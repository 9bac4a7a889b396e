#pragma once

#include <functional>

#include "graph/model/ids.h"

namespace isnad::cli {

/// Returns: a test of keys by the table of countries; true for states, false for cities and everybody else.
/// Throws: IoError, FormatError from reading the table.
[[nodiscard]] std::function<bool(const EntityKey&)> country_test();

}  // namespace isnad::cli
