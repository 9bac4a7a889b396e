#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/span.h"

namespace isnad::conllu {

/// A syntactic word: one line of CoNLL-U with a plain id. Its id is its index in `Sentence::words` plus one.
struct Word {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  /// `Case=Nom|Number=Sing`, sorted as in CoNLL-U; empty for `_`.
  std::string feats;
  /// 0 for the root, else the id of the head; -1 when there is no tree.
  int head = -1;
  /// UD v2 label with subtype (`nsubj:pass`); empty when there is no tree.
  std::string deprel;
  std::string deps;
  std::string misc;
  /// Where its letters stand in the document. Words of one multiword token share out its range without overlap; a word
  /// whose letters the text fuses with its neighbour's (the alif of `لل`) keeps what is left, possibly empty.
  Span span;
};

/// A token that holds several syntactic words (`وللسلطة`: و + ل + السلطة).
struct MultiwordToken {
  /// Ids of its first and last word, inclusive.
  int first = 0;
  int last = 0;
  std::string form;
  /// `Typo=Yes` on some; empty nearly always.
  std::string feats;
  std::string misc;
  Span span;
};

struct Sentence {
  std::string id;
  /// The sentence as it stands in the document: `document.text[span)`.
  std::string text;
  Span span;
  /// ISO 639-1, `ar` or `en`.
  std::string lang;
  /// Comment lines other than `sent_id` and `text`, without the leading `# `.
  std::vector<std::string> comments;
  /// Which of the comment lines, from 0, is `sent_id` and which is `text`, so that a file keeps its order.
  std::uint32_t id_line = 0;
  std::uint32_t text_line = 1;
  std::vector<Word> words;
  /// In order of `first`, disjoint.
  std::vector<MultiwordToken> multiword_tokens;

  /// The word with that id.
  /// Requires: 1 <= number <= words.size().
  [[nodiscard]] const Word& word(int number) const { return words[static_cast<std::size_t>(number - 1)]; }
  [[nodiscard]] Word& word(int number) { return words[static_cast<std::size_t>(number - 1)]; }
  [[nodiscard]] int size() const { return static_cast<int>(words.size()); }
};

/// Returns: the label without its subtype: `nsubj` of `nsubj:pass`.
[[nodiscard]] inline std::string_view base_deprel(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

}  // namespace isnad::conllu
