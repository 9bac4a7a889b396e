// Learns how Arabic letters are written in Latin ones, from pairs of names, by expectation and maximisation over all ways to cut
// both into pieces. Prints the table of `extract/lexicon/who/transliteration.tsv`, or says how well the shipped one works.
//
//   isnad-train-transliteration learn PAIRS.tsv > transliteration.tsv
//   isnad-train-transliteration test PAIRS.tsv
//
// PAIRS.tsv: a Latin word, a tab, the letters of an Arabic word with blanks between, a tab, how often (ignored). Every tenth line
// is kept for the test.
// Source: Jiampojamarn, Kondrak and Sherif (2007), "Applying many-to-many alignments and hidden Markov models to letter-to-phoneme
// conversion", NAACL-HLT.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/who/transliteration.h"
#include "graph/model/error.h"

namespace {

using isnad::who::Transliteration;

struct Pair {
  std::string arabic;
  std::string latin;
  bool held_out = false;
};

std::vector<Pair> read_pairs(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw isnad::IoError(path + ": cannot be read");
  std::vector<Pair> pairs;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line); ++number) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) throw isnad::FormatError(path, number + 1, "two columns are needed");
    const std::size_t end = line.find('\t', tab + 1);
    std::string joined;
    for (const char c : line.substr(tab + 1, end == std::string::npos ? end : end - tab - 1)) {
      if (c != ' ') joined += c;
    }
    const auto arabic = isnad::who::name_words(joined);
    const auto latin = isnad::who::name_words(line.substr(0, tab));
    // Names of one word of plain letters.
    if (arabic.size() != 1 || latin.size() != 1 || latin[0].size() < 2 || arabic[0].size() < 4 || arabic[0].size() % 2 != 0) continue;
    if (!std::all_of(latin[0].begin(), latin[0].end(), [](char c) { return c >= 'a' && c <= 'z'; })) continue;
    pairs.push_back({arabic[0], latin[0], number % 10 == 9});
  }
  return pairs;
}

/// Up to four Arabic bytes and three Latin ones as one number: rounds over millions of pieces need no strings.
using Piece = std::uint64_t;
using Pieces = std::unordered_map<Piece, double>;

Piece piece_of(std::string_view arabic, std::string_view latin) {
  Piece piece = 0;
  for (std::size_t i = 0; i < 4; ++i) piece = piece << 8U | (i < arabic.size() ? static_cast<unsigned char>(arabic[i]) : 0U);
  for (std::size_t i = 0; i < 3; ++i) piece = piece << 8U | (i < latin.size() ? static_cast<unsigned char>(latin[i]) : 0U);
  return piece;
}

std::pair<std::string, std::string> spelled(Piece piece) {
  std::pair<std::string, std::string> out;
  for (int i = 6; i >= 0; --i) {
    const auto byte = static_cast<char>(static_cast<unsigned char>(piece >> (8U * static_cast<unsigned>(i))));
    if (byte != 0) (i >= 3 ? out.first : out.second) += byte;
  }
  return out;
}

/// All ways to cut both words: forward and backward sums.
class Lattice {
 public:
  Lattice(const Pieces& weights, const Pair& pair) : weights_(weights), pair_(pair), rows_(pair.arabic.size() / 2), columns_(pair.latin.size()) {
    forward_.assign((rows_ + 1) * (columns_ + 1), 0);
    backward_ = forward_;
    forward_[0] = 1;
    for (std::size_t i = 0; i <= rows_; ++i) {
      for (std::size_t k = 0; k <= columns_; ++k) {
        for_each_piece(i, k, [&](std::size_t to, double weight, const auto&) { forward_[to] += forward_[cell(i, k)] * weight; });
      }
    }
    backward_.back() = 1;
    for (std::size_t i = rows_ + 1; i-- > 0;) {
      for (std::size_t k = columns_ + 1; k-- > 0;) {
        for_each_piece(i, k, [&](std::size_t to, double weight, const auto&) { backward_[cell(i, k)] += backward_[to] * weight; });
      }
    }
  }

  void count(Pieces& counts) const {
    const double total = forward_.back();
    if (!(total > 0)) return;
    for (std::size_t i = 0; i <= rows_; ++i) {
      for (std::size_t k = 0; k <= columns_; ++k) {
        for_each_piece(i, k, [&](std::size_t to, double weight, const auto& piece) {
          counts[piece] += forward_[cell(i, k)] * weight * backward_[to] / total;
        });
      }
    }
  }

 private:
  [[nodiscard]] std::size_t cell(std::size_t i, std::size_t k) const { return i * (columns_ + 1) + k; }

  template <class Take>
  void for_each_piece(std::size_t i, std::size_t k, const Take& take) const {
    for (std::size_t a = 0; a <= 2 && i + a <= rows_; ++a) {
      for (std::size_t l = 0; l <= 3 && k + l <= columns_; ++l) {
        // Two letters of each are two pieces; nothing is no piece.
        if (a + l == 0 || (a == 2 && l != 1 && l != 2) || (a == 0 && l > 1)) continue;
        const Piece piece = piece_of(std::string_view(pair_.arabic).substr(i * 2, a * 2), std::string_view(pair_.latin).substr(k, l));
        const auto weight = weights_.find(piece);
        if (weight != weights_.end()) take(cell(i + a, k + l), weight->second, piece);
      }
    }
  }

