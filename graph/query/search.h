#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/claim_source.h"
#include "graph/model/document.h"
#include "graph/query/edge_reader.h"

namespace isnad::query {

/// Which claims are asked for. Every field that is set narrows; a list is satisfied by any of its members.
struct ClaimQuery {
  /// Who acts: the entity at the start of the claim's arrow (of `M5 was taken by the army` the army).
  std::vector<EntityKey> subjects;
  /// Who or what is acted upon.
  std::vector<EntityKey> objects;
  /// At either end.
  std::vector<EntityKey> either;
  /// A type's name (`ACCUSE`), or a word of the relation in either language: its lemma (`اتهم`), or its label (`accuses`,
  /// `يتهم`), with or without English endings (`accuse`, `accused`).
  std::string relation;
  /// Anyone in the chain of attribution.
  std::vector<EntityKey> speakers;
  /// Only claims that someone is said to make (true) or that the article makes itself (false).
  std::optional<bool> attributed;
  /// As for views, but claims whose ends are no entities stay in as long as no kind, fold or number of sources is asked for.
  ViewFilter filter;
  /// Stop after so many; 0: no limit.
  std::size_t limit = 0;
  /// How two words are brought together before they are compared (the caller's `text::name_key`); as they are when empty.
  std::function<std::string(std::string_view)> fold;
};

/// Gives each claim that fits to `visit` with its document, in the order of documents and sentences, until `visit` returns false.
///
/// Returns: how many claims were visited.
/// Cost: with names given, the claims of those names, kept in memory when there are several of them; with types alone, the claims
/// of the type (of several while they are not too many); else a scan. Besides that one document in memory.
std::size_t find_claims(const ClaimSource& source, const ClaimQuery& query,
                        const std::function<bool(const Claim&, const Document&)>& visit);

/// Returns: the sentence of a claim, as it stands in the document; empty when the document has no such sentence.
[[nodiscard]] std::string_view sentence_text(const Claim& claim, const Document& document);

/// Returns: the event's date, else the document's.
[[nodiscard]] const std::string& date_of(const Claim& claim, const Document& document);

}  // namespace isnad::query
