#include "graph/query/search.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/query/relation_match.h"

namespace isnad::query {

namespace {

const Slot& actor_of(const Claim& claim) { return claim.subject_is_source ? claim.subject : claim.object; }
const Slot& target_of(const Claim& claim) { return claim.subject_is_source ? claim.object : claim.subject; }

/// The order of `visit_claims`; of the numbers that end two ids of one sentence the shorter is the smaller.
bool in_order(const Claim& a, const Claim& b) {
  if (const auto order = std::tie(a.document, a.sentence) <=> std::tie(b.document, b.sentence); order != 0) return order < 0;
  return std::pair(a.id.str().size(), a.id.str()) < std::pair(b.id.str().size(), b.id.str());
}

/// Claims of several types are brought into order in memory up to so many.
constexpr std::size_t kKeptClaims = 50'000;

/// The claims that fit, as the visitor wants them.
class Search {
 public:
  Search(const ClaimSource& source, const ClaimQuery& query, const std::function<bool(const Claim&, const Document&)>& visit)
      : source_(source), query_(query), visit_(visit), relation_(query.relation, query.fold), edges_(source, query.filter) {
    with_folded_ = !query.filter.fold.empty();
    for (const auto* names : {&query.subjects, &query.objects, &query.either, &query.speakers}) {
      if (narrowest_ == nullptr && !names->empty()) narrowest_ = names;
    }
  }

  std::size_t run() {
    const auto look = [this](const Claim& claim) { return offer(claim); };
    const auto& types = query_.filter.types;
    const bool types_alone = !types.empty() && query_.filter.families.empty();
    if (narrowest_ != nullptr) {
      const std::vector<EntityKey> keys = with_members(*narrowest_);
      if (keys.size() == 1) {
        source_.visit_claims_of(keys.front(), look);
      } else {
        in_memory([&](const auto& keep) {
          for (const auto& key : keys) source_.visit_claims_of(key, keep);
        });
      }
    } else if (types_alone && types.size() == 1) {
      source_.visit_claims_of_type(types.front(), look);
    } else if (types_alone && count_of(types) < kKeptClaims) {
      in_memory([&](const auto& keep) {
        for (const RelationType type : types) source_.visit_claims_of_type(type, keep);
      });
    } else {
      source_.visit_claims(look);
    }
    return visited_;
  }

 private:
  /// Names and all that are folded into them.
  [[nodiscard]] std::vector<EntityKey> with_members(const std::vector<EntityKey>& keys) const {
    std::vector<EntityKey> out = keys;
    for (const auto& [member, whole] : query_.filter.fold) {
      if (std::find(keys.begin(), keys.end(), whole) != keys.end()) out.push_back(member);
    }
    return out;
  }

  [[nodiscard]] std::size_t count_of(const std::vector<RelationType>& types) const {
    std::size_t claims = 0;
    for (const RelationType type : types) claims += source_.count_matching({{}, type, {}}, kKeptClaims);
    return claims;
  }

  template <class Gather>
  void in_memory(const Gather& gather) {
    std::vector<Claim> claims;
    gather([&](const Claim& claim) {
      if (fits(claim)) claims.push_back(claim);
      return true;
    });
    std::sort(claims.begin(), claims.end(), in_order);
    claims.erase(std::unique(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.id == b.id; }), claims.end());
    for (const auto& claim : claims) {
      if (!offer(claim)) return;
    }
  }

  [[nodiscard]] bool names(const Slot& slot, const std::vector<EntityKey>& keys) const {
    if (!slot.entity) return false;
    const EntityKey& key = with_folded_ ? edges_.folded(*slot.entity) : *slot.entity;
    return std::find(keys.begin(), keys.end(), key) != keys.end() || std::find(keys.begin(), keys.end(), *slot.entity) != keys.end();
  }

  [[nodiscard]] bool fits(const Claim& claim) const {
    if (!edges_.wanted(claim)) return false;
    if (query_.attributed && *query_.attributed == claim.attribution.empty()) return false;
    if (!query_.subjects.empty() && !names(actor_of(claim), query_.subjects)) return false;
    if (!query_.objects.empty() && !names(target_of(claim), query_.objects)) return false;
    if (!query_.either.empty() && !names(claim.subject, query_.either) && !names(claim.object, query_.either)) return false;
    if (!query_.speakers.empty() && std::none_of(claim.attribution.begin(), claim.attribution.end(),
                                                 [&](const Attribution& link) { return names(link.speaker, query_.speakers); })) {
      return false;
    }
    return relation_(claim) && has_sources(claim);
  }

  /// Whether as many independent sources as are asked for stand behind the claim's edge.
  [[nodiscard]] bool has_sources(const Claim& claim) const {
    if (query_.filter.min_sources <= 1) return true;
    const auto key = edge_key_of(claim);
    if (!key) return false;
    const EdgeKey folded{edges_.folded(key->source), key->type, edges_.folded(key->target), key->polarity};
    const auto [it, fresh] = well_attested_.try_emplace(folded, false);
    if (fresh) {
      edges_.visit_edges_matching({folded.source, folded.type, folded.target}, [&](const Edge& edge) {
        it->second = it->second || edge.key.polarity == folded.polarity;
        return !it->second;
      });
    }
    return it->second;
  }

  /// Claims of one document come together: only the last document is kept.
  const Document& document_of(const Claim& claim) {
    if (document_.id != claim.document || document_.id.empty()) {
      if (auto found = source_.document(claim.document)) {
        document_ = std::move(*found);
      } else {
        document_ = Document{};
        document_.id = claim.document;
      }
    }
    return document_;
  }

  bool offer(const Claim& claim) {
    if (!fits(claim)) return true;
    const Document& document = document_of(claim);
    ++visited_;
    return visit_(claim, document) && (query_.limit == 0 || visited_ < query_.limit);
  }

  const ClaimSource& source_;
  const ClaimQuery& query_;
  const std::function<bool(const Claim&, const Document&)>& visit_;
  RelationMatch relation_;
  EdgeReader edges_;
  bool with_folded_ = false;
  const std::vector<EntityKey>* narrowest_ = nullptr;
  mutable std::map<EdgeKey, bool> well_attested_;
  Document document_;
  std::size_t visited_ = 0;
};

}  // namespace

std::size_t find_claims(const ClaimSource& source, const ClaimQuery& query,
                        const std::function<bool(const Claim&, const Document&)>& visit) {
  return Search(source, query, visit).run();
}

std::string_view sentence_text(const Claim& claim, const Document& document) {
  if (claim.sentence >= document.sentences.size()) return {};
  return document.sentences[claim.sentence].span.of(document.text);
}

const std::string& date_of(const Claim& claim, const Document& document) {
  return claim.event_date.empty() ? document.published : claim.event_date;
}

}  // namespace isnad::query
