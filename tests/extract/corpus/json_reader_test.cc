#include <catch2/catch.hpp>

#include "extract/corpus/corpus_reader.h"
#include "graph/model/error.h"
#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

using Complaints = std::vector<std::string>;

namespace {

std::string described(const Read& got) {
  std::string out;
  for (const Document& document : got.documents) {
    out += document.id.str() + "|" + document.title + "|" + document.published + "|" + document.source + "|" + document.url +
           "|" + document.lang + "|" + document.text + "|" + std::to_string(document.line) + "\n";
  }
  return out;
}

Read read_with(const std::string& name, const std::string& bytes, const std::vector<std::string>& assignments) {
  const TemporaryFolder folder;
  CorpusOptions options;
  options.paths = {folder.write(name, bytes)};
  for (const auto& assignment : assignments) options.fields.set(assignment);
  Diagnostics diagnostics;
  Read out;
  read_corpus(options, diagnostics, [&](Document&& document) {
    out.documents.push_back(std::move(document));
    return true;
  });
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    out.complaints.push_back(std::to_string(diagnostic.line) + ": " + diagnostic.message);
  return out;
}

}  // namespace

TEST_CASE("json: an array of articles, with the names of common exports", "[extract][corpus][json]") {
  const Read got = read_one("a.json", R"([
 {"guid":"g1","headline":"One","publishedAt":"2020-02-13T10:00:00Z","outlet":"Wire","link":"https://a.example/1","language":"en","body":"Text one."},
 {"_id":"g2","Title":"Two","created_at":1581580800,"source":{"id":null,"name":"Daily"},"content":"Text two."},
 {"id":3,"title":{"rendered":"Three"},"date_gmt":"2020-02-15","content":{"rendered":"<p>Text <b>three</b>.</p><p>More.</p>","protected":false}}
])");
  CHECK(described(got) ==
        "g1|One|2020-02-13|Wire|https://a.example/1|en|One\n\nText one.|2\n"
        "g2|Two|2020-02-13|Daily|||Two\n\nText two.|3\n"
        "3|Three||||"
        "|Three\n\nText three.\n\nMore.|4\n");
  CHECK(got.complaints.empty());
}

TEST_CASE("json: an object that holds the array, at the depth that search engines put it", "[extract][corpus][json]") {
  CHECK(described(read_one("a.json", R"({"status":"ok","articles":[{"id":1,"text":"A."},{"id":2,"text":"B."}],"total":2})")) ==
        "1|||||"
        "|A.|1\n2|||||"
        "|B.|1\n");
  CHECK(
      described(read_one(
          "a.json",
          R"({"took":3,"hits":{"total":1,"hits":[{"_index":"n","_id":"x","_source":{"text":"A.","comments":[{"text":"no"}]}}]}})")) ==
      "x|||||"
      "|A.|1\n");
  CHECK(described(read_one("a.json", R"({"response":{"docs":[{"headline":{"main":"H"},"body":"A."}]}})")).find("|H|") !=
        std::string::npos);
}

TEST_CASE("json: one article, its comments no articles", "[extract][corpus][json]") {
  CHECK(described(read_one("a.json", R"({"comments":[{"text":"no"}],"id":"x","text":"A.","related":{"text":"no"}})")) ==
        "x|||||"
        "|A.|1\n");
}

TEST_CASE("json: lines in a .json, and several values in a row", "[extract][corpus][json]") {
  CHECK(described(read_one("a.json", "{\"id\":1,\"text\":\"A.\"}\n{broken\n{\"id\":2,\"text\":\"B.\"}\n")) ==
        "1|||||"
        "|A.|1\n2|||||"
        "|B.|3\n");
  CHECK(described(read_one("a.json", "{\n\"id\":1,\"text\":\"A.\"\n}\n{\n\"id\":2,\"text\":\"B.\"}")) ==
        "1|||||"
        "|A.|1\n2|||||"
        "|B.|4\n");
}

TEST_CASE("json: a bad article is reported and the others are read; broken JSON ends the file", "[extract][corpus][json]") {
  const Read got = read_one(
      "a.json", "[{\"text\":\"A.\"},\n{\"title\":\"no text\"},\n{\"text\":\"B.\"},\n{\"text\":\"C.\" oops}, {\"text\":\"D.\"}]");
  CHECK(got.documents.size() == 2);
  REQUIRE(got.complaints.size() == 2);
  CHECK(got.complaints[0] == "2: record 2: no \"text\" and no \"sentences\" with words in them");
  CHECK(got.complaints[1].starts_with("4: broken JSON at byte"));
  CHECK(got.complaints[1].ends_with("what follows record 3 is not read"));
  CHECK(read_one("a.json", " \n").complaints == Complaints{"0: empty"});
  CHECK(read_one("a.json", "[]").complaints.size() == 1);
  CHECK(read_one("a.json", "{\"articles\":[]}").complaints.size() == 1);
  CHECK(read_one("a.json", "17").complaints == Complaints{"1: no JSON object"});
}

