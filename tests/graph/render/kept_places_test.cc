#include "graph/render/kept_places.h"

#include <catch2/catch.hpp>
#include <optional>
#include <random>
#include <vector>

using namespace isnad::render;

namespace {

constexpr Extent kBox{60, 24};

std::size_t overlaps(const std::vector<Extent>& nodes, const std::vector<Position>& places) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) found += overlap(box_around(places[i], nodes[i]), box_around(places[k], nodes[k])) ? 1 : 0;
  }
  return found;
}

}  // namespace

TEST_CASE("kept places: who has a place and room keeps it to the point", "[graph][render]") {
  const std::vector<std::optional<Position>> earlier = {Position{0, 0}, Position{200, 50}, Position{-90, 300}};
  const auto places = keep_places({kBox, kBox, kBox}, earlier, {{0, 1, {40, 12}}});
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(places[i].x == earlier[i]->x);
    CHECK(places[i].y == earlier[i]->y);
  }
}

TEST_CASE("kept places: names that have grown move all apart by one factor", "[graph][render]") {
  const std::vector<std::optional<Position>> earlier = {Position{0, 0}, Position{70, 0}, Position{0, 200}};
  const std::vector<Extent> nodes(3, Extent{100, 24});
  const auto places = keep_places(nodes, earlier, {});
  CHECK(overlaps(nodes, places) == 0);
  const double factor = places[1].x / 70;
  CHECK(factor > 1.4);
  CHECK(places[2].y == Approx(200 * factor));
}

TEST_CASE("kept places: a new one comes near those that it is tied to, where nothing stands", "[graph][render]") {
  const std::vector<std::optional<Position>> earlier = {Position{0, 0}, Position{2000, 0}, Position{2000, 200}, std::nullopt};
  const std::vector<Extent> nodes(4, kBox);
  const auto places = keep_places(nodes, earlier, {{3, 0, {40, 12}}});
  CHECK(overlaps(nodes, places) == 0);
  CHECK(distance(places[3], places[0]) < 300);
  // Room for the label of what ties them.
  CHECK(distance(places[3], places[0]) > 60);
}

TEST_CASE("kept places: a new one's arrow does not run through others", "[graph][render]") {
  // 0 and 2 are its ties; 1 stands between them.
  const std::vector<std::optional<Position>> earlier = {Position{0, 0}, Position{150, 0}, Position{300, 0}, std::nullopt};
  const std::vector<Extent> nodes(4, kBox);
  const auto places = keep_places(nodes, earlier, {{3, 0, {}}, {3, 2, {}}});
  CHECK_FALSE(crosses(places[3], places[0], box_around(places[1], kBox)));
  CHECK_FALSE(crosses(places[3], places[2], box_around(places[1], kBox)));
}

TEST_CASE("kept places: many on one point, none known, ties to oneself", "[graph][render]") {
  const std::vector<Extent> nodes(12, kBox);
  std::vector<std::optional<Position>> earlier(12, Position{5, 5});
  CHECK(overlaps(nodes, keep_places(nodes, earlier, {})) == 0);
  earlier.assign(12, std::nullopt);
  CHECK(overlaps(nodes, keep_places(nodes, earlier, {{0, 0, {}}, {0, 1, {}}})) == 0);
  CHECK(keep_places({}, {}, {}).empty());
}

TEST_CASE("kept places: never an overlap, and the old ones stay in proportion", "[graph][render]") {
  std::mt19937 random(5);
  const auto number = [&](int most) { return static_cast<double>(random() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 20; ++round) {
    std::vector<Extent> nodes;
    std::vector<std::optional<Position>> earlier;
    std::vector<Tie> ties;
    for (int i = 0; i < 30; ++i) {
      nodes.push_back({20 + number(80), 15 + number(30)});
      // Old ones stand on a grid, with room between them.
      earlier.push_back(i % 3 == 0 ? std::nullopt : std::optional<Position>(Position{150.0 * (i % 6), 90.0 * (i / 6)}));
      if (i > 0) ties.push_back({static_cast<std::size_t>(i), random() % static_cast<unsigned>(i), {30, 12}});
    }
    const auto places = keep_places(nodes, earlier, ties);
    CHECK(overlaps(nodes, places) == 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (earlier[i]) CHECK(distance(places[i], *earlier[i]) == Approx(0).margin(0.01));
    }
  }
}
