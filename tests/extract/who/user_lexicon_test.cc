#include "extract/who/user_lexicon.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/who/foreign_records.h"
#include "extract/who/lexicon.h"
#include "graph/model/error.h"
#include "tests/extract/who/testing.h"

using isnad::who::check;
using isnad::who::Lexicon;
using isnad::who::UserLexicon;
using isnad::who::UserRow;

namespace {

UserRow actor(std::vector<std::string> cells, std::string place = "mine.tsv:2") {
  cells.resize(7);
  return {UserRow::Kind::kActor, std::move(cells), std::move(place)};
}

UserRow term(std::vector<std::string> cells) {
  cells.resize(5);
  return {UserRow::Kind::kTerm, std::move(cells), "mine.tsv:9"};
}

/// Faults and, with `!` before them, warnings.
std::vector<std::string> told(const UserLexicon& rows) {
  static const Lexicon shipped;
  std::vector<std::string> out;
  for (const auto& finding : check(shipped, rows)) out.push_back((finding.is_fault ? "" : "!") + finding.what);
  return out;
}

isnad::who::UserFile read(const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / "isnad_user_lexicon_test.tsv";
  std::ofstream(path, std::ios::binary) << text;
  auto file = isnad::who::read_user_file(path);
  std::filesystem::remove(path);
  return file;
}

}  // namespace

TEST_CASE("user lexicon: rows of both kinds, written and read back", "[extract][who][lexicon]") {
  const std::string table =
      "#key\ttype\tname_ar\tname_en\taliases_ar\taliases_en\tcountry\nper:zahir-qandil\tPER\tظاهر قنديل\tZahir Qandil\tأبو "
      "النور\n"
      "#holder\toffice\tof\tfrom\tto\nper:zahir-qandil\tleader\torg:chp\t2001\n";
  const auto file = read("\xEF\xBB\xBF# mine\n" + table + "\r\n");
  CHECK(file.findings.empty());
  REQUIRE(file.rows.size() == 2);
  CHECK(file.rows[0].id() == "per:zahir-qandil");
  CHECK(file.rows[1].id() == "per:zahir-qandil leader org:chp 2001");
  CHECK(isnad::who::to_table(file.rows) == table);
}

TEST_CASE("user lexicon: each bad line is told with its number", "[extract][who][lexicon]") {
  const auto file = read(
      "per:x\tPER\n#key\ttype\n#key\ttype\tname_ar\tname_en\taliases_ar\taliases_en\tcountry\nper:a\tPER\tأ\nper:"
      "a\tPER\tب\n\t\tx\n\xFF\n1\t2\t3\t4\t5\t6\t7\t8\n");
  std::vector<std::string> lines;
  for (const auto& finding : file.findings) lines.push_back(finding.place.substr(finding.place.rfind(':') + 1));
  CHECK(lines == std::vector<std::string>{"1", "2", "5", "6", "7", "8"});
  CHECK(file.rows.size() == 1);
  CHECK(read("").findings.size() == 1);
}

TEST_CASE("user lexicon: contradictions are faults, doubtful names warnings", "[extract][who][lexicon]") {
  CHECK(told({actor({"per:zahir-qandil", "PER", "ظاهر قنديل", "Zahir Qandil", "", "", "syria"})}).empty());
  CHECK(told({actor({"per:x", "PERSON", "ظاهر"})}).size() == 1);
  CHECK(told({actor({"org:x", "PER", "ظاهر"})}).size() == 1);
  CHECK(told({actor({"per:", "PER", "ظاهر"})}).size() == 1);
  CHECK(told({actor({"per:x", "PER"})}).size() == 1);
  CHECK(told({actor({"per:x", "PER", "Zahir"})}).size() == 1);
  CHECK(told({actor({"per:x", "PER", "", "ظاهر"})}).size() == 1);
  CHECK(told({actor({"per:x", "PER", "ظاهر", "", "", "", "atlantis"})}).size() == 1);
  const auto same = told({actor({"per:x", "PER", "فلاديمير بوتين"})});
  REQUIRE(same.size() == 1);
  CHECK(same[0].front() == '!');
  CHECK(told({actor({"per:x", "PER", "~فلاديمير بوتين"})}).empty());
  CHECK(told({term({"per:vladimir-putin", "defence-minister", "gpe:russia", "1999", "1999-03"})}).empty());
  CHECK(told({term({"per:nobody-at-all", "president", "gpe:russia", "1999"})}).size() == 1);
  CHECK(told({term({"per:vladimir-putin", "emperor", "gpe:russia", "1999"})}).size() == 1);
  CHECK(told({term({"per:vladimir-putin", "president", "gpe:atlantis", "1999"})}).size() == 1);
  CHECK(told({term({"per:vladimir-putin", "president", "gpe:russia", "2001", "2000"})}).size() == 1);
  CHECK(told({term({"per:vladimir-putin", "president", "gpe:russia", "2001-13"})}).size() == 1);
}

