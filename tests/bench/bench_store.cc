// The store by itself: how fast documents go in beside the same batches written raw, how fast claims are found beside a raw
// scan, what a million claims cost on disk and in memory.
//
//   bench_store [DOCUMENTS [TEXT_FILE [PART]]]
//
// Documents (default 2,000, of some 27 claims each) are made from a fixed seed; their text is TEXT_FILE's lines where one is
// given (- for none), else words drawn by Zipf's law, which compress worse than news. One actor stands in a third of all claims.
// PART: put, bulk, triples, read or large; else all but large, which makes a million claims.
// Output: name, items, seconds, items/s, and what the line says about itself, tab-separated.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "tests/bench/store/made_news.h"
#include "tests/bench/store/measure.h"
#include "tests/bench/store/parts.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace isnad;

void bench_reading(bench::News& news, int documents) {
  const testing::TemporaryFolder folder;
  double claims = 0;
  {
    store::Store store(folder.path() / "db", store::OpenMode::kCreate);
    double seconds = 0;
    for (int i = 0; i < documents; ++i) {
      const Extraction extraction = news.next(i);
      claims += static_cast<double>(extraction.claims.size());
      const double begin = bench::now();
      store.put(extraction);
      seconds += bench::now() - begin;
    }
    const double begin = bench::now();
    store.flush();
    bench::report("put with flushes", claims, seconds + bench::now() - begin, "claims");
    bench::report("compact", claims, bench::best_of(1, [&] { store.compact(); }), "claims");
  }
  bench::report_sizes(folder.path() / "db", claims);
  bench::bench_look_up(folder.path() / "db");
  bench::bench_subjects(folder.path() / "db");
}

}  // namespace

int main(int argc, char** argv) {
  constexpr int kLargeClaims = 1'000'000;
  const int documents = argc > 1 ? std::atoi(argv[1]) : 2000;
  const char* text_file = argc > 2 && std::string_view(argv[2]) != "-" ? argv[2] : nullptr;
  const std::string_view part = argc > 3 ? argv[3] : "";
  const auto wanted = [&](std::string_view name) { return part.empty() || part == name; };
  bench::News news(text_file);
  std::vector<Extraction> extractions;
  for (int i = 0; i < std::min(documents, 1000); ++i) extractions.push_back(news.next(i));
  if (wanted("put")) bench::bench_put(extractions);
  if (wanted("bulk")) bench::bench_bulk(extractions);
  if (wanted("triples")) bench::bench_triples(documents * 500);
  if (wanted("read")) bench_reading(news, documents);
  if (part == "large") bench::bench_large(kLargeClaims);
  std::printf("peak memory\t%.0f\t\t\tMB, the made documents included\n", bench::peak_memory_mb());
  return 0;
}
