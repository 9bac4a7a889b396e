#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace isnad::corpus {

/// Thrown inside the readers when an article or a whole file cannot be used; `read_corpus` turns it into a diagnostic.
class Unusable : public std::runtime_error {
 public:
  /// `line` counts from 1; 0 when no line can be named.
  explicit Unusable(const std::string& message, std::uint64_t line = 0) : std::runtime_error(message), line_(line) {}

  [[nodiscard]] std::uint64_t line() const { return line_; }

 private:
  std::uint64_t line_;
};

}  // namespace isnad::corpus
