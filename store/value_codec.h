#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/document.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "store/hash.h"

namespace isnad::store {

/// Numbers that stand for long ids inside values and keys; 0 stands for none.
using DocumentNumber = std::uint32_t;
using EntityNumber = std::uint32_t;

using NumberOf = std::function<EntityNumber(const EntityKey&)>;
using KeyOf = std::function<EntityKey(EntityNumber)>;

/// Numbers of the dictionary: of words (labels, rules, dates, ...) that many documents share.
using WordNumber = std::uint32_t;
using WordNumberOf = std::function<WordNumber(const std::string&)>;
using WordOf = std::function<std::string(WordNumber)>;

/// What table `documents` holds of a document.
struct DocumentRecord {
  DocumentNumber number = 0;
  /// `content_hash` of the document.
  Hash128 content;
  /// `document_digest` of all that it gave.
  Hash128 digest;
  /// Without id (the key has it), text and sentences.
  Document document;
  std::string extractor;
  std::uint64_t words = 0;
  std::uint64_t text_bytes = 0;
  std::uint32_t sentences = 0;
  std::uint32_t claims = 0;
};

/// What answers about edges need to know of a document.
struct DocumentName {
  DocumentId id;
  std::string source;
  std::string published;
  /// The news agency that its text credits; empty for an outlet's own.
  std::string agency = {};

  /// Who is counted as its source (`independent_source`).
  [[nodiscard]] const std::string& counted_source() const { return agency.empty() ? source : agency; }
};

/// Who is who in a document before decisions change it: all that they can change.
struct Undecided {
  /// Ordered by key.
  std::vector<Entity> entities;
  /// As many as the document has, at the same spans.
  std::vector<Mention> mentions;
  /// Of each claim, by its place: subject, relation, object, then the speakers.
  std::vector<std::optional<EntityKey>> slots;
};

/// What a document says about entities.
struct DocumentMentions {
  /// Ordered by key.
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
  /// Nothing where no decision changed anything.
  std::optional<Undecided> undecided;
};

// Values as docs/store_format.md gives them, byte by byte. All decoders throw CorruptionError for bytes that no encoder made.

[[nodiscard]] std::string encode_record(const DocumentRecord& record);
/// `before_format_4`: of a database that is migrated, whose records name no agency.
[[nodiscard]] DocumentRecord decode_record(std::string_view bytes, bool before_format_4 = false);

[[nodiscard]] std::string encode_name(const DocumentName& name);
[[nodiscard]] DocumentName decode_name(std::string_view bytes);

[[nodiscard]] std::string encode_sentences(const DocumentId& document, const std::vector<SentenceSpan>& sentences);
[[nodiscard]] std::vector<SentenceSpan> decode_sentences(const DocumentId& document, std::string_view bytes);

/// Requires: every mention's entity is in `entities`, and its name among the entity's aliases; entities ordered by key, their
/// aliases by language and name; the same of `undecided`.
[[nodiscard]] std::string encode_mentions(const std::vector<Entity>& entities, const std::vector<Mention>& mentions,
                                          const NumberOf& number_of, const std::optional<Undecided>& undecided = {});
[[nodiscard]] DocumentMentions decode_mentions(std::string_view bytes, const KeyOf& key_of);

}  // namespace isnad::store
