#include "tests/support/memory_claim_source.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace isnad::testing {

namespace {

/// How often each candidate was proposed, and the winner: most documents, then most mentions, then first in byte order.
class Ballot {
 public:
  void vote(const std::string& name, std::uint32_t mentions) {
    if (name.empty()) return;
    auto& [documents, total] = votes_[name];
    ++documents;
    total += mentions;
  }

  [[nodiscard]] std::string winner() const {
    std::string best;
    std::pair<std::uint64_t, std::uint64_t> most{0, 0};
    for (const auto& [name, votes] : votes_) {
      if (votes > most) {
        most = votes;
        best = name;
      }
    }
    return best;
  }

 private:
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> votes_;
};

std::uint32_t mentions_of(const Entity& entity, std::string_view lang, const std::string& name) {
  std::uint32_t mentions = 0;
  for (const auto& alias : entity.aliases) {
    if (alias.lang == lang && alias.name == name) mentions += alias.mentions;
  }
  return mentions;
}

/// Names that the lexicon gives win over all that documents propose.
std::string elect(const std::vector<const Entity*>& contributions, std::string_view lang) {
  Ballot lexicon;
  Ballot documents;
  for (const Entity* entity : contributions) {
    const std::string& name = lang == "ar" ? entity->name_ar : entity->name_en;
    (entity->from_lexicon ? lexicon : documents).vote(name, mentions_of(*entity, lang, name));
  }
  const std::string winner = lexicon.winner();
  return winner.empty() ? documents.winner() : winner;
}

/// The type that most documents give, the first of the enumeration when several do; the lexicon's outrank the others.
EntityType elect_type(const std::vector<const Entity*>& contributions, bool from_lexicon) {
  std::map<EntityType, int> votes;
  for (const Entity* entity : contributions) {
    if (entity->from_lexicon == from_lexicon) ++votes[entity->type];
  }
  EntityType best = EntityType::kMisc;
  int most = 0;
  for (const auto& [type, count] : votes) {
    if (count > most) {
      most = count;
      best = type;
    }
  }
  return best;
}

Entity merge(const std::vector<const Entity*>& contributions) {
  Entity merged;
  merged.key = contributions.front()->key;
  std::map<std::pair<std::string, std::string>, Alias> aliases;
  for (const Entity* entity : contributions) {
    merged.from_lexicon = merged.from_lexicon || entity->from_lexicon;
    for (const auto& alias : entity->aliases) {
      const auto [place, fresh] = aliases.try_emplace({alias.lang, alias.name}, alias);
      if (fresh) continue;
      place->second.mentions += alias.mentions;
      place->second.key = std::min(place->second.key, alias.key);
    }
  }
  merged.type = elect_type(contributions, merged.from_lexicon);
  merged.name_ar = elect(contributions, "ar");
  merged.name_en = elect(contributions, "en");
  for (auto& [place, alias] : aliases) merged.aliases.push_back(std::move(alias));
  return merged;
}

}  // namespace

void MemoryClaimSource::put(Extraction extraction) {
  const DocumentId id = extraction.document.id;
  extractions_.insert_or_assign(id, std::move(extraction));
}

bool MemoryClaimSource::remove(const DocumentId& id) { return extractions_.erase(id) > 0; }

std::optional<Entity> MemoryClaimSource::entity(const EntityKey& key) const {
  std::vector<const Entity*> contributions;
  for (const auto& [id, extraction] : extractions_) {
    for (const auto& entity : extraction.entities) {
      if (entity.key == key) contributions.push_back(&entity);
    }
  }
  if (contributions.empty()) return std::nullopt;
  return merge(contributions);
}

std::vector<EntityKey> MemoryClaimSource::find_by_name(std::string_view name_key) const {
  std::map<EntityKey, std::uint64_t> mentions;
  for (const auto& [id, extraction] : extractions_) {
    for (const auto& entity : extraction.entities) {
      for (const auto& alias : entity.aliases) {
        if (!name_key.empty() && alias.key == name_key) mentions[entity.key] += alias.mentions;
      }
    }
  }
  std::vector<EntityKey> keys;
  for (const auto& [key, count] : mentions) keys.push_back(key);
  std::stable_sort(keys.begin(), keys.end(), [&](const auto& a, const auto& b) { return mentions.at(a) > mentions.at(b); });
  return keys;
}

void MemoryClaimSource::visit_entities(const std::function<bool(const Entity&)>& visit) const {
  std::set<EntityKey> keys;
  for (const auto& [id, extraction] : extractions_) {
    for (const auto& entity : extraction.entities) keys.insert(entity.key);
  }
  for (const auto& key : keys) {
    if (!visit(*entity(key))) return;
  }
}

std::map<EdgeKey, Edge> MemoryClaimSource::edges() const {
  std::map<EdgeKey, Edge> edges;
  std::map<EdgeKey, std::set<std::string>> sources;
  for (const auto& [id, extraction] : extractions_) {
    std::set<EdgeKey> here;
    for (const auto& claim : extraction.claims) {
      const std::optional<EdgeKey> key = edge_key_of(claim);
      if (!key) continue;
      Edge& edge = edges[*key];
      edge.key = *key;
      ++edge.claims;
      edge.claim_ids.push_back(claim.id);
      if (here.insert(*key).second) ++edge.documents;
      sources[*key].insert(independent_source(extraction.document));
      const std::string& date = claim.event_date.empty() ? extraction.document.published : claim.event_date;
      if (date.empty()) continue;
      if (edge.first_date.empty() || date < edge.first_date) edge.first_date = date;
      if (date > edge.last_date) edge.last_date = date;
    }
  }
  for (auto& [key, edge] : edges) {
    edge.sources = static_cast<std::uint32_t>(sources[key].size());
    std::sort(edge.claim_ids.begin(), edge.claim_ids.end());
  }
  return edges;
}

void MemoryClaimSource::visit_edges(const std::function<bool(const Edge&)>& visit) const {
  for (const auto& [key, edge] : edges()) {
    if (!visit(edge)) return;
  }
}

void MemoryClaimSource::visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const {
  const std::map<EdgeKey, Edge> all = edges();
  for (const auto& [edge_key, edge] : all) {
    if (edge_key.source == key && !visit(edge)) return;
  }
  for (const auto& [edge_key, edge] : all) {
    if (edge_key.target == key && !visit(edge)) return;
  }
}

std::optional<Claim> MemoryClaimSource::claim(const ClaimId& id) const {
  for (const auto& [document, extraction] : extractions_) {
    for (const auto& claim : extraction.claims) {
      if (claim.id == id) return claim;
    }
  }
  return std::nullopt;
}

void MemoryClaimSource::visit_claims(const std::function<bool(const Claim&)>& visit) const {
  for (const auto& [document, extraction] : extractions_) {
    for (const auto& claim : extraction.claims) {
      if (!visit(claim)) return;
    }
  }
}

std::optional<Document> MemoryClaimSource::document(const DocumentId& id) const {
  const auto found = extractions_.find(id);
  if (found == extractions_.end()) return std::nullopt;
  Document document = found->second.document;
  document.sentences = found->second.sentences;
  return document;
}

}  // namespace isnad::testing
