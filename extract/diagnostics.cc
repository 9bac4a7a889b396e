#include "extract/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/model/error.h"

namespace isnad {

std::string Diagnostic::str() const {
  std::string out = file;
  if (line != 0) out += ":" + std::to_string(line);
  return out + ": " + message;
}

void Diagnostics::report(std::string file, std::uint64_t line, std::string message) {
  if (strict_) throw FormatError(std::move(file), line, message);
  const std::lock_guard lock(mutex_);
  ++skipped_;
  keep({std::move(file), line, std::move(message), false});
}

void Diagnostics::warn(std::string file, std::uint64_t line, std::string message) {
  const std::lock_guard lock(mutex_);
  keep({std::move(file), line, std::move(message), true});
}

void Diagnostics::keep(Diagnostic diagnostic) {
  if (listener_) listener_(diagnostic);
  if (reports_.size() < kMostKept) {
    reports_.push_back(std::move(diagnostic));
  } else {
    ++not_kept_;
  }
}

std::size_t Diagnostics::not_kept() const {
  const std::lock_guard lock(mutex_);
  return not_kept_;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> out;
  {
    const std::lock_guard lock(mutex_);
    out = reports_;
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  return out;
}

std::size_t Diagnostics::count() const {
  const std::lock_guard lock(mutex_);
  return skipped_;
}

}  // namespace isnad
