#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"

namespace isnad::render {

/// One actor or place on the sheet.
struct DiagramNode {
  EntityKey entity;
  /// In the language of the sheet where it is known, else in the other.
  std::string name;
  /// In the other language; empty when it is not known or the same.
  std::string second_name;
  EntityType type = EntityType::kMisc;
  /// Claims on the arrows that touch it: how large it is written.
  std::uint32_t weight = 0;
  /// True for whom the diagram is about.
  bool focus = false;
  /// Of two groups that face each other the one that it is in, 1 or 2; else 0.
  int side = 0;
};

/// One kind of relation on an arrow: `accuses ¹ ²`.
struct ArrowLine {
  std::string label;
  RelationType type = RelationType::kOther;
  std::uint32_t claims = 0;
  std::uint32_t sources = 0;
  /// Numbers of the footnotes that show it, ascending.
  std::vector<std::uint32_t> notes;
  /// When and by how many sources, in small print; empty: not asked for.
  std::string detail = {};
};

/// All relations of one family, polarity and modality between two nodes in one direction.
struct DiagramArrow {
  std::size_t source = 0;
  std::size_t target = 0;
  RelationFamily family = RelationFamily::kOther;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  /// Best attested first; at least one.
  std::vector<ArrowLine> lines;
  std::uint32_t claims = 0;
  /// Most documents and most independent sources of a line.
  std::uint32_t documents = 0;
  std::uint32_t sources = 0;
};

/// Some nodes in a box with a title: those who take one side, or are one community.
struct DiagramGroup {
  std::string title;
  /// Ascending; each node is in one group at most.
  std::vector<std::size_t> nodes;
};

/// Neighbours of a node for whom there was no room.
struct FoldedNeighbours {
  /// `and 12 others`.
  std::string text;
  std::size_t of = 0;
};

/// A sentence that stands behind one or more arrows.
struct Footnote {
  std::uint32_t number = 0;
  std::string sentence;
  /// `ar` or `en`: the sentence's, not the sheet's.
  std::string lang;
  /// Who says so; empty when the article itself does.
  std::string speaker;
  std::string date;
  /// The outlet, else the headline, else the document's id.
  std::string source;
  DocumentId document;
};

/// One sample on the sheet with what it means.
struct LegendRow {
  enum class Kind { kFamily, kDenied, kUncertain, kWidth, kShape };
  Kind kind = Kind::kFamily;
  /// Of `kFamily`.
  RelationFamily family = RelationFamily::kOther;
  /// Of `kShape`.
  EntityType type = EntityType::kMisc;
  std::string text;
};

/// All that is on the sheet, in words and numbers; no coordinates, nothing of any drawing library. Strings are plain text of any
/// content: whoever draws makes them safe.
struct Diagram {
  /// `ar` or `en`: language of labels and direction of the sheet.
  std::string lang = "ar";
  std::string title;
  std::string subtitle;
  std::vector<DiagramNode> nodes;
  std::vector<DiagramArrow> arrows;
  std::vector<DiagramGroup> groups = {};
  std::vector<FoldedNeighbours> others = {};
  std::vector<LegendRow> legend;
  std::vector<Footnote> notes;
  /// What a reader must know of what is missing; empty when nothing is.
  std::string remark;

  [[nodiscard]] bool right_to_left() const { return lang == "ar"; }
};

}  // namespace isnad::render
