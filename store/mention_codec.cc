// The list of a document's entities and mentions, as docs/store_format.md gives it.

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/span_codec.h"
#include "store/value_codec.h"

namespace isnad::store {

namespace {

/// Each mention has its rule beside it, and none has name, evidence or score.
constexpr std::uint8_t kPlainLayout = 1;
/// What mentions share stands once. Written only where the plain layout cannot say it: what one says has one encoding.
constexpr std::uint8_t kLayout = 2;

constexpr std::uint8_t kFromLexicon = 128;
constexpr std::uint8_t kAllOfPercent = 100;

/// Why mentions mean an entity: entity and alias (from 1; 0 for none) by their places.
struct Link {
  std::uint32_t entity = 0;
  std::uint32_t alias = 0;
  std::string_view rule;
  std::string_view evidence;
  std::uint8_t score = 100;

  [[nodiscard]] auto tied() const { return std::tie(entity, alias, rule, evidence, score); }
  friend bool operator<(const Link& a, const Link& b) { return a.tied() < b.tied(); }
};

std::uint32_t place_of(const std::vector<Entity>& entities, const EntityKey& key) {
  const auto entity =
      std::lower_bound(entities.begin(), entities.end(), key, [](const Entity& listed, const EntityKey& wanted) { return listed.key < wanted; });
  return static_cast<std::uint32_t>(entity - entities.begin());
}

std::uint32_t alias_place_of(const Entity& entity, const std::string& name) {
  for (std::size_t i = 0; !name.empty() && i < entity.aliases.size(); ++i) {
    if (entity.aliases[i].name == name) return static_cast<std::uint32_t>(i + 1);
  }
  return 0;
}

void write_entity(ByteWriter& writer, const Entity& entity) {
  writer.byte(static_cast<std::uint8_t>(static_cast<std::uint8_t>(entity.type) | (entity.from_lexicon ? kFromLexicon : 0)));
  writer.string(entity.name_ar);
  writer.string(entity.name_en);
  writer.varint(entity.aliases.size());
  for (const auto& alias : entity.aliases) {
    writer.string(alias.name);
    writer.string(alias.key);
    writer.string(alias.lang);
    writer.varint(alias.mentions);
  }
}

Entity read_entity(ByteReader& reader, EntityKey key) {
  Entity entity;
  entity.key = std::move(key);
  const std::uint8_t kind = reader.byte();
  const std::uint8_t type = kind & static_cast<std::uint8_t>(~kFromLexicon);
  if (type > static_cast<std::uint8_t>(EntityType::kMisc)) reader.fail("unknown entity type");
  entity.type = static_cast<EntityType>(type);
  entity.from_lexicon = (kind & kFromLexicon) != 0;
  entity.name_ar = reader.string();
  entity.name_en = reader.string();
  const std::uint32_t aliases = reader.count(4);
  entity.aliases.reserve(aliases);
  for (std::uint32_t i = 0; i < aliases; ++i) {
    Alias alias;
    alias.name = reader.string();
    alias.key = reader.string();
    alias.lang = reader.string();
    alias.mentions = reader.varint32();
    entity.aliases.push_back(std::move(alias));
  }
  return entity;
}

/// Writes the links, and returns for each mention the place of its own.
std::vector<std::size_t> write_links(ByteWriter& writer, const std::vector<Entity>& entities, const std::vector<Mention>& mentions) {
  std::map<Link, std::size_t> places;
  std::vector<const Link*> links;
  std::vector<std::size_t> out;
  out.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    const std::uint32_t entity = place_of(entities, mention.entity);
    const Link link{entity, alias_place_of(entities[entity], mention.name), mention.rule, mention.evidence, mention.score};
    const auto [at, added] = places.emplace(link, links.size());
    if (added) links.push_back(&at->first);
    out.push_back(at->second);
  }
  writer.varint(links.size());
  for (const Link* link : links) {
    writer.varint(link->entity);
    writer.varint(link->alias);
    writer.string(link->rule);
    writer.string(link->evidence);
    writer.byte(link->score);
  }
  return out;
}

std::vector<Link> read_links(ByteReader& reader, const std::vector<Entity>& entities) {
  const std::uint32_t count = reader.count(5);
  std::vector<Link> links;
  links.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    Link link;
    link.entity = reader.varint32();
    if (link.entity >= entities.size()) reader.fail("a mention names no entity of the list");
    link.alias = reader.varint32();
    if (link.alias > entities[link.entity].aliases.size()) reader.fail("a mention uses no name of the list");
    link.rule = reader.string();
    link.evidence = reader.string();
    link.score = reader.byte();
    if (link.score > kAllOfPercent) reader.fail("a score is above 100 percent");
    links.push_back(link);
  }
  return links;
}

void set_link(ByteReader& reader, Mention& mention, const std::vector<Link>& links, const std::vector<Entity>& entities) {
  const std::uint32_t place = reader.varint32();
  if (place >= links.size()) reader.fail("a mention has no reason of the list");
  const Link& link = links[place];
  const Entity& entity = entities[link.entity];
  mention.entity = entity.key;
  mention.rule = link.rule;
  mention.name = link.alias == 0 ? "" : entity.aliases[link.alias - 1].name;
  mention.evidence = link.evidence;
  mention.score = link.score;
}

