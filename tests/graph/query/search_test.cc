#include "graph/query/search.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using query::ClaimQuery;
using query::DateRange;
using query::find_claims;

namespace {

std::vector<std::string> ids(const ClaimSource& source, const ClaimQuery& query) {
  std::vector<std::string> out;
  const auto count = find_claims(source, query, [&](const Claim& claim, const Document& document) {
    CHECK(claim.document == document.id);
    out.push_back(claim.id.str());
    return true;
  });
  CHECK(count == out.size());
  return out;
}

}  // namespace

TEST_CASE("search: everything, in the order of documents, up to a limit", "[graph][query]") {
  const auto source = testing::idlib_graph();
  std::vector<std::string> expected;
  source.visit_claims([&](const Claim& claim) {
    expected.push_back(claim.id.str());
    return true;
  });
  CHECK(ids(source, {}) == expected);
  ClaimQuery three;
  three.limit = 3;
  CHECK(ids(source, three) == std::vector<std::string>(expected.begin(), expected.begin() + 3));
}

TEST_CASE("search: subject and object follow the arrow, also of passives", "[graph][query]") {
  testing::GraphBuilder graph;
  graph.entity("org:army", EntityType::kOrganisation, "الجيش", "the army").entity("fac:m5", EntityType::kFacility, "", "M5");
  testing::ClaimSpec taken{"M5", "fac:m5", RelationType::kControl, "was taken by", "the army", "org:army", "", "takes"};
  taken.subject_is_source = false;
  graph.document("d", "s", "2020-01-01", "en").sentence("M5 was taken by the army.", {taken});
  const auto source = graph.build();
  ClaimQuery query;
  query.subjects = {EntityKey("org:army")};
  CHECK(ids(source, query).size() == 1);
  query.objects = {EntityKey("fac:m5")};
  CHECK(ids(source, query).size() == 1);
  query.subjects = {EntityKey("fac:m5")};
  query.objects.clear();
  CHECK(ids(source, query).empty());
  ClaimQuery either;
  either.either = {EntityKey("fac:m5")};
  CHECK(ids(source, either).size() == 1);
}

TEST_CASE("search: finds claims whose other end is no entity", "[graph][query]") {
  testing::GraphBuilder graph;
  graph.entity("org:kremlin", EntityType::kOrganisation, "الكرملين", "Kremlin");
  graph.document("d", "s", "2020-01-01", "en")
      .sentence("Kremlin denies reports.",
                {{"Kremlin", "org:kremlin", RelationType::kReject, "denies", "reports", "", "", "denies"}});
  const auto source = graph.build();
  ClaimQuery query;
  query.subjects = {EntityKey("org:kremlin")};
  CHECK(ids(source, query) == std::vector<std::string>{"d#0#0"});
}

TEST_CASE("search: relation by type, label and lemma in either language", "[graph][query]") {
  const auto source = testing::idlib_graph();
  ClaimQuery query;
  query.relation = "ACCUSE";
  const auto all = ids(source, query);
  CHECK(all.size() == 4);
  for (const auto* word : {"accuse", "accuses", "accused", "accusing", "يتهم", "acc-no"}) {
    CAPTURE(word);
    query.relation = word;
    CHECK(ids(source, query) == (std::string(word) == "acc-no" ? std::vector<std::string>{} : all));
  }
  query.relation = "backs";  // a label of one claim, not of the type
  CHECK(ids(source, query) == std::vector<std::string>{"en1#1#0"});
  query.relation = "اتهمت";  // a lemma, as this graph has it
  CHECK(ids(source, query) == std::vector<std::string>{"ar1#3#0"});
}

TEST_CASE("search: polarity, modality, speaker, source, period and confidence narrow", "[graph][query]") {
  const auto source = testing::idlib_graph();
  ClaimQuery denied;
  denied.filter.polarity = Polarity::kDenied;
  CHECK(ids(source, denied) == std::vector<std::string>{"ar1#1#1"});
  ClaimQuery necessary;
  necessary.filter.modalities = {Modality::kNecessary};
  CHECK(ids(source, necessary) == std::vector<std::string>{"en1#3#2"});
  ClaimQuery borenkov;
  borenkov.speakers = {EntityKey("per:borenkov")};
  CHECK(ids(source, borenkov) == std::vector<std::string>{"ar1#2#0", "ar1#2#1"});
  ClaimQuery outlet;
  outlet.filter.sources = {"daily courier"};
  CHECK(ids(source, outlet).empty());
  outlet.filter.fold_words = [](std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
  };
  CHECK(ids(source, outlet).size() == 2);
  ClaimQuery twelfth;
  twelfth.filter.period = DateRange("2020-02-12", "2020-02-12");
  for (const auto& id : ids(source, twelfth)) CHECK(id.rfind("ar2#", 0) == 0);
  CHECK(ids(source, twelfth).size() == 6);
  ClaimQuery sure;
  sure.filter.min_confidence = 0.95F;
  CHECK(ids(source, sure).empty());
  ClaimQuery own_words;
  own_words.attributed = false;
  ClaimQuery reported;
  reported.attributed = true;
  CHECK(ids(source, own_words).size() + ids(source, reported).size() == ids(source, {}).size());
  CHECK(ids(source, reported).size() == 4);
}

TEST_CASE("search: one entity gives the same claims as a scan", "[graph][query]") {
  const auto source = testing::idlib_graph();
  source.visit_entities([&](const Entity& entity) {
    ClaimQuery one;
    one.subjects = {entity.key};
    ClaimQuery scan;
    scan.subjects = {entity.key, EntityKey("nobody")};
    CAPTURE(entity.key.str());
    CHECK(ids(source, one) == ids(source, scan));
    return true;
  });
}

TEST_CASE("search: a visitor stops it", "[graph][query]") {
  const auto source = testing::idlib_graph();
  std::size_t seen = 0;
  CHECK(find_claims(source, {}, [&](const Claim&, const Document&) { return ++seen < 2; }) == 2);
}

TEST_CASE("search: gives the sentence of a claim", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto claim = source.claim(ClaimId("en1#0#0"));
  REQUIRE(claim);
  const auto document = source.document(claim->document);
  REQUIRE(document);
  CHECK(query::sentence_text(*claim, *document) ==
        "The Kremlin accused Turkey on Thursday of bad faith over the deal that both had signed in Sochi.");
  CHECK(query::date_of(*claim, *document) == "2020-02-13");
}
