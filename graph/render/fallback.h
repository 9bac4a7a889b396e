#pragma once

// Inside graph/render only.

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace isnad::render {

/// One way to get something done that may take too long or crash.
struct Attempt {
  std::string name;
  std::function<std::string()> work;
  /// Share of the time still left that it gets.
  double share = 1;
};

struct Done {
  /// Of the attempt that was done.
  std::string name;
  std::string bytes;
};

/// Tries one after the other, each in a child process (`run_in_child`), until one is done.
///
/// Throws: Refusal with the words of the attempt that refuses, which is the last; Error saying why the last one failed when none
/// was done before the deadline.
[[nodiscard]] Done first_done(const std::vector<Attempt>& attempts, std::chrono::milliseconds deadline);

}  // namespace isnad::render
