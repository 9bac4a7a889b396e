#pragma once

#include <string>
#include <string_view>

namespace isnad::render {

/// Writes a file whole or not at all: to a temporary file beside it, then renamed. What is no regular file (a pipe, a terminal)
/// is written to as it is.
///
/// Throws: IoError naming the path.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace isnad::render
