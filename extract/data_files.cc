#include "extract/data_files.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "graph/model/error.h"

namespace isnad {

namespace fs = std::filesystem;

fs::path data_file(std::string_view relative) {
  std::vector<fs::path> roots;
  if (const char* data = std::getenv("ISNAD_DATA"); data != nullptr && *data != '\0') roots.emplace_back(data);
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  if (!error) roots.push_back(self.parent_path().parent_path() / "share" / "isnad");
  roots.emplace_back(ISNAD_SOURCE_DATA);
  for (const auto& root : roots) {
    fs::path path = root / relative;
    if (fs::exists(path, error)) return path;
  }
  throw IoError(std::string(relative) + ": not found under $ISNAD_DATA or where Isnad is installed");
}

std::string_view version() { return ISNAD_VERSION; }

}  // namespace isnad
