#include "tests/support/describe.h"

#include <sstream>

#include "graph/model/relation_type.h"

namespace isnad::testing {

namespace {

void write(std::ostream& out, Span span) { out << '[' << span.begin << ',' << span.end << ')'; }

void write(std::ostream& out, const Slot& slot) {
  out << "{'" << slot.text << "' ";
  for (const Span span : slot.spans) write(out, span);
  out << " head ";
  write(out, slot.head);
  out << (slot.entity ? " = " + slot.entity->str() : " no entity") << (slot.elided ? " elided" : "") << '}';
}

void write(std::ostream& out, const std::vector<SentenceSpan>& sentences) {
  for (const auto& sentence : sentences) {
    out << "  sentence " << sentence.id << ' ' << sentence.lang << ' ';
    write(out, sentence.span);
    out << '\n';
  }
}

}  // namespace

std::string describe(const Claim& claim) {
  std::ostringstream out;
  out << "claim " << claim.id.str() << " of " << claim.document.str() << " sentence " << claim.sentence << ": ";
  for (const Slot* slot : {&claim.subject, &claim.relation, &claim.object}) write(out, *slot);
  out << " lemma '" << claim.relation_lemma << "' labels '" << claim.label_en << "' '" << claim.label_ar << "' "
      << to_string(claim.type) << (claim.subject_is_source ? " active " : " passive ") << to_string(claim.polarity) << ' '
      << to_string(claim.modality);
  for (const auto& link : claim.attribution) {
    out << " says '" << link.verb << "' ";
    write(out, link.speaker);
  }
  out << " date '" << claim.event_date << "' confidence " << claim.confidence << " rule '" << claim.rule << "'";
  return out.str();
}

std::string describe(const Entity& entity) {
  std::ostringstream out;
  out << "entity " << entity.key.str() << ' ' << to_string(entity.type) << " '" << entity.name_ar << "' '" << entity.name_en
      << "'" << (entity.from_lexicon ? " lexicon" : "");
  for (const auto& alias : entity.aliases) {
    out << " (" << alias.lang << " '" << alias.name << "' '" << alias.key << "' " << alias.mentions << ')';
  }
  return out.str();
}

std::string describe(const Edge& edge) {
  std::ostringstream out;
  out << "edge " << edge.key.source.str() << ' ' << to_string(edge.key.type) << ' ' << edge.key.target.str() << ' '
      << to_string(edge.key.polarity) << ": " << edge.claims << " claims " << edge.documents << " documents " << edge.sources
      << " sources '" << edge.first_date << "'-'" << edge.last_date << "'";
  for (const auto& id : edge.claim_ids) out << ' ' << id.str();
  return out.str();
}

std::string describe(const EdgeTable& table) {
  std::string out;
  for (const auto& key : table.keys) out += key.str() + '\n';
  for (const auto& edge : table.edges) {
    out += std::to_string(edge.source) + ' ' + std::to_string(static_cast<int>(edge.type)) + ' ' + std::to_string(edge.target) +
           ' ' + std::to_string(static_cast<int>(edge.polarity)) + ": " + std::to_string(edge.claims) + " claims, " +
           std::to_string(edge.documents) + " documents, " + std::to_string(edge.sources) + " sources\n";
  }
  return out;
}

std::string describe(const Document& document) {
  std::ostringstream out;
  out << "document " << document.id.str() << " url '" << document.url << "' source '" << document.source << "' title '"
      << document.title << "' lang '" << document.lang << "' published '" << document.published << "' path '" << document.path
      << "' line " << document.line << " text '" << document.text << "'\n";
  write(out, document.sentences);
  return out.str();
}

std::string describe(const Extraction& extraction) {
  std::ostringstream out;
  out << describe(extraction.document) << "words " << extraction.words << " extractor '" << extraction.extractor << "'\n";
  write(out, extraction.sentences);
  for (const auto& entity : extraction.entities) out << describe(entity) << '\n';
  for (const auto& mention : extraction.mentions) {
    out << "mention ";
    write(out, mention.span);
    out << ' ' << mention.entity.str() << " sentence " << mention.sentence << " rule '" << mention.rule << "' name '"
        << mention.name << "' by '" << mention.evidence << "' " << static_cast<int>(mention.score) << "\n";
  }
  for (const auto& claim : extraction.claims) out << describe(claim) << '\n';
  return out.str();
}

}  // namespace isnad::testing
