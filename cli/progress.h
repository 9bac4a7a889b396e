#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace isnad::cli {

/// How far a build is.
struct BuildProgress {
  std::uint64_t documents = 0;
  std::uint64_t claims = 0;
  std::uint64_t words = 0;
  /// Of the corpus' files as they lie on disk: what was read so far, and all, where it is known.
  std::uint64_t bytes_read = 0;
  std::optional<std::uint64_t> bytes;
};

/// Tells on stderr how far a long run is: a bar redrawn on a terminal, else a plain line every 30 seconds. Silent when not
/// enabled.
class Progress {
 public:
  explicit Progress(bool enabled);
  /// Ends the line that is being redrawn; never throws.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(const BuildProgress& now);

  /// Takes the bar away, so that other lines can be written.
  void clear();

  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  bool enabled_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

}  // namespace isnad::cli
