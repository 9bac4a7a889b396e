#pragma once

#include <filesystem>
#include <memory>

namespace isnad::store {

/// Keeps writers out of a database without opening it: also out of one that cannot be opened.
class WriteLock {
 public:
  /// Throws: IoError when another has it.
  explicit WriteLock(const std::filesystem::path& database);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::store
