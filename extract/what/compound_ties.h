#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "extract/what/mention_tree.h"
#include "graph/model/relation_type.h"

namespace isnad::what {

/// What a hyphened participle says of two mentions: `rebel-held Idlib`, the `UK-based Observatory`.
struct CompoundTie {
  const MentionTree::Node* source = nullptr;
  const MentionTree::Node* target = nullptr;
  RelationType type = RelationType::kOther;
  /// Id of the participle.
  int participle = 0;
};

/// The participles that tie a name before a hyphen to the noun behind: the table `compounds.tsv`.
///
/// Threads: const methods may be called from several threads at once.
class CompoundTies {
 public:
  /// Throws: IoError, FormatError from reading its table.
  CompoundTies();

  /// Returns: the ties of an English sentence, in the order of its words; none in other languages.
  [[nodiscard]] std::vector<CompoundTie> in(const MentionTree& tree) const;

 private:
  struct Meaning {
    RelationType type = RelationType::kOther;
    /// The name before the hyphen does it to the noun; otherwise the noun does, or is, it to the name.
    bool name_is_source = true;
  };
  /// By participle in lower case.
  std::unordered_map<std::string, Meaning> meanings_;
};

}  // namespace isnad::what
