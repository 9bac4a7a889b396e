#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
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
  /// Called with each report and warning as it comes, one at a time.
  using Listener = std::function<void(const Diagnostic&)>;

  /// How many are kept for `sorted`, so that a corpus of nothing but faults does not fill memory; all are counted and heard.
  static constexpr std::size_t kMostKept = 10'000;

  /// `strict`: the first report of something skipped throws instead of being kept.
  explicit Diagnostics(bool strict = false, Listener listener = {}) : strict_(strict), listener_(std::move(listener)) {}

  /// Reports something that is skipped.
  /// Throws: FormatError when strict.
  void report(std::string file, std::uint64_t line, std::string message);

  /// Reports a fault of something that is kept: neither counted nor ever thrown.
  void warn(std::string file, std::uint64_t line, std::string message);

  /// Returns: the reports and warnings so far, at most the first `kMostKept`, ordered by file, then line.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

  /// Returns: how many things were skipped; warnings are not among them.
  [[nodiscard]] std::size_t count() const;

  /// Returns: how many reports and warnings there were beyond those that are kept.
  [[nodiscard]] std::size_t not_kept() const;

 private:
  void keep(Diagnostic diagnostic);

  bool strict_;
  Listener listener_;
  mutable std::mutex mutex_;
  std::vector<Diagnostic> reports_;
  std::size_t skipped_ = 0;
  std::size_t not_kept_ = 0;
};

}  // namespace isnad
