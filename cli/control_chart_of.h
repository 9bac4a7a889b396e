#pragma once

#include <string>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"
#include "graph/render/control_chart.h"

namespace isnad::cli {

/// Who held which place when. An actor in `about` stands for the places that it is said to control.
[[nodiscard]] render::ControlChart control_chart_of(const query::EdgeReader& reader, const std::vector<EntityKey>& about, const std::string& lang,
                                                    std::size_t max_places, std::size_t max_notes);

}  // namespace isnad::cli
