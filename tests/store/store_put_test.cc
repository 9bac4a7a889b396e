// What `put` refuses, what it takes for the same, and that threads do not disturb it.

#include <catch2/catch.hpp>

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "graph/model/error.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/support/describe.h"
#include "tests/support/random_extraction.h"
#include "tests/support/temporary_folder.h"

namespace {

using Catch::Matchers::Contains;
using isnad::Claim;
using isnad::Entity;
using isnad::EntityKey;
using isnad::Extraction;
using isnad::store::OpenMode;
using isnad::store::PutResult;
using isnad::store::Store;
using isnad::testing::describe;
using isnad::testing::RandomExtractions;
using isnad::testing::TemporaryFolder;

/// A small document in which every part is there.
Extraction small() {
  Extraction extraction;
  extraction.document.id = isnad::DocumentId("d");
  extraction.document.text = "روسيا تتهم تركيا";
  extraction.sentences = {{{0, static_cast<std::uint32_t>(extraction.document.text.size())}, "d#0", "ar"}};
  for (const char* key : {"gpe:russia", "gpe:turkey"}) {
    Entity entity;
    entity.key = EntityKey(key);
    entity.name_en = key + 4;
    entity.aliases = {{entity.name_en, entity.name_en, "en", 1}};
    extraction.entities.push_back(entity);
  }
  extraction.mentions = {{{0, 10}, EntityKey("gpe:russia"), 0, "lexicon"}};
  Claim claim;
  claim.id = isnad::ClaimId("d#0#0");
  claim.document = extraction.document.id;
  claim.subject = {"روسيا", {{0, 10}}, {0, 10}, EntityKey("gpe:russia"), false};
  claim.relation = {"تتهم", {{11, 19}}, {11, 19}, {}, false};
  claim.object = {"تركيا", {{20, 30}}, {20, 30}, EntityKey("gpe:turkey"), false};
  claim.type = isnad::RelationType::kAccuse;
  extraction.claims = {claim};
  return extraction;
}

}  // namespace

TEST_CASE("put: refuses extractions that contradict themselves, and stores nothing of them", "[store][put]") {
  struct Fault {
    const char* message;
    std::function<void(Extraction&)> make;
  };
  const std::vector<Fault> faults = {
      {"it has no id", [](Extraction& e) { e.document.id = {}; }},
      {"a sentence has the span [0, 31), which does not fit the text", [](Extraction& e) { e.sentences[0].span.end = 31; }},
      {"a sentence has the span [1, 30)", [](Extraction& e) { e.sentences[0].span.begin = 1; }},
      {"a mention has the span [12, 10)", [](Extraction& e) { e.mentions[0].span.begin = 12; }},
      {"a mention lies in no sentence", [](Extraction& e) { e.mentions[0].sentence = 1; }},
      {"a mention names the entity gpe:x, which the document does not list", [](Extraction& e) { e.mentions[0].entity = EntityKey("gpe:x"); }},
      {"claim d#0#0 names the entity gpe:x", [](Extraction& e) { e.claims[0].object.entity = EntityKey("gpe:x"); }},
      {"claim d#0#0 has the span [20, 99)", [](Extraction& e) { e.claims[0].object.head.end = 99; }},
      {"claim d#0#0 has the span [20, 99)", [](Extraction& e) { e.claims[0].object.spans[0].end = 99; }},
      {"claim d#0#0 names the entity gpe:y",
       [](Extraction& e) { e.claims[0].attribution = {{{"x", {}, {}, EntityKey("gpe:y"), false}, "say"}}; }},
      {"claim x#0#0 is not named after", [](Extraction& e) { e.claims[0].id = isnad::ClaimId("x#0#0"); }},
      {"claim d#0 is not named after", [](Extraction& e) { e.claims[0].id = isnad::ClaimId("d#0"); }},
      {"claim d#0#00 is not named after", [](Extraction& e) { e.claims[0].id = isnad::ClaimId("d#0#00"); }},
      {"claim d#0#0x is not named after", [](Extraction& e) { e.claims[0].id = isnad::ClaimId("d#0#0x"); }},
      {"claim d#0#0 is not named after", [](Extraction& e) { e.claims[0].sentence = 1; }},
      {"claim d#0#0 is not named after", [](Extraction& e) { e.claims[0].document = isnad::DocumentId("x"); }},
      {"claim d#1#0 lies in no sentence",
       [](Extraction& e) {
         e.claims[0].sentence = 1;
         e.claims[0].id = isnad::ClaimId("d#1#0");
       }},
      {"two claims with the id d#0#0", [](Extraction& e) { e.claims.push_back(e.claims[0]); }},
      {"lists the entity gpe:russia twice", [](Extraction& e) { e.entities.push_back(e.entities[0]); }},
      {"an entity has no key", [](Extraction& e) { e.entities[0].key = {}; }},
      {"lists the alias russia of gpe:russia twice", [](Extraction& e) { e.entities[0].aliases.push_back(e.entities[0].aliases[0]); }},
  };
  const TemporaryFolder folder;
  Store store(folder.path(), OpenMode::kCreate);
  const isnad::store::Hash128 empty = isnad::store::digest(store);
  for (const auto& fault : faults) {
    Extraction extraction = small();
    fault.make(extraction);
    CAPTURE(fault.message);
    CHECK_THROWS_WITH(store.put(extraction), Contains("cannot be stored") && Contains(fault.message));
    CHECK(isnad::store::digest(store) == empty);
  }
  CHECK(isnad::store::verify(store).empty());
  CHECK(store.put(small()) == PutResult::kAdded);
}

