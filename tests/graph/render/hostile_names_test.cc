#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "graph/model/plain_text.h"
#include "graph/render/build_diagram.h"
#include "graph/render/layout.h"
#include "graph/render/web_page.h"
#include "tests/graph/render/page_data.h"
#include "tests/graph/render/xml_tree.h"
#include "tests/graph/support/graph_builder.h"

using namespace isnad;

namespace {

/// A diagram in which every string is the given one.
render::Diagram diagram_of(const std::string& text, const std::string& lang) {
  testing::GraphBuilder graph;
  graph.entity("a", EntityType::kPerson, text, text + "!").entity("b", EntityType::kOrganisation, text + "?", text);
  testing::ClaimSpec spec{"x", "a", RelationType::kAccuse, "x", "x", "b", text, text};
  spec.speaker = "x";
  graph.document("d" + text, text, "2020-01-01", lang).sentence("x " + text + " x", {spec});
  const auto source = graph.build();
  render::DiagramRequest request;
  request.lang = lang;
  request.title = text;
  request.subtitle = text;
  source.visit_edges([&](const Edge& edge) {
    request.edges.push_back(edge);
    return true;
  });
  return render::build_diagram(source, request);
}

std::map<std::string, std::size_t> element_counts(const testing::XmlElement& root) {
  std::map<std::string, std::size_t> out;
  for (const auto* element : testing::all_elements(root)) ++out[element->name];
  return out;
}

std::string drawn(const render::Diagram& diagram) { return render::render(diagram, {}).bytes; }

/// Spaces and the invisible joiner do not count.
std::string letters(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "\xE2\x81\xA0") == 0) {
      i += 2;
    } else if (text[i] != ' ') {
      out.push_back(text[i]);
    }
  }
  return out;
}

const std::vector<std::string> kHostile = {
    "<script>alert(1)</script>",
    "\"quoted\" 'single'",
    "a & b &amp; c &lt;b&gt; &#60;i&#62; &nbsp;",
    "back\\slash \\N \\G \\L \\n \\",
    "line\nbreak\r\ntab\t!",
    "]]> <!-- comment --> <?php ?>",
    "> label=<<B>x</B>> ] n0 -> n1 [label=\"",
    "\xE2\x80\xAEtxt.exe\xE2\x80\xAC \xE2\x81\xA6x\xE2\x81\xA9",
    "تركيا <b>\"و\"</b> & روسيا",
    "bad \xFF\xC3 bytes \x01\x02\x1B[31m",
    "{record|label} <port> \\| $x %s %n",
    "</text></svg><svg onload=\"x\">",
};

}  // namespace

TEST_CASE("hostile names: are text in SVG, never elements or attributes", "[graph][render]") {
  for (const std::string lang : {"en", "ar"}) {
    const auto harmless = element_counts(testing::parse_xml(drawn(diagram_of("name", lang))));
    for (const auto& name : kHostile) {
      CAPTURE(name, lang);
      const auto svg = drawn(diagram_of(name, lang));
      const auto root = testing::parse_xml(svg);
      std::string shown;
      for (const auto& text : testing::texts_of(root, "text")) shown += text;
      CHECK(letters(shown).find(letters(clean_text(name))) != std::string::npos);
      // Long names take more lines of text; nothing else may come or go.
      auto counts = element_counts(root);
      counts["text"] = harmless.at("text");
      CHECK(counts == harmless);
      for (const auto* element : testing::all_elements(root)) {
        for (const auto& [attribute, value] : element->attributes) CHECK(attribute.rfind("on", 0) != 0);
      }
    }
  }
}

TEST_CASE("hostile names: random bytes give well-formed SVG", "[graph][render]") {
  std::mt19937 random(11);
  const std::string alphabet = "<>&\"'\\;#/-![]{}|%$\n\tN a";
  for (int round = 0; round < 60; ++round) {
    std::string name;
    for (int i = 0; i < 20; ++i) {
      name.push_back(random() % 4 == 0 ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()]);
    }
    CAPTURE(name);
    CHECK_NOTHROW(testing::parse_xml(drawn(diagram_of(name, round % 2 == 0 ? "ar" : "en"))));
  }
}

TEST_CASE("hostile names: every format can be drawn", "[graph][render]") {
  for (const auto& name : kHostile) {
    const auto diagram = diagram_of(name, "ar");
    for (const auto format : {render::Format::kPng, render::Format::kPdf, render::Format::kDot}) {
      render::RenderOptions options;
      options.format = format;
      options.dpi = 50;
      CAPTURE(name, static_cast<int>(format));
      CHECK_FALSE(render::render(diagram, options).bytes.empty());
    }
  }
}

TEST_CASE("hostile names: are data in the web page, never markup", "[graph][render]") {
  const auto source_of = [](const std::string& text) {
    testing::GraphBuilder graph;
    graph.entity("a", EntityType::kPerson, text, text).entity("b", EntityType::kOrganisation, text, text);
    testing::ClaimSpec spec{"x", "a", RelationType::kAccuse, "x", "x", "b", text, text};
    spec.speaker = "x";
    return graph.document("d" + text, text, "2020-01-01", "en").sentence("x " + text + " x", {spec}).build();
  };
  const auto page_of = [&](const std::string& text) {
    const auto source = source_of(text);
    render::DiagramRequest request;
    source.visit_edges([&](const Edge& edge) {
      request.edges.push_back(edge);
      return true;
    });
    return render::web_page(source, request);
  };
  const auto around = [](const std::string& page) {
    const auto begin = page.find("application/json");
    return page.substr(0, begin) + page.substr(page.find("</script>", begin));
  };
  const auto harmless = around(page_of("name"));
  for (const auto& name : kHostile) {
    CAPTURE(name);
    const auto page = page_of(name);
    CHECK((around(page) == harmless));
    const auto data = testing::page_data(page);
    CHECK(data["nodes"][0]["names"][0] == clean_text(name));
    CHECK(data["sources"][0] == clean_text(name));
    CHECK(data["edges"][0]["labels"][1] == clean_text(name));
  }
}
