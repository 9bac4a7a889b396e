#pragma once

#include <string>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/render/build_diagram.h"

namespace isnad::testing {

/// A request for every edge of a small graph.
inline render::DiagramRequest request_of(const ClaimSource& source, const std::string& lang, const std::vector<EntityKey>& focus = {}) {
  render::DiagramRequest request;
  request.lang = lang;
  request.focus = focus;
  source.visit_edges([&](const Edge& edge) {
    request.edges.push_back(edge);
    return true;
  });
  return request;
}

}  // namespace isnad::testing
