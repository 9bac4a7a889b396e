#include "cli/command_build.h"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "cli/build_report.h"
#include "cli/diagnostics_output.h"
#include "cli/identities.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/user_lexicon.h"
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

double cpu_seconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::uint64_t peak_memory_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

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

/// One run: the corpus through the pipeline into the store.
class Build {
 public:
  Build(corpus::CorpusOptions corpus, const Pipeline& pipeline, store::Store& store, Diagnostics& diagnostics, BuildReport& report,
        bool show_progress)
      : corpus_(std::move(corpus)), pipeline_(pipeline), store_(store), diagnostics_(diagnostics), report_(report), progress_(show_progress) {
    corpus_.stopped = [] { return interrupted.load(); };
    corpus_.bytes_read = [this](std::uint64_t count) { bytes_read_ += count; };
    if (show_progress) bytes_ = corpus::corpus_size_bytes(corpus_);
  }

  BuildTally run(std::size_t threads) {
    OrderedParallel<Document, Outcome> parallel(threads, 4 * threads);
    parallel.run([this](const auto& emit) { corpus::read_corpus(corpus_, diagnostics_, [&](Document&& document) { return pass_on(std::move(document), emit); }); },
                 [this](Document&& document) { return analyse(std::move(document)); },
                 [this](Outcome&& outcome) {
                   keep(std::move(outcome));
                   return !interrupted;
                 });
    if (!interrupted) follow_identities(store_);
    store_.flush();
    progress_.clear();
    tally_.skipped = diagnostics_.count();
    tally_.entities = store_.stats().entities;
    tally_.seconds = progress_.seconds();
    tally_.cpu_seconds = cpu_seconds(CLOCK_PROCESS_CPUTIME_ID);
    tally_.analysis_cpu_seconds = static_cast<double>(analysis_nanoseconds_) * 1e-9;
    tally_.peak_memory_bytes = peak_memory_bytes();
    tally_.interrupted = interrupted;
    if (report_.wanted()) report_copies();
    return tally_;
  }

 private:
  /// On the reader's thread.
  bool pass_on(Document&& document, const std::function<bool(Document&&)>& emit) {
    const auto hash = store::content_hash(document);
    const auto [first, fresh] = seen_.try_emplace(store::hash_of(document.id.str()).low, hash.low);
    if (!fresh && first->second != hash.low) {
      diagnostics_.report(document.path, document.line, "an article with other content was read before under the id '" + document.id.str() + "'");
    }
    return !interrupted && (!fresh || emit(std::move(document)));
  }

  /// On any of the analysing threads.
  Outcome analyse(Document&& document) {
    if (store_.contains(document.id, store::content_hash(document), pipeline_.fingerprint())) return {};
    const std::string path = document.path;
    const std::uint64_t line = document.line;
    try {
      const double start = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
      Outcome outcome{pipeline_.run(std::move(document)), false};
      analysis_nanoseconds_ += static_cast<std::uint64_t>((cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - start) * 1e9);
      return outcome;
    } catch (const ModelError&) {
      throw;
    } catch (const IoError&) {
      throw;
    } catch (const Error& error) {
      diagnostics_.report(path, line, error.what());
      return {std::nullopt, true};
    }
  }

  /// On the writer's thread.
  void keep(Outcome&& outcome) {
    if (outcome.failed) return;
    if (!outcome.extraction) {
      ++tally_.unchanged;
    } else {
      put(*outcome.extraction);
    }
    progress_.update({tally_.documents + tally_.unchanged, tally_.claims, tally_.words, bytes_read_, bytes_});
  }

  void put(const Extraction& extraction) {
    store::PutResult result = store::PutResult::kUnchanged;
    try {
      result = store_.put(extraction);
    } catch (const IoError&) {
      throw;
    } catch (const CorruptionError&) {
      throw;
    } catch (const Error& error) {
      // An extraction that contradicts itself is a fault of ours; the corpus goes on all the same.
      diagnostics_.report(extraction.document.path, extraction.document.line, error.what());
      return;
    }
    if (result == store::PutResult::kUnchanged) {
      ++tally_.unchanged;
      return;
    }
    ++tally_.documents;
    tally_.claims += extraction.claims.size();
    tally_.words += extraction.words;
    if (result == store::PutResult::kReplaced) {
      ++tally_.replaced;
      report_.replaced(extraction.document.id);
    }
  }

  /// Which of the documents of this run are copies, now that all are there.
  void report_copies() {
    store_.visit_documents([this](const store::DocumentSummary& summary) {
      const Document& document = summary.document;
      if (document.copy_of.empty() || !seen_.contains(store::hash_of(document.id.str()).low)) return true;
      ++tally_.copies;
      report_.copy(document.id, document.copy_of);
      return true;
    });
  }

  corpus::CorpusOptions corpus_;
  const Pipeline& pipeline_;
  store::Store& store_;
  Diagnostics& diagnostics_;
  BuildReport& report_;
  Progress progress_;
  BuildTally tally_;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::optional<std::uint64_t> bytes_;
  std::atomic<std::uint64_t> analysis_nanoseconds_ = 0;
  // The first article of an id stands; one of the same id with other content would only take its place by turns. Hashes alone
  // are kept: some 50 bytes an article.
  std::unordered_map<std::uint64_t, std::uint64_t> seen_;
};

void print_summary(const BuildTally& tally) {
  std::printf("%llu documents added (%llu of them replaced), %llu unchanged, %llu skipped\n",
              static_cast<unsigned long long>(tally.documents), static_cast<unsigned long long>(tally.replaced),
              static_cast<unsigned long long>(tally.unchanged), static_cast<unsigned long long>(tally.skipped));
  std::printf("%llu claims added, %llu entities in the database\n", static_cast<unsigned long long>(tally.claims),
              static_cast<unsigned long long>(tally.entities));
  std::printf("%llu words in %.2f s, %.0f words/s\n", static_cast<unsigned long long>(tally.words), tally.seconds,
              tally.seconds > 0 ? static_cast<double>(tally.words) / tally.seconds : 0.0);
  std::fflush(stdout);
}

}  // namespace

void CommandBuild::setup(CLI::App& app) {
  corpus_.add_to(app);
  add_db_option(app, db_);
  add_model_option(app, model_);
  add_threads_option(app, threads_);
  app.add_option("--report", report_, "Write what was skipped, replaced or warned of to FILE, one JSON object a line")->type_name("FILE");
  app.add_flag("--quiet", quiet_, "No progress on stderr");
  app.add_flag("--strict", strict_, "Stop at the first article that cannot be used");
}

int CommandBuild::run() {
  // Before a database is made: a mistyped path must not leave an empty one behind.
  corpus::CorpusOptions corpus = corpus_.options();
  BuildReport report(report_);
  Diagnostics diagnostics(strict_, [&](const Diagnostic& diagnostic) { report.diagnostic(diagnostic); });
  store::Store store(db_, store::OpenMode::kCreate);
  const Pipeline pipeline({.arabic_model = model_}, user_lexicon_of(db_));
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
  const BuildTally tally = Build(std::move(corpus), pipeline, store, diagnostics, report, !quiet_).run(thread_count(threads_));
  print_diagnostics(diagnostics);
  print_summary(tally);
  report.finish(tally);
  if (tally.interrupted) {
    std::cerr << "isnad: stopped; all documents counted above are stored, run the same command again to go on\n";
    return 1;
  }
  return diagnostics.count() == 0 ? 0 : 1;
}

}  // namespace isnad::cli
