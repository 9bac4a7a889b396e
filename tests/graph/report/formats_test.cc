#include "graph/report/formats.h"

#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <string>

#include "tests/graph/report/report_graph.h"

using namespace isnad;
using report::Dossier;

namespace {

Dossier alpha(const std::string& lang) {
  const auto source = testing::report_graph();
  report::DossierOptions options;
  options.lang = lang;
  Dossier dossier = report::build_dossier(query::EdgeReader(source, {}), EntityKey("gpe:a"), options);
  dossier.diagram_svg = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"30\"><rect width=\"60\" height=\"30\"/></svg>";
  return dossier;
}

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
  const std::regex regex(pattern);
  std::set<std::string> out;
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) out.insert((*it)[1]);
  return out;
}

/// A dossier in which every string is the given one.
Dossier hostile(const std::string& text) {
  Dossier dossier = alpha("en");
  dossier.name = dossier.second_name = text;
  dossier.other_names = {text};
  for (auto& section : dossier.sections) {
    for (auto& statement : section.statements) statement.subject = statement.label = statement.object = text;
  }
  for (auto& note : dossier.notes) {
    note.sentence = {text, {}};
    note.speaker = note.title = note.source = text;
    note.url = "https://example.org/?a=\"><script>" + text;
  }
  return dossier;
}

}  // namespace

TEST_CASE("report: every note number in HTML is a link to its note, and every note is used", "[graph][report]") {
  const std::string page = report::to_html(alpha("en"));
  const auto links = matches(page, "href=\"#note-([0-9]+)\"");
  CHECK(links.size() == 5);
  CHECK(links == matches(page, "id=\"note-([0-9]+)\""));
  CHECK(page.find("<svg ") != std::string::npos);
  CHECK(page.find("<?xml") == std::string::npos);
  CHECK(page.find("<mark class=\"r\">accuses</mark>") != std::string::npos);
  CHECK(page.find("In dispute") != std::string::npos);
}

TEST_CASE("report: Arabic pages read from right to left", "[graph][report]") {
  const std::string page = report::to_html(alpha("ar"));
  CHECK(page.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
  CHECK(page.find("ما يُختلف عليه") != std::string::npos);
}

TEST_CASE("report: Markdown notes match their references", "[graph][report]") {
  const std::string text = report::to_markdown(alpha("en"));
  CHECK(text.rfind("# Alpha\n", 0) == 0);
  const auto defined = matches(text, "\n\\[\\^([0-9]+)\\]: ");
  CHECK(defined.size() == 5);
  CHECK(matches(text, "[^\n]\\[\\^([0-9]+)\\]") == defined);
}

TEST_CASE("report: PDF has pages, the same bytes each time, in both languages", "[graph][report]") {
  for (const std::string lang : {"en", "ar"}) {
    const std::string pdf = report::to_pdf(alpha(lang));
    CHECK(pdf.rfind("%PDF-", 0) == 0);
    CHECK(pdf.find("%%EOF") != std::string::npos);
    CHECK((pdf == report::to_pdf(alpha(lang))));
  }
}

TEST_CASE("report: a long dossier takes more pages", "[graph][report]") {
  Dossier dossier = alpha("en");
  const auto pages = [](const std::string& pdf) { return matches(pdf, "/Count ([0-9]+)"); };
  CHECK(pages(report::to_pdf(dossier)) == std::set<std::string>{"1"});
  for (int i = 0; i < 300; ++i) dossier.notes.push_back(dossier.notes.front());
  CHECK(pages(report::to_pdf(dossier)) != std::set<std::string>{"1"});
}

TEST_CASE("report: hostile strings are text in every format", "[graph][report]") {
  const auto tags = [](const std::string& page) { return matches(page, "(<[a-z/!?][^ >]*)"); };
  const auto harmless = tags(report::to_html(hostile("name")));
  for (const std::string text : {"<script>alert(1)</script>", "</li></ol><b>", "\" onload=\"x", "& &amp; &#60;", "[a](b) **c** `d` \\", "{% raw %} ${x}"}) {
    CAPTURE(text);
    CHECK(tags(report::to_html(hostile(text))) == harmless);
    CHECK_NOTHROW(report::to_pdf(hostile(text)));
    const std::string markdown = report::to_markdown(hostile(text));
    CHECK(markdown.find("<script>") == std::string::npos);
    CHECK(markdown.find("</li>") == std::string::npos);
  }
}

TEST_CASE("report: an actor without relations has a report that says so", "[graph][report]") {
  Dossier dossier;
  dossier.name = "Nobody";
  CHECK(report::to_html(dossier).find("No relations match this selection.") != std::string::npos);
  CHECK(report::to_markdown(dossier) == "# Nobody\n\nother\n\nNo relations match this selection.\n\n");
  CHECK(report::to_pdf(dossier).rfind("%PDF-", 0) == 0);
}
