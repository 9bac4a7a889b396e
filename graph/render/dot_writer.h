#pragma once

#include <string>

#include "graph/render/diagram.h"

namespace isnad::render {

/// How the text of a graph is to be laid out, and whether it stands alone.
struct DotOptions {
  /// `dot`, `sfdp` or `nop` (nodes stay where they are put): which attributes are of use.
  std::string engine = "dot";
  /// Straight arrows and less search: several times quicker, less beautiful.
  bool fast = false;
  /// With title, remark, legend and footnotes as the label of the graph, for users who run Graphviz themselves.
  bool with_sheet = true;
  /// Mark cells of text for `finished_svg`.
  bool mark_cells = false;
};

/// The diagram in Graphviz's DOT language, UTF-8, the same bytes for the same diagram. Names, labels and sentences are escaped:
/// whatever they hold is shown as text. Nodes are `n0 n1 ...` with the attribute `entity` (`others:KEY` where
/// neighbours of KEY are folded), arrows have ids `a0 a1 ...`.
[[nodiscard]] std::string to_dot(const Diagram& diagram, const DotOptions& options = {});

}  // namespace isnad::render
