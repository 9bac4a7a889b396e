#include "cli/command_query.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/claim_text.h"
#include "cli/interrupt.h"
#include "cli/names.h"
#include "cli/open_store.h"
#include "cli/options.h"
#include "cli/pattern_output.h"
#include "cli/table.h"
#include "extract/text/name_key.h"
#include "graph/export/claim_json.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/query/search.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// Writes found claims in one of the formats.
class ClaimWriter {
 public:
  ClaimWriter(const ClaimSource& source, std::string format, bool explain)
      : source_(source), format_(std::move(format)), explain_(explain) {
    if (format_ == "csv" || format_ == "tsv") {
      std::vector<TableColumn> columns;
      for (const char* name : {"id", "subject", "relation", "label", "object", "type", "polarity", "modality", "said_by", "date", "sentence",
                               "document", "source"}) {
        columns.push_back({name});
      }
      table_ = table_on_stdout(format_, std::move(columns));
    } else if (format_ == "table") {
      std::vector<TableColumn> columns = {{"date"}, {"subject"}, {"relation"}, {"object"}, {"said by"}, {"sentence"}};
      for (auto& column : columns) column.may_shrink = column.name != "date";
      table_ = table_on_stdout(format_, std::move(columns));
    }
  }

  void write(const Claim& claim, const Document& document) {
    const ClaimContext context = context_of(source_, claim, document);
    ++count_;
    if (format_ == "text") {
      write_claim_block(std::cout, claim, context, count_, explain_);
    } else if (table_) {
      table_->row(format_ == "table" ? cells_for_people(claim, context, document) : cells(claim, context, document));
    } else {
      auto json = exporting::to_json(claim, context.sentence_id);
      json["sentence"] = clean_text(context.sentence);
      json["published"] = document.published;
      json["source"] = document.source;
      json["title"] = document.title;
      if (format_ == "jsonl") {
        std::cout << json.dump() << '\n';
      } else {
        std::cout << (count_ == 1 ? "[\n" : ",\n") << json.dump();
      }
    }
    if (count_ == 1) std::cout.flush();
  }

  void finish() {
    if (format_ == "json") std::cout << (count_ == 0 ? "[]\n" : "\n]\n");
    if (table_) table_->finish();
  }

 private:
  static std::string speaker_of(const Claim& claim) { return claim.attribution.empty() ? "" : claim.attribution.front().speaker.text; }

  static std::vector<TableCell> cells(const Claim& claim, const ClaimContext& context, const Document& document) {
    return {claim.id.str(),
            claim.subject.text,
            claim.relation.text,
            claim.label_en,
            claim.object.text,
            to_string(claim.type),
            to_string(claim.polarity),
            to_string(claim.modality),
            speaker_of(claim),
            query::date_of(claim, document),
            clean_text(context.sentence),
            document.id.str(),
            document.source};
  }

  static std::vector<TableCell> cells_for_people(const Claim& claim, const ClaimContext& context, const Document& document) {
    const std::string relation = (claim.polarity == Polarity::kDenied ? "denied: " : "") + claim.relation.text;
    return {query::date_of(claim, document), claim.subject.text, TableCell(relation, tone_of(claim.type)), claim.object.text, speaker_of(claim),
            TableCell(context.sentence, Tone::kFaint)};
  }

  const ClaimSource& source_;
  std::string format_;
  bool explain_;
  std::unique_ptr<TableWriter> table_;
  std::size_t count_ = 0;
};

}  // namespace

