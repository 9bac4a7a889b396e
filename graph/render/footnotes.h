#pragma once

// Which sentences are printed, and how.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "graph/render/diagram.h"

namespace isnad::render {

/// A claim whose sentence could be the footnote of a line.
struct Proof {
  Claim claim;
  /// Of the sentence.
  std::size_t letters = 0;
};

/// Puts the best first: the most certain, among equals the shortest sentence, then the smaller id.
void order_proofs(std::vector<Proof>& proofs);

/// A line of an arrow that asks for notes.
struct NoteSeeker {
  std::uint32_t sources = 0;
  std::uint32_t claims = 0;
  /// Ordered by `order_proofs`.
  const std::vector<Proof>* proofs = nullptr;
};

/// Shares out a sheet's room for sentences: in each round every line gets its best sentence that it does not have yet, strong
/// lines first, while there is room; a sentence that is printed already takes none.
///
/// Returns: for each line the proofs whose sentences are to be printed, at most `per_line`.
[[nodiscard]] std::vector<std::vector<const Proof*>> choose_notes(const std::vector<NoteSeeker>& lines, std::size_t per_line,
                                                                  std::size_t max_notes);

/// Returns: the sentence of a claim as a note without number and speaker, cut around the claim's words where it is longer than
/// `max_letters`.
/// Requires: the document has the claim's sentence.
[[nodiscard]] Footnote note_of(const Claim& claim, const Document& document, std::size_t max_letters);

}  // namespace isnad::render