TEST_CASE("user lexicon: a row names an actor, adds names to a known one, and receipts tell it", "[extract][who][lexicon]") {
  const isnad::who::Resolver resolver(
      {actor({"org:kremlin", "ORG", "قصر الكرملين"}), actor({"per:zahir-qandil", "PER", "ظاهر قنديل", "", "أبو النور"})});
  const auto parsed =
      isnad::who::testing::parse("ar", {"اتهم VERB 0 root\nأبو NOUN 1 nsubj\nالنور NOUN 2 nmod\nالكرملين PROPN 1 obj",
                                        "نفى VERB 0 root\nقصر NOUN 1 nsubj\nالكرملين PROPN 2 nmod"});
  const auto resolution = resolver.resolve(parsed.document, parsed.sentences);
  CHECK(isnad::who::testing::key_of(parsed, resolution, "أبو النور") == "per:zahir-qandil");
  CHECK(isnad::who::testing::key_of(parsed, resolution, "قصر الكرملين") == "org:kremlin");
  std::vector<std::string> evidence;
  for (const auto& mention : resolution.mentions) evidence.push_back(mention.evidence);
  REQUIRE(evidence.size() == 3);
  CHECK(evidence[0] == "user lexicon per:zahir-qandil");
  CHECK(evidence[1].find("organisations.tsv:") == 0);
  CHECK(evidence[2] == "user lexicon org:kremlin");
}

TEST_CASE("user lexicon: a name of the project's own means the user's actor", "[extract][who][lexicon]") {
  const Lexicon shipped;
  const isnad::who::Resolver resolver({actor({"per:other-putin", "PER", "بوتين"})});
  const auto parsed = isnad::who::testing::parse("ar", {"قال VERB 0 root\nبوتين PROPN 1 nsubj"});
  CHECK(isnad::who::testing::key_of(parsed, resolver.resolve(parsed.document, parsed.sentences), "بوتين") == "per:other-putin");
}

TEST_CASE("user lexicon: fingerprint follows the rows and not their places", "[extract][who][lexicon]") {
  const UserRow a = actor({"per:a", "PER", "ظاهر"}, "one.tsv:2");
  const UserRow b = actor({"per:b", "PER", "قنديل"});
  CHECK(isnad::who::fingerprint({}).empty());
  CHECK(isnad::who::fingerprint(isnad::who::merged({a}, {b})) == isnad::who::fingerprint(isnad::who::merged({b}, {a})));
  CHECK(isnad::who::fingerprint({a}) == isnad::who::fingerprint({actor({"per:a", "PER", "ظاهر"}, "two.tsv:7")}));
  CHECK(isnad::who::fingerprint({a}) != isnad::who::fingerprint({actor({"per:a", "PER", "ظاهر", "Zahir"})}));
}

TEST_CASE("user lexicon: a term of the same beginning takes the place of the project's", "[extract][who][lexicon]") {
  const Lexicon shipped;
  const auto& known = shipped.terms().front();
  const std::string person = shipped.entry(known.person).key;
  const Lexicon mended({term({person, shipped.offices()[known.office].slug, known.target, known.from, known.from})});
  CHECK(mended.terms().size() == shipped.terms().size());
  CHECK(mended.terms().back().to == known.from);
}

TEST_CASE("foreign records: an item of Wikidata becomes a row, what is of no kind none", "[extract][who][lexicon]") {
  isnad::who::WikidataRecords records;
  const std::string item =
      R"({"type":"item","id":"Q42","labels":{"ar":{"language":"ar","value":"ظاهر قنديل"},"en":{"language":"en","value":"Zahir Qandil"}},)"
      R"("aliases":{"en":[{"value":"Qandil"},{"value":"ظ"},{"value":"a|b"}]},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}},)";
  const auto row = records.row_of(item);
  REQUIRE(row);
  CHECK(row->cells == std::vector<std::string>{"per:wikidata-q42", "PER", "ظاهر قنديل", "Zahir Qandil", "", "!Qandil", ""});
  CHECK(told({*row}).empty());
  CHECK_FALSE(records.row_of("["));
  CHECK_FALSE(records.row_of(R"({"id":"Q7","labels":{"ar":{"value":"شيء"}},"claims":{}})"));
  CHECK_FALSE(records.row_of(R"({"id":"Q7","labels":[],"aliases":3,"claims":{"P31":[7,{"mainsnak":[]}]}})"));
  CHECK_THROWS_AS(records.row_of("{"), isnad::Error);
  CHECK_THROWS_AS(records.row_of("{}"), isnad::Error);
  CHECK_THROWS_AS(records.row_of(std::string(100'000, '[')), isnad::Error);
}

TEST_CASE("foreign records: a place of GeoNames with the names of its other file", "[extract][who][lexicon]") {
  isnad::who::GeoNamesRecords records(std::unordered_map<std::string, std::string>{{"SY", "syria"}});
  records.add_name("1\t170000\tar\tسراقب\t1");
  records.add_name("2\t170000\tfa\tسراقیب");
  CHECK_THROWS_AS(records.add_name("what"), isnad::Error);
  const auto row = records.row_of(
      "170000\tSarāqib\tSaraqib\tسراقب,سراقیب,Saraqeb\t35\t36\tP\tPPL\tSY\t\t\t\t\t\t0\t\t0\tAsia/Damascus\t2020-01-01");
  REQUIRE(row);
  CHECK(row->cells == std::vector<std::string>{"gpe:geonames-170000", "GPE", "!سراقب", "!Sarāqib", "", "!Saraqib", "syria"});
  CHECK_THROWS_AS(records.row_of("170000\tSarāqib"), isnad::Error);
}
