#include "cli/command_build.h"

#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "cli/options.h"
#include "cli/progress.h"
#include "cli/diagnostics_output.h"
#include "extract/corpus/corpus_reader.h"
#include "extract/diagnostics.h"
#include "extract/ordered_parallel.h"
#include "extract/pipeline.h"
#include "graph/model/error.h"
#include "store/hash.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

std::atomic<bool> interrupted = false;

// The first stops after the documents at hand; the second ends at once, which loses nothing that is stored.
extern "C" void note_interrupt(int signal) {
  interrupted = true;
  std::signal(signal, SIG_DFL);
}

/// What became of one document on its way to the writer.
struct Outcome {
  /// Nothing when it is stored already or could not be analysed.
  std::optional<Extraction> extraction;
  bool failed = false;
};

struct Tally {
  std::uint64_t documents = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t replaced = 0;
  std::uint64_t claims = 0;
  std::uint64_t words = 0;
};

void print_summary(const Tally& tally, const Diagnostics& diagnostics, std::uint64_t entities, double seconds) {
  print_diagnostics(diagnostics);
  std::printf("%llu documents added (%llu of them replaced), %llu unchanged, %zu skipped\n",
              static_cast<unsigned long long>(tally.documents), static_cast<unsigned long long>(tally.replaced),
              static_cast<unsigned long long>(tally.unchanged), diagnostics.count());
  std::printf("%llu claims added, %llu entities in the database\n", static_cast<unsigned long long>(tally.claims),
              static_cast<unsigned long long>(entities));
  std::printf("%llu words in %.2f s, %.0f words/s\n", static_cast<unsigned long long>(tally.words), seconds,
              seconds > 0 ? static_cast<double>(tally.words) / seconds : 0.0);
  std::fflush(stdout);
}

}  // namespace

void CommandBuild::setup(CLI::App& app) {
  app.add_option("CORPUS", corpus_, "Files and folders with articles: .txt .html .jsonl, each also .gz or .zst")->required();
  add_db_option(app, db_);
  add_model_option(app, model_);
  add_threads_option(app, threads_);
  app.add_flag("--quiet", quiet_, "No progress on stderr");
  app.add_flag("--strict", strict_, "Stop at the first article that cannot be used");
}

int CommandBuild::run() {
  // Before a database is made: a mistyped path must not leave an empty one behind.
  for (const auto& path : corpus_) {
    if (!std::filesystem::exists(path)) throw IoError(path + ": no such file or directory");
  }
  Diagnostics diagnostics(strict_);
  const Pipeline pipeline({.arabic_model = model_});
  const std::string extractor = pipeline.fingerprint();
  store::Store store(db_, store::OpenMode::kCreate);
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);

  Tally tally;
  Progress progress(!quiet_);
  const std::size_t threads = thread_count(threads_);
  // The first article of an id stands; one of the same id with other content would only take its place by turns. Hashes alone
  // are kept: some 50 bytes an article.
  std::unordered_map<std::uint64_t, std::uint64_t> seen;
  OrderedParallel<Document, Outcome> parallel(threads, 4 * threads);
  parallel.run(
      [&](const auto& emit) {
        corpus::read_corpus({corpus_.begin(), corpus_.end()}, diagnostics,
                            [&](Document&& document) {
                              const auto hash = store::content_hash(document);
                              const auto [first, fresh] = seen.try_emplace(store::hash_of(document.id.str()).low, hash.low);
                              if (!fresh && first->second != hash.low) {
                                diagnostics.report(document.path, document.line,
                                                   "an article with other content was read before under the id '" + document.id.str() + "'");
                                return !interrupted;
                              }
                              return !interrupted && (!fresh || emit(std::move(document)));
                            });
      },
      [&](Document&& document) -> Outcome {
        if (store.contains(document.id, store::content_hash(document), extractor)) return {};
        const std::string path = document.path;
        const std::uint64_t line = document.line;
        try {
          return {pipeline.run(std::move(document)), false};
        } catch (const ModelError&) {
          throw;
        } catch (const IoError&) {
          throw;
        } catch (const Error& error) {
          diagnostics.report(path, line, error.what());
          return {std::nullopt, true};
        }
      },
      [&](Outcome&& outcome) {
        if (outcome.failed) return !interrupted;
        const auto& extraction = outcome.extraction;
        const auto result = extraction ? store.put(*extraction) : store::PutResult::kUnchanged;
        if (result == store::PutResult::kUnchanged) {
          ++tally.unchanged;
        } else {
          ++tally.documents;
          if (result == store::PutResult::kReplaced) ++tally.replaced;
          tally.claims += extraction->claims.size();
          tally.words += extraction->words;
        }
        progress.update(tally.documents + tally.unchanged, tally.claims, tally.words);
        return !interrupted;
      });
  store.flush();
  print_summary(tally, diagnostics, store.stats().entities, progress.seconds());
  if (interrupted) {
    std::cerr << "isnad: stopped; all documents counted above are stored, run the same command again to go on\n";
    return 1;
  }
  return diagnostics.count() == 0 ? 0 : 1;
}

}  // namespace isnad::cli
