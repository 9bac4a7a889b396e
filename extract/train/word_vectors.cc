#include "extract/train/word_vectors.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <array>
#include <cmath>
#include <istream>
#include <limits>
#include <ostream>
#include <random>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace isnad::train {

namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
/// Ends the sentences; a neighbour as others are.
constexpr std::uint32_t kBorder = kNone - 1;
constexpr std::array<int, 4> kPlaces = {-2, -1, 1, 2};

/// Sentences as numbers of words, `kBorder` behind each.
struct Text {
  std::vector<std::string> words;
  std::vector<std::uint32_t> numbers;
};

/// Calls `take` with each word of the line.
template <class Take>
void for_each_word(std::string_view line, const Take& take) {
  while (!line.empty()) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    if (blank > 0) take(line.substr(0, blank));
    line.remove_prefix(std::min(blank + 1, line.size()));
  }
}

Text read_text(std::istream& sentences, const VectorOptions& options) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::pair<std::size_t, std::string>> counted;
  Text text;
  std::string key;
  for (std::string line; std::getline(sentences, line);) {
    for_each_word(line, [&](std::string_view word) {
      key = word;
      const auto [found, is_new] = numbers.try_emplace(key, static_cast<std::uint32_t>(counted.size()));
      if (is_new) counted.emplace_back(0, key);
      ++counted[found->second].first;
      text.numbers.push_back(found->second);
    });
    text.numbers.push_back(kBorder);
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t k = 0; k < counted.size(); ++k) {
    if (counted[k].first >= options.least_count) order.push_back(k);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return counted[a].first != counted[b].first ? counted[a].first > counted[b].first : counted[a].second < counted[b].second;
  });
  order.resize(std::min(order.size(), options.most_words));
  std::vector<std::uint32_t> renumbered(counted.size(), kNone);
  for (std::uint32_t k = 0; k < order.size(); ++k) {
    renumbered[order[k]] = k;
    text.words.push_back(counted[order[k]].second);
  }
  for (std::uint32_t& number : text.numbers) {
    if (number != kBorder) number = renumbered[number];
  }
  return text;
}

/// A sparse matrix, row by row.
struct Sparse {
  std::vector<std::size_t> begins{0};
  std::vector<std::uint32_t> columns;
  std::vector<float> values;
  Eigen::Index width = 0;

  [[nodiscard]] Eigen::Index height() const { return static_cast<Eigen::Index>(begins.size()) - 1; }

  [[nodiscard]] Matrix times(const Matrix& right) const {
    Matrix out = Matrix::Zero(height(), right.cols());
    for (Eigen::Index row = 0; row < height(); ++row) {
      for (std::size_t k = begins[static_cast<std::size_t>(row)]; k < begins[static_cast<std::size_t>(row) + 1]; ++k)
        out.row(row) += values[k] * right.row(columns[k]);
    }
    return out;
  }

  [[nodiscard]] Matrix transposed_times(const Matrix& right) const {
    Matrix out = Matrix::Zero(width, right.cols());
    for (Eigen::Index row = 0; row < height(); ++row) {
      for (std::size_t k = begins[static_cast<std::size_t>(row)]; k < begins[static_cast<std::size_t>(row) + 1]; ++k)
        out.row(columns[k]) += values[k] * right.row(row);
    }
    return out;
  }
};

