#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/names/word_hint.h"
#include "extract/names/word_table.h"

namespace isnad::names {

/// What is read of a word once, before its neighbours look at it. All strings are hashes.
struct WordView {
  std::uint64_t form = 0;
  std::uint64_t lemma = 0;
  /// First and last 1, 2, 3, 4 letters, the article left out; 0 where the word is no longer than that.
  std::array<std::uint64_t, 4> prefix{};
  std::array<std::uint64_t, 4> suffix{};
  /// Each three letters in a row, up to eight, of words without a class; 0 behind the last.
  std::array<std::uint64_t, 8> triple{};
  /// Capitals, digits and other signs in a row: `Xx`, `X.X.`, `dddd`.
  std::uint64_t shape = 0;
  std::uint64_t upos = 0;
  std::uint64_t deprel = 0;
  /// Index of the head in the sentence; -1 for the root's.
  int head = -1;
  bool article = false;
  WordClass word_class;
  WordHint hint;
  /// What the document shows of the same form elsewhere; bits of `DocumentEvidence`.
  std::uint32_t document = 0;
};

using SentenceView = std::vector<WordView>;

/// Returns: the hash of a form's folded letters, by which `WordTable` knows it.
[[nodiscard]] std::uint64_t hash_form(std::string_view form);

/// Returns: the hash by which `WordTable` knows a form with capitals that is used otherwise than without.
[[nodiscard]] std::uint64_t hash_cased_form(std::string_view form);

/// Returns: the views of a document's words, one vector a sentence; empty for sentences in other languages than `lang`.
/// Requires: `hints` has an element for each word.
[[nodiscard]] std::vector<SentenceView> view_document(std::span<const conllu::Sentence> sentences, const Hints& hints,
                                                      const WordTable& words, std::string_view lang);

/// Replaces `out` with the features of word `index` (from 0).
/// Returns: how many of them, the first ones, look at the word's own letters.
std::size_t name_features(const SentenceView& sentence, int index, std::vector<std::uint64_t>& out);

}  // namespace isnad::names
