#include "cli/control_chart_of.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "graph/model/plain_text.h"
#include "graph/query/evidence.h"
#include "graph/query/intervals.h"
#include "graph/render/footnotes.h"
#include "graph/render/words.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kNoteLetters = 220;

std::string name_of(const ClaimSource& source, const EntityKey& key, const std::string& lang) {
  const auto entity = source.entity(key);
  const std::string name = entity ? clean_text(entity->name(lang)) : std::string();
  return name.empty() ? key.str() : name;
}

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
  render::ControlChart chart;
  chart.lang = lang;
  std::string names;
  for (const auto& key : about) names += (names.empty() ? "" : words.pick("، ", ", ")) + name_of(source, key, lang);
  chart.title = words.pick("من سيطر ومتى: ", "Who held it when: ") + names;
  std::map<std::pair<DocumentId, std::uint32_t>, std::uint32_t> numbers;
  for (const auto& place : places_of(reader, about)) {
    if (chart.places.size() == max_places) break;
    render::ControlPlace row{name_of(source, place, lang), {}};
    for (const auto& holding : query::holdings(source, RelationType::kControl, place)) {
      render::ControlSpan span;
      span.holder = name_of(source, holding.holder, lang);
      span.first = holding.first;
      span.last = holding.ended.empty() ? holding.last : holding.ended;
      span.began_before = !holding.begins;
      span.ended = !holding.ended.empty();
      span.denied = !holding.denials.empty();
      span.sources = holding.sources.size();
      const auto claim = source.claim(holding.claims.front());
      const auto document = claim ? source.document(claim->document) : std::nullopt;
      if (document && claim->sentence < document->sentences.size()) {
        const auto next = static_cast<std::uint32_t>(numbers.size() + 1);
        const auto known = numbers.find({claim->document, claim->sentence});
        if (known != numbers.end()) {
          span.notes = {known->second};
        } else if (chart.notes.size() < max_notes) {
          numbers[{claim->document, claim->sentence}] = next;
          render::Footnote note = render::note_of(*claim, *document, kNoteLetters);
          note.number = next;
          if (!claim->attribution.empty()) {
            const Slot& speaker = claim->attribution.front().speaker;
            note.speaker = speaker.entity ? name_of(source, *speaker.entity, lang) : clean_text(speaker.text);
          }
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