TEST_CASE("json: huge strings and endless nesting are bounded", "[extract][corpus][json]") {
  const std::string huge = "[{\"text\":\"A.\"},{\"text\":\"" + std::string(std::size_t{65} << 20U, 'x') + "\"}]";
  const Read got = read_one("a.json", huge);
  CHECK(got.documents.size() == 1);
  CHECK(got.complaints == Complaints{"1: an article of more than 64 MiB; what follows record 1 is not read"});
  CHECK(read_one("a.json", std::string(1000000, '[')).complaints == Complaints{"1: JSON nested deeper than 64"});
  std::string objects;
  for (int k = 0; k < 100000; ++k) objects += "{\"articles\":";
  CHECK(read_one("a.json", objects).complaints == Complaints{"1: JSON nested deeper than 64"});
}

TEST_CASE("fields: names given by the user replace the usual ones", "[extract][corpus][json]") {
  const std::string line = R"({"text":"no","nested":{"story":"Yes."},"kicker":"K","day":"2020-02-13"})";
  const Read got = read_with("a.jsonl", line + "\n", {"text=nested.story", "title=kicker", "date=when", "date=day"});
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "K\n\nYes.");
  CHECK(got.documents[0].published == "2020-02-13");
  FieldMap fields;
  CHECK_THROWS_AS(fields.set("texts=body"), UsageError);
  CHECK_THROWS_AS(fields.set("text"), UsageError);
  CHECK_THROWS_AS(fields.set("text="), UsageError);
}

TEST_CASE("csv: quotes, line ends in cells, names of columns in two languages", "[extract][corpus][csv]") {
  const Read got = read_one("a.csv",
                            "\xEF\xBB\xBFID,Headline,Published At,Body\r\n1,\"A, \"\"quoted\"\" title\",2020-02-13,\"First "
                            "line.\r\nSecond line.\"\r\n\r\n2,Two,,Text two.\r\n3,,,\r\n4,Four,2020-02-16,Text four.");
  REQUIRE(got.documents.size() == 3);
  CHECK(got.documents[0].title == "A, \"quoted\" title");
  CHECK(got.documents[0].text == "A, \"quoted\" title\n\nFirst line.\nSecond line.");
  CHECK(got.documents[0].line == 2);
  CHECK(got.documents[1].line == 5);
  CHECK(got.documents[2].line == 7);
  CHECK(got.complaints == Complaints{"6: no \"text\" and no \"sentences\" with words in them"});
  const Read arabic = read_one("a.csv", "العنوان;النص;التاريخ\nعنوان;قال الوزير.;13 فبراير 2020\n");
  REQUIRE(arabic.documents.size() == 1);
  CHECK(arabic.documents[0].text == "عنوان\n\nقال الوزير.");
  CHECK(arabic.documents[0].published == "2020-02-13");
}

TEST_CASE("csv: tabs, numbered columns, a table nobody understands", "[extract][corpus][csv]") {
  CHECK(described(read_one("a.tsv", "id\ttext\tlang\n7\tText, with commas.\tar\n")) ==
        "7||||"
        "|ar|Text, with commas.|2\n");
  const Read numbered = read_with("a.csv", "1,Some text.\n2,More text.\n", {"id=1", "text=2"});
  CHECK(described(numbered) ==
        "1|||||"
        "|Some text.|1\n2|||||"
        "|More text.|2\n");
  const Read lost = read_one("a.csv", "alpha,beta\n1,2\n");
  CHECK(lost.complaints ==
        Complaints{"1: no column is known to hold the text; name it with --field text=COLUMN (columns: alpha, beta)"});
  CHECK(read_one("a.csv", "").complaints == Complaints{"0: empty"});
}

TEST_CASE("csv: a quotation mark that nothing closes is reported where it stands", "[extract][corpus][csv]") {
  const Read got = read_one("a.csv", "id,text\n1,One.\n2,\"Two.\n3,Three.\n");
  CHECK(got.documents.size() == 1);
  CHECK(got.complaints == Complaints{"3: a quotation mark that nothing closes; the rows from here on are not read"});
  const Read endless = read_one("a.csv", "id,text\n1,\"" + std::string(std::size_t{65} << 20U, 'x'));
  CHECK(endless.complaints == Complaints{"2: a row longer than 64 MiB; what follows is not read"});
}

TEST_CASE("csv: bytes of spreadsheets in windows-1256 and UTF-16", "[extract][corpus][csv]") {
  std::string bytes = "title,text\n";
  for (int k = 0; k < 5; ++k)
    bytes +=
        "\xDA\xE4\xE6\xC7\xE4,\xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1 \xC5\xE4 \xC7\xE1\xE3\xDD\xC7\xE6\xD6\xC7\xCA "
        "\xC7\xD3\xCA\xE3\xD1\xCA.\n";
  const Read arabic = read_one("a.csv", bytes);
  REQUIRE(arabic.documents.size() == 5);
  CHECK(arabic.documents[0].text == "عنوان\n\nقال الوزير إن المفاوضات استمرت.");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("text\tid\nSome text.\t9\n")) wide.append({c, '\0'});
  CHECK(described(read_one("a.tsv", wide)) ==
        "9|||||"
        "|Some text.|2\n");
}

}  // namespace isnad::corpus
