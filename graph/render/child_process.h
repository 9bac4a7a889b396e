#pragma once

// Inside graph/render only.

#include <chrono>
#include <functional>
#include <string>

#include "graph/model/error.h"

namespace isnad::render {

/// What `work` throws when no other attempt is to be made.
class Refusal : public Error {
 public:
  using Error::Error;
};

struct ChildResult {
  enum class Outcome { kDone, kFailed, kRefused, kTimedOut };
  Outcome outcome = Outcome::kFailed;
  /// What the work returned, or why it failed or was refused.
  std::string bytes;
};

/// Runs `work` in a forked child and brings back what it returns. The child dies when the deadline passes, when it crashes
/// (`kFailed`), and with its parent. It may take 2 GB of memory beyond what the parent has.
///
/// Requires: `work` takes no lock that another thread of this process may hold (a fork copies only the calling thread).
/// Throws: IoError when no process can be started.
[[nodiscard]] ChildResult run_in_child(const std::function<std::string()>& work, std::chrono::milliseconds deadline);

}  // namespace isnad::render
