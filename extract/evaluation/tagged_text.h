#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/model/document.h"
#include "graph/model/entity.h"
#include "graph/model/span.h"

namespace isnad::evaluation {

/// A set of entity types, bit t for type t.
using TypeSet = std::uint8_t;

[[nodiscard]] constexpr TypeSet type_set(EntityType type) { return static_cast<TypeSet>(1U << static_cast<unsigned>(type)); }

/// A name that a file marks. Coarse schemes leave the type open: their LOC is a GPE, LOC or FAC of ours.
struct TaggedName {
  /// Tokens of the sentence, from 0, inclusive.
  std::size_t first = 0;
  std::size_t last = 0;
  TypeSet types = 0;
  /// As reports call it: `PER ORG LOC MISC`, or of a fine scheme also `GPE FAC NORP EVENT`.
  std::string label;
};

struct TaggedSentence {
  std::vector<std::string> tokens;
  /// In order, disjoint.
  std::vector<TaggedName> names;
};

/// Reads tokens with their tags: one token a line, its tags in the columns behind, blanks or tabs between, an empty line behind
/// each sentence. Tags are `O`, `B-LOC`, `I-LOC`; a name may begin with `I-`. Of several tags of a token (nested names) the
/// first of a type that we know counts; names of other types (dates, posts) are none. A file with GPE among its tags is of a
/// fine scheme. Lines of `-DOCSTART-` and tokens of nothing but invisible characters are left out.
/// Throws: IoError when the file cannot be read; FormatError at a line that has no tag, an odd tag, or is not UTF-8.
[[nodiscard]] std::vector<TaggedSentence> read_tagged(const std::filesystem::path& path);

/// A document made of tagged sentences, a space between tokens.
struct TaggedDocument {
  Document document;
  std::vector<TaggedSentence> sentences;
  /// [sentence][token] where it stands in `document.text`.
  std::vector<std::vector<Span>> spans;
};

/// How many sentences of a file without articles pass for one.
inline constexpr std::size_t kSentencesEach = 12;

/// Returns: documents of up to `kSentencesEach` sentences, in the order of the file, in Arabic when most letters of all are.
[[nodiscard]] std::vector<TaggedDocument> to_documents(const std::vector<TaggedSentence>& sentences);

}  // namespace isnad::evaluation
