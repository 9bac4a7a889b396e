#include "cli/identities.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/who/identity.h"
#include "extract/who/transliteration.h"
#include "graph/model/decision.h"

namespace isnad::cli {

namespace {

bool is_identity(const Decision& decision) { return decision.kind == DecisionKind::kIdentity; }

/// Whom a mention means by itself: where a decision moved it, that stands in the evidence, `identity: name:PER:x by name`.
EntityKey said_by(const Mention& mention) {
  const std::size_t begin = mention.evidence.find(": ");
  const std::size_t end = mention.evidence.rfind(" by ");
  const bool moved = mention.rule == "transliteration" || mention.rule == "decision";
  if (!moved || begin == std::string::npos || end == std::string::npos || end < begin + 2) return mention.entity;
  return EntityKey(mention.evidence.substr(begin + 2, end - begin - 2));
}

/// Persons unknown to the lexicon, as articles name them by themselves.
std::set<EntityKey> people_of(const store::Store& store, const std::vector<Decision>& decisions) {
  std::set<EntityKey> people;
  if (decisions.empty()) {
    store.visit_entities([&](const Entity& entity) {
      if (who::is_unknown_person(entity.key)) people.insert(entity.key);
      return true;
    });
    return people;
  }
  store.visit_mentions([&](const DocumentId&, const std::vector<Entity>&, const std::vector<Mention>& mentions) {
    for (const Mention& mention : mentions) {
      EntityKey key = said_by(mention);
      if (who::is_unknown_person(key)) people.insert(std::move(key));
    }
    return true;
  });
  return people;
}

}  // namespace

std::uint64_t follow_identities(store::Store& store) {
  std::vector<Decision> decisions = store.decisions();
  const std::set<EntityKey> people = people_of(store, decisions);
  decisions.erase(std::remove_if(decisions.begin(), decisions.end(), is_identity), decisions.end());
  for (Decision& identity : who::find_identities(who::Transliteration(), {people.begin(), people.end()})) {
    decisions.push_back(std::move(identity));
  }
  return store.decide(std::move(decisions));
}

}  // namespace isnad::cli
