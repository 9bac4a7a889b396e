#pragma once

// Inside graph/render only.

#include <chrono>
#include <functional>
#include <string>

namespace isnad::render {

struct ChildResult {
  enum class Outcome { kDone, kFailed, kTimedOut };
  Outcome outcome = Outcome::kFailed;
  /// What the work returned, or why it failed.
  std::string bytes;
};

/// Runs `work` in a forked child and brings back what it returns. The child dies when the deadline passes, when it crashes
/// (`kFailed`), and with its parent.
///
/// Requires: `work` takes no lock that another thread of this process may hold (a fork copies only the calling thread).
/// Throws: IoError when no process can be started.
[[nodiscard]] ChildResult run_in_child(const std::function<std::string()>& work, std::chrono::milliseconds deadline);

}  // namespace isnad::render
