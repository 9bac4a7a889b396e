#include "cli/command_parse.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/diagnostics_output.h"
#include "cli/options.h"
#include "extract/conllu/reader.h"
#include "extract/conllu/writer.h"
#include "extract/corpus/corpus_reader.h"
#include "extract/diagnostics.h"
#include "extract/nlp/analyser.h"
#include "extract/ordered_parallel.h"
#include "graph/model/error.h"

namespace isnad::cli {

void CommandParse::setup(CLI::App& app) {
  corpus_.add_to(app);
  app.add_flag("--pretokenized", pretokenized_, "CORPUS is CoNLL-U files: keep their words, fill in tags, lemmas and trees");
  add_format_option(app, format_, "conllu");
  add_model_option(app, model_);
  app.add_option("--scheme", scheme_,
                 "Annotation scheme of Arabic trees: that of a treebank, or auto for the one whose texts a document looks like")
      ->check(CLI::IsMember({"ar_news", "ar_padt", "ar_pud", "ar_iahlt", "auto"}))
      ->capture_default_str()
      ->type_name("SCHEME");
  add_threads_option(app, threads_);
  app.add_flag("--strict", strict_, "Stop at the first article that cannot be used");
}

int CommandParse::run() {
  const corpus::CorpusOptions corpus = corpus_.options();
  const nlp::Analyser analyser({.arabic_model = model_, .arabic_scheme = scheme_});
  return pretokenized_ ? annotate_words(corpus, analyser) : analyse_text(corpus, analyser);
}

int CommandParse::annotate_words(const corpus::CorpusOptions& corpus, const nlp::Analyser& analyser) const {
  if (!corpus.list.empty() || corpus.format) throw UsageError("--pretokenized reads the CoNLL-U files that are named, without --from-list and --input-format");
  for (const auto& file : corpus.paths) {
    std::vector<conllu::Sentence> sentences = conllu::read_file(file);
    analyser.annotate(sentences);
    for (const auto& sentence : sentences) conllu::write(std::cout, sentence);
  }
  return 0;
}

int CommandParse::analyse_text(const corpus::CorpusOptions& corpus, const nlp::Analyser& analyser) const {
  Diagnostics diagnostics(strict_);
  const std::size_t threads = thread_count(threads_);
  OrderedParallel<Document, std::string> parallel(threads, 4 * threads);
  parallel.run(
      [&](const auto& emit) {
        corpus::read_corpus(corpus, diagnostics, emit);
      },
      [&](Document&& document) {
        std::ostringstream out;
        out << "# newdoc id = " << document.id.str() << '\n';
        for (const auto& sentence : analyser.analyse(document)) conllu::write(out, sentence);
        return std::move(out).str();
      },
      [&](std::string&& text) {
        std::cout << text;
        return static_cast<bool>(std::cout);
      });
  print_diagnostics(diagnostics);
  return diagnostics.count() == 0 ? 0 : 1;
}

}  // namespace isnad::cli
