#include "graph/render/label_places.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace isnad::render;

namespace {

double off_line(const Position& place, double y) { return std::abs(place.y - y); }

}  // namespace

TEST_CASE("label places: beside the middle of its line, touching neither line nor nodes", "[graph][render]") {
  const std::vector<Rect> nodes = {box_around({0, 0}, {40, 20}), box_around({300, 0}, {40, 20})};
  const auto found = place_labels(nodes, {{{{20, 0}, {280, 0}}, {60, 14}}});
  CHECK(found.overlaps == 0);
  CHECK(found.middles.at(0).x == Approx(150));
  CHECK(off_line(found.middles.at(0), 0) >= 7);
  CHECK(off_line(found.middles.at(0), 0) < 12);
}

TEST_CASE("label places: a node in the middle of the way is stepped around", "[graph][render]") {
  const std::vector<Rect> nodes = {box_around({150, 0}, {50, 60})};
  const auto found = place_labels(nodes, {{{{0, 0}, {300, 0}}, {60, 14}}});
  CHECK(found.overlaps == 0);
  CHECK_FALSE(overlap(box_around(found.middles.at(0), {60, 14}), nodes.front()));
}

TEST_CASE("label places: lines on top of each other get labels that do not lie on each other", "[graph][render]") {
  const LabelledLine line{{{0, 0}, {400, 30}}, {50, 14}};
  const auto found = place_labels({}, {line, line, line, line, line});
  CHECK(found.overlaps == 0);
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t k = i + 1; k < 5; ++k) CHECK_FALSE(overlap(box_around(found.middles[i], {50, 14}), box_around(found.middles[k], {50, 14})));
  }
}

TEST_CASE("label places: what has no room at all is counted", "[graph][render]") {
  const std::vector<Rect> nodes = {box_around({50, 0}, {1000, 1000})};
  CHECK(place_labels(nodes, {{{{0, 0}, {100, 0}}, {60, 14}}}).overlaps == 1);
}

TEST_CASE("label places: other lines are kept free where there is room", "[graph][render]") {
  const LabelledLine upper{{{0, 12}, {300, 12}}, {}};
  const auto found = place_labels({}, {{{{0, 0}, {300, 0}}, {60, 14}}, upper});
  CHECK(found.middles.at(0).y < 0);
}

TEST_CASE("label places: lines of one point and without labels do no harm", "[graph][render]") {
  const auto found = place_labels({}, {{{{5, 5}}, {20, 10}}, {{{7, 7}}, {}}});
  CHECK(found.overlaps == 0);
  CHECK(found.middles.at(1).x == 7);
}

TEST_CASE("label places: as many overlaps as a slow count finds", "[graph][render]") {
  std::mt19937 random(11);
  const auto number = [&](int most) { return static_cast<double>(random() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 20; ++round) {
    std::vector<Rect> nodes;
    std::vector<LabelledLine> lines;
    for (int i = 0; i < 8; ++i) nodes.push_back(box_around({number(300), number(300)}, {50, 20}));
    for (int i = 0; i < 12; ++i) lines.push_back({{{number(300), number(300)}, {number(300), number(300)}}, {40, 12}});
    const auto found = place_labels(nodes, lines);
    std::size_t count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Rect box = box_around(found.middles[i], lines[i].label);
      for (const auto& node : nodes) count += shared_area(box, node) > 0 ? 1 : 0;
      for (std::size_t k = 0; k < i; ++k) count += shared_area(box, box_around(found.middles[k], lines[k].label)) > 0 ? 1 : 0;
    }
    CHECK(found.overlaps == count);
  }
}