/// Returns: how often each word stands beside each context at each place, weighed: word by word, columns in order.
Sparse count_contexts(const Text& text, const VectorOptions& options) {
  const auto contexts = static_cast<std::uint32_t>(std::min(options.contexts, text.words.size()));
  const std::uint32_t each = contexts + 1;
  std::vector<std::uint64_t> pairs;
  pairs.reserve(text.numbers.size() * 2);
  for (std::size_t i = 0; i < text.numbers.size(); ++i) {
    const std::uint32_t word = text.numbers[i];
    if (word == kNone || word == kBorder) continue;
    for (std::uint32_t place = 0; place < kPlaces.size(); ++place) {
      const auto at = static_cast<std::ptrdiff_t>(i) + kPlaces[place];
      if (at < 0 || at >= static_cast<std::ptrdiff_t>(text.numbers.size())) continue;
      std::uint32_t context = text.numbers[static_cast<std::size_t>(at)];
      // Beyond the border stands another sentence.
      const bool is_far = kPlaces[place] == -2 || kPlaces[place] == 2;
      if (is_far && text.numbers[static_cast<std::size_t>(at + (kPlaces[place] < 0 ? 1 : -1))] == kBorder) continue;
      if (context == kBorder) context = contexts;
      if (context >= each) continue;
      pairs.push_back(std::uint64_t{word} << 32U | (place * each + context));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  Sparse matrix;
  matrix.width = static_cast<Eigen::Index>(kPlaces.size()) * each;
  std::vector<double> of_context(static_cast<std::size_t>(matrix.width), 0);
  std::vector<double> of_word(text.words.size(), 0);
  for (std::size_t k = 0; k < pairs.size();) {
    std::size_t end = k + 1;
    while (end < pairs.size() && pairs[end] == pairs[k]) ++end;
    const auto word = static_cast<std::size_t>(pairs[k] >> 32U);
    const auto column = static_cast<std::uint32_t>(pairs[k]);
    while (matrix.begins.size() <= word) matrix.begins.push_back(matrix.values.size());
    const auto count = static_cast<double>(end - k);
    matrix.columns.push_back(column);
    matrix.values.push_back(static_cast<float>(count));
    of_word[word] += count;
    of_context[column] += count;
    k = end;
  }
  while (matrix.begins.size() <= text.words.size()) matrix.begins.push_back(matrix.values.size());
  // Rare contexts are made commoner than they are, for the information of rare pairs is overestimated.
  double total = 0;
  for (double& count : of_context) {
    count = std::pow(count, 0.75);
    total += count;
  }
  for (std::size_t word = 0; word < text.words.size(); ++word) {
    for (std::size_t k = matrix.begins[word]; k < matrix.begins[word + 1]; ++k) {
      const double count = static_cast<double>(matrix.values[k]);
      const double information = std::log(count * total / (of_word[word] * of_context[matrix.columns[k]]));
      matrix.values[k] = static_cast<float>(std::max(information, 0.0) * count / (count + 1));
    }
  }
  return matrix;
}

/// Makes the columns orthogonal and of length 1.
void orthonormalise(Matrix& columns) {
  // Cholesky of the small product would do, but for columns that are nearly alike.
  const Eigen::HouseholderQR<Eigen::MatrixXf> qr{Eigen::MatrixXf(columns)};
  columns = qr.householderQ() * Eigen::MatrixXf::Identity(columns.rows(), columns.cols());
}

}  // namespace

void WordVectors::write(std::ostream& out) const {
  out << words.size() << ' ' << rows.cols() << '\n';
  for (std::size_t k = 0; k < words.size(); ++k) {
    out << words[k];
    for (Eigen::Index d = 0; d < rows.cols(); ++d) out << ' ' << rows(static_cast<Eigen::Index>(k), d);
    out << '\n';
  }
}

WordVectors learn_vectors(std::istream& sentences, const VectorOptions& options) {
  Text text = read_text(sentences, options);
  const Sparse matrix = count_contexts(text, options);
  const auto dimensions = static_cast<Eigen::Index>(std::min({options.dimensions, static_cast<std::size_t>(matrix.width), text.words.size()}));
  // Some more directions than wanted make the wanted ones exact.
  const Eigen::Index directions = std::min({dimensions + 10, matrix.width, matrix.height()});
  std::mt19937 random(options.seed);
  Matrix basis(matrix.width, directions);
  for (Eigen::Index row = 0; row < basis.rows(); ++row) {
    for (Eigen::Index k = 0; k < directions; ++k) basis(row, k) = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
  }
  for (int round = 0; round < options.rounds; ++round) {
    orthonormalise(basis);
    basis = matrix.transposed_times(matrix.times(basis));
  }
  orthonormalise(basis);
  const Matrix projected = matrix.times(basis);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXf> solver(Eigen::MatrixXf(projected.transpose() * projected));
  // Largest last. Rows are U sqrt(S): projected * V = U S.
  const Eigen::MatrixXf top = solver.eigenvectors().rightCols(dimensions);
  const Eigen::VectorXf scales = solver.eigenvalues().tail(dimensions).cwiseMax(1e-12F).array().pow(-0.25F);
  WordVectors out;
  out.rows = projected * top * scales.asDiagonal();
  out.words = std::move(text.words);
  return out;
}

}  // namespace isnad::train
