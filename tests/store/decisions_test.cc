// An analyst's decisions hold for every document, whenever it came, and leave no trace when they are taken back.

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

#include "graph/model/decision.h"
#include "graph/model/error.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/store/random_change.h"
#include "tests/store/random_decisions.h"
#include "tests/support/describe.h"
#include "tests/support/memory_claim_source.h"
#include "tests/support/temporary_folder.h"

using isnad::Decision;
using isnad::DecisionKind;
using isnad::Decisions;
using isnad::EntityKey;
using isnad::store::OpenMode;
using isnad::store::Store;
using isnad::testing::describe;
using isnad::testing::MemoryClaimSource;
using isnad::testing::random_decisions;
using isnad::testing::RandomChanges;
using isnad::testing::TemporaryFolder;

namespace {

/// All that a store answers.
std::string answers(const isnad::ClaimSource& source) {
  std::string out;
  source.visit_entities([&](const isnad::Entity& entity) {
    out += describe(entity) + '\n';
    for (const auto& alias : entity.aliases) {
      for (const EntityKey& key : source.find_by_name(alias.key)) out += alias.key + " is " + key.str() + '\n';
    }
    return true;
  });
  source.visit_edges([&](const isnad::Edge& edge) {
    out += describe(edge) + '\n';
    return true;
  });
  source.visit_claims([&](const isnad::Claim& claim) {
    out += describe(claim) + '\n';
    return true;
  });
  return out;
}

MemoryClaimSource decided(const MemoryClaimSource& said, const Decisions& decisions) {
  MemoryClaimSource out;
  for (const auto& [id, extraction] : said.extractions()) out.put(decisions.apply(extraction));
  return out;
}

}  // namespace

TEST_CASE("decide: documents before and after follow, and nothing depends on the order", "[store][decisions]") {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    const TemporaryFolder folder;
    Store store(folder.path() / "db", OpenMode::kCreate);
    RandomChanges changes(seed);
    MemoryClaimSource said;
    std::vector<Decision> last;
    for (std::uint32_t step = 0; step < 60; ++step) {
      const auto change = changes.next();
      change.apply_to(said);
      if (change.put) {
        store.put(*change.put);
        CHECK(store.put(*change.put) == isnad::store::PutResult::kUnchanged);
      } else {
        store.remove(change.document);
      }
      if (step % 10 != 9) continue;
      CAPTURE(step);
      last = random_decisions(seed * 100 + step);
      store.decide(last);
      CHECK(isnad::store::verify(store) == std::vector<std::string>());
      CHECK(answers(store) == answers(decided(said, Decisions(last))));
    }
    // The same documents and decisions, the decisions first and the documents in another order.
    Store other(folder.path() / "other", OpenMode::kCreate);
    other.decide(last);
    for (auto at = said.extractions().rbegin(); at != said.extractions().rend(); ++at) other.put(at->second);
    CHECK(isnad::store::digest(store) == isnad::store::digest(other));
    CHECK(answers(store) == answers(other));
    // Taken back, they have never been.
    Store plain(folder.path() / "plain", OpenMode::kCreate);
    for (const auto& [id, extraction] : said.extractions()) plain.put(extraction);
    store.decide({});
    CHECK(isnad::store::verify(store) == std::vector<std::string>());
    CHECK(isnad::store::digest(store) == isnad::store::digest(plain));
    CHECK(answers(store) == answers(plain));
    CHECK(answers(store) == answers(said));
  }
}

TEST_CASE("decide: many small batches come to the same as one", "[store][decisions]") {
  const TemporaryFolder folder;
  Store one(folder.path() / "one", OpenMode::kCreate);
  Store many(folder.path() / "many", OpenMode::kCreate);
  RandomChanges changes(5);
  for (int i = 0; i < 80; ++i) {
    const auto change = changes.next();
    if (!change.put) continue;
    one.put(*change.put);
    many.put(*change.put);
  }
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    CAPTURE(seed);
    CHECK(one.decide(random_decisions(seed)) == many.decide(random_decisions(seed), 1));
    CHECK(isnad::store::digest(one) == isnad::store::digest(many));
    CHECK(isnad::store::verify(many) == std::vector<std::string>());
  }
}

TEST_CASE("decide: what the database keeps is read back, and a circle is refused", "[store][decisions]") {
  const TemporaryFolder folder;
  const auto decisions = random_decisions(3);
  REQUIRE(!decisions.empty());
  {
    Store store(folder.path(), OpenMode::kCreate);
    store.decide(decisions);
    CHECK(store.decide(decisions) == 0);
    Decision there;
    there.from = EntityKey("a");
    there.into = EntityKey("b");
    Decision back;
    back.from = EntityKey("b");
    back.into = EntityKey("a");
    CHECK_THROWS_WITH(store.decide({there, back}), Catch::Contains("circle"));
    CHECK(isnad::store::verify(store).empty());
  }
  const Store store(folder.path(), OpenMode::kReadOnly);
  CHECK(Decisions(store.decisions()) == Decisions(decisions));
}
