#include "extract/data_files.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
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

std::string data_fingerprint(std::string_view relative_folder) {
  const fs::path folder = data_file(relative_folder);
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw IoError(file.string() + ": " + std::strerror(errno));
    all += fs::relative(file, folder).generic_string();
    all += '\0';
    all.append(std::istreambuf_iterator<char>(in), {});
    all += '\0';
  }
  return bytes_fingerprint(all);
}

std::string bytes_fingerprint(std::string_view bytes) {
  std::array<char, 17> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx", static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size())));
  return hex.data();
}

std::string_view version() { return ISNAD_VERSION; }

}  // namespace isnad
