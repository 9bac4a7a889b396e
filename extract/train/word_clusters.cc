#include "extract/train/word_clusters.h"

#include <Eigen/Core>
#include <algorithm>
#include <fstream>
#include <numeric>
#include <random>
#include <sstream>

#include "graph/model/error.h"

namespace isnad::train {

namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

struct Vectors {
  std::vector<std::string> words;
  /// [words x dimensions], rows of length 1.
  Matrix rows;
};

Vectors read_vectors(const std::filesystem::path& path, std::size_t most_words) {
  std::ifstream in(path);
  if (!in) throw IoError(path.string() + ": cannot be opened");
  std::size_t words = 0;
  Eigen::Index dimensions = 0;
  std::string line;
  std::getline(in, line);
  if (!(std::istringstream(line) >> words >> dimensions) || dimensions < 1)
    throw FormatError(path.string(), 1, "not the number of words and dimensions");
  Vectors out;
  out.rows.resize(static_cast<Eigen::Index>(std::min(words, most_words)), dimensions);
  for (Eigen::Index row = 0; row < out.rows.rows(); ++row) {
    if (!std::getline(in, line)) throw FormatError(path.string(), static_cast<std::uint64_t>(row) + 2, "fewer words than announced");
    std::istringstream columns(line);
    std::string word;
    columns >> word;
    for (Eigen::Index k = 0; k < dimensions; ++k) columns >> out.rows(row, k);
    if (!columns) throw FormatError(path.string(), static_cast<std::uint64_t>(row) + 2, "not a word and its vector");
    out.words.push_back(std::move(word));
  }
  out.rows.rowwise().normalize();
  return out;
}

/// Returns: for each row the nearest of `count` centres, which `centres` gets.
std::vector<std::size_t> k_means(const Matrix& rows, std::size_t count, int rounds, std::mt19937& random, Matrix& centres) {
  std::vector<Eigen::Index> order(static_cast<std::size_t>(rows.rows()));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[random() % k]);
  count = std::min(count, order.size());
  centres.resize(static_cast<Eigen::Index>(count), rows.cols());
  for (std::size_t k = 0; k < count; ++k) centres.row(static_cast<Eigen::Index>(k)) = rows.row(order[k]);
  std::vector<std::size_t> nearest(order.size());
  for (int round = 0; round < rounds; ++round) {
    constexpr Eigen::Index kBlock = 4096;
    Matrix sums = Matrix::Zero(centres.rows(), centres.cols());
    for (Eigen::Index begin = 0; begin < rows.rows(); begin += kBlock) {
      const Eigen::Index size = std::min(kBlock, rows.rows() - begin);
      const Matrix likeness = rows.middleRows(begin, size) * centres.transpose();
      for (Eigen::Index k = 0; k < size; ++k) {
        Eigen::Index best = 0;
        likeness.row(k).maxCoeff(&best);
        nearest[static_cast<std::size_t>(begin + k)] = static_cast<std::size_t>(best);
        sums.row(best) += rows.row(begin + k);
      }
    }
    for (Eigen::Index k = 0; k < sums.rows(); ++k) {
      // A centre that has lost all its words starts again at one of them.
      if (sums.row(k).norm() < 1e-6F) sums.row(k) = rows.row(static_cast<Eigen::Index>(random() % order.size()));
    }
    sums.rowwise().normalize();
    centres = sums;
  }
  return nearest;
}

}  // namespace

WordClusters cluster_words(const std::filesystem::path& vectors, const ClusterOptions& options) {
  Vectors read = read_vectors(vectors, options.most_words);
  std::mt19937 random(options.seed);
  Matrix centres;
  WordClusters out;
  out.fine = k_means(read.rows, options.fine, options.rounds, random, centres);
  Matrix top;
  const std::vector<std::size_t> above = k_means(centres, options.coarse, options.rounds, random, top);
  const std::vector<std::size_t> between = k_means(centres, options.middle, options.rounds, random, top);
  for (const std::size_t group : out.fine) {
    out.middle.push_back(between[group]);
    out.coarse.push_back(above[group]);
  }
  out.words = std::move(read.words);
  return out;
}

}  // namespace isnad::train