void write_undecided(ByteWriter& writer, const Undecided& undecided) {
  writer.varint(undecided.entities.size());
  for (const Entity& entity : undecided.entities) {
    writer.string(entity.key.str());
    write_entity(writer, entity);
  }
  for (const std::size_t link : write_links(writer, undecided.entities, undecided.mentions)) writer.varint(link);
  writer.varint(undecided.slots.size());
  for (const auto& slot : undecided.slots) writer.varint(slot ? place_of(undecided.entities, *slot) + std::uint64_t{1} : 0);
}

Undecided read_undecided(ByteReader& reader, std::vector<Mention> mentions) {
  Undecided undecided;
  const std::uint32_t entities = reader.count(5);
  for (std::uint32_t i = 0; i < entities; ++i) {
    EntityKey key{std::string(reader.string())};
    if (i > 0 && key <= undecided.entities.back().key) reader.fail("its entities are not in order");
    undecided.entities.push_back(read_entity(reader, std::move(key)));
  }
  const std::vector<Link> links = read_links(reader, undecided.entities);
  for (Mention& mention : mentions) set_link(reader, mention, links, undecided.entities);
  undecided.mentions = std::move(mentions);
  const std::uint32_t slots = reader.count();
  undecided.slots.reserve(slots);
  for (std::uint32_t i = 0; i < slots; ++i) {
    const std::uint32_t place = reader.varint32();
    if (place > undecided.entities.size()) reader.fail("a slot names no entity of the list");
    undecided.slots.push_back(place == 0 ? std::nullopt : std::optional(undecided.entities[place - 1].key));
  }
  return undecided;
}

void write_plain_mentions(ByteWriter& writer, const std::vector<Entity>& entities, const std::vector<Mention>& mentions) {
  SpanWriter spans(writer);
  writer.varint(mentions.size());
  for (const Mention& mention : mentions) {
    spans.write(mention.span);
    writer.varint(place_of(entities, mention.entity));
    writer.varint(mention.sentence);
    writer.string(mention.rule);
  }
}

void read_plain_mentions(ByteReader& reader, DocumentMentions& result) {
  SpanReader spans(reader);
  const std::uint32_t mentions = reader.count(5);
  result.mentions.reserve(mentions);
  for (std::uint32_t i = 0; i < mentions; ++i) {
    Mention mention;
    mention.span = spans.read();
    const std::uint64_t entity = reader.varint();
    if (entity >= result.entities.size()) reader.fail("a mention names no entity of the list");
    mention.entity = result.entities[entity].key;
    mention.sentence = reader.varint32();
    mention.rule = reader.string();
    result.mentions.push_back(std::move(mention));
  }
}

}  // namespace

std::string encode_mentions(const std::vector<Entity>& entities, const std::vector<Mention>& mentions, const NumberOf& number_of,
                            const std::optional<Undecided>& undecided) {
  const bool plain = !undecided && std::all_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
    return mention.name.empty() && mention.evidence.empty() && mention.score == kAllOfPercent;
  });
  std::string bytes;
  ByteWriter writer(bytes);
  writer.byte(plain ? kPlainLayout : kLayout);
  writer.varint(entities.size());
  for (const auto& entity : entities) {
    writer.varint(number_of(entity.key));
    write_entity(writer, entity);
  }
  if (plain) {
    write_plain_mentions(writer, entities, mentions);
    return bytes;
  }
  const std::vector<std::size_t> links = write_links(writer, entities, mentions);
  SpanWriter spans(writer);
  writer.varint(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    spans.write(mentions[i].span);
    writer.varint(links[i]);
    writer.varint(mentions[i].sentence);
  }
  writer.byte(undecided ? 1 : 0);
  if (undecided) write_undecided(writer, *undecided);
  return bytes;
}

DocumentMentions decode_mentions(std::string_view bytes, const KeyOf& key_of) {
  ByteReader reader(bytes, "mention list");
  const std::uint8_t layout = reader.byte();
  if (layout != kLayout && layout != kPlainLayout) reader.fail("its layout is unknown");
  DocumentMentions result;
  const std::uint32_t entities = reader.count(5);
  result.entities.reserve(entities);
  for (std::uint32_t i = 0; i < entities; ++i) {
    EntityKey key = key_of(reader.varint32());
    result.entities.push_back(read_entity(reader, std::move(key)));
  }
  if (layout == kPlainLayout) {
    read_plain_mentions(reader, result);
    reader.expect_end();
    return result;
  }
  const std::vector<Link> links = read_links(reader, result.entities);
  SpanReader spans(reader);
  const std::uint32_t mentions = reader.count(4);
  result.mentions.reserve(mentions);
  for (std::uint32_t i = 0; i < mentions; ++i) {
    Mention mention;
    mention.span = spans.read();
    set_link(reader, mention, links, result.entities);
    mention.sentence = reader.varint32();
    result.mentions.push_back(std::move(mention));
  }
  const std::uint8_t flag = reader.byte();
  if (flag > 1) reader.fail("unknown flags");
  if (flag == 1) result.undecided = read_undecided(reader, result.mentions);
  reader.expect_end();
  return result;
}

}  // namespace isnad::store
