#include "graph/render/embedded_fonts.h"

#include <glib.h>
#include <hb.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/plain_text.h"
#include "graph/render/layout.h"
#include "graph/render/theme.h"
#include "tests/graph/render/xml_tree.h"

using namespace isnad;

namespace {

render::Diagram diagram(const std::string& name) {
  render::Diagram out;
  out.lang = "ar";
  out.title = "عنوان Title";
  out.nodes.push_back({EntityKey("gpe:x"), name, "Second", EntityType::kGpe, 1, false});
  return out;
}

struct Embedded {
  std::string family;
  bool bold = false;
  std::string font;
};

/// The fonts of the style element, decoded.
std::vector<Embedded> fonts_in(const std::string& svg) {
  const auto root = testing::parse_xml(svg);
  std::vector<Embedded> out;
  for (std::string_view css : testing::texts_of(root, "style")) {
    for (auto at = css.find("@font-face{"); at != std::string_view::npos; at = css.find("@font-face{", at + 1)) {
      const std::string_view rule = css.substr(at, css.find('}', at) - at);
      const auto between = [&](std::string_view before, std::string_view after) {
        const auto begin = rule.find(before) + before.size();
        return std::string(rule.substr(begin, rule.find(after, begin) - begin));
      };
      gsize length = 0;
      guchar* bytes = g_base64_decode(between("base64,", ")").c_str(), &length);
      out.push_back({between("font-family:\"", "\""), between("font-weight:", ";") == "700", std::string(reinterpret_cast<char*>(bytes), length)});
      g_free(bytes);
    }
  }
  return out;
}

/// The advances of a text's glyphs in the order of the line, as HarfBuzz sets it in a font; empty where a glyph is missing.
std::vector<int> shaped(const std::string& font, const std::string& text) {
  hb_blob_t* blob = hb_blob_create(font.data(), static_cast<unsigned>(font.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_font_t* sized = hb_font_create(face);
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.c_str(), -1, 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(sized, buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  std::vector<int> out;
  bool whole = true;
  for (unsigned i = 0; i < count; ++i) {
    whole = whole && glyphs[i].codepoint != 0;
    out.push_back(places[i].x_advance);
  }
  hb_buffer_destroy(buffer);
  hb_font_destroy(sized);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return whole ? out : std::vector<int>();
}

}  // namespace

TEST_CASE("embedded fonts: each has the letters of its text, and what joins them", "[graph][render][fonts]") {
  const std::string name = "القوات المسلحة";
  const auto svg = render::with_embedded_fonts(render::render(diagram(name), {}).bytes);
  std::map<std::pair<std::string, bool>, std::string> fonts;
  for (auto& font : fonts_in(svg)) fonts[{font.family, font.bold}] = font.font;
  REQUIRE(fonts.count({"Noto Naskh Arabic", true}) == 1);
  REQUIRE(fonts.count({"Noto Naskh Arabic", false}) + fonts.count({"Noto Sans", false}) >= 1);
  const auto& bold = fonts.at({"Noto Naskh Arabic", true});
  const auto joined = shaped(bold, name);
  REQUIRE_FALSE(joined.empty());
  // Letters that are not joined are wider: the rules came along.
  int together = 0;
  for (const int advance : joined) together += advance;
  int apart = 0;
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::string_view before = rest;
    static_cast<void>(next_code_point(rest));
    for (const int advance : shaped(bold, std::string(before.substr(0, before.size() - rest.size())))) apart += advance;
  }
  CHECK(together < apart);
  // Cut down: letters that are not on the sheet are not there.
  CHECK(shaped(bold, "ظ").empty());
  CHECK(bold.size() < 60'000);
}

TEST_CASE("embedded fonts: nothing else of the drawing changes, and nothing is asked of a network", "[graph][render][fonts]") {
  const auto plain = render::render(diagram("<b>\"x\" & 'y'</b> تركيا"), {}).bytes;
  const auto svg = render::with_embedded_fonts(plain);
  CHECK(testing::texts_of(testing::parse_xml(svg), "text") == testing::texts_of(testing::parse_xml(plain), "text"));
  CHECK(svg.find("url(http") == std::string::npos);
  CHECK(svg == render::with_embedded_fonts(plain));
  CHECK(plain.find("@font-face") == std::string::npos);
}

TEST_CASE("embedded fonts: of a theme's families those that are installed", "[graph][render][fonts]") {
  render::Theme theme;
  theme.fonts = "No Such Family, Noto Sans, sans-serif";
  const auto svg = render::with_embedded_fonts(render::themed_svg(render::render(diagram("Alpha"), {}).bytes, theme));
  std::set<std::string> families;
  for (const auto& font : fonts_in(svg)) families.insert(font.family);
  CHECK(families == std::set<std::string>{"Noto Sans"});
  theme.fonts = "No Such Family";
  const auto bare = render::themed_svg(render::render(diagram("Alpha"), {}).bytes, theme);
  CHECK(render::with_embedded_fonts(bare) == bare);
}
