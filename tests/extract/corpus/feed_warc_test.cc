#include <catch2/catch.hpp>

#include "tests/extract/corpus/packed.h"
#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

using Complaints = std::vector<std::string>;

namespace {

std::string described(const Document& document) {
  return document.id.str() + "|" + document.title + "|" + document.published + "|" + document.source + "|" + document.url + "|" +
         document.lang + "|" + document.text;
}

std::string warc_record(const std::string& type, const std::string& url, const std::string& content_type,
                        const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url + "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& header, const std::string& body) { return "HTTP/1.1 200 OK\r\n" + header + "\r\n" + body; }

std::string response(const std::string& url, const std::string& block) {
  return warc_record("response", url, "application/http; msgtype=response", block);
}

std::string page(const std::string& text) { return "<html><title>T</title><p>" + text + "</p></html>"; }

}  // namespace

TEST_CASE("feed: RSS 2.0 with content, CDATA and modules", "[extract][corpus][feed]") {
  const Read got = read_one("a.rss", R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Coast Wire</title><language>en-GB</language><link>https://coast.example/</link>
<item><title>Port &amp;amp; fleet</title><link>https://coast.example/1</link><guid isPermaLink="false">c-1</guid>
<pubDate>Thu, 13 Feb 2020 23:10:00 +0200</pubDate><dc:creator>A. Writer</dc:creator>
<media:content url="https://coast.example/1.jpg"><media:title>A picture</media:title></media:content>
<description>Short.</description>
<content:encoded><![CDATA[<p>The port <b>opened</b>.</p><figure><figcaption>Caption</figcaption></figure><p>Ships came.</p><p>Read also: other news</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://coast.example/2</guid><description>&lt;p&gt;Only a summary.&lt;/p&gt;</description></item>
<item><title>Third</title></item>
</channel></rss>)");
  REQUIRE(got.documents.size() == 2);
  CHECK(described(got.documents[0]) ==
        "c-1|Port & fleet|2020-02-13|Coast Wire|https://coast.example/1|en|Port & fleet\n\nThe port opened.\n\nShips came.");
  CHECK(described(got.documents[1]) ==
        "https://coast.example/2|Second||Coast Wire|https://coast.example/2|en|Second\n\nOnly a summary.");
  CHECK(got.documents[1].line == 9);
  CHECK(got.complaints == Complaints{"10: item 3: no \"text\" and no \"sentences\" with words in them"});
}

TEST_CASE("feed: Atom, RSS 1.0, and an .xml that is neither", "[extract][corpus][feed]") {
  const Read atom = read_one("a.xml", R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>وكالة الساحل</title>
<entry><id>urn:1</id><title type="html">خبر &amp;quot;مهم&amp;quot;</title><link rel="self" href="https://a.example/self"/><link rel="alternate" href="https://a.example/1"/>
<published>2020-02-13T00:00:00Z</published><updated>2021-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>قال الوزير ذلك.</p><p>ثم غادر.</p></div></content></entry></feed>)");
  REQUIRE(atom.documents.size() == 1);
  CHECK(described(atom.documents[0]) ==
        "urn:1|خبر \"مهم\"|2020-02-13|وكالة الساحل|https://a.example/1|ar|خبر \"مهم\"\n\nقال الوزير ذلك.\n\nثم غادر.");
  const Read rdf = read_one(
      "feed",
      R"(<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Old</title></channel><item><title>T</title><link>https://a.example/o</link><dc:date>2004-05-06</dc:date><description>Text.</description></item></rdf:RDF>)");
  REQUIRE(rdf.documents.size() == 1);
  CHECK(rdf.documents[0].published == "2004-05-06");
  CHECK(read_one("a.xml", "<sitemap><url/></sitemap>").complaints ==
        Complaints{"1: this XML is neither RSS nor Atom (<sitemap>)"});
  CHECK(read_one("a.xml", "").complaints == Complaints{"0: empty"});
  CHECK(read_one("a.xml", "<rss><channel></channel></rss>").complaints == Complaints{"0: a feed without items"});
}

TEST_CASE("feed: cut short, the last item is no article; entities do not explode", "[extract][corpus][feed]") {
  const Read cut = read_one(
      "a.rss",
      "<rss><channel><item><title>A</title><description>Whole.</description></item><item><title>B</title><description>Hal");
  CHECK(cut.documents.size() == 1);
  REQUIRE(cut.complaints.size() == 1);
  CHECK(cut.complaints[0].find("nothing is read after item 1") != std::string::npos);
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"lol\">";
  for (int k = 1; k < 12; ++k) {
    bomb += "<!ENTITY a" + std::to_string(k) + " \"";
    for (int n = 0; n < 10; ++n) bomb += "&a" + std::to_string(k - 1) + ";";
    bomb += "\">";
  }
  const Read got = read_one(
      "a.rss", bomb + "]><rss><channel><item><title>&a11;</title><description>Text.</description></item></channel></rss>");
  for (const Document& document : got.documents) CHECK(document.text.size() < 1000);
  std::string deep = "<rss><channel><item><description>";
  for (int k = 0; k < 100000; ++k) deep += "<a>";
  CHECK_FALSE(read_one("a.rss", deep).complaints.empty());
}

TEST_CASE("feed: declared encodings", "[extract][corpus][feed]") {
  const Read got =
      read_one("a.rss",
               "<?xml version=\"1.0\" encoding=\"windows-1256\"?><rss><channel><item><title>x</title><description>\xDE\xC7\xE1 "
               "\xC7\xE1\xE6\xD2\xED\xD1.</description></item></channel></rss>");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "x\n\nقال الوزير.");
}

TEST_CASE("warc: pages out of responses, whatever their encodings", "[extract][corpus][warc]") {
  const std::string html = page("A paragraph that is long enough to be an article.");
  const std::string chunked = "5\r\n" + html.substr(0, 5) + "\r\n" + "100\r\n" + html.substr(5) +
                              std::string(256 - (html.size() - 5), ' ') + "\r\n0\r\n\r\n";
  const std::string arabic =
      "<html><title>T</title><p>\xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1 \xC5\xE4 \xC7\xE1\xE3\xDD\xC7\xE6\xD6\xC7\xCA "
      "\xC7\xD3\xCA\xE3\xD1\xCA.</p>";
  const std::string all =
      warc_record("warcinfo", "", "application/warc-fields", "software: test\r\n") +
      warc_record("request", "https://a.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      response(
          "https://a.example/2020/02/13/plain",
          answer("Content-Type: text/html; charset=utf-8\r\nContent-Length: " + std::to_string(html.size()) + "\r\n", html)) +
      response("https://a.example/chunked/", answer("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", chunked)) +
      response("https://a.example/undone", answer("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", html)) +
      response("https://a.example/gzip", answer("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", packed(html, "gzip"))) +
      response("https://a.example/arabic", answer("Content-Type: text/html; charset=windows-1256\r\n", arabic)) +
      response("https://a.example/x.png", answer("Content-Type: image/png\r\n", "no")) +
      response("https://a.example/404", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + html) +
      warc_record("resource", "https://a.example/resource", "text/html", html) +
      response("https://a.example/none", answer("Content-Type: text/html\r\n", "<p></p>"));
  for (const bool whole : {true, false}) {
    const Read got = whole ? read_one("a.warc", all)
                           : read_one("a.warc.gz", packed(all.substr(0, 200), "gzip") + packed(all.substr(200), "gzip"));
    REQUIRE(got.documents.size() == 6);
    CHECK(got.documents[0].url == "https://a.example/2020/02/13/plain");
    CHECK(got.documents[0].published == "2020-02-13");
    CHECK(got.documents[0].source == "a.example");
    CHECK(got.documents[0].path.ends_with("!https://a.example/2020/02/13/plain"));
    for (const std::size_t k : {0U, 1U, 2U, 3U, 5U})
      CHECK(got.documents[k].text == "T\n\nA paragraph that is long enough to be an article.");
    CHECK(got.documents[4].text == "T\n\nقال الوزير إن المفاوضات استمرت.");
    CHECK(got.complaints == Complaints{"0: record 11: no article found in the page"});
  }
}

TEST_CASE("warc: cut, damaged and hostile ones", "[extract][corpus][warc]") {
  const std::string good = response(
      "https://a.example/1", answer("Content-Type: text/html\r\n", page("A paragraph that is long enough to be an article.")));
  CHECK(read_one("a.warc", good + good.substr(0, good.size() - 40)).complaints ==
        Complaints{"0: record 2: the file ends in the middle of it"});
  CHECK(read_one("a.warc", good + "rubbish\nmore rubbish\n" + good).documents.size() == 2);
  CHECK(read_one("a.warc", "rubbish").complaints.size() == 2);
  CHECK(read_one("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n").complaints ==
        Complaints{"0: record 1: no Content-Length, so what follows cannot be found"});
  CHECK(read_one("a.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999999999999\r\n\r\n").complaints.size() ==
        1);
  CHECK(read_one("a.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999999\r\n\r\nx").complaints.back() ==
        "0: record 1: the file ends in the middle of it");
  const std::string bomb = packed(std::string(std::size_t{80} << 20U, ' '), "gzip");
  CHECK(read_one("a.warc", response("https://a.example/b", answer("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb)))
            .complaints == Complaints{"0: record 1: longer than 64 MiB"});
}

}  // namespace isnad::corpus
