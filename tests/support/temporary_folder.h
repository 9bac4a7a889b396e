#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "graph/model/error.h"

namespace isnad::testing {

/// A folder of its own for a test, gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "isnad-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw IoError("cannot make a temporary folder like " + name);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace isnad::testing
