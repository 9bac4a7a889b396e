#include "cli/question.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <limits>

#include "cli/names.h"
#include "cli/open_store.h"
#include "cli/options.h"
#include "graph/model/plain_text.h"
#include "graph/query/evidence.h"
#include "graph/query/search.h"
#include "store/store.h"

namespace isnad::cli {

void QuestionOptions::add_to(CLI::App& app, const std::string& limit_help) {
  add_db_option(app, db_);
  filter_.add_to(app);
  add_limit_option(app, limit_, limit_help);
  add_lang_option(app, lang_);
  add_format_option(app, format_, kTableFormats);
}

void QuestionOptions::open() {
  static_cast<void>(filter_.filter());
  store_ = open_store(db_);
  reader_ = std::make_unique<query::EdgeReader>(*store_, filter_.filter(*store_));
}

std::size_t QuestionOptions::limit() const { return limit_ == 0 ? std::numeric_limits<std::size_t>::max() : limit_; }

const std::string& QuestionOptions::name(const EntityKey& key) const {
  const auto [it, fresh] = names_.try_emplace(key);
  if (fresh) it->second = both_names(*store_, key, lang_);
  return it->second;
}

void QuestionOptions::tell_of_more(std::size_t all) const {
  if (all > limit()) std::cerr << "isnad: " << all << " in all; --limit 0 shows them\n";
}

EdgeEvidence evidence_of(const ClaimSource& source, const Claim& claim) {
  EdgeEvidence out;
  out.claim = claim.id.str();
  out.date = claim.event_date;
  if (!claim.attribution.empty()) out.speaker = claim.attribution.front().speaker.text;
  if (const auto document = source.document(claim.document)) {
    out.sentence = clean_text(query::sentence_text(claim, *document));
    out.date = query::date_of(claim, *document);
    out.document = document->id.str();
    out.outlet = document->source;
  }
  return out;
}

EdgeEvidence evidence_of(const ClaimSource& source, const Edge& edge) {
  const auto claim = query::best_claim(source, edge);
  return claim ? evidence_of(source, *claim) : EdgeEvidence{};
}

std::string evidence_line(const EdgeEvidence& evidence) {
  std::string where;
  for (const auto* part : {&evidence.speaker, &evidence.date, evidence.outlet.empty() ? &evidence.document : &evidence.outlet}) {
    if (!part->empty()) where += (where.empty() ? "" : ", ") + *part;
  }
  return evidence.sentence + " [" + where + "]";
}

std::string relation_label(const EdgeKey& key, const std::string& lang) {
  const RelationTypeInfo& type = info(key.type);
  std::string out;
  if (key.polarity == Polarity::kDenied) out = lang == "ar" ? "نفي: " : "denied: ";
  return out.append(lang == "ar" ? type.label_ar : type.label_en);
}

void write_edges(const ClaimSource& source, const std::vector<Edge>& edges, const std::string& format, const std::string& lang, std::size_t limit) {
  const bool for_people = format == "table";
  std::vector<TableColumn> columns = {{"subject"}, {"relation"}, {"object"}, {"claims"}, {"sources"}, {"first"}, {"last"}};
  columns[0].may_shrink = columns[2].may_shrink = true;
  columns[3].number = columns[4].number = true;
  if (!for_people) {
    for (const char* name : {"subject_key", "type", "object_key", "denied", "claim", "date", "said_by", "sentence", "document"}) columns.push_back({name});
  }
  const auto table = table_on_stdout(format, columns);
  for (std::size_t i = 0; i < std::min(edges.size(), limit); ++i) {
    const Edge& edge = edges[i];
    const EdgeEvidence evidence = evidence_of(source, edge);
    std::vector<TableCell> cells = {both_names(source, edge.key.source, lang),
                                    TableCell(relation_label(edge.key, lang), tone_of(edge.key.type)),
                                    both_names(source, edge.key.target, lang),
                                    count_cell(edge.claims),
                                    count_cell(edge.sources),
                                    edge.first_date,
                                    edge.last_date};
    if (!for_people) {
      cells.insert(cells.end(), {edge.key.source.str(), to_string(edge.key.type), edge.key.target.str(),
                                 TableCell(TableValue(edge.key.polarity == Polarity::kDenied)), evidence.claim, evidence.date, evidence.speaker,
                                 evidence.sentence, evidence.document});
    }
    table->row(std::move(cells));
    if (!evidence.sentence.empty()) table->note(evidence_line(evidence));
  }
  table->finish();
  if (edges.size() > limit) std::cerr << "isnad: " << edges.size() << " in all; --limit 0 shows them\n";
}

std::vector<std::string> split_names(std::string_view list) {
  constexpr std::string_view kArabicComma = "،";
  std::vector<std::string> out;
  const auto add = [&](std::string_view part) {
    const auto first = part.find_first_not_of(" \t");
    if (first == std::string_view::npos) return;
    out.emplace_back(part.substr(first, part.find_last_not_of(" \t") - first + 1));
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < list.size(); ++at) {
    const std::size_t size = list[at] == ',' ? 1 : list.substr(at).starts_with(kArabicComma) ? kArabicComma.size() : 0;
    if (size == 0) continue;
    add(list.substr(begin, at - begin));
    begin = at + size;
    at += size - 1;
  }
  add(list.substr(begin));
  return out;
}

}  // namespace isnad::cli
