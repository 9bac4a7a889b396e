#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "extract/conllu/sentence.h"

namespace isnad::nlp {

/// Tells which treebank's texts a document resembles, so that its trees can follow that treebank's scheme.
///
/// A linear model over the words and pairs of words that occur in the document; `docs/model_format.md` gives the file byte by
/// byte. Threads: const methods are safe.
struct SchemeModel {
  static constexpr std::uint32_t kVersion = 1;

  struct Scheme {
    std::string name;
    float bias = 0;
    /// What one unit of a weight is worth.
    float scale = 0;
    /// 2^`weight_bits` of them.
    std::vector<std::int8_t> weights;
  };

  std::uint32_t weight_bits = 0;
  /// The scheme to follow in doubt.
  std::string fallback;
  /// What else there is.
  std::vector<Scheme> schemes;
  /// xxh64 of the file's payload, for fingerprints; 0 before it was stored.
  std::uint64_t checksum = 0;

  /// Returns: the features of the words of sentences, in ascending order, each as often as it occurs.
  [[nodiscard]] static std::vector<std::uint64_t> features(std::span<const conllu::Sentence* const> sentences);

  /// Returns: how likely the text with these features is one of the scheme's rather than of any other.
  [[nodiscard]] double probability(const Scheme& scheme, std::span<const std::uint64_t> features) const;

  /// Returns: the name of the scheme to follow: the likeliest when it is all but certain and the sentences have some 60 words,
  /// else the fallback, since a wrong scheme costs more than that one does.
  [[nodiscard]] const std::string& choose(std::span<const conllu::Sentence* const> sentences) const;

  /// Throws: IoError when the file cannot be read; ModelError, naming the file, when it is no model of this version, is
  /// truncated, or its checksum is wrong.
  [[nodiscard]] static SchemeModel load(const std::filesystem::path& path);

  /// Throws: IoError.
  void save(const std::filesystem::path& path) const;
};

}  // namespace isnad::nlp
