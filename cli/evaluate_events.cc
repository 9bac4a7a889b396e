#include "cli/evaluate_events.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "extract/evaluation/event_scores.h"
#include "extract/tables/table.h"
#include "extract/what/date.h"

namespace isnad::cli {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double score) { return std::nearbyint(score * 1e4) / 1e4; }

Json label_scores(const std::string& gold, const std::string& system) {
  const auto scores = evaluation::score_event_sentences(gold, evaluation::read_events(system));
  return {{"precision", rounded(scores.precision)}, {"recall", rounded(scores.recall)}, {"f1", rounded(scores.f1)},
          {"system", scores.system},                {"gold", scores.gold}};
}

Json span_scores(const std::string& gold, const std::string& system) {
  const auto scores = evaluation::score_event_spans(gold, evaluation::read_events(system));
  return {{"found", rounded(scores.found)},   {"source", rounded(scores.source)}, {"verb", rounded(scores.verb)},
          {"target", rounded(scores.target)}, {"sentences", scores.sentences}};
}

Json record_scores(const std::string& gold, const std::string& system) {
  const auto scores = evaluation::score_event_records(gold, evaluation::read_events(system));
  return {{"as_they_are", {{"type", rounded(scores.type)}, {"source", rounded(scores.source)}, {"target", rounded(scores.target)}}},
          {"merged",
           {{"type", rounded(scores.merged_type)}, {"source", rounded(scores.merged_source)}, {"target", rounded(scores.merged_target)}}},
          {"records", scores.records}};
}

/// A table of sentences with their day of publication, the words that say when, and what they name.
Json date_scores(const std::string& gold) {
  const what::DateFinder finder;
  Json out;
  for (const char* lang : {"ar", "en"}) {
    std::size_t total = 0;
    std::size_t right = 0;
    tables::read_table(
        gold, {"lang", "published", "sentence", "words", "value", "until"},
        [&](const tables::Row& row) {
          if (row.cells[0] != lang) return;
          ++total;
          const auto found = finder.find(row.cells[2], lang, row.cells[1]);
          // A row without words holds a sentence that says no date.
          const bool as_wanted = std::any_of(found.begin(), found.end(), [&](const what::TimeExpression& date) {
            return date.span.of(row.cells[2]) == row.cells[3] && date.value == row.cells[4] && date.until == row.cells[5];
          });
          right += (row.cells[3].empty() ? found.empty() : as_wanted) ? 1 : 0;
        },
        tables::ShortRows::kAllowed);
    out[lang] = {{"right", total == 0 ? 0.0 : rounded(static_cast<double>(right) / static_cast<double>(total))}, {"expressions", total}};
  }
  return out;
}

}  // namespace

Json event_scores(const std::string& what, const std::string& gold, const std::string& system) {
  if (what == "dates") return date_scores(gold);
  if (what == "labels") return label_scores(gold, system);
  return what == "spans" ? span_scores(gold, system) : record_scores(gold, system);
}

}  // namespace isnad::cli
