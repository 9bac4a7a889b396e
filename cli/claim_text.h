#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/claim.h"
#include "graph/model/document.h"
#include "graph/model/entity.h"

namespace isnad::cli {

/// What a reader needs beside a claim: the names of its nodes and the sentence that says it.
struct ClaimContext {
  std::optional<Entity> subject;
  std::optional<Entity> object;
  std::optional<Entity> speaker;
  std::string sentence_id;
  std::string sentence;
  std::string document_title;
  std::string document_source;
  std::string published;
};

/// Writes a claim as a block of labelled lines, one fact a line, so that Arabic and English never share a line's
/// direction: subject, relation, object, kind, who says so, date, the sentence and its document.
void write_claim_block(std::ostream& out, const Claim& claim, const ClaimContext& context, std::size_t number, bool explain);

/// Returns: `الكرملين (Kremlin)`: the words, and the node's names that differ from them.
[[nodiscard]] std::string slot_with_names(const Slot& slot, const std::optional<Entity>& entity);

}  // namespace isnad::cli
