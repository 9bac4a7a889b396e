#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "store/bulk_load.h"
#include "store/store.h"
#include "tests/bench/store/made_news.h"
#include "tests/bench/store/measure.h"
#include "tests/bench/store/parts.h"
#include "tests/support/temporary_folder.h"

namespace isnad::bench {

using store::OpenMode;
using store::Store;

namespace {

constexpr int kPage = 20;

/// Returns: claims in which the actor plays any part, but for speakers.
std::map<EntityKey, int>& count_actors(const Extraction& extraction, std::map<EntityKey, int>& counts) {
  for (const Claim& claim : extraction.claims) {
    if (claim.subject.entity) ++counts[*claim.subject.entity];
    if (claim.object.entity && claim.object.entity != claim.subject.entity) ++counts[*claim.object.entity];
  }
  return counts;
}

/// Returns: seconds until the first page of the actor's claims is there, the database just opened, files perhaps in the system's
/// cache.
double first_page(const std::filesystem::path& path, const EntityKey& actor) {
  const Store store(path, OpenMode::kReadOnly);
  int left = kPage;
  const double begin = now();
  store.visit_claims_of(actor, store::Role::kSubjectOrObject, [&](const Claim&) { return --left > 0; });
  return now() - begin;
}

}  // namespace

void bench_large(int claims) {
  const testing::TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "db";
  News news(nullptr);
  std::map<EntityKey, int> counts;
  int made = 0;
  {
    Store store(path, OpenMode::kCreate);
    store::BulkLoad load(store);
    const double begin = process_seconds();
    for (int number = 0; made < claims; ++number) {
      const Extraction extraction = news.next(number);
      count_actors(extraction, counts);
      made += static_cast<int>(extraction.claims.size());
      load.put(extraction);
    }
    load.finish();
    report("large: made and loaded (core time)", made, process_seconds() - begin, "claims");
  }
  report("large: open to read", 1, best_of(5, [&] { const Store store(path, OpenMode::kReadOnly); }),
         std::to_string(made) + " claims");
  report("large: open to write", 1, best_of(3, [&] { const Store store(path, OpenMode::kReadWrite); }),
         std::to_string(made) + " claims");
  for (const int wanted : {10'000, 100'000}) {
    const auto actor = std::min_element(counts.begin(), counts.end(), [&](const auto& a, const auto& b) {
      return std::abs(a.second - wanted) < std::abs(b.second - wanted);
    });
    double best = 1e9;
    for (int round = 0; round < 5; ++round) best = std::min(best, first_page(path, actor->first));
    report("large: first page of an actor", kPage, best, "with " + std::to_string(actor->second) + " claims");
  }
}

}  // namespace isnad::bench
