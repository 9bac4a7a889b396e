#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace isnad {

/// Base of everything that Isnad throws on purpose. `what()` is one line fit for a user's terminal.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The operating system refused: a missing path, no permission, a full disk, a database in use.
class IoError : public Error {
 public:
  using Error::Error;
};

/// Stored bytes contradict their checksum, their format or each other.
class CorruptionError : public Error {
 public:
  using Error::Error;
};

/// A file that a person gave does not follow its format.
class FormatError : public Error {
 public:
  /// `line` counts from 1; 0 means that no line can be named.
  FormatError(std::string file, std::uint64_t line, const std::string& message);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] std::uint64_t line() const { return line_; }

 private:
  std::string file_;
  std::uint64_t line_;
};

/// A trained model is missing, truncated, corrupt or of another version.
class ModelError : public Error {
 public:
  using Error::Error;
};

/// The command line asks for something that it cannot mean; exit status 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace isnad
