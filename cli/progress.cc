#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace isnad::cli {

namespace {

constexpr int kBarCells = 20;
// Before this much is read, what is left cannot be told.
constexpr double kLeastShare = 0.01;

std::string grouped(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

std::string duration(double seconds) {
  const auto total = static_cast<long>(std::lround(seconds));
  std::array<char, 64> out{};
  if (total >= 3600) {
    std::snprintf(out.data(), out.size(), "%ld h %02ld min", total / 3600, total / 60 % 60);
  } else {
    std::snprintf(out.data(), out.size(), "%ld:%02ld min", total / 60, total % 60);
  }
  return out.data();
}

std::string bar(double share) {
  const int full = static_cast<int>(share * kBarCells);
  return "[" + std::string(static_cast<std::size_t>(full), '=') + std::string(static_cast<std::size_t>(kBarCells - full), ' ') + "] " +
         std::to_string(static_cast<int>(share * 100)) + " %  ";
}

std::string line(const BuildProgress& now, double seconds, bool terminal) {
  const bool known = now.bytes && *now.bytes != 0;
  const double share = known ? std::min(1.0, static_cast<double>(now.bytes_read) / static_cast<double>(*now.bytes)) : 0;
  std::string out;
  if (known) out += terminal ? bar(share) : std::to_string(static_cast<int>(share * 100)) + " %, ";
  out += grouped(now.documents) + " documents, " + grouped(now.claims) + " claims, " +
         grouped(seconds > 0 ? static_cast<std::uint64_t>(static_cast<double>(now.words) / seconds) : 0) + " words/s";
  if (share >= kLeastShare) out += ", " + duration(seconds * (1 - share) / share) + " left";
  return out;
}

}  // namespace

Progress::Progress(bool enabled) : enabled_(enabled), terminal_(isatty(STDERR_FILENO) != 0), last_(start_) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void Progress::update(const BuildProgress& now) {
  if (!enabled_) return;
  const auto time = Clock::now();
  if (time - last_ < (terminal_ ? std::chrono::milliseconds(200) : std::chrono::seconds(30))) return;
  last_ = time;
  std::fprintf(stderr, terminal_ ? "\r\x1b[K%s" : "%s\n", line(now, seconds(), terminal_).c_str());
  drawn_ = terminal_;
}

}  // namespace isnad::cli
