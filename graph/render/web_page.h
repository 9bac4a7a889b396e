#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "graph/model/claim_source.h"
#include "graph/render/build_diagram.h"

namespace isnad::render {

struct WebPageOptions {
  /// For placing the nodes; a ring is drawn when that takes longer.
  std::chrono::milliseconds deadline{20'000};
  /// Sentences kept for each relation, the best first. All of its claims count in the filters.
  std::size_t proofs_per_edge = 12;
  /// Claims of a relation that are read.
  std::size_t claims_per_edge = 500;
};

/// One HTML file that needs no network and asks for none (its content policy forbids it): the graph to move, search and filter by
/// period, kind, polarity, source and evidence, in both languages, light and dark; a click on an arrow shows its sentences with
/// the words of the claim marked.
///
/// Uses of `request`: language, title, subtitle, focus, nodes, edges; one arrow an edge. Names, titles and sentences can hold
/// anything: they are data, never markup, and only http(s) addresses become links.
/// Returns: the page, UTF-8, the same for the same input and libraries. Size: about 0.5 MB and the data.
[[nodiscard]] std::string web_page(const ClaimSource& source, const DiagramRequest& request, const WebPageOptions& options = {});

}  // namespace isnad::render
