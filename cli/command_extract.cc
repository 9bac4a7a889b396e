#include "cli/command_extract.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/claim_text.h"
#include "cli/options.h"
#include "cli/diagnostics_output.h"
#include "cli/user_lexicon.h"
#include "extract/corpus/corpus_reader.h"
#include "extract/diagnostics.h"
#include "extract/ordered_parallel.h"
#include "extract/pipeline.h"
#include "graph/export/claim_json.h"
#include "graph/model/error.h"

namespace isnad::cli {

namespace {

std::optional<Entity> find(const std::map<EntityKey, const Entity*>& entities, const Slot& slot) {
  if (!slot.entity) return std::nullopt;
  const auto found = entities.find(*slot.entity);
  if (found == entities.end()) return std::nullopt;
  return *found->second;
}

void write_blocks(std::ostream& out, const Extraction& extraction, std::size_t& number, bool explain, bool implied) {
  std::map<EntityKey, const Entity*> entities;
  for (const auto& entity : extraction.entities) entities.emplace(entity.key, &entity);
  const Document& document = extraction.document;
  for (const auto& claim : extraction.claims) {
    if (is_implied(claim) && !implied) continue;
    const SentenceSpan& sentence = extraction.sentences[claim.sentence];
    ClaimContext context;
    context.subject = find(entities, claim.subject);
    context.object = find(entities, claim.object);
    if (!claim.attribution.empty()) context.speaker = find(entities, claim.attribution.front().speaker);
    context.sentence_id = sentence.id;
    context.sentence = sentence.span.of(document.text);
    context.document_title = document.title;
    context.document_source = document.source;
    context.published = document.published;
    write_claim_block(out, claim, context, ++number, explain);
  }
}

}  // namespace

void CommandExtract::setup(CLI::App& app) {
  corpus_.add_to(app);
  add_format_option(app, format_, "jsonl|text");
  app.add_flag("--explain", explain_, "With --format text: name the rule, lemma and confidence of each claim");
  app.add_flag("--implied", implied_, "Also what no predicate states but the wording implies: memberships, places, accusations");
  app.add_option("--lexicon", lexicon_, "Know also the actors and names of FILE, as isnad lexicon import reads it; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FILE");
  add_model_option(app, model_);
  add_threads_option(app, threads_);
  app.add_flag("--strict", strict_, "Stop at the first article that cannot be used");
}

int CommandExtract::run() {
  if (explain_ && format_ != "text") throw UsageError("--explain goes with --format text; JSON lines name the rule in any case");
  const corpus::CorpusOptions corpus = corpus_.options();
  const Pipeline pipeline({.arabic_model = model_}, read_user_lexicon(lexicon_));
  Diagnostics diagnostics(strict_);
  const std::size_t threads = thread_count(threads_);
  std::size_t number = 0;
  OrderedParallel<Document, Extraction> parallel(threads, 4 * threads);
  parallel.run([&](const auto& emit) { corpus::read_corpus(corpus, diagnostics, emit); },
               [&](Document&& document) { return pipeline.run(std::move(document)); },
               [&](Extraction&& extraction) {
                 if (format_ == "text") {
                   write_blocks(std::cout, extraction, number, explain_, implied_);
                 } else {
                   for (const auto& claim : extraction.claims) {
                     if (is_implied(claim) && !implied_) continue;
                     std::cout << exporting::to_json(claim, extraction.sentences[claim.sentence].id).dump() << '\n';
                   }
                 }
                 return static_cast<bool>(std::cout);
               });
  print_diagnostics(diagnostics);
  return diagnostics.count() == 0 ? 0 : 1;
}

}  // namespace isnad::cli
