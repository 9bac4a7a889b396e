#pragma once

#include <cstdint>
#include <fstream>
#include <mutex>
#include <string>
#include <string_view>

#include "extract/diagnostics.h"
#include "graph/model/ids.h"

namespace isnad::cli {

/// What a build did, in numbers.
struct BuildTally {
  /// Added or replaced.
  std::uint64_t documents = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t replaced = 0;
  std::uint64_t claims = 0;
  std::uint64_t words = 0;
  std::uint64_t skipped = 0;
  /// Documents read in this run that are copies of others.
  std::uint64_t copies = 0;
  /// In the database afterwards.
  std::uint64_t entities = 0;
  double seconds = 0;
  /// Of all threads together, and of those that analyse, while they do.
  double cpu_seconds = 0;
  double analysis_cpu_seconds = 0;
  std::uint64_t peak_memory_bytes = 0;
  bool interrupted = false;
};

/// `--report FILE`: one JSON object a line for everything that went not as usual, as it happens, and one with the tally at the end.
///
/// Throws: IoError when the file cannot be written.
/// Threads: all methods from several threads at once.
class BuildReport {
 public:
  /// `path` empty: no report; all methods do nothing.
  explicit BuildReport(std::string path);

  [[nodiscard]] bool wanted() const { return !path_.empty(); }

  /// `{"event":"skipped"|"warning","file":...,"line":...,"why":...}`
  void diagnostic(const Diagnostic& diagnostic);

  /// `{"event":"replaced","document":...}`
  void replaced(const DocumentId& document);

  /// `{"event":"copy","document":...,"copy_of":...}`
  void copy(const DocumentId& document, const DocumentId& original);

  /// `{"event":"summary",...}`, and sees to it that all is written.
  void finish(const BuildTally& tally);

 private:
  void write(const std::string& line);

  std::string path_;
  std::mutex mutex_;
  std::ofstream out_;
};

}  // namespace isnad::cli
