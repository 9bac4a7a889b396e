// The store against a slow, obvious model: whatever was put, replaced and removed in whatever order, both give the same
// answers, and the store finds no fault with itself.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "store/store.h"
#include "store/verify.h"
#include "tests/support/describe.h"
#include "tests/support/memory_claim_source.h"
#include "tests/support/random_extraction.h"
#include "tests/support/temporary_folder.h"

namespace {

using isnad::Alias;
using isnad::Claim;
using isnad::ClaimSource;
using isnad::Edge;
using isnad::Entity;
using isnad::EntityKey;
using isnad::Extraction;
using isnad::store::OpenMode;
using isnad::store::PutResult;
using isnad::store::Role;
using isnad::store::Store;
using isnad::testing::describe;
using isnad::testing::MemoryClaimSource;
using isnad::testing::RandomExtractions;
using isnad::testing::TemporaryFolder;

using Lines = std::vector<std::string>;

Lines entities_of(const ClaimSource& source) {
  Lines lines;
  source.visit_entities([&](const Entity& entity) {
    lines.push_back(describe(entity));
    return true;
  });
  return lines;
}

Lines edges_of(const ClaimSource& source) {
  Lines lines;
  source.visit_edges([&](const Edge& edge) {
    lines.push_back(describe(edge));
    return true;
  });
  // Counted by numbers they are the same.
  CHECK(describe(source.edge_table()) == describe(source.ClaimSource::edge_table()));
  return lines;
}

Lines edges_of(const ClaimSource& source, const EntityKey& key) {
  Lines lines;
  source.visit_edges_of(key, [&](const Edge& edge) {
    lines.push_back(describe(edge));
    return true;
  });
  return lines;
}

Lines claims_of(const ClaimSource& source) {
  Lines lines;
  source.visit_claims([&](const Claim& claim) {
    lines.push_back(describe(claim));
    return true;
  });
  return lines;
}

bool plays(const Claim& claim, const EntityKey& key, Role role) {
  const bool subject = claim.subject.entity == key;
  const bool object = claim.object.entity == key;
  const bool speaker = std::any_of(claim.attribution.begin(), claim.attribution.end(),
                                   [&](const auto& link) { return link.speaker.entity == key; });
  switch (role) {
    case Role::kSubject:
      return subject;
    case Role::kObject:
      return object;
    case Role::kSubjectOrObject:
      return subject || object;
    case Role::kSpeaker:
      return speaker;
    case Role::kAny:
      return subject || object || speaker;
  }
  return false;
}

void check_claims_of(const Store& store, const MemoryClaimSource& model, const EntityKey& key) {
  for (const Role role : {Role::kSubject, Role::kObject, Role::kSubjectOrObject, Role::kSpeaker, Role::kAny}) {
    Lines expected;
    model.visit_claims([&](const Claim& claim) {
      if (plays(claim, key, role)) expected.push_back(describe(claim));
      return true;
    });
    Lines actual;
    store.visit_claims_of(key, role, [&](const Claim& claim) {
      actual.push_back(describe(claim));
      return true;
    });
    CHECK(actual == expected);
  }
}

void check_documents(const Store& store, const MemoryClaimSource& model) {
  auto next = model.extractions().begin();
  store.visit_documents([&](const isnad::store::DocumentSummary& summary) {
    REQUIRE(next != model.extractions().end());
    const Extraction& extraction = next->second;
    CHECK(summary.document.id == next->first);
    CHECK(summary.claims == extraction.claims.size());
    CHECK(summary.sentences == extraction.sentences.size());
    CHECK(summary.text_bytes == extraction.document.text.size());
    CHECK(store.contains(next->first, isnad::store::content_hash(extraction.document), extraction.extractor));
    ++next;
    return true;
  });
  CHECK(next == model.extractions().end());
  for (const auto& [id, extraction] : model.extractions()) {
    REQUIRE(store.extraction(id));
    CHECK(describe(*store.extraction(id)) == describe(extraction));
    CHECK(describe(*store.document(id)) == describe(*model.document(id)));
    Lines claims;
    store.visit_claims_in(id, [&](const Claim& claim) {
      claims.push_back(describe(claim));
      CHECK(describe(*store.claim(claim.id)) == claims.back());
      const isnad::store::Evidence evidence = store.evidence(claim);
      CHECK(evidence.sentence.id == extraction.sentences[claim.sentence].id);
      CHECK(evidence.sentence_text == extraction.sentences[claim.sentence].span.of(extraction.document.text));
      return true;
    });
    CHECK(claims.size() == extraction.claims.size());
  }
}

void check_names(const Store& store, const MemoryClaimSource& model) {
  std::set<std::string> keys = {"", "nobody"};
  model.visit_entities([&](const Entity& entity) {
    for (const Alias& alias : entity.aliases) keys.insert(alias.key);
    return true;
  });
  for (const auto& key : keys) CHECK(store.find_by_name(key) == model.find_by_name(key));

  for (const std::string prefix : {"", "a", "ت", "acc", "zzz"}) {
    std::vector<std::pair<std::string, EntityKey>> expected;
    for (const auto& key : keys) {
      if (key.empty() || !key.starts_with(prefix)) continue;
      std::vector<EntityKey> bearers = model.find_by_name(key);
      std::sort(bearers.begin(), bearers.end());
      for (const auto& bearer : bearers) expected.emplace_back(key, bearer);
    }
    std::vector<std::pair<std::string, EntityKey>> actual;
    store.visit_aliases(prefix, [&](std::string_view key, const EntityKey& bearer, std::uint64_t) {
      actual.emplace_back(key, bearer);
      return true;
    });
    CHECK(actual == expected);
  }
}

void check_stats(const Store& store, const MemoryClaimSource& model) {
  const isnad::store::Stats stats = store.stats();
  CHECK(stats.documents == model.extractions().size());
  CHECK(stats.claims == claims_of(model).size());
  CHECK(stats.entities == entities_of(model).size());
  CHECK(stats.edges == edges_of(model).size());
  std::uint64_t words = 0;
  std::uint64_t sentences = 0;
  for (const auto& [id, extraction] : model.extractions()) {
    words += extraction.words;
    sentences += extraction.sentences.size();
  }
  CHECK(stats.words == words);
  CHECK(stats.sentences == sentences);
  CHECK(stats.bytes > 0);
}

/// The model answers as `ClaimSource` does for any keeper of a graph.
Lines claims_of_edges(const ClaimSource& source, const ClaimSource& edges) {
  Lines lines;
  edges.visit_edges([&](const isnad::Edge& edge) {
    source.visit_claims_of_edge(edge.key, [&](const isnad::EdgeClaim& claim) {
      lines.push_back(claim.id.str() + '|' + claim.document.str() + '|' + claim.source + '|' + claim.date);
      return true;
    });
    lines.emplace_back("");
    return true;
  });
  return lines;
}

/// Every way to ask for edges by some of their parts, whose order means nothing.
void check_matching(const Store& store, const MemoryClaimSource& model) {
  const auto edges = [](const ClaimSource& source, const isnad::EdgePattern& pattern) {
    Lines lines;
    source.visit_edges_matching(pattern, [&](const isnad::Edge& edge) {
      lines.push_back(describe(edge));
      return true;
    });
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  model.visit_edges([&](const isnad::Edge& edge) {
    for (unsigned mask = 0; mask < 8; ++mask) {
      isnad::EdgePattern pattern;
      if ((mask & 1U) != 0) pattern.source = edge.key.source;
      if ((mask & 2U) != 0) pattern.type = edge.key.type;
      if ((mask & 4U) != 0) pattern.target = edge.key.target;
      CHECK(edges(store, pattern) == edges(model, pattern));
      CHECK(store.count_matching(pattern, 1000) == model.count_matching(pattern, 1000));
    }
    return false;  // one edge a state of the store is enough: states are many
  });
}

void check_same(const Store& store, const MemoryClaimSource& model, int entities) {
  CHECK(entities_of(store) == entities_of(model));
  CHECK(edges_of(store) == edges_of(model));
  CHECK(claims_of(store) == claims_of(model));
  for (int i = 0; i < entities; ++i) {
    const EntityKey key = RandomExtractions::entity_key(i);
    CHECK(store.entity(key) == model.entity(key));
    CHECK(edges_of(store, key) == edges_of(model, key));
    check_claims_of(store, model, key);
  }
  Lines of_type;
  store.visit_claims_of_type(isnad::RelationType::kAccuse, [&](const Claim& claim) {
    of_type.push_back(describe(claim));
    return true;
  });
  Lines expected;
  model.visit_claims([&](const Claim& claim) {
    if (claim.type == isnad::RelationType::kAccuse) expected.push_back(describe(claim));
    return true;
  });
  CHECK(of_type == expected);
  CHECK(claims_of_edges(store, model) == claims_of_edges(model, model));
  check_matching(store, model);
  check_documents(store, model);
  check_names(store, model);
  check_stats(store, model);
}

isnad::store::Hash128 digest_in_other_order(const MemoryClaimSource& model, std::mt19937& random) {
  std::vector<const Extraction*> extractions;
  for (const auto& [id, extraction] : model.extractions()) extractions.push_back(&extraction);
  std::shuffle(extractions.begin(), extractions.end(), random);
  const TemporaryFolder folder;
  Store store(folder.path(), OpenMode::kCreate);
  for (const Extraction* extraction : extractions) CHECK(store.put(*extraction) == PutResult::kAdded);
  CHECK(isnad::store::verify(store).empty());
  return isnad::store::digest(store);
}

}  // namespace

TEST_CASE("store: agrees with a model through random puts, replacements and removals", "[store]") {
  const std::uint32_t seed = GENERATE(1U, 2U, 3U, 4U);
  CAPTURE(seed);
  std::mt19937 random(seed);
  RandomExtractions::Options options;
  options.documents = 12;
  options.entities = 10;
  RandomExtractions extractions(seed, options);
  const TemporaryFolder folder;
  auto store = std::make_unique<Store>(folder.path() / "db", OpenMode::kCreate);
  MemoryClaimSource model;
  for (int step = 0; step < 60; ++step) {
    CAPTURE(step);
    const int document = extractions.below(options.documents);
    const isnad::DocumentId id = RandomExtractions::document_id(document);
    switch (extractions.below(5)) {
      case 0:
        CHECK(store->remove(id) == model.remove(id));
        break;
      case 1:
        if (const auto place = model.extractions().find(id); place != model.extractions().end()) {
          CHECK(store->put(place->second) == PutResult::kUnchanged);
        }
        break;
      default: {
        const Extraction extraction = extractions.next(document);
        const bool known = model.extractions().contains(id);
        CHECK(store->put(extraction) == (known ? PutResult::kReplaced : PutResult::kAdded));
        model.put(extraction);
      }
    }
    if (step % 20 == 7) store->flush();
    if (step % 20 == 13) store->compact();
    if (step % 20 == 19) {
      store.reset();
      store = std::make_unique<Store>(folder.path() / "db", OpenMode::kReadWrite);
    }
    CHECK(isnad::store::verify(*store) == Lines());
    if (step % 6 == 5) check_same(*store, model, options.entities);
  }
  CHECK(isnad::store::digest(*store) == digest_in_other_order(model, random));
}

TEST_CASE("store: removing everything leaves nothing", "[store]") {
  RandomExtractions extractions(7);
  const TemporaryFolder folder;
  Store store(folder.path(), OpenMode::kCreate);
  const isnad::store::Hash128 empty = isnad::store::digest(store);
  for (int i = 0; i < 8; ++i) store.put(extractions.next(i));
  CHECK(isnad::store::digest(store) != empty);
  for (int i = 0; i < 8; ++i) CHECK(store.remove(RandomExtractions::document_id(i)));
  CHECK(isnad::store::digest(store) == empty);
  CHECK(isnad::store::verify(store).empty());
  CHECK(entities_of(store).empty());
  CHECK(store.stats().entities == 0);
  CHECK_FALSE(store.remove(RandomExtractions::document_id(0)));
}