void CommandQuery::setup(CLI::App& app) {
  app.add_option("PATTERN", pattern_, "Triples with variables: '?x accuses ?y . ?y controls ?place' (docs/query.md)");
  add_db_option(app, db_);
  const auto name = [&](const char* option, std::vector<std::string>& into, const char* help) {
    app.add_option(option, into, help)->type_name("NAME")->allow_extra_args(false);
  };
  name("--subject", subjects_, "Who acts (repeatable: any of them)");
  name("--object", objects_, "Who or what is acted upon (repeatable)");
  name("--about", about_, "At either end (repeatable)");
  name("--said-by", speakers_, "Who says so (repeatable)");
  app.add_option("--relation", relation_, "A word of the relation in Arabic or English, or a relation type")->type_name("WORD");
  filter_.add_to(app);
  app.add_option("--select", select_, "With a pattern: show only this variable (repeatable); rows are distinct")->type_name("VARIABLE")->allow_extra_args(false);
  app.add_option("--order", order_, "With a pattern: sort by a variable or by evidence; - in front turns it around (repeatable)")
      ->type_name("BY")
      ->allow_extra_args(false);
  app.add_flag("--count", count_, "Only how many there are");
  app.add_flag("--no-evidence", no_evidence_, "With a pattern: without sentences");
  add_limit_option(app, limit_, "Claims or rows at most; 0 is all");
  app.add_flag("--explain", explain_, "Name the rule, lemma and confidence of each claim; of a pattern the order of looking up");
  add_lang_option(app, lang_);
  app.add_option("--format", format_, "Output format: text for claims and table for patterns when none is given")
      ->check(CLI::IsMember({"text", "table", "json", "jsonl", "csv", "tsv"}))
      ->type_name("FORMAT");
}

int CommandQuery::run_pattern() {
  if (!subjects_.empty() || !objects_.empty() || !about_.empty() || !speakers_.empty() || !relation_.empty() || filter_.has_polarity()) {
    throw UsageError("a pattern says itself who, what, whom and whether it is denied: leave out the options for that");
  }
  if (format_ == "text") throw UsageError("--format text shows claims; a pattern has rows: table, json, jsonl, csv, tsv");
  const query::ViewFilter filter = filter_.filter();  // tells a wrong option before the database is opened
  const auto store = open_store(db_);
  query::PatternOptions options;
  options.filter = filter_.filter(*store);
  options.entity_named = [&](const std::string& name) { return entity_named(*store, name); };
  options.fold_words = text::name_key;
  options.tick = stop_if_interrupted;
  for (const auto& variable : select_) options.select.push_back(variable.starts_with('?') ? variable.substr(1) : variable);
  PatternOutput output;
  output.format = format_.empty() ? "table" : format_;
  output.lang = lang_;
  output.count = count_;
  output.order = order_;
  output.limit = limit_;
  output.evidence = !no_evidence_;
  output.explain = explain_;
  write_pattern_rows(*store, pattern_, std::move(options), output);
  return 0;
}

int CommandQuery::run() {
  if (!pattern_.empty()) return run_pattern();
  if (!select_.empty() || !order_.empty() || no_evidence_) throw UsageError("--select, --order and --no-evidence go with a pattern");
  if (format_.empty()) format_ = "text";
  if (explain_ && format_ != "text") throw UsageError("--explain goes with --format text; JSON lines name the rule in any case");
  query::ClaimQuery query;
  query.filter = filter_.filter();
  const auto store = open_store(db_);
  query.filter = filter_.filter(*store);
  query.subjects = entities_named(*store, subjects_);
  query.objects = entities_named(*store, objects_);
  query.either = entities_named(*store, about_);
  query.speakers = entities_named(*store, speakers_);
  query.relation = relation_;
  query.fold = text::name_key;
  if (count_) {
    std::cout << query::find_claims(*store, query, [](const Claim&, const Document&) { return stop_if_interrupted(), true; }) << '\n';
    return 0;
  }

  ClaimWriter writer(*store, format_, explain_);
  std::size_t shown = 0;
  bool more = false;
  query::find_claims(*store, query, [&](const Claim& claim, const Document& document) {
    stop_if_interrupted();
    more = limit_ != 0 && shown == limit_;
    if (more) return false;
    writer.write(claim, document);
    ++shown;
    return static_cast<bool>(std::cout);
  });
  writer.finish();
  if (shown == 0) std::cerr << "isnad: no claim fits\n";
  if (more) std::cerr << "isnad: there are more; --limit " << 2 * limit_ << " shows them\n";
  return 0;
}

}  // namespace isnad::cli