TEST_CASE("put: knows a document again wherever its file lies, and sees every change of what it gives", "[store][put]") {
  const TemporaryFolder folder;
  Store store(folder.path(), OpenMode::kCreate);
  CHECK(store.put(small()) == PutResult::kAdded);
  Extraction moved = small();
  moved.document.path = "elsewhere";
  moved.document.line = 9;
  CHECK(store.put(moved) == PutResult::kUnchanged);

  const std::vector<std::function<void(Extraction&)>> changes = {
      [](Extraction& e) { e.document.title = "t"; },
      [](Extraction& e) { e.document.published = "2020-02-13"; },
      [](Extraction& e) { e.document.lang = "ar"; },
      [](Extraction& e) { e.extractor = "other"; },
      [](Extraction& e) { e.words = 4; },
      [](Extraction& e) { e.sentences[0].lang = "en"; },
      [](Extraction& e) { e.claims[0].polarity = isnad::Polarity::kDenied; },
      [](Extraction& e) { e.claims[0].object.entity.reset(); },
      [](Extraction& e) { e.claims[0].confidence = 0.5F; },
      [](Extraction& e) { e.entities[0].aliases[0].mentions = 2; },
      [](Extraction& e) { e.mentions[0].rule = "name"; },
      [](Extraction& e) { e.claims.clear(); },
  };
  isnad::store::Hash128 last = isnad::store::digest(store);
  for (const auto& change : changes) {
    Extraction changed = small();
    change(changed);
    CHECK(store.put(changed) == PutResult::kReplaced);
    CHECK(isnad::store::verify(store).empty());
    const isnad::store::Hash128 now = isnad::store::digest(store);
    CHECK(now != last);
    last = now;
    CHECK(store.extraction(changed.document.id)->claims.size() == changed.claims.size());
  }
}

TEST_CASE("put: the order of lists that have none does not matter", "[store][put]") {
  const TemporaryFolder folder;
  Store store(folder.path(), OpenMode::kCreate);
  CHECK(store.put(small()) == PutResult::kAdded);
  Extraction reversed = small();
  std::swap(reversed.entities[0], reversed.entities[1]);
  CHECK(store.put(reversed) == PutResult::kUnchanged);
}

TEST_CASE("put: contains asks for content and extractor", "[store][put]") {
  const TemporaryFolder folder;
  Store store(folder.path(), OpenMode::kCreate);
  Extraction extraction = small();
  extraction.extractor = "isnad 1";
  const isnad::store::Hash128 content = isnad::store::content_hash(extraction.document);
  CHECK_FALSE(store.contains(extraction.document.id, content));
  store.put(extraction);
  CHECK(store.contains(extraction.document.id, content));
  CHECK(store.contains(extraction.document.id, content, "isnad 1"));
  CHECK_FALSE(store.contains(extraction.document.id, content, "isnad 2"));
  extraction.document.text += ".";
  CHECK_FALSE(store.contains(extraction.document.id, isnad::store::content_hash(extraction.document)));
  CHECK_FALSE(store.contains(isnad::DocumentId("other"), content));
}

TEST_CASE("put: readers in other threads see whole documents only", "[store][put]") {
  const TemporaryFolder folder;
  Store store(folder.path(), OpenMode::kCreate);
  RandomExtractions::Options options;
  options.documents = 8;
  std::atomic<bool> stop = false;
  std::atomic<int> faults = 0;
  std::atomic<int> rounds = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 2; ++i) {
    readers.emplace_back([&] {
      while (!stop) {
        try {
          if (!isnad::store::verify(store).empty()) ++faults;
          store.visit_edges([](const isnad::Edge&) { return true; });
          for (int entity = 0; entity < options.entities; ++entity) {
            store.visit_claims_of(RandomExtractions::entity_key(entity), [](const Claim&) { return true; });
          }
        } catch (const isnad::Error&) {
          ++faults;
        }
        ++rounds;
      }
    });
  }
  std::vector<std::thread> writers;
  for (std::uint32_t seed : {11U, 12U}) {
    writers.emplace_back([&, seed] {
      RandomExtractions extractions(seed, options);
      for (int i = 0; i < 100; ++i) {
        if (i % 4 == 3) {
          store.remove(RandomExtractions::document_id(extractions.below(options.documents)));
        } else {
          store.put(extractions.next());
        }
      }
    });
  }
  for (auto& writer : writers) writer.join();
  while (rounds < 4) std::this_thread::yield();
  stop = true;
  for (auto& reader : readers) reader.join();
  CHECK(faults == 0);
  CHECK(isnad::store::verify(store).empty());
}
