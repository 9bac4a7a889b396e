#include "store/contribution.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/model/error.h"
#include "store/byte_writer.h"
#include "store/value_codec.h"

namespace isnad::store {

namespace {

/// Checks one extraction; messages name its document.
class Checker {
 public:
  Checker(const Extraction& extraction, const std::vector<Entity>& entities) : extraction_(extraction), entities_(entities) {}

  void check() const {
    const Document& document = extraction_.document;
    if (document.id.empty()) fail("it has no id");
    if (document.text.size() > std::numeric_limits<std::uint32_t>::max()) fail("its text is longer than 4 GB");
    for (const auto& sentence : extraction_.sentences) check_span(sentence.span, "a sentence");
    check_entities();
    for (const auto& mention : extraction_.mentions) {
      check_span(mention.span, "a mention");
      check_entity(mention.entity, "a mention");
      check_name(mention);
      if (mention.sentence >= extraction_.sentences.size()) fail("a mention lies in no sentence");
    }
    for (const auto& claim : extraction_.claims) check_claim(claim);
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error("document " + extraction_.document.id.str() + " cannot be stored: " + why);
  }

 private:
  // Spans fall on code point borders: a span never begins or ends before a continuation byte.
  [[nodiscard]] bool is_border(std::uint32_t offset) const {
    const std::string& text = extraction_.document.text;
    return offset == text.size() || (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
  }

  /// `of`: what has the span; `id`: and its id.
  void check_span(Span span, std::string_view of, const std::string& id = {}) const {
    if (span.begin > span.end || !is_border(span.begin) || !is_border(span.end)) {
      fail(std::string(of) + id + " has the span [" + std::to_string(span.begin) + ", " + std::to_string(span.end) +
           "), which does not fit the text");
    }
  }

  void check_entity(const EntityKey& key, std::string_view of, const std::string& id = {}) const {
    const auto place = std::lower_bound(entities_.begin(), entities_.end(), key,
                                        [](const Entity& entity, const EntityKey& wanted) { return entity.key < wanted; });
    if (place == entities_.end() || place->key != key)
      fail(std::string(of) + id + " names the entity " + key.str() + ", which the document does not list");
  }

  void check_name(const Mention& mention) const {
    if (mention.score > 100) fail("a mention has a score above 100 percent");
    if (mention.name.empty()) return;
    const auto entity = std::lower_bound(entities_.begin(), entities_.end(), mention.entity,
                                         [](const Entity& listed, const EntityKey& key) { return listed.key < key; });
    const bool listed =
        std::any_of(entity->aliases.begin(), entity->aliases.end(), [&](const Alias& a) { return a.name == mention.name; });
    if (!listed) fail("a mention uses the name " + mention.name + ", which its entity does not list");
  }

  void check_entities() const {
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      const Entity& entity = entities_[i];
      if (entity.key.empty()) fail("an entity has no key");
      if (i > 0 && entities_[i - 1].key == entity.key) fail("it lists the entity " + entity.key.str() + " twice");
      const auto twice = std::adjacent_find(entity.aliases.begin(), entity.aliases.end(),
                                            [](const Alias& a, const Alias& b) { return a.lang == b.lang && a.name == b.name; });
      if (twice != entity.aliases.end()) fail("it lists the alias " + twice->name + " of " + entity.key.str() + " twice");
    }
  }

  void check_slot(const Slot& slot, const Claim& claim) const {
    for (const Span span : slot.spans) check_span(span, "claim ", claim.id.str());
    check_span(slot.head, "claim ", claim.id.str());
    if (slot.entity) check_entity(*slot.entity, "claim ", claim.id.str());
  }

  void check_claim(const Claim& claim) const {
    const std::optional<ClaimPlace> place = place_of(claim.id, extraction_.document.id);
    if (!place || place->sentence != claim.sentence || claim.document != extraction_.document.id) {
      fail("claim " + claim.id.str() + " is not named after its document and sentence");
    }
    if (claim.sentence >= extraction_.sentences.size()) fail("claim " + claim.id.str() + " lies in no sentence");
    for (const Slot* slot : {&claim.subject, &claim.relation, &claim.object}) check_slot(*slot, claim);
    for (const auto& link : claim.attribution) check_slot(link.speaker, claim);
  }

  const Extraction& extraction_;
  const std::vector<Entity>& entities_;
};

bool by_key(const Entity& a, const Entity& b) { return a.key < b.key; }

bool by_language(const Alias& a, const Alias& b) { return std::tie(a.lang, a.name) < std::tie(b.lang, b.name); }

bool are_in_order(const std::vector<Entity>& entities) {
  return std::is_sorted(entities.begin(), entities.end(), by_key) &&
         std::all_of(entities.begin(), entities.end(), [](const Entity& entity) {
           return std::is_sorted(entity.aliases.begin(), entity.aliases.end(), by_language);
         });
}

std::vector<Entity> in_order(std::vector<Entity> entities) {
  std::sort(entities.begin(), entities.end(), by_key);
  for (Entity& entity : entities) std::sort(entity.aliases.begin(), entity.aliases.end(), by_language);
  return entities;
}

}  // namespace

Contribution contribution_of(const Extraction& extraction) {
  Contribution contribution;
  contribution.document = &extraction.document;
  contribution.extraction = &extraction;
  if (!are_in_order(extraction.entities)) contribution.ordered_entities = in_order(extraction.entities);
  const Checker checker(extraction, contribution.entities());
  checker.check();
  contribution.claims.reserve(extraction.claims.size());
  for (const auto& claim : extraction.claims)
    contribution.claims.emplace_back(*place_of(claim.id, extraction.document.id), &claim);
  std::sort(contribution.claims.begin(), contribution.claims.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 1; i < contribution.claims.size(); ++i) {
    if (contribution.claims[i - 1].first == contribution.claims[i].first) {
      checker.fail("it has two claims with the id " + contribution.claims[i].second->id.str());
    }
  }
  contribution.encoded_claims = encode_claims(contribution.claims, extraction.document.text);
  return contribution;
}

Hash128 document_digest(const Contribution& contribution) {
  // Entities are numbered by their place in the list, so that the hash depends on the document alone.
  const auto& entities = contribution.entities();
  const NumberOf number_of = [&](const EntityKey& key) {
    const auto place = std::lower_bound(entities.begin(), entities.end(), key,
                                        [](const Entity& entity, const EntityKey& wanted) { return entity.key < wanted; });
    return static_cast<EntityNumber>(place - entities.begin() + 1);
  };
  const Document& document = *contribution.document;
  const Extraction& extraction = *contribution.extraction;
  const Hash128 content = content_hash(document);
  std::string bytes;
  ByteWriter writer(bytes);
  writer.fixed64(content.low);
  writer.fixed64(content.high);
  writer.string(document.lang);
  writer.string(extraction.extractor);
  writer.varint(extraction.words);
  writer.string(encode_sentences(document.id, extraction.sentences));
  writer.varint(entities.size());
  for (const auto& entity : entities) writer.string(entity.key.str());
  writer.string(encode_mentions(entities, extraction.mentions, number_of));
  const EncodedClaims& claims = contribution.encoded_claims;
  writer.varint(claims.entities.size());
  for (const EntityKey& entity : claims.entities) writer.string(entity.str());
  writer.varint(claims.words.size());
  for (const std::string& word : claims.words) writer.string(word);
  bytes += claims.body;
  return hash_of(bytes);
}

}  // namespace isnad::store
