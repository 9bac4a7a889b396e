#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "store/store.h"

namespace isnad::testing {

/// One line for each document, sentence, entity, mention, claim, edge and decision, with everything that every format has had of it.
inline std::vector<std::string> lines_of(const store::Store& store) {
  std::vector<std::string> lines;
  const auto add = [&](std::initializer_list<std::string> fields) {
    std::string line;
    for (const auto& field : fields) line += (line.empty() ? "" : "|") + field;
    std::replace(line.begin(), line.end(), '\n', ' ');
    lines.push_back(std::move(line));
  };
  const auto span = [](Span s) { return std::to_string(s.begin) + '-' + std::to_string(s.end); };
  const auto slot = [&](const Slot& s) {
    std::string text = s.text + '@';
    for (const Span part : s.spans) text += span(part) + ',';
    return text + span(s.head) + (s.elided ? "~" : "") + (s.entity ? " = " + s.entity->str() : "");
  };
  std::vector<DocumentId> ids;
  store.visit_documents([&](const store::DocumentSummary& summary) {
    const Document& d = summary.document;
    add({"document", d.id.str(), d.url, d.source, d.title, d.published, d.lang, summary.content.str(), std::to_string(summary.words)});
    ids.push_back(d.id);
    return true;
  });
  for (const auto& id : ids) {
    const auto extraction = store.extraction(id);
    if (!extraction) continue;
    for (const auto& sentence : extraction->sentences) add({"sentence", sentence.id, span(sentence.span), sentence.lang});
    for (const auto& m : extraction->mentions) add({"mention", id.str(), span(m.span), m.entity.str(), std::to_string(m.sentence), m.rule});
    for (const auto& c : extraction->claims) {
      std::string speakers;
      for (const auto& link : c.attribution) speakers += slot(link.speaker) + ' ' + link.verb + ';';
      add({"claim", c.id.str(), slot(c.subject), slot(c.relation), slot(c.object), c.relation_lemma, c.label_en, c.label_ar,
           std::to_string(static_cast<int>(c.type)), std::to_string(static_cast<int>(c.polarity)), std::to_string(static_cast<int>(c.modality)),
           c.subject_is_source ? "" : "passive", speakers, c.event_date, std::to_string(c.confidence), c.rule});
    }
  }
  store.visit_entities([&](const Entity& e) {
    add({"entity", e.key.str(), e.name_ar, e.name_en, std::to_string(static_cast<int>(e.type)), e.from_lexicon ? "lexicon" : ""});
    for (const auto& a : e.aliases) add({"alias", e.key.str(), a.lang, a.name, a.key, std::to_string(a.mentions)});
    return true;
  });
  for (const Decision& d : store.decisions()) add({"decision", std::string(to_string(d.kind)), d.from.str(), d.into.str(), d.name.name, d.name.key});
  return lines;
}

}  // namespace isnad::testing
