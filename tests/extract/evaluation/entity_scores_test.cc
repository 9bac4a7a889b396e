#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "extract/evaluation/entity_scores.h"

using isnad::evaluation::EntityReport;
using isnad::evaluation::GoldArticle;
using isnad::evaluation::GoldEntity;
using isnad::evaluation::score_entities;
using isnad::evaluation::SystemEntity;

namespace {

GoldArticle article(std::vector<GoldEntity> entities) {
  GoldArticle out;
  out.id = "d";
  out.entities = std::move(entities);
  return out;
}

}  // namespace

TEST_CASE("entity scores: a perfect system", "[evaluation][entities]") {
  const EntityReport report = score_entities({article({{{"أردوغان", "Erdogan"}, true}, {{"تركيا"}, true}})},
                                             {{"d", "per:erdogan", {"إردوغان", "Erdogan"}}, {"d", "gpe:turkey", {"تركيا"}}});
  CHECK(report.gold == 2);
  CHECK(report.found == 2);
  CHECK(report.split == 0);
  CHECK(report.nodes == 2);
  CHECK(report.mixed == 0);
  CHECK(report.b_cubed.f1 == Approx(1));
  CHECK(report.ceaf_e.f1 == Approx(1));
}

// Gold {a1 a2 a3} {b1 b2}; system {a1 a2} {a3 b1 b2}.
// B3: precision (1 + 1 + 1/3 + 2/3 + 2/3) / 5 = 11/15, recall (2/3 + 2/3 + 1/3 + 1 + 1) / 5 = 11/15.
// CEAF-e: a with the first 2*2/5, b with the second 2*2/5: 1.6 of 2 clusters on either side.
TEST_CASE("entity scores: one node takes a name of another's", "[evaluation][entities]") {
  const EntityReport report = score_entities({article({{{"a1", "a2", "a3"}, true}, {{"b1", "b2"}, true}})},
                                             {{"d", "1", {"a1", "a2"}}, {"d", "2", {"a3", "b1", "b2"}}});
  CHECK(report.found == 2);
  CHECK(report.split == 1);
  CHECK(report.mixed == 1);
  CHECK(report.b_cubed.precision == Approx(11.0 / 15));
  CHECK(report.b_cubed.recall == Approx(11.0 / 15));
  CHECK(report.ceaf_e.precision == Approx(0.8));
  CHECK(report.ceaf_e.recall == Approx(0.8));
}

// Gold {a1 a2} {b1}, b in no edge; system {a1} and nothing for a2 and b1, which stand alone.
// B3: precision 1, recall (1/2 + 1/2 + 1) / 3. CEAF-e: {a1 a2} with {a1} 2/3, {b1} with {b1} 1: 5/3 of 3 and of 2 clusters.
TEST_CASE("entity scores: names that no node bears stand alone, entities without edges are not looked for", "[evaluation][entities]") {
  const EntityReport report = score_entities({article({{{"a1", "a2"}, true}, {{"b1"}, false}})}, {{"d", "1", {"a1"}}, {"other", "1", {"b1"}}});
  CHECK(report.gold == 1);
  CHECK(report.found == 1);
  CHECK(report.nodes == 1);
  CHECK(report.b_cubed.precision == Approx(1));
  CHECK(report.b_cubed.recall == Approx(2.0 / 3));
  CHECK(report.ceaf_e.precision == Approx(5.0 / 9));
  CHECK(report.ceaf_e.recall == Approx(5.0 / 6));
}

// a shares most names with 1, but the best sum pairs it with 2 and leaves 1 to b.
TEST_CASE("entity scores: clusters are paired for the best sum", "[evaluation][entities]") {
  const EntityReport report = score_entities({article({{{"a1", "a2", "a3"}, true}, {{"b1", "b2"}, true}})},
                                             {{"d", "1", {"a1", "a2", "b1", "b2"}}, {"d", "2", {"a3"}}});
  // a-1: 4/7, a-2: 2/4, b-1: 4/6: the best is a-2 and b-1.
  CHECK(report.ceaf_e.precision == Approx((0.5 + 2.0 / 3) / 2));
  CHECK(report.mixed == 1);
}

TEST_CASE("entity scores: a name that the gold gives to two entities mixes nobody", "[evaluation][entities]") {
  const EntityReport report = score_entities({article({{{"the army", "a1"}, true}, {{"the army", "b1"}, true}})}, {{"d", "1", {"the army", "a1"}}});
  CHECK(report.mixed == 0);
  CHECK(report.found == 2);
}
