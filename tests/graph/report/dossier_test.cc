#include "graph/report/dossier.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "graph/model/error.h"
#include "tests/graph/report/report_graph.h"

using namespace isnad;
using report::build_dossier;
using report::Dossier;

namespace {

Dossier about_alpha(const query::ViewFilter& filter = {}, const report::DossierOptions& options = {}) {
  const auto source = testing::report_graph();
  return build_dossier(query::EdgeReader(source, filter), EntityKey("gpe:a"), options);
}

}  // namespace

TEST_CASE("dossier: names, figures and period of what is known", "[graph][report]") {
  const Dossier dossier = about_alpha();
  CHECK(dossier.name == "Alpha");
  CHECK(dossier.second_name == "ألف");
  CHECK(dossier.claims == 5);
  CHECK(dossier.documents == 3);
  CHECK(dossier.sources == 2);
  CHECK(dossier.first_date == "2020-01-03");
  CHECK(dossier.last_date == "2020-03-01");
}

TEST_CASE("dossier: posts stand apart, the rest by family", "[graph][report]") {
  const Dossier dossier = about_alpha();
  REQUIRE(dossier.posts.size() == 1);
  CHECK(dossier.posts[0].subject == "Gamma");
  CHECK(dossier.posts[0].label == "leads");
  REQUIRE(dossier.sections.size() == 3);
  CHECK(dossier.sections[0].family == RelationFamily::kCooperation);
  CHECK(dossier.sections[0].statements[0].modality == Modality::kFuture);
  CHECK(dossier.sections[1].family == RelationFamily::kConflict);
  CHECK(dossier.sections[1].statements.size() == 2);
  CHECK(dossier.sections[2].family == RelationFamily::kOther);
}

TEST_CASE("dossier: every statement leads to its sentence, with who says so", "[graph][report]") {
  const Dossier dossier = about_alpha();
  const auto check = [&](const report::Statement& statement) {
    REQUIRE_FALSE(statement.notes.empty());
    for (const auto number : statement.notes) {
      REQUIRE(number >= 1);
      REQUIRE(number <= dossier.notes.size());
      CHECK(dossier.notes[number - 1].number == number);
    }
  };
  for (const auto& post : dossier.posts) check(post);
  for (const auto& section : dossier.sections) std::for_each(section.statements.begin(), section.statements.end(), check);
  for (const auto& row : dossier.timeline) check(row.statement);
  const auto& denied = dossier.disputes.at(0).denied;
  CHECK(denied.label == "does not accuse");
  const auto& note = dossier.notes[denied.notes[0] - 1];
  CHECK(note.speaker == "Gamma");
  CHECK(note.source == "Paper");
  CHECK(note.sentence.text == "Gamma says it is not so that Alpha accuses Beta");
  CHECK(note.sentence.marks.size() == 3);
}

TEST_CASE("dossier: what one says and another denies stands side by side", "[graph][report]") {
  const Dossier dossier = about_alpha();
  REQUIRE(dossier.disputes.size() == 1);
  CHECK(dossier.disputes[0].said.polarity == Polarity::kAffirmed);
  CHECK(dossier.disputes[0].denied.polarity == Polarity::kDenied);
}

TEST_CASE("dossier: the timeline follows the events' dates and leaves out what has no type", "[graph][report]") {
  const Dossier dossier = about_alpha();
  REQUIRE(dossier.timeline.size() == 4);
  CHECK(dossier.timeline[0].date == "2020-01-03");
  CHECK(dossier.timeline[1].date == "2020-02-01");
  CHECK(std::is_sorted(dossier.timeline.begin(), dossier.timeline.end(), [](const auto& a, const auto& b) { return a.date < b.date; }));
  report::DossierOptions few;
  few.timeline_rows = 1;
  CHECK(about_alpha({}, few).timeline_left_out == 3);
}

TEST_CASE("dossier: keeps to the filter", "[graph][report]") {
  query::ViewFilter filter;
  filter.period = query::DateRange("2020-03", "2020-03");
  const Dossier dossier = about_alpha(filter);
  CHECK(dossier.claims == 3);
  CHECK(dossier.disputes.empty());
  CHECK(dossier.first_date == "2020-03-01");
  filter = {};
  filter.types = {RelationType::kThreaten};
  CHECK(about_alpha(filter).claims == 0);
}

TEST_CASE("dossier: in Arabic with Arabic names and labels", "[graph][report]") {
  report::DossierOptions options;
  options.lang = "ar";
  const Dossier dossier = about_alpha({}, options);
  CHECK(dossier.name == "ألف");
  CHECK(dossier.posts[0].label == "يرأس");
  CHECK(dossier.right_to_left());
}

TEST_CASE("dossier: nobody by that key is a usage error", "[graph][report]") {
  const auto source = testing::report_graph();
  CHECK_THROWS_AS(build_dossier(query::EdgeReader(source, {}), EntityKey("gpe:nowhere"), {}), UsageError);
}
