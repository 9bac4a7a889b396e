#include "graph/model/decision.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "graph/model/error.h"

namespace isnad {

namespace {

/// What only one decision may say: merges and identities of an entity share a place, aliases and splits of a name too.
std::tuple<bool, std::string, EntityKey> place_of(const Decision& decision) {
  return {decision.is_about_name(), decision.is_about_name() ? decision.name.key : "", decision.from};
}

}  // namespace

std::string_view to_string(DecisionKind kind) {
  switch (kind) {
    case DecisionKind::kMerge:
      return "merge";
    case DecisionKind::kAlias:
      return "alias";
    case DecisionKind::kSplit:
      return "split";
    case DecisionKind::kIdentity:
      return "identity";
  }
  return "";
}

Decisions::Decisions(std::vector<Decision> decisions) {
  std::map<std::tuple<bool, std::string, EntityKey>, Decision> by_place;
  for (Decision& decision : decisions) {
    const auto known = by_place.find(place_of(decision));
    const bool is_weaker = decision.kind == DecisionKind::kIdentity;
    if (known == by_place.end()) {
      by_place.emplace(place_of(decision), std::move(decision));
    } else if (!is_weaker || known->second.kind == DecisionKind::kIdentity) {
      known->second = std::move(decision);
    }
  }
  // Who was split off is somebody of its own, whatever it sounds like.
  std::set<EntityKey> identified;
  for (const auto& [place, decision] : by_place) {
    if (decision.kind == DecisionKind::kSplit) identified.insert(decision.into);
  }
  const auto keep = [&](const Decision& decision) {
    if (!decision.is_about_name()) merges_.emplace(decision.from, decisions_.size());
    decisions_.push_back(decision);
  };
  for (const auto& [place, decision] : by_place) {
    if (decision.kind == DecisionKind::kMerge) keep(decision);
  }
  for (const Decision& merge : decisions_) {
    std::set<EntityKey> seen = {merge.from};
    for (EntityKey key = merge.into;; key = decisions_[merges_.at(key)].into) {
      if (!seen.insert(key).second) throw Error("merges go in a circle at " + key.str());
      if (!merges_.contains(key)) break;
    }
  }
  // Who stands for others, by the key that they gave.
  std::map<EntityKey, EntityKey> heads;
  for (const auto& [place, decision] : by_place) {
    if (decision.kind != DecisionKind::kIdentity) continue;
    const EntityKey into = resolve(decision.into);
    if (into == decision.from || identified.contains(decision.from) || heads.contains(decision.from) || identified.contains(into)) continue;
    const auto [head, first] = heads.emplace(into, decision.into);
    if (!first && head->second != decision.into) continue;
    identified.insert(decision.from);
    keep(decision);
  }
  for (const auto& [place, decision] : by_place) {
    if (decision.is_about_name()) keep(decision);
  }
  std::stable_sort(decisions_.begin(), decisions_.end(), [](const Decision& a, const Decision& b) {
    return std::tie(a.kind, a.name.key, a.from) < std::tie(b.kind, b.name.key, b.from);
  });
  merges_.clear();
  for (std::size_t i = 0; i < decisions_.size(); ++i) {
    if (decisions_[i].is_about_name()) {
      names_.emplace(decisions_[i].name.key, i);
    } else {
      merges_.emplace(decisions_[i].from, i);
    }
  }
  for (std::size_t i = 0; i < decisions_.size(); ++i) leads_to_.emplace(resolve(decisions_[i].into), i);
}

const Decision* Decisions::merge_of(const EntityKey& key) const {
  const auto found = merges_.find(key);
  return found == merges_.end() ? nullptr : &decisions_[found->second];
}

EntityKey Decisions::resolve(const EntityKey& key) const {
  const EntityKey* at = &key;
  while (const Decision* merge = merge_of(*at)) at = &merge->into;
  return *at;
}

const Decision* Decisions::rule_for(std::string_view name_key, const EntityKey& key) const {
  const Decision* general = nullptr;
  const auto [begin, end] = names_.equal_range(name_key);
  for (auto at = begin; at != end; ++at) {
    const Decision& decision = decisions_[at->second];
    if (decision.from.empty()) {
      general = &decision;
    } else if (decision.from == key || decision.from == resolve(key)) {
      return &decision;
    }
  }
  return general;
}

bool Decisions::touches(const std::vector<Entity>& entities) const {
  if (empty()) return false;
  return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
    if (merges_.contains(entity.key) || leads_to_.contains(entity.key)) return true;
    return !names_.empty() && std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                          [&](const Alias& alias) { return names_.contains(alias.key); });
  });
}

}  // namespace isnad
