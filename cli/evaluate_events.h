#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace isnad::cli {

/// Scores of events against what others have annotated: `labels`, `spans` or `plover` of a system's claims, or `dates` of the program
/// itself (no `system`).
///
/// Throws: IoError, FormatError from reading the files.
[[nodiscard]] nlohmann::ordered_json event_scores(const std::string& what, const std::string& gold, const std::string& system);

}  // namespace isnad::cli
