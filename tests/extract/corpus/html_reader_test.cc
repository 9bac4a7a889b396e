#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

namespace fs = std::filesystem;
using Complaints = std::vector<std::string>;

namespace {

std::string described(const Document& document) {
  const bool hashed = document.id.str().size() == 16 && document.url.empty();
  return "id: " + (hashed ? "hash" : document.id.str()) + "\nurl: " + document.url + "\nsource: " + document.source +
         "\ndate: " + document.published + "\nlang: " + document.lang + "\ntitle: " + document.title + "\n\n" + document.text +
         "\n";
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t k = 0; k < times; ++k) out += piece;
  return out;
}

}  // namespace

TEST_CASE("html: every page gives the article and nothing around it", "[extract][corpus][html]") {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(ISNAD_TEST_PAGES)) {
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  REQUIRE(pages.size() >= 7);
  for (const fs::path& page : pages) {
    INFO(page);
    const Read got = read({page});
    CHECK(got.complaints.empty());
    REQUIRE(got.documents.size() == 1);
    CHECK(described(got.documents[0]) == file_bytes(fs::path(page).replace_extension(".expected")));
  }
}

TEST_CASE("html: pages without an article are reported", "[extract][corpus][html]") {
  CHECK(read_one("a.html", "").complaints == Complaints{"0: empty"});
  CHECK(read_one("a.html", "<html><body></body></html>").complaints == Complaints{"0: no article found in the page"});
  CHECK(read_one("a.html", "<nav><p>A paragraph that stands in a menu and is rather long for one.</p></nav>").complaints ==
        Complaints{"0: no article found in the page"});
  const std::string link =
      "<li><a href='/x'>A headline of another article that is rather long, so that its letters alone prove nothing</a></li>";
  CHECK(read_one("a.html", "<title>Front page</title><ul>" + repeated(link, 30) + "</ul>").complaints ==
        Complaints{"0: no article found in the page"});
}

TEST_CASE("html: faults of the bytes are reported with their line", "[extract][corpus][html]") {
  CHECK(read_one("a.html", "<p>One</p>\n<p>\xDE\xC7\xE1</p>").complaints == Complaints{"2: not valid UTF-8 at byte 14 (0xDE)"});
  CHECK(read_one("a.html", std::string("<p>One\0</p>", 11)).complaints == Complaints{"1: NUL at byte 6: not a text"});
  CHECK(read_one("a.html", "<meta charset=klingon><p>\xDE</p>").complaints ==
        Complaints{"0: character set \"klingon\" is not known"});
}

TEST_CASE("html: the text's limit is not the page's", "[extract][corpus][html]") {
  const std::string paragraph = "<p>" + repeated("All of this is one sentence of a long article, ", 1000) + "and so on.</p>";
  const std::string script = "<script>" + std::string(std::size_t{5} << 20U, 'x') + "</script>";
  CHECK(read_one("a.html", script + paragraph).documents.size() == 1);
  std::string paragraphs;
  for (int k = 0; k < 100; ++k) paragraphs += "<p>" + std::to_string(k) + " " + paragraph.substr(3);
  const Complaints got = read_one("a.html", paragraphs).complaints;
  REQUIRE(got.size() == 1);
  CHECK(got[0].ends_with(" bytes: more than 4 MiB are not analysed as one article"));
}

TEST_CASE("html: nesting without end is reported", "[extract][corpus][html]") {
  const std::string page = repeated("<div>", 100000) + "<p>A paragraph.</p>" + repeated("</div>", 100000);
  CHECK(read_one("a.html", page).complaints == Complaints{"0: HTML nested too deep"});
}

TEST_CASE("html: markup made to take for ever is refused or read in time", "[extract][corpus][html]") {
  std::string attributes = "<p";
  for (int k = 0; k < 300000; ++k) attributes += " a" + std::to_string(k) + "=1";
  CHECK(read_one("a.html", attributes + ">A paragraph that is long enough.</p>").complaints ==
        Complaints{"0: tags with too many attributes to be a page"});
  CHECK(read_one("a.rss", "<rss><channel>" + attributes + "/></channel></rss>").complaints ==
        Complaints{"0: tags with too many attributes to be a page"});
  // Unclosed elements, bodies side by side, links without end.
  CHECK(read_one("a.html", "<p>A paragraph that is long enough." + repeated("<b><i>x", 100000)).complaints.size() <= 1);
  CHECK(read_one("a.html", repeated("<div class=article-body><p>One more paragraph of many in here.</p></div>", 30000)).documents.size() == 1);
  CHECK(read_one("a.html", repeated("<a href=x>One more link to nowhere.</a><br>", 100000)).documents.empty());
  CHECK(read_one("a.html", repeated("<!--", 1000000) + repeated("<![CDATA[", 100000)).documents.empty());
}

TEST_CASE("html: entities, comments and broken markup", "[extract][corpus][html]") {
  const Read got = read_one(
      "a.html",
      "<p>Tom &amp; Jerry&nbsp;said <!-- not this --><b>&quot;no&quot;<p>And &#1602;&#1575;&#1604; left<script>x()</script>.");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "Tom & Jerry said \"no\"\n\nAnd قال left.");
}

TEST_CASE("html: sentences that start like a button are kept", "[extract][corpus][html]") {
  for (const char* line : {"إعلان دمشق يضم أحزاباً عدة.", "اشترك في الاجتماع وزراء ست دول.",
                           "Read more than once, the letter confirms it.", "Related companies paid the fine."}) {
    const Read got = read_one("a.html", "<p>A first paragraph.</p><p>" + std::string(line) + "</p>");
    REQUIRE(got.documents.size() == 1);
    CHECK(got.documents[0].text == "A first paragraph.\n\n" + std::string(line));
  }
  const Read got = read_one("a.html", "<p>A first paragraph.</p><p>إعلان</p><p>Read more: a thing</p><p>RELATED:</p>");
  CHECK(got.documents.at(0).text == "A first paragraph.");
}

TEST_CASE("html: without any metadata the file's name still gives the date", "[extract][corpus][html]") {
  const Read got = read_one("2016-04-05-a.html", "<p>A paragraph that is the whole article.</p>");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].published == "2016-04-05");
  CHECK(got.documents[0].title.empty());
}

}  // namespace isnad::corpus
