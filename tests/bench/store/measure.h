#pragma once

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>

namespace isnad::bench {

/// Seconds on the wall.
inline double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Seconds that this thread had of a core: a fair measure where others keep the machine busy.
inline double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Seconds that all threads of this process had of a core.
inline double process_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Prints one line.
inline void report(const std::string& name, double items, double seconds, const std::string& note = "") {
  std::printf("%s\t%.0f\t%.4f\t%.0f\t%s\n", name.c_str(), items, seconds, items / seconds, note.c_str());
  std::fflush(stdout);
}

/// Peak resident memory of this process, in MB.
inline double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    double kilobytes = 0;
    if (word == "VmHWM:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

/// Returns: seconds on the wall of the fastest of several rounds.
template <class Body>
double best_of(int rounds, const Body& body) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double begin = now();
    body();
    best = std::min(best, now() - begin);
  }
  return best;
}

}  // namespace isnad::bench
