#include "graph/model/error.h"

#include <utility>

namespace isnad {

namespace {

std::string locate(const std::string& file, std::uint64_t line, const std::string& message) {
  std::string out = file;
  if (line != 0) out += ":" + std::to_string(line);
  return out + ": " + message;
}

}  // namespace

FormatError::FormatError(std::string file, std::uint64_t line, const std::string& message)
    : Error(locate(file, line, message)), file_(std::move(file)), line_(line) {}

}  // namespace isnad
