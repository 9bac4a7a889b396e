#include "tests/graph/support/graph_builder.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <utility>

namespace isnad::testing {

namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Slot slot(const std::string& words, const std::string& entity, const std::string& sentence, std::uint32_t offset) {
  Slot out;
  out.text = words;
  if (!entity.empty()) out.entity = EntityKey(entity);
  if (words.empty()) return out;
  const auto at = sentence.find(words);
  if (at == std::string::npos) throw std::logic_error("'" + words + "' does not stand in '" + sentence + "'");
  const auto begin = offset + static_cast<std::uint32_t>(at);
  out.head = {begin, begin + static_cast<std::uint32_t>(words.size())};
  out.spans = {out.head};
  return out;
}

}  // namespace

GraphBuilder& GraphBuilder::entity(const std::string& key, EntityType type, const std::string& name_ar,
                                   const std::string& name_en, const std::vector<std::string>& other_names) {
  Entity out;
  out.key = EntityKey(key);
  out.type = type;
  out.name_ar = name_ar;
  out.name_en = name_en;
  out.from_lexicon = true;
  const auto alias = [&](const std::string& name, std::uint32_t mentions) {
    if (!name.empty()) out.aliases.push_back({name, lower(name), is_ascii(name) ? "en" : "ar", mentions});
  };
  alias(name_ar, 2);
  alias(name_en, 1);
  for (const auto& name : other_names) alias(name, 1);
  std::sort(out.aliases.begin(), out.aliases.end(),
            [](const Alias& a, const Alias& b) { return std::tie(a.lang, a.name) < std::tie(b.lang, b.name); });
  entities_.push_back(std::move(out));
  return *this;
}

GraphBuilder& GraphBuilder::document(const std::string& id, const std::string& source, const std::string& published,
                                     const std::string& lang) {
  Extraction out;
  out.document.id = DocumentId(id);
  out.document.source = source;
  out.document.published = published;
  out.document.lang = lang;
  documents_.push_back(std::move(out));
  return *this;
}

GraphBuilder& GraphBuilder::agency(const std::string& name) {
  documents_.back().document.agency = name;
  return *this;
}

const Entity& GraphBuilder::known(const std::string& key) const {
  const auto it = std::find_if(entities_.begin(), entities_.end(), [&](const Entity& entity) { return entity.key.str() == key; });
  if (it == entities_.end()) throw std::logic_error("no entity " + key);
  return *it;
}

void GraphBuilder::use(const std::string& key) {
  if (key.empty()) return;
  auto& entities = documents_.back().entities;
  const Entity& entity = known(key);
  if (std::find(entities.begin(), entities.end(), entity) == entities.end()) entities.push_back(entity);
}

GraphBuilder& GraphBuilder::sentence(const std::string& text, const std::vector<ClaimSpec>& claims) {
  Extraction& extraction = documents_.back();
  Document& document = extraction.document;
  if (!document.text.empty()) document.text += '\n';
  const auto offset = static_cast<std::uint32_t>(document.text.size());
  document.text += text;
  const auto number = static_cast<std::uint32_t>(extraction.sentences.size());
  SentenceSpan span{{offset, static_cast<std::uint32_t>(document.text.size())},
                    document.id.str() + "#" + std::to_string(number),
                    document.lang};
  extraction.sentences.push_back(span);
  document.sentences.push_back(span);
  std::size_t in_sentence = 0;
  for (const auto& spec : claims) {
    Claim claim;
    claim.id = ClaimId(document.id.str() + "#" + std::to_string(number) + "#" + std::to_string(in_sentence++));
    claim.document = document.id;
    claim.sentence = number;
    claim.subject = slot(spec.subject, spec.subject_entity, text, offset);
    claim.relation = slot(spec.relation, "", text, offset);
    claim.object = slot(spec.object, spec.object_entity, text, offset);
    claim.relation_lemma = spec.relation;
    claim.label_ar = spec.label_ar;
    claim.label_en = spec.label_en;
    claim.type = spec.type;
    claim.polarity = spec.polarity;
    claim.modality = spec.modality;
    claim.event_date = spec.event_date;
    claim.confidence = spec.confidence;
    claim.subject_is_source = spec.subject_is_source;
    claim.rule = "test";
    if (spec.mentioned) mark_mentioned(claim);
    if (!spec.speaker.empty()) claim.attribution.push_back({slot(spec.speaker, spec.speaker_entity, text, offset), "say"});
    use(spec.subject_entity);
    use(spec.object_entity);
    use(spec.speaker_entity);
    extraction.claims.push_back(std::move(claim));
  }
  return *this;
}

GraphBuilder& GraphBuilder::edge(const std::string& from, RelationType type, const std::string& to, Polarity polarity) {
  const std::string relation(info(type).label_en);
  ClaimSpec spec;
  spec.subject = from;
  spec.subject_entity = from;
  spec.type = type;
  spec.relation = relation;
  spec.object = to;
  spec.object_entity = to;
  spec.label_en = relation;
  spec.label_ar = std::string(info(type).label_ar);
  spec.polarity = polarity;
  return sentence(from + " " + relation + " " + to + ".", {spec});
}

MemoryClaimSource GraphBuilder::build() const {
  MemoryClaimSource out;
  for (const auto& extraction : documents_) out.put(extraction);
  return out;
}

}  // namespace isnad::testing
