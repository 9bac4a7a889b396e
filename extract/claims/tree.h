#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claims/lexicon.h"
#include "extract/conllu/sentence.h"

namespace isnad::claims {

/// One sentence's tree, made quick to ask: children, folded lemmas, traits from the tables.
///
/// Takes trees of any shape: a head that is no word, or that would close a circle, counts as 0.
/// Lifetime: the sentence and the lexicon must outlive it.
/// Cost: linear in the words to build; every question constant unless it says otherwise.
class Tree {
 public:
  Tree(const conllu::Sentence& sentence, const Lexicon& lexicon);

  [[nodiscard]] const conllu::Sentence& sentence() const { return *sentence_; }
  [[nodiscard]] int size() const { return sentence_->size(); }
  [[nodiscard]] bool arabic() const { return arabic_; }
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

  /// All of these require 1 <= id <= size().
  [[nodiscard]] const conllu::Word& word(int id) const { return sentence_->word(id); }
  [[nodiscard]] int head(int id) const { return node(id).head; }
  /// In text order.
  [[nodiscard]] const std::vector<int>& children(int id) const { return node(id).children; }
  /// Label without subtype; `root` for every word with head 0, whatever its label.
  [[nodiscard]] std::string_view relation(int id) const { return node(id).relation; }
  /// As tagged, or as `read_as_verb` has it.
  [[nodiscard]] std::string_view upos(int id) const {
    return node(id).verb ? std::string_view("VERB") : std::string_view(word(id).upos);
  }
  /// Folded lemma, and folded form.
  [[nodiscard]] const std::string& key(int id) const { return node(id).key; }
  [[nodiscard]] const std::string& form_key(int id) const { return node(id).form_key; }
  [[nodiscard]] Traits traits(int id) const { return node(id).traits; }
  [[nodiscard]] bool has(int id, Trait trait) const { return node(id).traits.has(trait); }

  [[nodiscard]] bool is(int id, std::string_view tag) const { return upos(id) == tag; }
  [[nodiscard]] bool is_verb(int id) const { return is(id, "VERB"); }
  /// `who`, الذي: a pronoun that opens a relative clause.
  [[nodiscard]] bool is_relative_pronoun(int id) const;
  /// A noun, name, pronoun, number: what can name somebody or something.
  [[nodiscard]] bool is_nominal(int id) const;
  /// A pronoun written as part of the word before it.
  [[nodiscard]] bool is_clitic(int id) const { return id > 1 && is(id, "PRON") && word(id).span.begin == word(id - 1).span.end; }
  /// The 's of a possessive, whole or cut in two, which is no preposition.
  [[nodiscard]] bool is_possessive_mark(int id) const { return is(id, "PART") || is(id, "PUNCT"); }
  [[nodiscard]] bool is_punctuation(int id) const { return is(id, "PUNCT"); }
  /// Returns: the value of a feature (`Gender`); empty when the word has none of that name.
  [[nodiscard]] std::string_view feature(int id, std::string_view name) const;

  /// A past participle that says what is done to its subject: `killed` of `was killed`, قُتل told by its features.
  [[nodiscard]] bool is_passive(int id) const;
  /// A bare infinitive.
  [[nodiscard]] bool is_infinitive(int id) const { return word(id).xpos == "VB" || feature(id, "VerbForm") == "Inf"; }

  /// Returns: the first child with that base label (and subtype, when `relation` names one); 0 when there is none.
  [[nodiscard]] int child(int id, std::string_view relation) const;
  /// Returns: true when `ancestor` is `id` or above it. Cost: the tree's depth.
  [[nodiscard]] bool dominates(int ancestor, int id) const;
  /// Words with head 0, in text order.
  [[nodiscard]] const std::vector<int>& roots() const { return roots_; }
  /// All words, heads before their dependents.
  [[nodiscard]] const std::vector<int>& top_down() const { return top_down_; }

  /// Hangs a word elsewhere under a label without subtype. Nothing is done when `head` is the word itself or below it.
  /// Requires: 0 <= head <= size().
  /// Returns: true when it was done.
  /// Lifetime: `relation` must outlive the tree: a literal, or what `relation()` gave.
  /// Cost: linear in the words.
  bool hang(int id, int head, std::string_view relation);

  /// Takes a word that was tagged as a noun for the verb of its spelling.
  void read_as_verb(int id);

  /// Returns: the form of the word's preposition(s) folded and joined by blanks (`من قبل`, `against`); empty without one.
  [[nodiscard]] std::string preposition(int id) const;
  /// Returns: its words, in text order.
  [[nodiscard]] std::vector<int> preposition_words(int id) const;
  /// Returns: true when the tables give the word's preposition, or its first word, that trait.
  [[nodiscard]] bool preposition_has(int id, Trait trait) const;

 private:
  struct Node {
    int head = 0;
    std::string_view relation;
    std::vector<int> children;
    std::string key;
    std::string form_key;
    Traits traits;
    bool verb = false;
  };
  [[nodiscard]] const Node& node(int id) const { return nodes_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] Node& node(int id) { return nodes_[static_cast<std::size_t>(id)]; }
  void cut_circles();
  void link();

  const conllu::Sentence* sentence_;
  const Lexicon* lexicon_;
  bool arabic_;
  /// Index 0 is not used.
  std::vector<Node> nodes_;
  std::vector<int> roots_;
  std::vector<int> top_down_;
};

}  // namespace isnad::claims
