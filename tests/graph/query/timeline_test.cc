#include "graph/query/timeline.h"

#include <catch2/catch.hpp>

#include "graph/model/error.h"
#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using namespace isnad::query;

TEST_CASE("timeline: names the units in which dates lie", "[graph][query]") {
  CHECK(time_of("2020-02-12", TimeUnit::kDay) == "2020-02-12");
  CHECK(time_of("2020-02-12", TimeUnit::kWeek) == "2020-02-10");
  CHECK(time_of("2020-02-10", TimeUnit::kWeek) == "2020-02-10");
  CHECK(time_of("2020-02-16", TimeUnit::kWeek) == "2020-02-10");
  CHECK(time_of("2021-01-01", TimeUnit::kWeek) == "2020-12-28");
  CHECK(time_of("2020-02", TimeUnit::kMonth) == "2020-02");
  CHECK(time_of("2020", TimeUnit::kYear) == "2020");
  CHECK_FALSE(time_of("2020-02", TimeUnit::kDay));
  CHECK_FALSE(time_of("2020", TimeUnit::kMonth));
  CHECK_FALSE(time_of("soon", TimeUnit::kYear));
  CHECK(time_after("2020-02-28", TimeUnit::kDay) == "2020-02-29");
  CHECK(time_after("2020-12-28", TimeUnit::kWeek) == "2021-01-04");
  CHECK(time_after("2020-12", TimeUnit::kMonth) == "2021-01");
  CHECK(time_after("1999", TimeUnit::kYear) == "2000");
}

TEST_CASE("timeline: counts what happened to an actor and between two", "[graph][query]") {
  const auto source = testing::idlib_graph();
  TimelineQuery query;
  query.actors = {EntityKey("gpe:russia")};
  query.unit = TimeUnit::kDay;
  const Timeline about = timeline(source, query);
  REQUIRE(about.times.size() == 3);
  CHECK(about.times[0].time == "2020-02-12");
  CHECK(about.first_date == "2020-02-12");
  CHECK(about.last_date == "2020-02-14");
  CHECK(about.undated == 0);
  query.others = {EntityKey("gpe:turkey")};
  const Timeline between = timeline(source, query);
  std::uint32_t claims = 0;
  for (const auto& span : between.times) claims += span.claims;
  CHECK(claims == 3);  // accuses, does not agree, agrees
  CHECK(between.times.front().goldstein < 5);
}

TEST_CASE("timeline: has no gaps and refuses more times than anybody reads", "[graph][query]") {
  testing::GraphBuilder graph;
  graph.entity("a", EntityType::kPerson, "", "a").entity("b", EntityType::kPerson, "", "b");
  graph.document("d1", "s", "2020-01-30", "en").edge("a", RelationType::kAccuse, "b");
  graph.document("d2", "s", "2020-04-01", "en").edge("a", RelationType::kAid, "b");
  graph.document("d3", "s", "", "en").edge("a", RelationType::kAid, "b");
  auto source = graph.build();
  TimelineQuery query;
  const Timeline found = timeline(source, query);
  REQUIRE(found.times.size() == 4);
  CHECK(found.times[1].claims == 0);
  CHECK(found.times[0].conflict == 1);
  CHECK(found.times[3].cooperation == 1);
  CHECK(found.times[3].goldstein > 0);
  CHECK(found.undated == 1);
  graph.document("d4", "s", "1900-01-01", "en").edge("a", RelationType::kAid, "b");
  query.unit = TimeUnit::kDay;
  CHECK_THROWS_AS(timeline(graph.build(), query), UsageError);
}

TEST_CASE("timeline: a burst is where much more happens than usually", "[graph][query]") {
  const std::vector<std::uint32_t> counts = {2, 1, 3, 2, 1, 12, 15, 11, 2, 1, 2, 3, 1, 2};
  std::vector<TimeSpan> times;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    TimeSpan span;
    span.time = std::to_string(i);
    span.claims = counts[i];
    times.push_back(span);
  }
  const auto bursts = mark_bursts(times, 2.0, 1.0);
  REQUIRE(bursts.size() == 1);
  CHECK(bursts[0].first == "5");
  CHECK(bursts[0].last == "7");
  CHECK(bursts[0].claims == 38);
  CHECK(bursts[0].weight > 0);
  CHECK_FALSE(times[4].burst);
  CHECK(times[6].burst);
  for (auto& span : times) span.claims = 5;
  CHECK(mark_bursts(times, 2.0, 1.0).empty());
}
