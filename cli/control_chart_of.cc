#include "cli/control_chart_of.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "graph/query/evidence.h"
#include "graph/query/intervals.h"
#include "graph/render/claim_reader.h"
#include "graph/render/footnotes.h"
#include "graph/render/words.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kNoteLetters = 220;

/// The places asked for: those that somebody controls stand for themselves, others for what they control, best attested first.
std::vector<EntityKey> places_of(const query::EdgeReader& reader, const std::vector<EntityKey>& about) {
  std::vector<EntityKey> out;
  std::set<EntityKey> seen;
  for (const auto& key : about) {
    std::vector<Edge> controlled;
    bool place = false;
    reader.visit_edges_of(key, [&](const Edge& edge) {
      if (edge.key.type != RelationType::kControl) return true;
      if (edge.key.target == key) place = true;
      if (edge.key.source == key) controlled.push_back(edge);
      return true;
    });
    if (place && seen.insert(key).second) out.push_back(key);
    std::sort(controlled.begin(), controlled.end(), query::stronger);
    for (const auto& edge : controlled) {
      if (seen.insert(edge.key.target).second) out.push_back(edge.key.target);
    }
  }
  return out;
}

}  // namespace

render::ControlChart control_chart_of(const query::EdgeReader& reader, const std::vector<EntityKey>& about, const std::string& lang,
                                      std::size_t max_places, std::size_t max_notes) {
  const ClaimSource& source = reader.source();
  const render::Words words(lang);
  render::ClaimReader claims(source, lang);
  render::ControlChart chart;
  chart.lang = lang;
  std::string names;
  for (const auto& key : about) names += (names.empty() ? "" : words.pick("، ", ", ")) + claims.name(key);
  chart.title = words.pick("من سيطر ومتى: ", "Who held it when: ") + names;
  std::map<std::pair<DocumentId, std::uint32_t>, std::uint32_t> numbers;
  for (const auto& place : places_of(reader, about)) {
    if (chart.places.size() == max_places) break;
    render::ControlPlace row{claims.name(place), {}};
    for (const auto& holding : query::holdings(source, RelationType::kControl, place)) {
      render::ControlSpan span;
      span.holder = claims.name(holding.holder);
      span.first = holding.first;
      span.last = holding.ended.empty() ? holding.last : holding.ended;
      span.began_before = !holding.begins;
      span.ended = !holding.ended.empty();
      span.denied = !holding.denials.empty();
      if (reader.filter().period.overlap(span.first, span.last) == query::DateRange::Overlap::kNone) continue;
      span.sources = holding.sources.size();
      const auto claim = source.claim(holding.claims.front());
      const Document* document = claim ? claims.document(claim->document) : nullptr;
      if (document != nullptr && claim->sentence < document->sentences.size()) {
        const auto next = static_cast<std::uint32_t>(numbers.size() + 1);
        const auto known = numbers.find({claim->document, claim->sentence});
        if (known != numbers.end()) {
          span.notes = {known->second};
        } else if (chart.notes.size() < max_notes) {
          numbers[{claim->document, claim->sentence}] = next;
          render::Footnote note = render::note_of(*claim, *document, kNoteLetters);
          note.number = next;
          note.speaker = claims.speaker(*claim);
          chart.notes.push_back(std::move(note));
          span.notes = {next};
        }
      }
      row.spans.push_back(std::move(span));
    }
    if (!row.spans.empty()) chart.places.push_back(std::move(row));
  }
  return chart;
}

}  // namespace isnad::cli
