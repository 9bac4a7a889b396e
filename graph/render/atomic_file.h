#pragma once

#include <string>
#include <string_view>

namespace isnad::render {

/// Writes a file whole or not at all: to a temporary file beside it, which is on the disk before it takes the name. A symbolic
/// link stays one: the file that it leads to is written. What is no regular file (a pipe, a terminal) is written to as it is.
///
/// Throws: IoError naming the path.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace isnad::render
