#pragma once

#include "tests/graph/support/graph_builder.h"

namespace isnad::testing {

/// Three articles about Alpha: a post, an accusation that Beta denies, aid, and a relation of no known type.
inline MemoryClaimSource report_graph() {
  GraphBuilder graph;
  graph.entity("gpe:a", EntityType::kGpe, "ألف", "Alpha").entity("gpe:b", EntityType::kGpe, "باء", "Beta").entity("per:c", EntityType::kPerson, "جيم", "Gamma");
  ClaimSpec accuses{"Alpha", "gpe:a", RelationType::kAccuse, "accuses", "Beta", "gpe:b", "يتهم", "accuses"};
  accuses.event_date = "2020-01-03";
  graph.document("one", "Agency", "2020-01-04", "en").sentence("Alpha accuses Beta", {accuses});
  ClaimSpec denied = accuses;
  denied.polarity = Polarity::kDenied;
  denied.speaker = "Gamma";
  denied.speaker_entity = "per:c";
  denied.event_date = "";
  graph.document("two", "Paper", "2020-02-01", "en").sentence("Gamma says it is not so that Alpha accuses Beta", {denied});
  ClaimSpec helps{"Beta", "gpe:b", RelationType::kAid, "helps", "Alpha", "gpe:a", "يساعد", "helps"};
  helps.modality = Modality::kFuture;
  ClaimSpec role{"Gamma", "per:c", RelationType::kRole, "leads", "Alpha", "gpe:a", "يرأس", "leads"};
  ClaimSpec other{"Beta", "gpe:b", RelationType::kOther, "hears", "Alpha", "gpe:a", "يسمع", "hears"};
  graph.document("three", "Paper", "2020-03-01", "en").sentence("Beta helps Alpha", {helps}).sentence("Gamma leads Alpha", {role}).sentence("Beta hears Alpha", {other});
  return graph.build();
}

}  // namespace isnad::testing
