#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "graph/model/claim.h"

namespace isnad::testing {

/// Makes extractions that keep every promise of graph/model, with every field in use: few actors, so that documents share
/// them, and many accidents (no date, no entity, elided subjects, passive claims, nested speakers, names in one language).
class RandomExtractions {
 public:
  struct Options {
    int documents = 20;
    int entities = 12;
    int max_sentences = 4;
    int max_claims_a_sentence = 3;
  };

  explicit RandomExtractions(std::uint32_t seed) : RandomExtractions(seed, Options()) {}
  RandomExtractions(std::uint32_t seed, const Options& options) : random_(seed), options_(options) {}

  /// Some version of some document.
  Extraction next() { return next(below(options_.documents)); }

  /// Some version of the document with that number, `doc/<number>` or the like.
  Extraction next(int document);

  /// Returns: a number in [0, end).
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

  [[nodiscard]] static DocumentId document_id(int document);
  [[nodiscard]] static EntityKey entity_key(int entity);

 private:
  bool one_in(int n) { return below(n) == 0; }
  std::string words(int count);
  Span span_in(Span sentence, const std::string& text);
  Entity entity(int number);
  Slot slot(const Extraction& extraction, std::uint32_t sentence);

  std::mt19937 random_;
  Options options_;
};

}  // namespace isnad::testing
