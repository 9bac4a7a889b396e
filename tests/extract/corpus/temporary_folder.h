#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "extract/diagnostics.h"
#include "graph/model/document.h"

namespace isnad::corpus {

/// A folder of its own for one test case, gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes a file under the folder, with the folders that its name needs. Returns: its path.
  std::filesystem::path write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

/// What one run of `read_corpus` gave.
struct Read {
  std::vector<Document> documents;
  /// `line: message`, without the path.
  std::vector<std::string> complaints;
};

Read read(const std::vector<std::filesystem::path>& paths);

/// Writes one file and reads it.
Read read_one(const std::string& name, std::string_view bytes);

std::string file_bytes(const std::filesystem::path& path);

}  // namespace isnad::corpus
