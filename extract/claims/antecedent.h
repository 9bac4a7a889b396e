#pragma once

#include <optional>
#include <vector>

#include "extract/claims/agreement.h"
#include "extract/claims/phrase.h"
#include "extract/claims/tree.h"

namespace isnad::claims {

/// Who may be meant by pronouns and dropped subjects: the nouns and names of a document so far, weighed by distance, role
/// and agreement.
///
/// Source: the factors are those of Lappin and Leass, An Algorithm for Pronominal Anaphora Resolution, Computational
/// Linguistics 20(4), 1994, cut down to what a tree of any quality can give.
class Discourse {
 public:
  /// Lifetime: `trees` must outlive it.
  explicit Discourse(const std::vector<Tree>& trees);

  /// `others` are words of the sentence that it is not.
  /// Returns: the best antecedent before word `before` of `sentence` (and not above it in the tree) that agrees; nothing when no
  /// noun of this sentence or the three before it does.
  /// Cost: linear in the nouns of four sentences.
  [[nodiscard]] std::optional<Phrase> resolve(int sentence, int before, const Agreement& agreement, bool for_subject,
                                              const std::vector<int>& others) const;

  /// Returns: true when word `id` of `sentence` can be what `agreement` asks for.
  [[nodiscard]] bool agrees(int sentence, int id, const Agreement& agreement) const;

  /// Remembers who spoke last.
  void note_speaker(const Phrase& who) { speaker_ = who; }
  /// Returns: who spoke last, when `agreement` allows it.
  [[nodiscard]] std::optional<Phrase> last_speaker(const Agreement& agreement) const;

 private:
  struct Candidate {
    int word = 0;
    double weight = 0;
    NounForms forms;
  };
  [[nodiscard]] static Candidate weigh(const Tree& tree, int id);

  const std::vector<Tree>& trees_;
  std::optional<Phrase> speaker_;
  /// By sentence, in text order.
  std::vector<std::vector<Candidate>> candidates_;
};

}  // namespace isnad::claims
