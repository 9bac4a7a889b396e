#include "cli/command_query.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/claim_text.h"
#include "cli/filter_options.h"
#include "cli/names.h"
#include "cli/options.h"
#include "extract/text/name_key.h"
#include "graph/export/claim_json.h"
#include "graph/export/csv.h"
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
    if (format_ == "csv") {
      exporting::write_row(std::cout, {"id", "subject", "relation", "label", "object", "type", "polarity", "modality", "said_by", "date", "sentence",
                            "document", "source"});
    }
  }

  void write(const Claim& claim, const Document& document) {
    const ClaimContext context = context_of(source_, claim, document);
    ++count_;
    if (format_ == "text") {
      write_claim_block(std::cout, claim, context, count_, explain_);
    } else if (format_ == "csv") {
      write_row(claim, context, document);
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
  }

  void finish() const {
    if (format_ == "json") std::cout << (count_ == 0 ? "[]\n" : "\n]\n");
  }

 private:
  static void write_row(const Claim& claim, const ClaimContext& context, const Document& document) {
    exporting::write_row(std::cout,
              {claim.id.str(), claim.subject.text, claim.relation.text, claim.label_en, claim.object.text, std::string(to_string(claim.type)),
               std::string(to_string(claim.polarity)), std::string(to_string(claim.modality)),
               claim.attribution.empty() ? "" : claim.attribution.front().speaker.text, query::date_of(claim, document),
               clean_text(context.sentence), document.id.str(), document.source});
  }

  const ClaimSource& source_;
  std::string format_;
  bool explain_;
  std::size_t count_ = 0;
};

}  // namespace

void CommandQuery::setup(CLI::App& app) {
  add_db_option(app, db_);
  const auto name = [&](const char* option, std::vector<std::string>& into, const char* help) {
    app.add_option(option, into, help)->type_name("NAME")->allow_extra_args(false);
  };
  name("--subject", subjects_, "Who acts (repeatable: any of them)");
  name("--object", objects_, "Who or what is acted upon (repeatable)");
  name("--about", about_, "At either end (repeatable)");
  name("--said-by", speakers_, "Who says so (repeatable)");
  app.add_option("--relation", relation_, "A word of the relation in Arabic or English, or a relation type")->type_name("WORD");
  app.add_option("--type", types_, "Relation type, such as ACCUSE (repeatable: any of them)")->type_name("TYPE")->allow_extra_args(false);
  app.add_option("--since", since_, "First day: YYYY, YYYY-MM or YYYY-MM-DD")->type_name("DATE");
  app.add_option("--until", until_, "Last day")->type_name("DATE");
  app.add_option("--source", source_, "Only articles of this outlet")->type_name("OUTLET");
  app.add_option("--polarity", polarity_, "Only what is affirmed or denied")
      ->check(CLI::IsMember({"affirmed", "denied"}))
      ->type_name("POLARITY");
  app.add_option("--modality", modality_, "Only what is said to be so")
      ->check(CLI::IsMember({"fact", "future", "possible", "necessary"}))
      ->type_name("MODALITY");
  app.add_option("--min-confidence", min_confidence_, "Least confidence, 0 to 1")->check(CLI::Range(0.0, 1.0))->capture_default_str()->type_name("P");
  app.add_option("--limit", limit_, "Claims at most; 0 is all")->check(CLI::Validator(CLI::Range(0, 1000000000)).description(""))->capture_default_str()->type_name("N");
  app.add_flag("--explain", explain_, "With --format text: name the rule, lemma and confidence of each claim");
  add_format_option(app, format_, "text|json|jsonl|csv");
}

int CommandQuery::run() {
  if (explain_ && format_ != "text") throw UsageError("--explain goes with --format text; JSON lines name the rule in any case");
  query::ClaimQuery query;
  query.period = query::DateRange(since_, until_);
  const std::vector<RelationType> types = relation_types_named(types_);
  const store::Store store(db_, store::OpenMode::kReadOnly);
  query.subjects = entities_named(store, subjects_);
  query.objects = entities_named(store, objects_);
  query.either = entities_named(store, about_);
  query.speakers = entities_named(store, speakers_);
  query.relation = relation_;
  query.source = source_;
  query.polarity = polarity_from(polarity_);
  if (!modality_.empty()) query.modality = modality_from(modality_);
  query.min_confidence = min_confidence_;
  query.fold = text::name_key;

  ClaimWriter writer(store, format_, explain_);
  std::size_t shown = 0;
  bool more = false;
  query::find_claims(store, query, [&](const Claim& claim, const Document& document) {
    if (!types.empty() && std::find(types.begin(), types.end(), claim.type) == types.end()) return true;
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
