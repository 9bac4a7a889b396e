#pragma once

#include <string>
#include <unordered_set>

#include "graph/model/claim.h"

namespace isnad::what {

/// Deeds that nobody reports of another without accusing him: the table `wrongs.tsv` (violate, عرقل) and the types of conflict.
///
/// Threads: immutable once made.
class Wrongs {
 public:
  /// Throws: IoError, FormatError from reading its table.
  Wrongs();

  /// Returns: true when the claim says that its source did wrong: by type, by a word of its relation, or by an obligation denied
  /// (`did not comply with`).
  [[nodiscard]] bool is_wrong(const Claim& claim) const;

 private:
  /// Folded lemmas and forms of words; the second of what is wrong not to do.
  std::unordered_set<std::string> wrongs_;
  std::unordered_set<std::string> duties_;
  /// Fighting that blames nobody: resist, تصدى.
  std::unordered_set<std::string> defences_;
};

}  // namespace isnad::what
