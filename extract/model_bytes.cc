#include "extract/model_bytes.h"

#include <fstream>
#include <iterator>

#include "graph/model/error.h"

namespace isnad {

std::string read_model_bytes(const std::filesystem::path& path, std::string_view magic, std::uint32_t version, std::string_view what,
                             std::size_t header_bytes) {
  const std::string name = path.string();
  std::ifstream input(path, std::ios::binary);
  if (!input) throw IoError(name + ": cannot be opened");
  std::string bytes((std::istreambuf_iterator<char>(input)), std::istreambuf_iterator<char>());
  if (input.bad()) throw IoError(name + ": cannot be read");
  if (bytes.size() < header_bytes || std::string_view(bytes).substr(0, magic.size()) != magic)
    throw ModelError(name + ": no " + std::string(what));
  std::uint32_t found = 0;
  for (std::size_t i = 4; i > 0; --i) found = found << 8U | static_cast<unsigned char>(bytes[magic.size() + i - 1]);
  if (found != version)
    throw ModelError(name + ": " + std::string(what) + " of version " + std::to_string(found) + ", this program reads version " +
                     std::to_string(version));
  return bytes;
}

}  // namespace isnad
