#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/claim.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"
#include "store/database.h"
#include "store/value_codec.h"

namespace isnad::store {

/// Where a claim stands: its document, sentence and number within the sentence.
struct ClaimPlace {
  DocumentNumber document = 0;
  std::uint32_t sentence = 0;
  std::uint32_t number = 0;

  friend auto operator<=>(const ClaimPlace&, const ClaimPlace&) = default;
};

/// A row of a permutation: a claim reduced to numbers. Source and target are 0 where the slot names no entity.
struct Triple {
  EntityNumber source = 0;
  RelationType type = RelationType::kOther;
  EntityNumber target = 0;
  Polarity polarity = Polarity::kAffirmed;
  ClaimPlace place;
  /// `!Claim::subject_is_source`.
  bool object_is_source = false;
  std::string event_date;

  /// Returns: whether it counts for an edge.
  [[nodiscard]] bool is_edge() const { return source != 0 && target != 0 && source != target; }
  [[nodiscard]] bool same_edge(const Triple& other) const {
    return source == other.source && type == other.type && target == other.target && polarity == other.polarity;
  }
};

[[nodiscard]] ClaimId claim_id(const DocumentId& document, std::uint32_t sentence, std::uint32_t number);

/// Returns: the place within its document (`document` is 0); nothing unless the id is `<document>#<sentence>#<number>`.
[[nodiscard]] std::optional<ClaimPlace> place_of(const ClaimId& id, const DocumentId& document);

/// Returns: the document's part of a claim's id; nothing when it has not the shape of one.
[[nodiscard]] std::optional<DocumentId> document_of(const ClaimId& id);

[[nodiscard]] std::string document_key(DocumentNumber number);

// Rows of table `numbers`: a letter, then what is looked up.
[[nodiscard]] std::string number_of_entity_key(const EntityKey& entity);
[[nodiscard]] std::string entity_of_number_key(EntityNumber number);
[[nodiscard]] std::string name_of_document_key(DocumentNumber number);
[[nodiscard]] std::string number_of_word_key(std::string_view word);
[[nodiscard]] std::string word_of_number_key(WordNumber number);
inline constexpr std::string_view kNumberOfEntity = "E";
inline constexpr std::string_view kEntityOfNumber = "e";
inline constexpr std::string_view kNameOfDocument = "d";
inline constexpr std::string_view kNumberOfWord = "W";
inline constexpr std::string_view kWordOfNumber = "w";

[[nodiscard]] std::string encode_number(std::uint32_t number);
[[nodiscard]] std::uint32_t decode_number(std::string_view bytes);

[[nodiscard]] std::string alias_key(std::string_view name_key, const EntityKey& entity);

[[nodiscard]] Triple triple_of(const Claim& claim, const ClaimPlace& place, const NumberOf& number_of);

/// Requires: kSpo, kPos or kOsp.
[[nodiscard]] std::string triple_key(Table permutation, const Triple& triple);
[[nodiscard]] std::string triple_value(const Triple& triple);
/// What counting needs of a row of kSpo: all but where in its document the claim stands, and when.
struct EdgeRow {
  EntityNumber source = 0;
  RelationType type = RelationType::kOther;
  EntityNumber target = 0;
  Polarity polarity = Polarity::kAffirmed;
  DocumentNumber document = 0;

  /// As `Triple::is_edge`.
  [[nodiscard]] bool is_edge() const { return source != 0 && target != 0 && source != target; }
};

/// Cost: a quarter of `decode_triple`'s.
[[nodiscard]] EdgeRow decode_edge_row(std::string_view spo_key);

[[nodiscard]] Triple decode_triple(Table permutation, std::string_view key, std::string_view value);

/// Calls `row` for each row that finds the claim: permutations, and one in `speakers` for each entity that speaks.
///
/// A claim stands in kSpo when its source is an entity, in kOsp when its target is, in kPos always.
void for_each_index_row(const Claim& claim, const ClaimPlace& place, const NumberOf& number_of,
                        const std::function<void(Table table, std::string_view key, std::string_view value)>& row);

/// Returns: how all rows of an entity begin in kSpo (as source), kOsp (as target) and kSpeakers.
[[nodiscard]] std::string entity_prefix(EntityNumber entity);

/// Returns: how the rows of the triple's edge begin in kSpo.
[[nodiscard]] std::string edge_prefix(const Triple& triple);

/// Returns: the place in a row of `speakers`.
[[nodiscard]] ClaimPlace decode_speaker_key(std::string_view key);

}  // namespace isnad::store
