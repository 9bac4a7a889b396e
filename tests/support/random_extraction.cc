#include "tests/support/random_extraction.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad::testing {

namespace {

constexpr std::array<std::string_view, 16> kWords = {"قال", "اتهم", "روسيا", "تركيا", "في", "إدلب", "النظام", "قوات",
                                                     "said", "accused", "Ankara", "M5", "forces", "the", "peace", "é"};
constexpr std::array<std::string_view, 5> kDates = {"2020-02-13", "2020-02", "2020", "2019-12-31", ""};
constexpr std::array<std::string_view, 4> kSources = {"ant", "wire", "", "daily \"x\""};

}  // namespace

DocumentId RandomExtractions::document_id(int document) {
  // Ids that are prefixes of one another, and one that looks like a claim's.
  if (document % 7 == 3) return DocumentId("doc/" + std::to_string(document) + "#1");
  return DocumentId("doc/" + std::to_string(document));
}

EntityKey RandomExtractions::entity_key(int entity) {
  if (entity % 3 == 0) return EntityKey("gpe:" + std::to_string(entity));
  return EntityKey("name:PER:عمر " + std::to_string(entity));
}

std::string RandomExtractions::words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    text += kWords[static_cast<std::size_t>(below(kWords.size()))];
  }
  return text;
}

Span RandomExtractions::span_in(Span sentence, const std::string& text) {
  std::vector<std::uint32_t> borders;
  for (std::uint32_t i = sentence.begin; i <= sentence.end; ++i) {
    if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) borders.push_back(i);
  }
  const std::uint32_t a = borders[static_cast<std::size_t>(below(static_cast<int>(borders.size())))];
  const std::uint32_t b = borders[static_cast<std::size_t>(below(static_cast<int>(borders.size())))];
  return {std::min(a, b), std::max(a, b)};
}

Entity RandomExtractions::entity(int number) {
  Entity entity;
  entity.key = entity_key(number);
  entity.type = static_cast<EntityType>(below(8));
  entity.from_lexicon = one_in(4);
  std::set<std::pair<std::string, std::string>> names;
  for (int i = below(4); i >= 0; --i) names.emplace(one_in(2) ? "ar" : "en", words(1 + below(2)));
  for (const auto& [lang, name] : names) {
    // Keys collide between entities and names; some names have none.
    const std::string key = one_in(10) ? "" : name.substr(0, name.find(' '));
    entity.aliases.push_back({name, key, lang, static_cast<std::uint32_t>(below(4))});
    std::string& canonical = lang == "ar" ? entity.name_ar : entity.name_en;
    if (canonical.empty() || one_in(3)) canonical = name;
  }
  return entity;
}

Slot RandomExtractions::slot(const Extraction& extraction, std::uint32_t sentence) {
  Slot slot;
  if (one_in(12)) return slot;
  std::set<Span> spans;
  for (int i = below(3); i >= 0; --i) spans.insert(span_in(extraction.sentences[sentence].span, extraction.document.text));
  slot.spans.assign(spans.begin(), spans.end());
  for (const Span span : slot.spans) {
    if (!slot.text.empty()) slot.text += ' ';
    slot.text += span.of(extraction.document.text);
  }
  if (one_in(4)) slot.text = words(1 + below(3));
  slot.head = one_in(2) ? slot.spans.front() : span_in(extraction.sentences[sentence].span, extraction.document.text);
  slot.elided = one_in(6);
  if (!extraction.entities.empty() && !one_in(4)) {
    slot.entity = extraction.entities[static_cast<std::size_t>(below(static_cast<int>(extraction.entities.size())))].key;
  }
  return slot;
}

