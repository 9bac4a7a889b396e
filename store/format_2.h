#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/ids.h"
#include "store/byte_reader.h"
#include "store/rows.h"
#include "store/value_codec.h"

namespace isnad::store::format_2 {

// What only databases of format 2 have, for their migration.

/// A row of table `claims`, read once, whose claims are made one by one.
class ClaimList {
 public:
  /// Lifetime: `bytes`, `text` (the document's) and both functions must outlive the list.
  /// Throws: CorruptionError for bytes that no encoder made.
  ClaimList(std::string_view bytes, std::string_view text, const KeyOf& key_of, const WordOf& word_of);

  [[nodiscard]] std::size_t size() const { return claims_.size(); }

  /// Of the claim within its document (`document` is 0), ascending.
  [[nodiscard]] const ClaimPlace& place(std::size_t i) const { return claims_[i].place; }

  /// Returns: the claim without id and document. Throws: CorruptionError.
  [[nodiscard]] Claim claim(std::size_t i) const;

 private:
  struct Relation {
    std::uint32_t word = 0;
    RelationType type = RelationType::kOther;
  };
  struct Link {
    std::uint32_t speaker = 0;
    std::uint32_t verb = 0;
  };
  struct Row {
    ClaimPlace place;
    std::uint8_t flags = 0;
    std::uint32_t relation = 0;
    std::uint32_t confidence = 0;
    std::uint32_t rule = 0;
    std::array<std::uint32_t, 3> slots = {};
    std::uint32_t date = 0;
    std::uint32_t chain = 0;
  };

  void read_slots(ByteReader& reader);
  void read_tables(ByteReader& reader);
  void read_claims(ByteReader& reader);
  [[nodiscard]] std::uint32_t below(ByteReader& reader, std::size_t end) const;
  [[nodiscard]] Slot slot(std::uint32_t i) const;
  [[nodiscard]] std::string word(std::uint32_t i) const;

  std::string_view text_;
  const KeyOf& key_of_;
  const WordOf& word_of_;
  std::vector<EntityNumber> entities_;
  std::vector<WordNumber> words_;
  /// Without their words, but for own ones; the entity apart, from 1.
  std::vector<std::pair<Slot, std::uint32_t>> slots_;
  std::vector<bool> own_words_;
  std::vector<Relation> relations_;
  std::vector<std::vector<Link>> chains_;
  std::vector<float> confidences_;
  std::vector<Row> claims_;
};

}  // namespace isnad::store::format_2
