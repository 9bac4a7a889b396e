#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/entity.h"

namespace isnad::bench {

/// Draws 0, 1, 2, ... with probability falling as 1 / (rank + 1).
class Zipf {
 public:
  explicit Zipf(int size) {
    double sum = 0;
    for (int i = 0; i < size; ++i) sums_.push_back(sum += 1.0 / (i + 1));
  }
  template <class Random>
  int operator()(Random& random) const {
    const double at = std::uniform_real_distribution<double>(0, sums_.back())(random);
    return static_cast<int>(std::lower_bound(sums_.begin(), sums_.end(), at) - sums_.begin());
  }

 private:
  std::vector<double> sums_;
};

/// Documents of some 27 claims each, from a fixed seed.
class News {
 public:
  /// `text_file`: gives the text by its lines; without it words are drawn by Zipf's law.
  explicit News(const char* text_file);

  [[nodiscard]] Extraction next(int number);

  /// Returns: the actor that stands most often for 0, then next often, ...
  [[nodiscard]] static EntityKey key(int actor);

 private:
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }
  std::string line(int words);
  void add_sentence(Extraction& extraction);
  Entity entity(int actor);
  Slot slot(const Extraction& extraction, std::uint32_t sentence, int words, bool with_entity);
  void add_claims(Extraction& extraction, std::uint32_t sentence);

  std::mt19937 random_{20180218};
  std::vector<std::string> words_;
  std::vector<std::string> lines_;
  std::size_t next_line_ = 0;
  Zipf zipf_word_{30'000};
  Zipf zipf_actor_{50'000};
};

}  // namespace isnad::bench
