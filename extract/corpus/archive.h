#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "extract/corpus/byte_source.h"

namespace isnad::corpus {

/// Returns: true when the first bytes of a file (512 are enough) are those of a zip or tar archive.
[[nodiscard]] bool is_archive(std::string_view front);

/// What happened to an archive's member or to the whole archive (`name` empty) that keeps it from being read.
using ArchiveFault = std::function<void(const std::string& name, const std::string& message)>;

/// Reads a zip or tar archive from front to back.
///
/// `visit(name, open)` is called for each regular file in the archive's order; it calls `open` when it wants the bytes, which
/// must be used up before it returns, and returns false to stop. A damaged member goes to `fault`, the others are read. Returns:
/// false when `visit` stopped. Throws: Unusable when the archive cannot be read (further), also for a bomb; what `visit` throws.
/// Source: libarchive does the work.
bool visit_members(
    std::unique_ptr<ByteSource> bytes,
    const std::function<bool(const std::string& name, const std::function<std::unique_ptr<ByteSource>()>& open)>& visit,
    const ArchiveFault& fault);

/// Decompresses one stream with libarchive's filter of that name: `xz` or `bzip2`.
[[nodiscard]] std::unique_ptr<ByteSource> unfiltered(std::unique_ptr<ByteSource> raw, const char* filter);

/// Throws: Unusable when `bytes_out` unpacked bytes came out of `bytes_in` packed ones, which no text does.
void require_plausible_ratio(std::uint64_t bytes_in, std::uint64_t bytes_out);

}  // namespace isnad::corpus
