// Articles and their copies: links and counts are a function of the documents, whatever came and went, in whatever order.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "store/store.h"
#include "store/verify.h"
#include "tests/support/describe.h"
#include "tests/support/temporary_folder.h"

namespace {

using isnad::Claim;
using isnad::ClaimId;
using isnad::DocumentId;
using isnad::Edge;
using isnad::Entity;
using isnad::EntityKey;
using isnad::Extraction;
using isnad::store::OpenMode;
using isnad::store::Store;
using isnad::testing::TemporaryFolder;

constexpr const char* kClaim = "Russia accuses Turkey";

/// A report with one claim, or `claims` times the same.
Extraction report(const std::string& id, const std::string& source, const std::string& date, const std::string& body,
                  std::size_t claims = 1) {
  Extraction extraction;
  extraction.document.id = DocumentId(id);
  extraction.document.source = source;
  extraction.document.published = date;
  extraction.document.text = std::string(kClaim) + ". " + body;
  extraction.extractor = "test";
  extraction.sentences = {{{0, static_cast<std::uint32_t>(extraction.document.text.size())}, id + "#0", "en"}};
  for (const char* key : {"gpe:russia", "gpe:turkey"}) {
    Entity entity;
    entity.key = EntityKey(key);
    entity.name_en = key + 4;
    entity.aliases = {{entity.name_en, entity.name_en, "en", 1}};
    extraction.entities.push_back(entity);
  }
  for (std::size_t k = 0; k < claims; ++k) {
    Claim claim;
    claim.id = ClaimId(id + "#0#" + std::to_string(k));
    claim.document = extraction.document.id;
    claim.subject = {"Russia", {{0, 6}}, {0, 6}, EntityKey("gpe:russia"), false};
    claim.relation = {"accuses", {{7, 14}}, {7, 14}, {}, false};
    claim.object = {"Turkey", {{15, 21}}, {15, 21}, EntityKey("gpe:turkey"), false};
    claim.type = isnad::RelationType::kAccuse;
    extraction.claims.push_back(claim);
  }
  return extraction;
}

std::string words(std::mt19937& random, std::size_t count) {
  std::string text;
  for (std::size_t k = 0; k < count; ++k) text += "w" + std::to_string(random() % 5000) + " ";
  return text;
}

std::map<std::string, std::string> links(const Store& store) {
  std::map<std::string, std::string> out;
  store.visit_documents([&](const isnad::store::DocumentSummary& summary) {
    out[summary.document.id.str()] = summary.document.copy_of.str();
    return true;
  });
  return out;
}

std::string edges(const Store& store) {
  std::string out = isnad::testing::describe(store.edge_table());
  CHECK(out == isnad::testing::describe(store.ClaimSource::edge_table()));
  store.visit_edges([&](const Edge& edge) {
    out += std::to_string(edge.claims) + " " + std::to_string(edge.documents) + " " + std::to_string(edge.sources) + " " +
           edge.first_date + " " + edge.last_date + "\n";
    for (const auto& id : edge.claim_ids) out += "  " + id.str() + "\n";
    return true;
  });
  return out;
}

Edge only_edge(const Store& store) {
  Edge out;
  store.visit_edges([&](const Edge& edge) {
    out = edge;
    return true;
  });
  return out;
}

}  // namespace

TEST_CASE("copies: outlets that credit one agency are one source, whatever they make of it", "[store][copies]") {
  const TemporaryFolder folder;
  std::mt19937 random(2);
  Store store(folder.path() / "db", OpenMode::kCreate);
  for (const char* outlet : {"A", "B", "C"}) {
    Extraction told = report(outlet, outlet, "2020-02-15", words(random, 200));
    if (std::string(outlet) != "C") told.document.agency = "Agency";
    store.put(told);
  }
  CHECK(only_edge(store).documents == 3);
  CHECK(only_edge(store).sources == 2);
  const isnad::EdgeTable table = store.edge_table();
  REQUIRE(table.edges.size() == 1);
  CHECK(table.edges.front().sources == 2);
  CHECK(store.document(DocumentId("A"))->agency == "Agency");
  CHECK(verify(store).empty());
}

