#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <random>
#include <string>

#include "store/database.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/bench/store/made_news.h"
#include "tests/bench/store/measure.h"
#include "tests/bench/store/parts.h"

namespace isnad::bench {

using store::OpenMode;
using store::Store;
using store::Table;

void bench_look_up(const std::filesystem::path& path) {
  const double opening = best_of(5, [&] { const Store store(path, OpenMode::kReadOnly); });
  report("open read-only", 1, opening);
  const double opening_to_write = best_of(3, [&] { const Store store(path, OpenMode::kReadWrite); });
  report("open to write", 1, opening_to_write);

  std::unique_ptr<Store> store;
  const EntityKey hub = News::key(0);
  int hub_claims = 0;
  const auto reopen = [&] { store = std::make_unique<Store>(path, OpenMode::kReadOnly); };
  reopen();
  store->visit_claims_of(hub, store::Role::kAny, [&](const Claim&) { return ++hub_claims > 0; });
  double first_page = 1e9;
  double first_page_cold = 0;
  for (int round = 0; round < 3; ++round) {
    if (round == 0) reopen();
    int left = 20;
    const double begin = now();
    store->visit_claims_of(hub, store::Role::kAny, [&](const Claim&) { return --left > 0; });
    (round == 0 ? first_page_cold : first_page) = now() - begin;
  }
  report("first page of a hub, cold", 20, first_page_cold, std::to_string(hub_claims) + " claims");
  report("first page of a hub, warm", 20, first_page, std::to_string(hub_claims) + " claims");
  reopen();
  int edges = 0;
  const double edge_time = best_of(1, [&] { store->visit_edges_of(hub, [&](const Edge&) { return ++edges > 0; }); });
  report("edges of a hub, cold", edges, edge_time);
  edges = 0;
  report("all edges", 0, best_of(1, [&] { store->visit_edges([&](const Edge&) { return ++edges > 0; }); }),
         std::to_string(edges) + " edges");
  int claims = 0;
  report("all claims", 0, best_of(1, [&] { store->visit_claims([&](const Claim&) { return ++claims > 0; }); }),
         std::to_string(claims) + " claims");
  int entities = 0;
  report("all entities", 0, best_of(1, [&] { store->visit_entities([&](const Entity&) { return ++entities > 0; }); }),
         std::to_string(entities) + " entities");

  std::mt19937 random(7);
  std::vector<DocumentId> ids;
  store->visit_documents([&](const store::DocumentSummary& summary) {
    ids.push_back(summary.document.id);
    return true;
  });
  std::shuffle(ids.begin(), ids.end(), random);
  ids.resize(std::min<std::size_t>(ids.size(), 1000));
  report("documents by id", static_cast<double>(ids.size()), best_of(1, [&] {
           for (const auto& id : ids) static_cast<void>(store->document(id));
         }));
  store::Stats stats;
  const double stats_time = best_of(1, [&] { stats = store->stats(); });
  report("stats", static_cast<double>(stats.edges), stats_time, "edges");
  const double verify_time = best_of(1, [&] {
    for (const auto& problem : store::verify(*store)) std::cerr << problem << '\n';
  });
  report("verify", static_cast<double>(stats.claims), verify_time, "claims");
  report("digest", static_cast<double>(stats.claims), best_of(1, [&] { static_cast<void>(store::digest(*store)); }), "claims");
}

/// Rows of single subjects: the store's decoded triples beside a bare iterator.
void bench_subjects(const std::filesystem::path& path) {
  const store::Database database(path, OpenMode::kReadOnly);
  const store::Database::Snapshot snapshot(database);
  std::mt19937 random(11);
  std::vector<std::string> prefixes;
  for (int i = 0; i < 5000; ++i) prefixes.push_back(store::entity_prefix(1 + random() % 20'000));
  double rows = 0;
  const auto raw = [&] {
    rows = 0;
    for (const auto& prefix : prefixes) {
      for (auto row = database.scan(Table::kSpo, prefix, snapshot); row.valid(); row.next()) rows += row.key().empty() ? 0 : 1;
    }
  };
  const auto decoded = [&] {
    for (const auto& prefix : prefixes) {
      for (auto row = database.scan(Table::kSpo, prefix, snapshot); row.valid(); row.next()) {
        static_cast<void>(store::decode_triple(Table::kSpo, row.key(), row.value()));
      }
    }
  };
  raw();
  const double raw_time = best_of(3, raw);
  const double decoded_time = best_of(3, decoded);
  report("subjects, raw scan", static_cast<double>(prefixes.size()), raw_time, std::to_string(rows / 5000) + " rows each");
  report("subjects, triples", static_cast<double>(prefixes.size()), decoded_time);
  std::printf("subjects / raw\t\t\t%.2f\ttime in parts of a raw scan's\n", decoded_time / raw_time);
}

}  // namespace isnad::bench
