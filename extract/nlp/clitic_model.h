#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace isnad::nlp {

/// What the clitic segmenter has learnt: weights of hashed features, and how often word forms occur in raw text.
///
/// `docs/model_format.md` gives the file byte by byte.
struct CliticModel {
  static constexpr std::uint32_t kVersion = 1;

  /// Both tables have 2^bits entries.
  std::uint32_t weight_bits = 0;
  std::uint32_t count_bits = 0;
  /// Weights in units that cancel out: only their order matters.
  std::vector<std::int8_t> weights;
  /// Two entries a byte: log2 of the count of a word form, 0 to 15; a form has two entries, of which the lesser counts.
  std::vector<std::uint8_t> counts;
  /// xxh64 of the file's payload, for fingerprints; 0 before it was stored.
  std::uint64_t checksum = 0;

  [[nodiscard]] int weight(std::uint64_t feature) const { return weights[feature >> (64 - weight_bits)]; }

  /// Returns: log2 of how often a form with this hash was seen, rounded up, 0 when never.
  [[nodiscard]] unsigned log_count(std::uint64_t form_hash) const;

  /// Notes that a form with this hash was seen 2^`log_count` times.
  void set_log_count(std::uint64_t form_hash, unsigned log_count);

  /// Throws: IoError when the file cannot be read; ModelError, naming the file, when it is no model of this version, is
  /// truncated, or its checksum is wrong.
  [[nodiscard]] static CliticModel load(const std::filesystem::path& path);

  /// Throws: IoError.
  void save(const std::filesystem::path& path) const;
};

}  // namespace isnad::nlp