TEST_CASE("copies: an agency's report in three outlets is one piece of evidence", "[store][copies]") {
  const TemporaryFolder folder;
  std::mt19937 random(1);
  const std::string body = words(random, 200);
  Store store(folder.path() / "db", OpenMode::kCreate);
  store.put(report("third", "C", "2020-02-15", body + " Written by C.", 2));
  store.put(report("agency", "A", "2020-02-13", body));
  store.put(report("second", "B", "2020-02-14", "Another headline here. " + body.substr(0, body.size() * 3 / 4)));
  CHECK(links(store) == std::map<std::string, std::string>{{"agency", ""}, {"second", "agency"}, {"third", "agency"}});
  Edge edge = only_edge(store);
  CHECK(edge.claims == 2);
  CHECK(edge.documents == 1);
  CHECK(edge.sources == 1);
  CHECK(edge.first_date == "2020-02-13");
  CHECK(edge.last_date == "2020-02-15");
  CHECK(edge.claim_ids.size() == 4);
  CHECK(store.document(DocumentId("second"))->copy_of == DocumentId("agency"));

  store.put(report("other", "D", "2020-02-16", words(random, 200)));
  edge = only_edge(store);
  CHECK(edge.documents == 2);
  CHECK(edge.sources == 2);
  CHECK(edge.last_date == "2020-02-16");
  CHECK(verify(store).empty());

  // Without the original the earliest copy takes its place.
  store.remove(DocumentId("agency"));
  CHECK(links(store) == std::map<std::string, std::string>{{"other", ""}, {"second", ""}, {"third", "second"}});
  CHECK(verify(store).empty());
}

TEST_CASE("copies: claims of an edge say as what they count", "[store][copies]") {
  const TemporaryFolder folder;
  std::mt19937 random(2);
  const std::string body = words(random, 200);
  Store store(folder.path() / "db", OpenMode::kCreate);
  store.put(report("b", "B", "2020-02-14", body));
  store.put(report("a", "A", "2020-02-13", body));
  std::vector<std::string> seen;
  store.visit_claims_of_edge(only_edge(store).key, [&](const isnad::EdgeClaim& claim) {
    seen.push_back(claim.id.str() + " " + claim.document.str() + " " + claim.counted_as.str() + " " + claim.source + " " +
                   claim.date);
    return true;
  });
  CHECK(seen == std::vector<std::string>{"a#0#0 a a A 2020-02-13", "b#0#0 b a A 2020-02-14"});
}

TEST_CASE("copies: texts too short to tell are never copies", "[store][copies]") {
  const TemporaryFolder folder;
  Store store(folder.path() / "db", OpenMode::kCreate);
  for (const char* id : {"a", "b", "c"}) store.put(report(id, id, "2020-02-13", "The talks go on."));
  CHECK(only_edge(store).documents == 3);
  CHECK(verify(store).empty());
}

TEST_CASE("copies: any order of putting, replacing and removing gives the same links and counts", "[store][copies]") {
  std::mt19937 random(20200213);
  int copies = 0;
  for (int round = 0; round < 12; ++round) {
    const TemporaryFolder folder;
    std::map<std::string, Extraction> expected;
    std::vector<std::string> bodies;
    for (int k = 0; k < 6; ++k) bodies.push_back(words(random, 120));
    {
      Store store(folder.path() / "one", OpenMode::kCreate);
      for (int step = 0; step < 120; ++step) {
        const std::string id = "d" + std::to_string(random() % 30);
        if (random() % 4 == 0) {
          store.remove(DocumentId(id));
          expected.erase(id);
          continue;
        }
        std::string body = bodies[random() % bodies.size()];
        const std::size_t from = random() % (body.size() / 5);
        body = words(random, random() % 20) + body.substr(from, body.size() - from - random() % (body.size() / 5));
        // Many share a day, some have none.
        const std::string date = random() % 5 == 0 ? std::string() : "2020-02-1" + std::to_string(random() % 4);
        Extraction extraction = report(id, "s" + std::to_string(random() % 5), date, body, 1 + random() % 2);
        store.put(extraction);
        expected[id] = std::move(extraction);
      }
      CHECK(verify(store).empty());
    }
    std::vector<std::string> order;
    for (const auto& [id, extraction] : expected) order.push_back(id);
    std::shuffle(order.begin(), order.end(), random);
    Store fresh(folder.path() / "two", OpenMode::kCreate);
    for (const auto& id : order) fresh.put(expected.at(id));
    const Store worn(folder.path() / "one", OpenMode::kReadOnly);
    CHECK(links(worn) == links(fresh));
    CHECK(edges(worn) == edges(fresh));
    CHECK(verify(fresh).empty());
    CHECK(digest(worn) == digest(fresh));
    for (const auto& [id, original] : links(fresh)) copies += original.empty() ? 0 : 1;
  }
  CHECK(copies > 50);
}
