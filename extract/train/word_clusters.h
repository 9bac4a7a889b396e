#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace isnad::train {

/// Words with the group and the groups of groups that each is in, from 0.
struct WordClusters {
  std::vector<std::string> words;
  std::vector<std::size_t> fine;
  std::vector<std::size_t> middle;
  std::vector<std::size_t> coarse;
};

struct ClusterOptions {
  /// How many of the file's first (commonest) words to group.
  std::size_t most_words = 50000;
  std::size_t fine = 500;
  std::size_t middle = 200;
  std::size_t coarse = 60;
  int rounds = 25;
  std::uint32_t seed = 1;
};

/// Groups words whose vectors point the same way: spherical k-means, and again over the centres found.
/// Throws: IoError when the file cannot be read; FormatError when it is not fastText's text format.
[[nodiscard]] WordClusters cluster_words(const std::filesystem::path& vectors, const ClusterOptions& options);

}  // namespace isnad::train
