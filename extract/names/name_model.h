#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "extract/names/name_tags.h"
#include "extract/names/word_table.h"

namespace isnad::names {

/// What the recogniser of names has learnt, in whole numbers.
///
/// `docs/model_format.md` gives the file byte by byte.
struct NameModel {
  static constexpr std::uint32_t kVersion = 2;

  using Weights = std::array<std::int8_t, kTags>;

  /// How many units of the weights make one unit of log-likelihood.
  std::uint32_t scale = 1;
  /// [from * kTags + to]; row 0 serves the start of a sentence too.
  std::vector<std::int16_t> transitions = std::vector<std::int16_t>(kTags * kTags);
  /// A table with open addressing: `fingerprints[k]` is 0 where slot k is free.
  std::vector<std::uint16_t> fingerprints;
  std::vector<Weights> weights;
  WordTable words;
  /// xxh64 of the file's payload, for fingerprints; 0 before it was stored.
  std::uint64_t checksum = 0;

  /// Returns: the weights of a feature; null when the model does not know it.
  [[nodiscard]] const Weights* find(std::uint64_t feature) const;

  /// Makes a table of free slots.
  void reset(std::size_t slots);

  /// Requires: a slot stays free.
  void insert(std::uint64_t feature, const Weights& row);

  /// Throws: IoError when the file cannot be read; ModelError, naming the file, when it is no model of this version, is
  /// truncated, or its checksum is wrong.
  [[nodiscard]] static NameModel load(const std::filesystem::path& path);

  /// Returns: the checksum that the file's header states, unproved.
  /// Throws: IoError when the file cannot be read.
  [[nodiscard]] static std::uint64_t stated_checksum(const std::filesystem::path& path);

  /// Throws: IoError.
  void save(const std::filesystem::path& path) const;
};

}  // namespace isnad::names
