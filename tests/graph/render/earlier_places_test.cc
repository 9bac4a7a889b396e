#include "graph/render/earlier_places.h"

#include <catch2/catch.hpp>
#include <string>

#include "graph/model/error.h"

using namespace isnad;
using render::read_earlier_places;

namespace {

std::string node(const std::string& key, const std::string& shape, const std::string& more = "") {
  return "<g id=\"n\" class=\"node\" data-entity=\"" + key + "\"" + more + "><title>x</title>\n" + shape +
         "<text x=\"900\" y=\"900\">Name</text></g>\n";
}

std::string svg(const std::string& body) {
  return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><g transform=\"translate(4 300)\">\n" + body + "</g></svg>\n";
}

/// Returns: the message; the test fails when nothing is thrown.
std::string refused(const std::string& text) {
  try {
    static_cast<void>(read_earlier_places(text, "old.svg"));
  } catch (const FormatError& error) {
    UNSCOPED_INFO(error.what());
    return error.what();
  }
  UNSCOPED_INFO("read: " << text);
  FAIL("read it");
  return {};
}

}  // namespace

TEST_CASE("earlier places: the middle of each node's outline, y upwards", "[graph][render]") {
  const auto places = read_earlier_places(
      svg(node("gpe:turkey", "<polygon points=\"10,-20 50,-20 50,-40 10,-40\"/>") +
          node("per:x", "<ellipse cx=\"100\" cy=\"-7.5\" rx=\"9\" ry=\"4\"/>") +
          node("org:y", "<path d=\"M10,10C20,10 30,10 30,20L30,30Z\"/>") + "<g id=\"a0\"><path d=\"M0,0C1,1 2,2 3,3\"/></g>"),
      "old.svg");
  REQUIRE(places.size() == 3);
  CHECK(places.at("gpe:turkey").x == 30);
  CHECK(places.at("gpe:turkey").y == 30);
  CHECK(places.at("per:x").x == 100);
  CHECK(places.at("per:x").y == 7.5);
  CHECK(places.at("org:y").x == 20);
  CHECK(places.at("org:y").y == -20);
}

TEST_CASE("earlier places: what an editor moved counts", "[graph][render]") {
  const auto places = read_earlier_places(svg(node("gpe:a", "<ellipse cx=\"1\" cy=\"2\"/>", " transform=\"translate(10,-20)\"")), "old.svg");
  CHECK(places.at("gpe:a").x == 11);
  CHECK(places.at("gpe:a").y == 18);
}

TEST_CASE("earlier places: keys with marks of markup come back as they were", "[graph][render]") {
  const auto places = read_earlier_places(svg(node("per:&lt;b&gt; &quot;o&apos;x&amp;y", "<ellipse cx=\"1\" cy=\"2\"/>")), "old.svg");
  CHECK(places.count("per:<b> \"o'x&y") == 1);
}

TEST_CASE("earlier places: a file of lines", "[graph][render]") {
  const auto places = read_earlier_places("# where they stand\ngpe:turkey\t10\t20\nper:a b  -1.5 2e1\r\n\n", "places.tsv");
  REQUIRE(places.size() == 2);
  CHECK(places.at("gpe:turkey").y == -20);
  CHECK(places.at("per:a b").x == -1.5);
}

TEST_CASE("earlier places: whatever is wrong is told with its line", "[graph][render]") {
  const std::string good = node("gpe:a", "<ellipse cx=\"1\" cy=\"2\"/>");
  CHECK(refused(svg(good).substr(0, 150)).rfind("old.svg:3: not well-formed XML", 0) == 0);
  CHECK(refused(svg("")) == "old.svg: holds no nodes with data-entity: no network that isnad render drew");
  CHECK(refused(svg(good + node("gpe:b", "<ellipse cx=\"nan\" cy=\"2\"/>"))).rfind("old.svg:6: cx, cy", 0) == 0);
  CHECK(refused(svg(good + node("gpe:b", "<polygon points=\"1,2 3\"/>"))).rfind("old.svg:6: points: a coordinate", 0) == 0);
  CHECK(refused(svg(node("gpe:b", "<path d=\"M1e300,2\"/>"))).rfind("old.svg:4: d: not a number", 0) == 0);
  CHECK(refused(svg(node("gpe:b", "<path d=\"M1,2\"/>", " transform=\"translate(evil)\""))).rfind("old.svg:3: transform", 0) == 0);
  CHECK(refused("gpe:a 1 2\ngpe:b 1\n").rfind("old.svg:2: wanted", 0) == 0);
  CHECK(refused("gpe:a 1 2x\n").rfind("old.svg:1: wanted", 0) == 0);
  CHECK(refused("") == "old.svg: holds no places");
  CHECK(refused("<").rfind("old.svg", 0) == 0);
}

TEST_CASE("earlier places: entities of a document type are neither followed nor blown up", "[graph][render]") {
  const std::string bomb =
      "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
      "<svg><desc>&b;&c;</desc><g data-entity=\"gpe:a\"><ellipse cx=\"1\" cy=\"2\"/></g></svg>";
  CHECK(read_earlier_places(bomb, "old.svg").size() == 1);
}

TEST_CASE("earlier places: any cut of a good file is read or refused", "[graph][render]") {
  const std::string whole = svg(node("gpe:a", "<ellipse cx=\"1\" cy=\"2\"/>") + node("gpe:b", "<polygon points=\"1,2 3,4\"/>"));
  for (std::size_t cut = 0; cut < whole.size() - 2; ++cut) {
    CAPTURE(cut);
    CHECK(refused(whole.substr(0, cut)).find('\n') == std::string::npos);
  }
}
