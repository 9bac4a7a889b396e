#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace isnad {

/// Something in the input that could not be used, or not as it stands.
struct Diagnostic {
  /// The file, as the user named it or as found under what the user named.
  std::string file;
  /// Line in it, from 1; 0 when no line can be named.
  std::uint64_t line = 0;
  std::string message;
  /// True when the article is kept all the same; false when what this is about was skipped.
  bool warning = false;

  /// Returns: `file:line: message`.
  [[nodiscard]] std::string str() const;
};

/// Collects what was skipped and why, so that one bad article never stops a corpus, and what was kept in spite of a fault.
///
/// Threads: all methods may be called from several threads at once.
class Diagnostics {
 public:
  /// `strict`: the first report of something skipped throws instead of being kept.
  explicit Diagnostics(bool strict = false) : strict_(strict) {}

  /// Reports something that is skipped.
  /// Throws: FormatError when strict.
  void report(std::string file, std::uint64_t line, std::string message);

  /// Reports a fault of something that is kept: neither counted nor ever thrown.
  void warn(std::string file, std::uint64_t line, std::string message);

  /// Returns: all reports and warnings so far, ordered by file, then line.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

  /// Returns: how many things were skipped; warnings are not among them.
  [[nodiscard]] std::size_t count() const;

 private:
  bool strict_;
  mutable std::mutex mutex_;
  std::vector<Diagnostic> reports_;
  std::size_t skipped_ = 0;
};

}  // namespace isnad
