#include "cli/identities.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/who/identity.h"
#include "extract/who/spelling_variants.h"
#include "extract/who/transliteration.h"
#include "graph/model/decision.h"

namespace isnad::cli {

namespace {

bool is_identity(const Decision& decision) { return decision.kind == DecisionKind::kIdentity; }

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
      EntityKey key = undecided_entity(mention);
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
  for (Decision& identity : who::find_identities(who::Transliteration(), who::SpellingVariants(), {people.begin(), people.end()})) {
    decisions.push_back(std::move(identity));
  }
  return store.decide(std::move(decisions));
}

}  // namespace isnad::cli
