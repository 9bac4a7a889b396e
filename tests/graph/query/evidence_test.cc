#include "graph/query/evidence.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/graph/support/graph_builder.h"

using namespace isnad;

namespace {

Edge only_edge(const ClaimSource& source) {
  Edge out;
  source.visit_edges([&](const Edge& edge) {
    out = edge;
    return false;
  });
  return out;
}

testing::ClaimSpec accuses(float confidence) {
  testing::ClaimSpec spec;
  spec.subject = "Ankara", spec.subject_entity = "a";
  spec.type = RelationType::kAccuse, spec.relation = "accuses";
  spec.object = "Moscow", spec.object_entity = "m";
  spec.confidence = confidence;
  return spec;
}

const std::string kSentence = "Ankara accuses Moscow.";

testing::GraphBuilder two_actors() {
  testing::GraphBuilder builder;
  builder.entity("a", EntityType::kGpe, "", "Ankara").entity("m", EntityType::kGpe, "", "Moscow");
  return builder;
}

}  // namespace

TEST_CASE("best claim: the most certain one, wherever it stands", "[graph][query]") {
  auto builder = two_actors();
  builder.document("d1", "one", "2020-02-01", "en").sentence(kSentence, {accuses(0.5F)});
  builder.document("d2", "two", "2020-02-02", "en").sentence(kSentence, {accuses(0.9F)}).sentence(kSentence, {accuses(0.7F)});
  const auto source = builder.build();
  const auto best = query::best_claim(source, only_edge(source));
  REQUIRE(best);
  CHECK(best->document.str() == "d2");
  CHECK(best->sentence == 0);
}

TEST_CASE("best claim: among equals sentence 2 comes before sentence 10", "[graph][query]") {
  auto builder = two_actors();
  builder.document("d1", "one", "2020-02-01", "en");
  for (int i = 0; i < 12; ++i) {
    builder.sentence(kSentence, i == 2 || i == 10 ? std::vector{accuses(0.9F)} : std::vector<testing::ClaimSpec>{});
  }
  const auto source = builder.build();
  const Edge edge = only_edge(source);
  REQUIRE(edge.claim_ids.size() == 2);
  REQUIRE(edge.claim_ids.front().str() < edge.claim_ids.back().str());
  const auto best = query::best_claim(source, edge);
  REQUIRE(best);
  CHECK(best->sentence == 2);
}

TEST_CASE("best claim: within a sentence numbers count as numbers", "[graph][query]") {
  auto builder = two_actors();
  std::vector<testing::ClaimSpec> many(12, accuses(0.6F));
  many[2] = many[10] = accuses(0.9F);
  builder.document("d1", "one", "2020-02-01", "en").sentence(kSentence, many);
  const auto source = builder.build();
  const auto best = query::best_claim(source, only_edge(source));
  REQUIRE(best);
  CHECK(best->id.str().substr(best->id.str().rfind('#')) == "#2");
}

TEST_CASE("best claim: none where the source knows no claim of the edge", "[graph][query]") {
  const auto source = two_actors().build();
  Edge edge;
  edge.claim_ids = {ClaimId("gone#0#0")};
  CHECK_FALSE(query::best_claim(source, edge));
}
