#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/ids.h"
#include "store/rows.h"
#include "store/value_codec.h"

namespace isnad::store {

/// The claims of a document as bytes that no database has a part in: what they share (slots, labels, chains of speakers) stands
/// once, entities and dictionary words are named by their places in two lists.
struct EncodedClaims {
  /// Each once, in the order of their first use.
  std::vector<EntityKey> entities;
  std::vector<std::string> words;
  std::string body;
};

/// `claims`: with their places, ascending. `text`: the document's; words of slots are left out where it gives them.
[[nodiscard]] EncodedClaims encode_claims(const std::vector<std::pair<ClaimPlace, const Claim*>>& claims, std::string_view text);

/// Returns: the row of table `claims`.
[[nodiscard]] std::string encode_claim_list(const EncodedClaims& claims, const NumberOf& number_of,
                                            const WordNumberOf& number_of_word);

/// Returns: the words that the row of table `claims` has. Throws: CorruptionError. Cost: reads the beginning of the row.
[[nodiscard]] std::vector<WordNumber> words_of_claim_list(std::string_view bytes);

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
    float confidence = 0;
    std::uint32_t rule = 0;
    std::array<std::uint32_t, 3> slots = {};
    std::uint32_t date = 0;
    std::uint32_t chain = 0;
  };

  struct Columns;

  void read_slots(Columns& columns);
  void read_tables(Columns& columns);
  void read_claims(Columns& columns);
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
  std::vector<Row> claims_;
};

}  // namespace isnad::store
