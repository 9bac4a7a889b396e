#pragma once

#include "graph/model/error.h"

namespace isnad::cli {

/// Ctrl-C stopped a verb of the shell, or whoever read its output has gone.
class Interrupted : public Error {
 public:
  Interrupted() : Error("stopped") {}
};

/// While it lives, Ctrl-C does not end the program but is noted for `stop_if_interrupted`.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  /// Forgets a Ctrl-C that was meant for an earlier verb.
  ///
  /// Returns: whether there was one.
  static bool reset();
};

/// For loops that may run long: cheap enough for every step.
///
/// Throws: Interrupted when Ctrl-C came under an `InterruptGuard`, or (looked at every 4096th call) nobody can read standard
/// output any more.
void stop_if_interrupted();

}  // namespace isnad::cli
