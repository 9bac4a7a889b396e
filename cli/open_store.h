#pragma once

#include <memory>
#include <string>

namespace isnad::store {
class Store;
}

namespace isnad::cli {

/// Opens a database to read it. While somebody holds what an earlier call for the same path returned, that is returned again,
/// so that the verbs of one `isnad shell` share one database.
///
/// Throws: as `store::Store`.
/// Threads: one at a time.
[[nodiscard]] std::shared_ptr<const store::Store> open_store(const std::string& path);

}  // namespace isnad::cli
