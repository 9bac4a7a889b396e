#include "store/decision_codec.h"

#include <cstdint>
#include <utility>

#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/key_codec.h"

namespace isnad::store {

namespace {

/// Without rule and evidence: an analyst's decisions, and identities by transliteration that have no evidence.
constexpr std::uint8_t kPlainLayout = 1;
constexpr std::uint8_t kReasonedLayout = 2;

// Numbers of kinds are part of the format.
static_assert(static_cast<int>(DecisionKind::kMerge) == 0 && static_cast<int>(DecisionKind::kIdentity) == 3);

void write_name(ByteWriter& writer, const Alias& name) {
  writer.string(name.name);
  writer.string(name.key);
  writer.string(name.lang);
}

/// The rule of a decision whose row says none.
std::string_view plain_rule(DecisionKind kind) { return kind == DecisionKind::kIdentity ? kTransliterationRule : ""; }

Alias read_name(ByteReader& reader) {
  Alias name;
  name.name = reader.string();
  name.key = reader.string();
  name.lang = reader.string();
  return name;
}

}  // namespace

std::string decision_key(const Decision& decision) {
  KeyWriter key;
  key.rest(kDecisionRow).rest(decision.is_about_name() ? "n" : "m");
  return key.text(decision.is_about_name() ? decision.name.key : "").rest(decision.from.str()).take();
}

std::string encode_decision(const Decision& decision) {
  std::string bytes;
  ByteWriter writer(bytes);
  const bool plain = decision.rule == plain_rule(decision.kind) && decision.evidence.empty();
  writer.byte(plain ? kPlainLayout : kReasonedLayout);
  writer.byte(static_cast<std::uint8_t>(decision.kind));
  writer.string(decision.from.str());
  writer.string(decision.into.str());
  write_name(writer, decision.name);
  writer.byte(static_cast<std::uint8_t>(decision.type));
  writer.varint(decision.into_names.size());
  for (const Alias& name : decision.into_names) write_name(writer, name);
  writer.byte(decision.score);
  if (!plain) {
    writer.string(decision.rule);
    writer.string(decision.evidence);
  }
  return bytes;
}

Decision decode_decision(std::string_view bytes) {
  ByteReader reader(bytes, "decision");
  const std::uint8_t layout = reader.byte();
  if (layout != kPlainLayout && layout != kReasonedLayout) reader.fail("its layout is unknown");
  Decision decision;
  const std::uint8_t kind = reader.byte();
  if (kind > static_cast<std::uint8_t>(DecisionKind::kIdentity)) reader.fail("its kind is unknown");
  decision.kind = static_cast<DecisionKind>(kind);
  decision.from = EntityKey(std::string(reader.string()));
  decision.into = EntityKey(std::string(reader.string()));
  decision.name = read_name(reader);
  const std::uint8_t type = reader.byte();
  if (type > static_cast<std::uint8_t>(EntityType::kMisc)) reader.fail("unknown entity type");
  decision.type = static_cast<EntityType>(type);
  const std::uint32_t names = reader.count(3);
  for (std::uint32_t i = 0; i < names; ++i) decision.into_names.push_back(read_name(reader));
  decision.score = reader.byte();
  if (layout == kPlainLayout) {
    decision.rule = plain_rule(decision.kind);
  } else {
    decision.rule = reader.string();
    decision.evidence = reader.string();
  }
  reader.expect_end();
  return decision;
}

}  // namespace isnad::store
