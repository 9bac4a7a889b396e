#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/ids.h"
#include "graph/model/span.h"

namespace isnad {

/// The kinds of entity that the annotation guidelines know.
enum class EntityType : std::uint8_t { kPerson, kOrganisation, kGpe, kLocation, kFacility, kNorp, kEvent, kMisc };

/// Returns: `PER ORG GPE LOC FAC NORP EVENT MISC`.
[[nodiscard]] std::string_view to_string(EntityType type);

/// Returns: the type of that name; nothing when there is none.
[[nodiscard]] std::optional<EntityType> entity_type_from(std::string_view name);

/// One string that stands for an entity.
struct Alias {
  std::string name;
  /// `name` folded for look-up (`text::name_key`): no case, diacritics, hamza or article.
  std::string key;
  /// `ar` or `en`.
  std::string lang;
  /// How many mentions in the contributing document(s) used it; 0 for names that only the lexicon gives.
  std::uint32_t mentions = 0;

  friend bool operator==(const Alias&, const Alias&) = default;
};

/// A node of the graph. What one document contributes and what the store has merged have the same shape.
struct Entity {
  EntityKey key;
  EntityType type = EntityType::kMisc;
  /// Canonical names; one of them may be empty when only the other language has named the entity.
  std::string name_ar;
  std::string name_en;
  /// True when the names come from the lexicon and outrank what documents say.
  bool from_lexicon = false;
  /// Every name, canonical ones included, ordered by (lang, name), each once.
  std::vector<Alias> aliases;

  /// Returns: the canonical name in `lang`, else in the other language.
  [[nodiscard]] const std::string& name(std::string_view lang) const {
    const bool want_arabic = lang == "ar";
    if (want_arabic) return name_ar.empty() ? name_en : name_ar;
    return name_en.empty() ? name_ar : name_en;
  }

  friend bool operator==(const Entity&, const Entity&) = default;
};

/// Returns: the key of somebody or something that a document describes without a name (the school, fishermen):
/// `described:<type>:<name key>:<document id>`. The document is part of it, so that two articles' "a man" never meet.
[[nodiscard]] EntityKey described_key(EntityType type, std::string_view name_key, const DocumentId& document);

/// Returns: true for keys that `described_key` made. Views of more than one document may leave such nodes out.
[[nodiscard]] bool is_described(const EntityKey& key);

/// A span that names or refers to an entity.
struct Mention {
  Span span;
  EntityKey entity;
  std::uint32_t sentence = 0;
  /// Which rule linked it: `lexicon`, `name`, `part`, `title`, `pronoun`, ... (docs/man/isnad-explain.1 lists them).
  std::string rule;
  /// The alias of the entity that it uses; empty when its words are no name of it (`the minister`, `قواته`).
  std::string name = {};
  /// What the rule went by: a row of the lexicon, the words or the entity that it was inferred from. May be empty.
  std::string evidence = {};
  /// How sure the rule is, in percent.
  std::uint8_t score = 100;

  friend bool operator==(const Mention&, const Mention&) = default;
};

}  // namespace isnad