  const Pieces& weights_;
  const Pair& pair_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> forward_;
  std::vector<double> backward_;
};

/// Every piece that occurs, alike.
Pieces first_weights(const std::vector<Pair>& pairs) {
  Pieces weights;
  for (const Pair& pair : pairs) {
    if (pair.held_out) continue;
    for (std::size_t i = 0; i <= pair.arabic.size() / 2; ++i) {
      for (std::size_t k = 0; k <= pair.latin.size(); ++k) {
        for (std::size_t a = 0; a <= 2 && (i + a) * 2 <= pair.arabic.size(); ++a) {
          for (std::size_t l = 0; l <= 3 && k + l <= pair.latin.size(); ++l) {
            if (a + l == 0) continue;
            weights[piece_of(std::string_view(pair.arabic).substr(i * 2, a * 2), std::string_view(pair.latin).substr(k, l))] =
                a == 1 && l == 1 ? 0.02 : 0.002;
          }
        }
      }
    }
  }
  return weights;
}

void learn(const std::vector<Pair>& pairs) {
  constexpr int kRounds = 8;
  constexpr double kLeast = 1e-5;
  Pieces weights = first_weights(pairs);
  for (int round = 0; round < kRounds; ++round) {
    Pieces counts;
    for (const Pair& pair : pairs) {
      if (!pair.held_out) Lattice(weights, pair).count(counts);
    }
    double total = 0;
    for (const auto& [piece, count] : counts) total += count;
    weights.clear();
    for (const auto& [piece, count] : counts) {
      if (count / total > kLeast) weights[piece] = count / total;
    }
    std::fprintf(stderr, "round %d: %zu pieces\n", round + 1, weights.size());
  }
  // What a piece costs: how unlikely its Latin letters are where its Arabic ones stand.
  std::map<std::pair<std::string, std::string>, double> by_spelling;
  std::map<std::string, double> of_arabic;
  for (const auto& [piece, weight] : weights) {
    by_spelling[spelled(piece)] = weight;
    of_arabic[spelled(piece).first] += weight;
  }
  double all = 0;
  for (const auto& [arabic, weight] : of_arabic) all += weight;
  std::puts("#cost\tarabic\tlatin");
  std::puts("# How Arabic letters are written in Latin ones; transliteration.md says how it was learned. Thousandths of a natural logarithm.");
  for (const auto& [piece, weight] : by_spelling) {
    const double given = piece.first.empty() ? all : of_arabic[piece.first];
    const long cost = std::lround(-1000 * std::log(weight / given));
    std::printf("%ld\t%s\t%s\n", cost, piece.first.empty() ? "-" : piece.first.c_str(), piece.second.empty() ? "-" : piece.second.c_str());
  }
}

void test(const std::vector<Pair>& pairs) {
  const Transliteration model;
  std::vector<Pair> held;
  for (const Pair& pair : pairs) {
    if (pair.held_out) held.push_back(pair);
  }
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < held.size(); ++i) {
    for (const auto& key : isnad::who::consonant_keys({held[i].arabic})) by_key[key].push_back(i);
  }
  std::size_t keyed = 0;
  std::map<int, std::pair<std::size_t, std::size_t>> right_wrong;
  const std::vector<int> limits = {900, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 1800, 2000, 2500};
  for (const Pair& pair : held) {
    std::map<std::size_t, bool> near;
    for (const auto& key : isnad::who::consonant_keys({pair.latin})) {
      for (const std::size_t i : by_key[key]) near[i] = true;
    }
    bool own = false;
    for (const auto& [i, yes] : near) {
      const int distance = model.distance(held[i].arabic, pair.latin);
      const bool same = held[i].arabic == pair.arabic;
      own = own || same;
      for (const int limit : limits) {
        if (distance <= limit) ++(same ? right_wrong[limit].first : right_wrong[limit].second);
      }
    }
    keyed += own ? 1 : 0;
  }
  std::printf("%zu pairs kept for the test; %.2f %% share a key\n", held.size(), 100.0 * static_cast<double>(keyed) / static_cast<double>(held.size()));
  for (const auto& [limit, counts] : right_wrong) {
    const auto [right, wrong] = counts;
    std::printf("distance <= %d: recall %.2f %%, other words of the test taken for it %.3f a word\n", limit,
                100.0 * static_cast<double>(right) / static_cast<double>(held.size()), static_cast<double>(wrong) / static_cast<double>(held.size()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw isnad::UsageError("usage: isnad-train-transliteration learn|test PAIRS.tsv");
    const std::string_view what = argv[1];
    const auto pairs = read_pairs(argv[2]);
    if (what == "learn") {
      learn(pairs);
    } else if (what == "test") {
      test(pairs);
    } else {
      throw isnad::UsageError("usage: isnad-train-transliteration learn|test PAIRS.tsv");
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "isnad-train-transliteration: " << error.what() << '\n';
    return 1;
  }
}