Extraction RandomExtractions::next(int document) {
  Extraction extraction;
  Document& doc = extraction.document;
  doc.id = document_id(document);
  doc.url = one_in(3) ? "" : "https://example.org/" + std::to_string(document);
  doc.source = kSources[static_cast<std::size_t>(below(kSources.size()))];
  doc.title = words(below(4));
  doc.lang = one_in(2) ? "ar" : "en";
  doc.published = kDates[static_cast<std::size_t>(below(kDates.size()))];
  doc.path = "news/" + std::to_string(document) + ".txt";
  doc.line = static_cast<std::uint64_t>(below(3));
  for (int i = below(options_.max_sentences + 1); i > 0; --i) {
    if (!doc.text.empty()) doc.text += one_in(2) ? " " : "\n";
    const auto begin = static_cast<std::uint32_t>(doc.text.size());
    doc.text += words(1 + below(8));
    const auto number = extraction.sentences.size();
    extraction.sentences.push_back({{begin, static_cast<std::uint32_t>(doc.text.size())},
                                    one_in(5) ? "own-" + std::to_string(number) : doc.id.str() + '#' + std::to_string(number),
                                    one_in(3) ? "ar" : "en"});
  }
  doc.sentences = extraction.sentences;

  std::set<int> actors;
  for (int i = below(6); i > 0; --i) actors.insert(below(options_.entities));
  for (const int actor : actors) extraction.entities.push_back(entity(actor));
  std::sort(extraction.entities.begin(), extraction.entities.end(), [](const auto& a, const auto& b) { return a.key < b.key; });

  for (std::uint32_t sentence = 0; sentence < extraction.sentences.size(); ++sentence) {
    for (int i = extraction.entities.empty() ? 0 : below(3); i > 0; --i) {
      const auto& actor = extraction.entities[static_cast<std::size_t>(below(static_cast<int>(extraction.entities.size())))];
      Mention mention{span_in(extraction.sentences[sentence].span, doc.text), actor.key, sentence, one_in(2) ? "lexicon" : "name"};
      if (one_in(4)) mention.rule = "title";
      if (!one_in(3)) mention.name = actor.aliases[static_cast<std::size_t>(below(static_cast<int>(actor.aliases.size())))].name;
      if (one_in(2)) mention.evidence = words(1);
      if (one_in(3)) mention.score = static_cast<std::uint8_t>(below(101));
      extraction.mentions.push_back(std::move(mention));
    }
    int number = 0;
    for (int i = below(options_.max_claims_a_sentence + 1); i > 0; --i) {
      Claim claim;
      number += 1 + below(12);
      claim.id = ClaimId(doc.id.str() + '#' + std::to_string(sentence) + '#' + std::to_string(number));
      claim.document = doc.id;
      claim.sentence = sentence;
      claim.subject = slot(extraction, sentence);
      claim.relation = slot(extraction, sentence);
      claim.relation.entity.reset();
      claim.object = slot(extraction, sentence);
      claim.relation_lemma = words(1);
      claim.label_en = words(1);
      claim.label_ar = words(1);
      claim.type = one_in(2) ? RelationType::kAccuse : static_cast<RelationType>(below(24));
      claim.subject_is_source = !one_in(4);
      claim.polarity = one_in(4) ? Polarity::kDenied : Polarity::kAffirmed;
      claim.modality = static_cast<Modality>(below(4));
      for (int link = one_in(3) ? 1 + below(2) : 0; link > 0; --link) {
        claim.attribution.push_back({slot(extraction, sentence), one_in(2) ? "" : "قال"});
      }
      if (one_in(3)) claim.event_date = kDates[static_cast<std::size_t>(below(kDates.size()))];
      if (one_in(2)) claim.confidence = static_cast<float>(1 + below(100)) / 100.0F;
      claim.rule = "rule-" + std::to_string(below(3));
      extraction.claims.push_back(std::move(claim));
    }
  }
  extraction.words = static_cast<std::uint64_t>(below(100));
  extraction.extractor = one_in(3) ? "isnad 0.1.0 a" : "isnad 0.1.0 b";
  return extraction;
}

}  // namespace isnad::testing
