#include "graph/query/search.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "graph/query/relation_match.h"

namespace isnad::query {

namespace {

bool names(const Slot& slot, const std::vector<EntityKey>& keys) {
  return slot.entity && std::find(keys.begin(), keys.end(), *slot.entity) != keys.end();
}

const Slot& actor_of(const Claim& claim) { return claim.subject_is_source ? claim.subject : claim.object; }
const Slot& target_of(const Claim& claim) { return claim.subject_is_source ? claim.object : claim.subject; }

/// The claims that fit, as the visitor wants them.
class Search {
 public:
  Search(const ClaimSource& source, const ClaimQuery& query, const std::function<bool(const Claim&, const Document&)>& visit)
      : source_(source),
        query_(query),
        visit_(visit),
        relation_(query.relation, query.fold),
        wanted_source_(folded(query.source)) {}

  std::size_t run() {
    const auto look = [this](const Claim& claim) { return offer(claim); };
    if (!query_.subjects.empty() && !query_.objects.empty()) {
      from_edges();
    } else if (const auto* keys = narrowest(); keys != nullptr && keys->size() == 1) {
      source_.visit_claims_of(keys->front(), look);
    } else {
      source_.visit_claims(look);
    }
    return visited_;
  }

 private:
  [[nodiscard]] std::string folded(std::string_view text) const { return query_.fold ? query_.fold(text) : std::string(text); }

  [[nodiscard]] const std::vector<EntityKey>* narrowest() const {
    for (const auto* keys : {&query_.subjects, &query_.objects, &query_.either, &query_.speakers}) {
      if (!keys->empty()) return keys;
    }
    return nullptr;
  }

  /// Both ends are entities, so the claim counts for an edge.
  void from_edges() {
    std::set<ClaimId> ids;
    for (const auto& subject : query_.subjects) {
      source_.visit_edges_of(subject, [&](const Edge& edge) {
        if (edge.key.source != subject) return false;  // those that it starts come first
        if (std::find(query_.objects.begin(), query_.objects.end(), edge.key.target) != query_.objects.end()) {
          ids.insert(edge.claim_ids.begin(), edge.claim_ids.end());
        }
        return true;
      });
    }
    std::vector<Claim> claims;
    for (const auto& id : ids) {
      if (auto claim = source_.claim(id)) claims.push_back(std::move(*claim));
    }
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
      return std::tie(a.document, a.sentence) < std::tie(b.document, b.sentence);
    });
    for (const auto& claim : claims) {
      if (!offer(claim)) return;
    }
  }

  [[nodiscard]] bool fits(const Claim& claim) const {
    if (query_.polarity && claim.polarity != *query_.polarity) return false;
    if (query_.modality && claim.modality != *query_.modality) return false;
    if (claim.confidence < query_.min_confidence) return false;
    if (query_.attributed && *query_.attributed == claim.attribution.empty()) return false;
    if (!query_.subjects.empty() && !names(actor_of(claim), query_.subjects)) return false;
    if (!query_.objects.empty() && !names(target_of(claim), query_.objects)) return false;
    if (!query_.either.empty() && !names(claim.subject, query_.either) && !names(claim.object, query_.either)) return false;
    if (!query_.speakers.empty() && std::none_of(claim.attribution.begin(), claim.attribution.end(),
                                                 [&](const Attribution& link) { return names(link.speaker, query_.speakers); })) {
      return false;
    }
    return relation_(claim);
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
    if (!query_.period.contains(date_of(claim, document))) return true;
    if (!query_.source.empty() && folded(document.source) != wanted_source_) return true;
    ++visited_;
    return visit_(claim, document) && (query_.limit == 0 || visited_ < query_.limit);
  }

  const ClaimSource& source_;
  const ClaimQuery& query_;
  const std::function<bool(const Claim&, const Document&)>& visit_;
  RelationMatch relation_;
  std::string wanted_source_;
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
