#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad::corpus {

/// Name and bytes of an archive's members.
using Members = std::vector<std::pair<std::string, std::string>>;

/// Returns: an archive. `format`: `zip` or `tar`. `filter`: `gzip`, `xz`, `bzip2`, `zstd`, or nothing.
std::string archive_of(const Members& members, const std::string& format, const std::string& filter = {});

/// Returns: one stream packed by a filter.
std::string packed(std::string_view bytes, const std::string& filter);

}  // namespace isnad::corpus
