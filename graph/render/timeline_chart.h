#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/render/build_diagram.h"
#include "graph/render/diagram.h"

namespace isnad::render {

/// What happened on one date, or in one month or year where nobody says the day.
struct TimelineRow {
  /// `YYYY[-MM[-DD]]`.
  std::string date;
  std::string source;
  std::string label;
  std::string target;
  RelationFamily family = RelationFamily::kOther;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  std::uint32_t claims = 0;
  std::vector<std::uint32_t> notes;
};

struct Timeline {
  std::string lang = "en";
  std::string title;
  std::string subtitle;
  std::string remark;
  /// In the order of time.
  std::vector<TimelineRow> rows;
  std::vector<Footnote> notes;
};

/// The claims of the request's edges by the date of the event (else of the article), one row an edge and date; relations of type
/// OTHER are left out. When there are more than `max_rows` the best attested stay, and the remark tells how many went.
///
/// Cost: reads at most 200 claims an edge, and their documents.
[[nodiscard]] Timeline build_timeline(const ClaimSource& source, const DiagramRequest& request, std::size_t max_rows);

/// Returns: SVG: rows under their months, a dot of the family's colour (hollow when it is no fact, dashed when denied), the
/// relation in words with the numbers of its sentences, and those below.
[[nodiscard]] std::string timeline_svg(const Timeline& timeline);

}  // namespace isnad::render
