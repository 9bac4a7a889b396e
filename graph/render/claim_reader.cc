#include "graph/render/claim_reader.h"

#include <utility>

#include "graph/model/plain_text.h"

namespace isnad::render {

const Document* ClaimReader::document(const DocumentId& id) {
  const auto [it, fresh] = documents_.try_emplace(id);
  if (fresh) it->second = source_.document(id);
  return it->second ? &*it->second : nullptr;
}

std::vector<Claim> ClaimReader::claims(const Edge& edge, std::size_t most) {
  std::vector<Claim> out;
  for (std::size_t i = 0; i < edge.claim_ids.size() && i < most; ++i) {
    auto claim = source_.claim(edge.claim_ids[i]);
    if (!claim) continue;
    const Document* known = document(claim->document);
    if (known != nullptr && claim->sentence < known->sentences.size()) out.push_back(std::move(*claim));
  }
  return out;
}

std::string ClaimReader::name(const EntityKey& key) const {
  const auto entity = source_.entity(key);
  const std::string name = entity ? clean_text(entity->name(lang_)) : std::string();
  return name.empty() ? key.str() : name;
}

std::string ClaimReader::speaker(const Claim& claim) const {
  if (claim.attribution.empty()) return {};
  const Slot& slot = claim.attribution.front().speaker;
  const auto entity = slot.entity ? source_.entity(*slot.entity) : std::nullopt;
  const std::string name = entity ? clean_text(entity->name(lang_)) : std::string();
  return name.empty() ? clean_text(slot.text) : name;
}

}  // namespace isnad::render
