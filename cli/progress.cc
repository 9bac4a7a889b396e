#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>

namespace isnad::cli {

Progress::Progress(bool enabled) : enabled_(enabled), terminal_(isatty(STDERR_FILENO) != 0), last_(start_) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void Progress::update(std::uint64_t documents, std::uint64_t claims, std::uint64_t words) {
  if (!enabled_) return;
  const auto now = Clock::now();
  if (now - last_ < (terminal_ ? std::chrono::milliseconds(200) : std::chrono::seconds(30))) return;
  last_ = now;
  const double elapsed = seconds();
  std::fprintf(stderr, terminal_ ? "\r\x1b[K%llu documents, %llu claims, %.0f words/s" : "%llu documents, %llu claims, %.0f words/s\n",
               static_cast<unsigned long long>(documents), static_cast<unsigned long long>(claims),
               elapsed > 0 ? static_cast<double>(words) / elapsed : 0.0);
  drawn_ = terminal_;
}

}  // namespace isnad::cli
