#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"

namespace isnad {

enum class DecisionKind : std::uint8_t {
  /// One entity is another.
  kMerge,
  /// A name means an entity, wherever it stands.
  kAlias,
  /// A name is somebody of its own.
  kSplit,
  /// As kMerge, found by comparing the names of all documents: see extract/who/identity.h.
  kIdentity,
};

/// The rules of kIdentity: a name written in Arabic and in Latin letters, and one name spelt in two ways in one script.
inline constexpr const char* kTransliterationRule = "transliteration";
inline constexpr const char* kVariantRule = "variant";

/// Returns: `merge`, `alias`, `split`, `identity`.
[[nodiscard]] std::string_view to_string(DecisionKind kind);

/// What an analyst (or, for kIdentity, a rule over all documents) says about who is who, over what documents say by themselves.
struct Decision {
  DecisionKind kind = DecisionKind::kMerge;
  /// kMerge, kIdentity: the entity that is given up. kSplit: whom the name is taken from; empty: whomever. kAlias: empty.
  EntityKey from;
  /// Who is meant; of kSplit the entity of its own.
  EntityKey into;
  /// kAlias, kSplit: the name that is spoken of. kMerge, kIdentity: what the entity given up was called, for people. No mentions.
  Alias name;
  /// What `into` is where a document does not say.
  EntityType type = EntityType::kMisc;
  /// Canonical names of `into` by then, at most one a language, ordered by language, without mentions.
  std::vector<Alias> into_names;
  /// In percent.
  std::uint8_t score = 100;
  /// kIdentity: by which rule, kTransliterationRule or kVariantRule. Of an analyst's decision empty.
  std::string rule;
  /// kIdentity: what the rule went by, for people; may be empty.
  std::string evidence;

  /// Returns: true for kAlias and kSplit.
  [[nodiscard]] bool is_about_name() const { return kind == DecisionKind::kAlias || kind == DecisionKind::kSplit; }

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// The decisions in force. What they make of a document depends on the document and on their set alone: not on the order in
/// which they were made, nor on other documents.
///
/// Threads: immutable once made.
class Decisions {
 public:
  Decisions() = default;

  /// Keeps one decision for each entity given up (kMerge before kIdentity), and one for each name and whom it is taken from
  /// (the last in `decisions`). A kIdentity that would close a circle or lead on from or to another kIdentity is left out (weak
  /// links make no chains; several may name one entity, whom the rule then found alike by pairs), and one of somebody whom a kSplit made.
  /// Throws: Error when kMerges go in a circle.
  explicit Decisions(std::vector<Decision> decisions);

  [[nodiscard]] bool empty() const { return decisions_.empty(); }

  /// Ordered by kind, key of the name, entity given up.
  [[nodiscard]] const std::vector<Decision>& all() const { return decisions_; }

  /// Returns: who stands for the entity now, itself unless it was merged.
  [[nodiscard]] EntityKey resolve(const EntityKey& key) const;

  /// Returns: the decision that gives up `key`; null when none does.
  [[nodiscard]] const Decision* merge_of(const EntityKey& key) const;

  /// Returns: the decision that says whom the name, which the document takes for `key`, means; null when none does.
  [[nodiscard]] const Decision* rule_for(std::string_view name_key, const EntityKey& key) const;

  /// Returns: false only when `apply` would change nothing.
  /// Cost: a look-up for each entity and alias.
  [[nodiscard]] bool touches(const std::vector<Entity>& entities) const;

  /// What the document gives once the decisions are heeded: mentions, slots and speakers mean other entities, which take over
  /// names and counts. Nothing else changes. Mentions that change say so in rule and evidence.
  [[nodiscard]] Extraction apply(const Extraction& said) const;

  friend bool operator==(const Decisions& a, const Decisions& b) { return a.decisions_ == b.decisions_; }

 private:
  std::vector<Decision> decisions_;
  std::map<EntityKey, std::size_t> merges_;
  std::multimap<std::string, std::size_t, std::less<>> names_;
  /// Entities that some decision leads to.
  std::multimap<EntityKey, std::size_t> leads_to_;

  friend class DecisionApplication;
};

/// Returns: whom a mention means by itself, before a decision moved it (`Decisions::apply` says so in its evidence); else its entity.
[[nodiscard]] EntityKey undecided_entity(const Mention& mention);

}  // namespace isnad
