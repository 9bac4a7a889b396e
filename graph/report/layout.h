#pragma once

// Inside graph/report only: a dossier as a column of blocks, so that HTML, Markdown and PDF say the same.

#include <cstdint>
#include <string>
#include <vector>

#include "graph/report/dossier.h"

namespace isnad::report {

/// A stretch of text of one look.
struct Run {
  enum class Look : std::uint8_t { kPlain, kStrong, kQuiet, kNoteNumber, kSubject, kRelation, kObject, kLink };
  Look look = Look::kPlain;
  std::string text;
  /// Of `kNoteNumber`: to which note it leads.
  std::uint32_t note = 0;
  /// Of `kLink`.
  std::string url = {};
  /// True for names and quotations, whose direction is their own.
  bool foreign = false;
};

struct Block {
  enum class Kind : std::uint8_t { kTitle, kSubtitle, kHeading, kParagraph, kBullet, kNote, kDiagram };
  Kind kind = Kind::kParagraph;
  std::vector<Run> runs = {};
  /// Of `kNote`.
  std::uint32_t number = 0;
  /// Of `kDiagram`: SVG.
  std::string svg = {};
};

/// Returns: the report in the dossier's language, notes last. Every statement is followed by the numbers of its notes.
[[nodiscard]] std::vector<Block> lay_out(const Dossier& dossier);

}  // namespace isnad::report
