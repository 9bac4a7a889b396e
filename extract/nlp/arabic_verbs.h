#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "extract/conllu/sentence.h"

namespace isnad::nlp {

/// Mends what the network leaves undone on Arabic verbs: lemmas that are no verb, and passives, which unvocalised text seldom
/// shows, where spelling or a table tells more, or where voice and tree contradict each other.
///
/// Threads: safe once loaded.
class ArabicVerbs {
 public:
  /// Reads `lexicon/nlp/verbs.ar.tsv`.
  /// Throws: IoError, FormatError from reading the table.
  [[nodiscard]] static ArabicVerbs load();

  /// Replaces the lemma of a verb that the table does not know by one that it knows and regular morphology leads to from the
  /// form; a passive keeps the lemma of its active. Passive verbs get `Voice=Pass`, their `nsubj` becomes `nsubj:pass`.
  ///
  /// A verb counts as passive when its spelling allows nothing else, or when it has one argument, which the table names as
  /// what the verb is done to, or when the network says so and neither the verb's form (تعاون) nor its having both subject and
  /// object speaks against it. In doubt nothing changes: a false passive turns an edge round. Subjects are `nsubj:pass` under
  /// passives and `nsubj` under others. Requires: `sentence` is Arabic and has tags and a tree. Cost: linear in the words, a few
  /// dozen look-ups a verb.
  void apply(conllu::Sentence& sentence) const;

 private:
  struct Verb {
    /// Its place in the table, the more frequent first.
    std::uint32_t rank = 0;
    bool any_patient = false;
    /// Passive in the imperfect as well.
    bool considered = false;
    std::unordered_set<std::string> patients;
  };

  [[nodiscard]] bool knows(const std::u32string& lemma) const;
  [[nodiscard]] std::string lemma_of(const std::u32string& form, const std::u32string& lemma, bool perfect, bool imperfect) const;
  [[nodiscard]] std::u32string passive_perfect(const std::u32string& form, bool has_subject) const;
  [[nodiscard]] std::u32string passive_imperfect(const std::u32string& form) const;
  /// Returns: whether the tree shows that the verb, whose spelling does not, is passive.
  [[nodiscard]] bool has_patient_only(const conllu::Sentence& sentence, int id, const std::string& lemma) const;

  std::unordered_map<std::u32string, Verb> verbs_;
};

}  // namespace isnad::nlp
