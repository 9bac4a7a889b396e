#pragma once

#include <chrono>
#include <cstdint>

namespace isnad::cli {

/// Tells on stderr how far a long run is: a line redrawn on a terminal, else a plain line every 30 seconds. Silent when not
/// enabled.
class Progress {
 public:
  explicit Progress(bool enabled);
  /// Ends the line that is being redrawn; never throws.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(std::uint64_t documents, std::uint64_t claims, std::uint64_t words);

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
