#include "graph/query/intervals.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/graph/support/graph_builder.h"

using namespace isnad;
using query::held_on;
using query::Holding;
using query::holdings;

namespace {

/// Red and Blue fight over Town; each report is a document of its own.
class Reports {
 public:
  Reports() {
    graph_.entity("org:red", EntityType::kOrganisation, "الحمر", "Red");
    graph_.entity("org:blue", EntityType::kOrganisation, "الزرق", "Blue");
    graph_.entity("gpe:town", EntityType::kGpe, "البلدة", "Town");
  }

  Reports& say(const std::string& day, const std::string& who, const std::string& verb, RelationType type = RelationType::kControl,
               const std::string& outlet = "Post", Polarity polarity = Polarity::kAffirmed) {
    graph_.document("d" + std::to_string(number_++), outlet, day, "en");
    const std::string key = who == "Red" ? "org:red" : "org:blue";
    graph_.sentence(who + " " + verb + " Town .", {{.subject = who, .subject_entity = key, .type = type, .relation = verb, .object = "Town",
                                                    .object_entity = "gpe:town", .label_en = verb, .polarity = polarity}});
    return *this;
  }

  [[nodiscard]] std::vector<Holding> all(RelationType type = RelationType::kControl) const {
    return holdings(graph_.build(), type, EntityKey("gpe:town"));
  }

 private:
  testing::GraphBuilder graph_;
  int number_ = 0;
};

std::vector<std::string> holders(const std::vector<Holding>& all) {
  std::vector<std::string> out;
  for (const Holding& holding : all) out.push_back(holding.holder.str());
  return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("intervals: another's taking a place ends a hold", "[graph][query][intervals]") {
  const auto all = Reports().say("2020-01-05", "Red", "controls").say("2020-03-01", "Blue", "captures").all();
  REQUIRE(all.size() == 2);
  CHECK(all[0].ended == "2020-03-01");
  CHECK_FALSE(all[0].begins);
  CHECK(all[1].begins);
  CHECK(all[1].ended.empty());
  CHECK(holders(held_on(all, "2020-01-04")).empty());
  CHECK(holders(held_on(all, "2020-02-29")) == Names{"org:red"});
  CHECK(holders(held_on(all, "2020-03-01")) == Names{"org:blue"});
}

TEST_CASE("intervals: two that say they hold it at once are contested", "[graph][query][intervals]") {
  const auto all = Reports()
                       .say("2020-01-05", "Red", "controls", RelationType::kControl, "Red News")
                       .say("2020-01-06", "Blue", "controls", RelationType::kControl, "Blue News")
                       .all();
  const auto on = held_on(all, "2020-01-07");
  CHECK(holders(on) == Names{"org:red", "org:blue"});
  CHECK(on[0].sources == Names{"Red News"});
  CHECK(on[1].sources == Names{"Blue News"});
}

TEST_CASE("intervals: a loss, a retreat and a resignation end a hold; coming back is a new one", "[graph][query][intervals]") {
  const auto lost = Reports().say("2020-01-05", "Red", "captures").say("2020-02-01", "Red", "loses").say("2020-04-01", "Red", "retakes").all();
  REQUIRE(lost.size() == 2);
  CHECK(lost[0].ended == "2020-02-01");
  CHECK(holders(held_on(lost, "2020-03-01")).empty());
  CHECK(held_on(lost, "2020-05-01").size() == 1);
  const auto left =
      Reports().say("2020-01-05", "Red", "controls").say("2020-02-01", "Red", "withdraws from", RelationType::kRetreat).all();
  REQUIRE(left.size() == 1);
  CHECK(left[0].ended == "2020-02-01");
  const auto posts = Reports().say("2019", "Red", "president of", RelationType::kRole).say("2020-02", "Red", "resigns from", RelationType::kRole)
                         .say("2020-02-10", "Blue", "becomes", RelationType::kRole).all(RelationType::kRole);
  CHECK(holders(held_on(posts, "2019-06-01")) == Names{"org:red"});
  CHECK(holders(held_on(posts, "2020-06-01")) == Names{"org:blue"});
}

TEST_CASE("intervals: of a post several may hold at once", "[graph][query][intervals]") {
  const auto all = Reports().say("2020-01-05", "Red", "joins", RelationType::kMember).say("2020-02-05", "Blue", "joins", RelationType::kMember).all(RelationType::kMember);
  CHECK(held_on(all, "2020-03-01").size() == 2);
}

TEST_CASE("intervals: a denial is kept beside what it denies, and holds nothing itself", "[graph][query][intervals]") {
  const auto all = Reports()
                       .say("2020-01-05", "Red", "controls")
                       .say("2020-01-06", "Red", "controls", RelationType::kControl, "Blue News", Polarity::kDenied)
                       .say("2020-01-07", "Blue", "controls", RelationType::kControl, "Post", Polarity::kDenied)
                       .all();
  REQUIRE(all.size() == 1);
  CHECK(all[0].claims.size() == 1);
  CHECK(all[0].denials.size() == 1);
}
