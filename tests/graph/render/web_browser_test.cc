// Opens pages in Chromium (Debian's; the test is there only where it is installed) and looks at what the page made of itself.

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

#include "graph/render/web_page.h"
#include "tests/graph/render/request_of.h"
#include "tests/graph/support/graph_builder.h"
#include "tests/support/temporary_folder.h"

using namespace isnad;

namespace {

/// Runs `script` in the page after its own; what it appends to the list `seen` comes back, each on a line, after the console's errors.
std::string seen_in_browser(std::string page, const std::string& script) {
  const testing::TemporaryFolder folder;
  const std::string driver =
      "<script>const seen = [];\nwindow.addEventListener('error', (e) => seen.push('ERROR ' + e.message));\ntry {\n" + script +
      "\n} catch (error) { seen.push('ERROR ' + error); }\nconst result = document.createElement('pre');\nresult.id = 'seen';\n"
      "result.textContent = '[[' + seen.join('\\n') + ']]';\ndocument.body.replaceChildren(result);</script></body>";
  page.replace(page.rfind("</body>"), 7, driver);
  const std::string file = (folder.path() / "page.html").string();
  std::ofstream(file) << page;
  const std::string command = "HOME='" + folder.path().string() + "' timeout 60 chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=5000 --enable-logging=stderr --dump-dom 'file://" + file +
                              "' 2>&1 | grep -v -e ':ERROR:' -e 'WARNING' ";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), got);
  pclose(pipe);
  CHECK(out.find("CONSOLE") == std::string::npos);
  const auto begin = out.find("[[");
  const auto end = out.find("]]", begin);
  REQUIRE(end != std::string::npos);
  return out.substr(begin + 2, end - begin - 2);
}

}  // namespace

TEST_CASE("web page in Chromium: filters, sentences and both languages work without an error", "[graph][render][browser]") {
  testing::GraphBuilder graph;
  graph.entity("gpe:a", EntityType::kGpe, "أَلِف", "Alpha").entity("gpe:b", EntityType::kGpe, "باء", "Beta");
  testing::ClaimSpec accuses{"Alpha", "gpe:a", RelationType::kAccuse, "accuses", "<b>Beta</b>", "gpe:b", "يتهم", "accuses"};
  testing::ClaimSpec helps{"Beta", "gpe:b", RelationType::kAid, "helps", "Alpha", "gpe:a", "يساعد", "helps"};
  graph.document("one", "Agency", "2020-01-01", "en").sentence("Alpha accuses <b>Beta</b>", {accuses});
  graph.document("two", "Paper", "2020-02-01", "en").sentence("Beta helps Alpha", {helps});
  const auto source = graph.build();
  const std::string seen = seen_in_browser(render::web_page(source, testing::request_of(source, "ar")), R"JS(
    const text = (id) => document.getElementById(id).textContent;
    seen.push(document.documentElement.dir, text('shown'));
    isnad.state.from = 1; seen.push(isnad.applyFilters());
    isnad.state.from = 0; isnad.state.families.delete(0); seen.push(isnad.applyFilters());
    document.getElementById('reset').click(); seen.push(isnad.applyFilters());
    isnad.state.sources.clear(); seen.push(isnad.applyFilters(), document.querySelector('.empty').textContent !== '');
    document.getElementById('reset').click();
    isnad.choose('edge', 0);
    seen.push(document.querySelector('#detail blockquote bdi').textContent, document.querySelectorAll('#detail b').length);
    seen.push([...document.querySelectorAll('#detail mark')].map((m) => m.className + ':' + m.textContent).join('|'));
    document.getElementById('language').click();
    seen.push(document.documentElement.dir, text('shown'), document.querySelector('#detail h3').textContent);
    seen.push(isnad.find('الف'), isnad.find('beta'), isnad.find('nobody'));
    document.getElementById('theme').click(); seen.push(document.documentElement.dataset.theme);
  )JS");
  CHECK(seen ==
        "rtl\n2 من 2 علاقة\n1\n1\n2\n0\ntrue\nAlpha accuses &lt;b&gt;Beta&lt;/b&gt;\n0\ns:Alpha|r:accuses|o:&lt;b&gt;Beta&lt;/b&gt;\n"
        "ltr\n2 of 2 relations\nAlpha — accuses — Beta\n0\n1\n-1\ndark");
}

TEST_CASE("web page in Chromium: two thousand arrows", "[graph][render][browser]") {
  testing::GraphBuilder graph;
  constexpr int kNodes = 400;
  for (int i = 0; i < kNodes; ++i) graph.entity("n:" + std::to_string(i), EntityType::kPerson, "اسم " + std::to_string(i), "Name " + std::to_string(i));
  for (int i = 0; i < 2000; ++i) {
    if (i % 100 == 0) graph.document("d" + std::to_string(i), "S" + std::to_string(i % 7), "2020-01-" + std::to_string(10 + i / 100), "en");
    const std::string from = "n:" + std::to_string(i % kNodes);
    const std::string to = "n:" + std::to_string((i * 7 + i / kNodes + 1) % kNodes);
    graph.edge(from, i % 2 == 0 ? RelationType::kAccuse : RelationType::kConsult, to == from ? "n:0" : to);
  }
  const auto source = graph.build();
  const auto request = testing::request_of(source, "en");
  const std::string seen = seen_in_browser(render::web_page(source, request), R"JS(
    const all = isnad.applyFilters();
    seen.push(all);
    const times = [];
    for (const family of [0, 1, 0, 1]) {
      const begin = performance.now();
      if (!isnad.state.families.delete(family)) isnad.state.families.add(family);
      const shown = isnad.applyFilters();
      isnad.cy.forceRender();
      times.push(performance.now() - begin);
      seen.push(shown < all);
    }
    seen.push('times ' + times.map((time) => time.toFixed(0)).join(' '));
  )JS");
  CHECK(seen.rfind(std::to_string(request.edges.size()) + "\ntrue\ntrue\ntrue\nfalse\n", 0) == 0);
  // For whoever measures: milliseconds of four filters; no assertion, as a busy machine takes longer.
  std::cout << seen.substr(seen.find("times")) << " ms\n";
}
