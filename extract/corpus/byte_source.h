#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

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

  /// Goes to another place, as lseek(2) does. Returns: the place from the beginning; -1 for what can only be read on.
  virtual std::int64_t seek(std::int64_t, int) { return -1; }
};

/// Thrown inside the readers when whoever asked for articles has had enough while bytes were awaited; `read_corpus` catches it.
struct Stopped {};

/// What a file has to say to whoever waits for it; either may be empty.
struct Watch {
  /// Asked every now and then, while a pipe or a terminal has nothing to give, whether to wait no longer.
  std::function<bool()> stopped;
  /// Told how many bytes were read.
  std::function<void(std::uint64_t)> bytes_read;
};

/// Opens a file, a pipe or a device as it is.
/// Throws: Unusable when it cannot be opened; reading also throws Stopped.
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path, Watch watch = {});

/// The same for standard input.
[[nodiscard]] std::unique_ptr<ByteSource> open_standard_input(Watch watch = {});

/// Bytes in memory, such as a part of a file that a reader took out of it.
[[nodiscard]] std::unique_ptr<ByteSource> from_string(std::string bytes);

/// Returns: `prefix`, then what is left of `rest`.
[[nodiscard]] std::unique_ptr<ByteSource> prefixed(std::string prefix, std::unique_ptr<ByteSource> rest);

/// Returns: up to `wanted` bytes from the front, fewer only at the end.
/// Throws: Unusable.
[[nodiscard]] std::string read_front(ByteSource& source, std::size_t wanted);

/// Wraps `raw` in a decompressor when its first bytes are those of gzip, Zstandard, xz or bzip2, whatever the file is called.
/// Several members or frames one after the other are read as one stream. Data that grow to an absurd multiple of their packed
/// size are refused while they are read.
/// Throws: Unusable when reading the first bytes fails.
[[nodiscard]] std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> raw);

/// Returns: data packed by `deflate`, with zlib's header or, as some servers send it, without.
/// Throws: Unusable for damaged data and for more than 64 MiB.
[[nodiscard]] std::string inflated(std::string packed);

}  // namespace isnad::corpus
