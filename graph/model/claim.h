#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"
#include "graph/model/span.h"

namespace isnad {

enum class Polarity : std::uint8_t { kAffirmed, kDenied };
enum class Modality : std::uint8_t { kFact, kFuture, kPossible, kNecessary };

/// Returns: `affirmed`, `denied`.
[[nodiscard]] std::string_view to_string(Polarity polarity);
/// Returns: `fact`, `future`, `possible`, `necessary`.
[[nodiscard]] std::string_view to_string(Modality modality);
[[nodiscard]] std::optional<Modality> modality_from(std::string_view name);

/// The words of a subject, relation or object.
struct Slot {
  /// Its words in the order of the text, joined by single spaces; clitics stand as in the text.
  std::string text;
  /// Where the words stand, in text order, disjoint, never touching. An elided subject has the spans of its antecedent.
  std::vector<Span> spans;
  /// Where the words stand that matter most (the head word), for linking and highlighting; empty when the slot is.
  Span head;
  /// The node that the slot names; nothing when it names none.
  std::optional<EntityKey> entity;
  /// True when the sentence leaves the words out and they come from an antecedent.
  bool elided = false;
};

/// One link in the chain of who reported what.
struct Attribution {
  Slot speaker;
  /// The word of saying, as lemma; empty for `according to` and headline colons.
  std::string verb;
};

/// A subject–relation–object statement of one sentence, with who says so. What every edge is made of.
struct Claim {
  ClaimId id;
  DocumentId document;
  /// Index into `Extraction::sentences`.
  std::uint32_t sentence = 0;
  Slot subject;
  Slot relation;
  Slot object;
  /// Dictionary form with particle or preposition: `اتهم`, `سيطر على`, `accuse`, `=is` for a bare apposition or copula.
  std::string relation_lemma;
  /// English gloss in the present tense for a diagram: `accuses`; the same as the type's when the lexicon has none.
  std::string label_en;
  std::string label_ar;
  RelationType type = RelationType::kOther;
  /// False when the relation's source is the object (passives, `according to` frames): an edge then runs object to subject.
  bool subject_is_source = true;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  /// Innermost speaker first; empty when the article itself says it.
  std::vector<Attribution> attribution;
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when the text gives none.
  std::string event_date;
  /// In (0, 1].
  float confidence = 1.0F;
  /// The extraction rule, for `--explain`.
  std::string rule;
};

/// Returns: true for a claim that no predicate of the sentence states but its wording implies: the Turkish delegation belongs to
/// Turkey, whoever says that A attacked B accuses A. Edges count such claims; lists of what a text states leave them out.
[[nodiscard]] bool is_implied(const Claim& claim);

/// Returns: true for a deed of conflict that its sentence only mentions: background, a general remark, a fear. It ties its actors like any
/// other, but is no event of the day.
[[nodiscard]] bool is_mentioned(const Claim& claim);

/// Makes a claim one that its sentence only mentions: a part of its rule says so.
void mark_mentioned(Claim& claim);

/// All that one document gives to the graph; the unit that the store adds and deletes.
struct Extraction {
  Document document;
  std::vector<SentenceSpan> sentences;
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
  std::vector<Claim> claims;
  /// Syntactic words that were analysed.
  std::uint64_t words = 0;
  /// Name and version of what made it, the same for one build of the program and its models.
  std::string extractor;
};

}  // namespace isnad
