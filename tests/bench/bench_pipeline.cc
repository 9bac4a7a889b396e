// Words per second of each stage from raw text to typed claims, on one thread, beside the floating-point rate that Eigen's matrix
// product reaches in the same run.
//   bench_pipeline ar|en PATH...     articles as `isnad build` takes them; the first 200 of the language are used

#include <sys/resource.h>

#include <Eigen/Core>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "extract/claims/claim_extractor.h"
#include "extract/corpus/corpus_reader.h"
#include "extract/diagnostics.h"
#include "extract/nlp/analyser.h"
#include "extract/what/relation_typer.h"
#include "extract/who/resolver.h"

namespace {

using namespace isnad;

constexpr std::size_t kDocuments = 200;

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

long peak_memory_kb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// Returns: billions of floating-point operations a second of a 256 x 256 product, the best of a few tries.
double yardstick_gflops() {
  constexpr int kSize = 256;
  const Eigen::MatrixXf a = Eigen::MatrixXf::Random(kSize, kSize);
  const Eigen::MatrixXf b = Eigen::MatrixXf::Random(kSize, kSize);
  Eigen::MatrixXf c(kSize, kSize);
  double best = 0;
  for (int round = 0; round < 20; ++round) {
    const double start = now_s();
    c.noalias() = a * b;
    best = std::max(best, 2.0 * kSize * kSize * kSize / (now_s() - start) / 1e9);
  }
  return best;
}

void report(const char* stage, std::uint64_t words, double seconds, double gflops) {
  const double rate = static_cast<double>(words) / seconds;
  std::printf("%s\t%llu words\t%.3f s\t%.0f words/s\t%.1f words per million operations of the yardstick\n", stage,
              static_cast<unsigned long long>(words), seconds, rate, rate / gflops / 1e3);
}

int run(const std::string& lang, const std::vector<std::filesystem::path>& paths) {
  Diagnostics diagnostics;
  std::vector<Document> documents;
  corpus::read_corpus(paths, diagnostics, [&](Document&& document) {
    if (document.lang.empty() || document.lang == lang) documents.push_back(std::move(document));
    return documents.size() < kDocuments;
  });
  const double gflops = yardstick_gflops();
  std::printf("yardstick\t%.1f Gflop/s\n", gflops);

  const nlp::Analyser analyser;
  const double cold = now_s();
  Document warm_up;
  warm_up.text = lang == "ar" ? "قال الوزير ذلك" : "The minister said so";
  (void)analyser.analyse(warm_up);
  std::printf("load\t%.0f ms\n", (now_s() - cold) * 1e3);

  std::vector<std::vector<conllu::Sentence>> trees;
  std::uint64_t words = 0;
  double start = now_s();
  for (const auto& document : documents) {
    trees.push_back(analyser.analyse(document));
    for (const auto& sentence : trees.back()) words += sentence.words.size();
  }
  const double analysis = now_s() - start;
  report("analysis", words, analysis, gflops);

  const claims::ClaimExtractor extractor;
  std::vector<std::vector<Claim>> claims;
  start = now_s();
  for (std::size_t i = 0; i < documents.size(); ++i) claims.push_back(extractor.extract(documents[i], trees[i]));
  const double claiming = now_s() - start;
  report("claims", words, claiming, gflops);

  const who::Resolver resolver;
  start = now_s();
  for (std::size_t i = 0; i < documents.size(); ++i) resolver.link(resolver.resolve(documents[i], trees[i]), claims[i]);
  const double linking = now_s() - start;
  report("who", words, linking, gflops);

  const what::RelationTyper typer;
  start = now_s();
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].sentences.clear();
    for (const auto& tree : trees[i]) documents[i].sentences.push_back({tree.span, tree.id, tree.lang});
    typer.type(documents[i], claims[i]);
    count += claims[i].size();
  }
  const double typing = now_s() - start;
  report("what", words, typing, gflops);

  report("all", words, analysis + claiming + linking + typing, gflops);
  std::printf("claims add %.0f %%, who %.0f %%, what %.0f %% to the analysis\n%llu claims, %ld KB peak\n", claiming / analysis * 100,
              linking / analysis * 100, typing / analysis * 100, static_cast<unsigned long long>(count), peak_memory_kb());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_pipeline ar|en PATH...\n");
    return 2;
  }
  try {
    return run(argv[1], {argv + 2, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_pipeline: %s\n", error.what());
    return 1;
  }
}
