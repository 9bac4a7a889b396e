#pragma once

#include <optional>
#include <vector>

#include "extract/conllu/sentence.h"
#include "graph/model/entity.h"

namespace isnad::what {

/// The mentions of one sentence on its tree: which word stands for which mention.
///
/// Lifetime: as long as the sentence and the mentions that it was made of.
class MentionTree {
 public:
  struct Node {
    const Mention* mention = nullptr;
    /// Ids of the first and last word that the mention covers, and of the one whose head lies outside.
    int first = 0;
    int last = 0;
    int head = 0;
  };

  MentionTree(const conllu::Sentence& sentence, const std::vector<const Mention*>& mentions);

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const conllu::Sentence& sentence() const { return sentence_; }

  /// Returns: the longest mention that a word heads; null when there is none. Adjectives of countries count only when `adjectives`.
  [[nodiscard]] const Node* headed_by(int word, bool adjectives) const;

  /// Returns: the longest mention that covers a word, adjectives of countries last; null when none does.
  [[nodiscard]] const Node* covering(int word) const;

  /// Returns: the first of the words on the way from `word` up to the root that `ancestor` is, as the number of steps; nothing when
  /// `ancestor` is none.
  [[nodiscard]] std::optional<int> steps_up(int word, int ancestor) const;

  /// Returns: the preposition of a word; empty when it has none.
  [[nodiscard]] std::string_view preposition(int word) const;

 private:
  const conllu::Sentence& sentence_;
  std::vector<Node> nodes_;
};

/// Returns: true for a mention of a country by its adjective.
[[nodiscard]] bool is_adjective_of_country(const Mention& mention);

}  // namespace isnad::what
