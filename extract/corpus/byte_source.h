#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace isnad::corpus {

/// A stream of bytes, read from front to back once.
class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Returns: how many bytes of `to` it filled; 0 only at the end.
  /// Throws: Unusable when the bytes cannot be read or decompressed.
  virtual std::size_t read(std::span<char> to) = 0;
};

/// Opens a file, a pipe or a device as it is.
/// Throws: Unusable when it cannot be opened.
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path);

/// Wraps `raw` in a decompressor when its first bytes are those of gzip or Zstandard, whatever the file is called.
/// Several members or frames one after the other are read as one stream.
/// Throws: Unusable when reading the first bytes fails.
[[nodiscard]] std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> raw);

}  // namespace isnad::corpus
