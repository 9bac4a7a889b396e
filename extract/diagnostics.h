#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace isnad {

/// Something in the input that could not be used.
struct Diagnostic {
  /// The file, as the user named it or as found under what the user named.
  std::string file;
  /// Line in it, from 1; 0 when no line can be named.
  std::uint64_t line = 0;
  std::string message;

  /// Returns: `file:line: message`.
  [[nodiscard]] std::string str() const;
};

/// Collects what was skipped and why, so that one bad article never stops a corpus.
///
/// Threads: all methods may be called from several threads at once.
class Diagnostics {
 public:
  /// `strict`: the first report throws instead of being kept.
  explicit Diagnostics(bool strict = false) : strict_(strict) {}

  /// Throws: FormatError when strict.
  void report(std::string file, std::uint64_t line, std::string message);

  /// Returns: all reports so far, ordered by file, then line.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

  [[nodiscard]] std::size_t count() const;

 private:
  bool strict_;
  mutable std::mutex mutex_;
  std::vector<Diagnostic> reports_;
};

}  // namespace isnad
