#include "extract/evaluation/scores.h"

#include <catch2/catch.hpp>

using namespace isnad::evaluation;

namespace {

GoldFact fact(std::string_view s, std::string_view r, std::string_view o) {
  GoldFact out;
  out.subject = {formulation_from(s)};
  out.relation = {formulation_from(r)};
  out.object = {formulation_from(o)};
  return out;
}

/// One article of two sentences with three required facts, one of them elided, and one that is optional.
std::vector<GoldArticle> gold() {
  GoldFact denied = fact("Kremlin", "denied", "[the] claim");
  denied.denied = true;
  denied.attribution = {formulation_from("[spokesman] Peskov")};
  GoldFact elided = fact("Russia", "sent", "troops");
  elided.elided = true;
  GoldFact optional = fact("Russia", "sent", "Monday");
  optional.required = false;
  GoldArticle article;
  article.id = "a";
  article.sentences = {{"a#0", {fact("Turkey", "[has] accused", "Russia"), denied}}, {"a#1", {elided, optional}}};
  article.edges = {{{"تركيا", "Turkey"}, "ACCUSE", {"روسيا", "Russia"}, false}, {{"Kremlin"}, "REJECT", {"Turkey"}, true}};
  return {article};
}

}  // namespace

TEST_CASE("scores: facts by hand", "[extract][evaluation]") {
  const std::vector<SystemFact> system = {{"a#0", "Turkey", "has accused", "Russia", "", false},
                                          {"a#0", "Kremlin", "denied", "claim", "Peskov", false},
                                          {"a#0", "Kremlin", "denied", "big claim", "Peskov", true},
                                          {"a#1", "Russia", "sent", "Monday", "", false},
                                          {"b#0", "Russia", "sent", "troops", "", false}};
  const FactReport report = score_facts(gold(), system);
  CHECK(report.unknown_sentences == 1);
  CHECK(report.exact.system == 4);
  CHECK(report.exact.gold == 3);
  CHECK(report.exact.precision == Approx(3.0 / 4));
  CHECK(report.exact.recall == Approx(2.0 / 3));
  CHECK(report.exact.f1 == Approx(12.0 / 17));
  CHECK(report.exact.recall_not_elided == Approx(1.0));
  CHECK(report.exact.polarity == Approx(2.0 / 3));
  CHECK(report.exact.attributed == 1);
  CHECK(report.exact.attribution == Approx(1.0));
  CHECK(report.lenient.precision == Approx(1.0));
  CHECK(report.lenient.polarity == Approx(3.0 / 4));
}

TEST_CASE("scores: edges by hand", "[extract][evaluation]") {
  const std::vector<SystemEdge> system = {{"a", {"Turkey", "أنقرة"}, "ACCUSE", {"الروسيا"}, false},
                                          {"a", {"the Kremlin"}, "REJECT", {"Turkey"}, false},
                                          {"a", {"Turkey"}, "ACCUSE", {"Kremlin"}, false},
                                          {"b", {"Turkey"}, "ACCUSE", {"Russia"}, false}};
  const EdgeReport report = score_edges(gold(), system);
  CHECK(report.typed.system == 3);
  CHECK(report.typed.gold == 2);
  CHECK(report.typed.precision == Approx(1.0 / 3));
  CHECK(report.typed.recall == Approx(1.0 / 2));
  CHECK(report.untyped.precision == Approx(2.0 / 3));
  CHECK(report.untyped.recall == Approx(1.0));
  CHECK(report.untyped.f1 == Approx(4.0 / 5));
}

TEST_CASE("scores: nothing found is nothing, not a division by zero", "[extract][evaluation]") {
  CHECK(score_facts(gold(), {}).exact.f1 == 0.0);
  CHECK(score_edges({}, {}).typed.f1 == 0.0);
}
