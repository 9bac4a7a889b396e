#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "graph/model/claim.h"
#include "graph/model/edge.h"

namespace isnad::exporting {

/// A claim as every JSON output of Isnad shows it, and as scorers read it: `id doc sent s r o neg modal attr type lemma label
/// s_entity o_entity date confidence rule`, spans as `[[begin, end], ...]` byte ranges of the document's text.
///
/// `sentence_id`: the name of the claim's sentence. Absent entities and speakers are null.
[[nodiscard]] nlohmann::ordered_json to_json(const Claim& claim, std::string_view sentence_id);

/// An edge with its counts and the ids of its claims.
[[nodiscard]] nlohmann::ordered_json to_json(const Edge& edge);

/// `{key, type, name_ar, name_en, aliases: [...]}`.
[[nodiscard]] nlohmann::ordered_json to_json(const Entity& entity);

}  // namespace isnad::exporting
