#include "graph/render/theme.h"

#include <catch2/catch.hpp>
#include <string>

#include "graph/model/error.h"

using namespace isnad;
using render::parse_theme;
using render::themed_svg;

namespace {

const std::string kDrawing =
    "<?xml version=\"1.0\"?>\n<!-- made -->\n<svg width=\"10pt\" height=\"20pt\" viewBox=\"0 0 10 20\"><path stroke=\"#0072b2\" fill=\"none\"/>"
    "<text font-family=\"Noto Sans\" fill=\"#1A1A1A\">the colour &quot;#0072B2&quot;</text></svg>";

std::string message(const std::string& text) {
  try {
    static_cast<void>(parse_theme(text, "my.theme"));
  } catch (const UsageError& error) {
    return error.what();
  }
  return "nothing";
}

}  // namespace

TEST_CASE("theme: changes the colours and fonts of attributes, not text", "[graph][render]") {
  const auto theme = parse_theme("# mine\n\ncooperation #123456\n  ink\t#00ff00 \nfonts Amiri, serif\n", "my.theme");
  CHECK(themed_svg(kDrawing, theme) ==
        "<?xml version=\"1.0\"?>\n<!-- made -->\n<svg width=\"10pt\" height=\"20pt\" viewBox=\"0 0 10 20\"><path stroke=\"#123456\" fill=\"none\"/>"
        "<text font-family=\"Amiri, serif\" fill=\"#00FF00\">the colour &quot;#0072B2&quot;</text></svg>");
}

TEST_CASE("theme: the empty one changes nothing, that for print leaves no colour", "[graph][render]") {
  CHECK(themed_svg(kDrawing, {}) == kDrawing);
  const std::string printed = themed_svg(kDrawing, render::print_theme());
  CHECK(printed.find("stroke=\"#000000\"") != std::string::npos);
  for (const auto& [from, to] : render::print_theme().colours) {
    CAPTURE(from);
    CHECK(to.substr(1, 2) == to.substr(3, 2));
    CHECK(to.substr(3, 2) == to.substr(5, 2));
  }
}

TEST_CASE("theme: faults name file and line", "[graph][render]") {
  CHECK(message("ink #000000\nwater #0000ff\n") == "my.theme:2: no such name: water");
  CHECK(message("ink blue") == "my.theme:1: ink needs a colour like #0072B2");
  CHECK(message("ink") == "my.theme:1: ink needs a colour like #0072B2");
  CHECK(message("fonts") == "my.theme:1: fonts needs a list of families");
}

TEST_CASE("page size: the drawing keeps its shape on the page", "[graph][render]") {
  const std::string page = render::on_page(kDrawing, "a4");
  CHECK(page.find("<svg width=\"210mm\" height=\"297mm\" viewBox=\"0 0 10 20\">") != std::string::npos);
  CHECK_THROWS_AS(render::on_page(kDrawing, "a5"), UsageError);
}
