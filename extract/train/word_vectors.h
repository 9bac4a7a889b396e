#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace isnad::train {

struct VectorOptions {
  std::size_t dimensions = 100;
  /// Words met less often have no vector.
  std::size_t least_count = 3;
  /// At most so many words, the commonest.
  std::size_t most_words = 150000;
  /// Neighbours are told apart only when they are among so many commonest words.
  std::size_t contexts = 5000;
  /// Rounds of subspace iteration.
  int rounds = 4;
  std::uint32_t seed = 1;
};

struct WordVectors {
  /// The commonest first.
  std::vector<std::string> words;
  /// [words x dimensions]
  Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> rows;

  /// In fastText's text format.
  void write(std::ostream& out) const;
};

/// Learns vectors of words from the two words before and the two behind each occurrence: a truncated singular value decomposition of the
/// positive pointwise mutual information of words and places beside them.
///
/// Requires: a sentence a line, a blank between words.
/// Cost: 8 bytes for every four neighbours; minutes for twenty million words.
/// Source: Levy, Goldberg, Dagan 2015, doi:10.1162/tacl_a_00134; Halko, Martinsson, Tropp 2011, doi:10.1137/090771806.
[[nodiscard]] WordVectors learn_vectors(std::istream& sentences, const VectorOptions& options);

}  // namespace isnad::train
