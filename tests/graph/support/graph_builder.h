#pragma once

#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "tests/support/memory_claim_source.h"

namespace isnad::testing {

/// A claim in as few words as a test needs. Slots are the words of the sentence.
struct ClaimSpec {
  std::string subject = {};
  std::string subject_entity = {};
  RelationType type = RelationType::kOther;
  std::string relation = {};
  std::string object = {};
  std::string object_entity = {};
  std::string label_ar = {};
  std::string label_en = {};
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  std::string speaker = {};
  std::string speaker_entity = {};
  std::string event_date = {};
  float confidence = 0.9F;
  bool subject_is_source = true;
  bool mentioned = false;
};

/// Builds documents sentence by sentence, and a graph in memory from them.
class GraphBuilder {
 public:
  /// Names that any document may use. Alias keys are the names in lower case.
  GraphBuilder& entity(const std::string& key, EntityType type, const std::string& name_ar, const std::string& name_en,
                       const std::vector<std::string>& other_names = {});

  /// Begins a document; what follows belongs to it.
  GraphBuilder& document(const std::string& id, const std::string& source, const std::string& published, const std::string& lang);

  /// The news agency that the last document credits.
  GraphBuilder& agency(const std::string& name);

  /// Adds a sentence with its claims. Each slot's words must stand in the sentence.
  GraphBuilder& sentence(const std::string& text, const std::vector<ClaimSpec>& claims);

  /// One claim between two entities, in a sentence made of their keys; each is a sentence of its own.
  GraphBuilder& edge(const std::string& from, RelationType type, const std::string& to, Polarity polarity = Polarity::kAffirmed);

  /// Returns: the graph of all documents.
  [[nodiscard]] MemoryClaimSource build() const;

 private:
  [[nodiscard]] const Entity& known(const std::string& key) const;
  void use(const std::string& key);

  std::vector<Entity> entities_;
  std::vector<Extraction> documents_;
};

}  // namespace isnad::testing
