#include "extract/who/identity.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

constexpr std::string_view kPrefix = "name:PER:";

struct Person {
  EntityKey key;
  std::vector<std::string> words;
};

int distance(const Transliteration& model, const std::vector<std::string>& arabic, const std::vector<std::string>& latin) {
  if (arabic.size() != latin.size() || arabic.size() < 2) return Transliteration::kFar;
  int worst = 0;
  for (std::size_t i = 0; i < arabic.size(); ++i) {
    int far = model.distance(arabic[i], latin[i]);
    // Folding took the beginning of ألكسندر for an article.
    if (latin[i].starts_with("al") || latin[i].starts_with("el")) far = std::min(far, model.distance("ال" + arabic[i], latin[i]));
    worst = std::max(worst, far);
  }
  return worst;
}

}  // namespace

bool is_unknown_person(const EntityKey& key) { return key.str().starts_with(kPrefix); }

int name_distance(const Transliteration& model, std::string_view a, std::string_view b) {
  if (is_arabic(a) == is_arabic(b)) return Transliteration::kFar;
  return is_arabic(a) ? distance(model, name_words(a), name_words(b)) : distance(model, name_words(b), name_words(a));
}

std::vector<Decision> find_identities(const Transliteration& model, const std::vector<EntityKey>& people) {
  std::vector<Person> arabic;
  std::vector<Person> latin;
  for (const EntityKey& key : std::set<EntityKey>(people.begin(), people.end())) {
    if (!is_unknown_person(key)) continue;
    const std::string_view name = std::string_view(key.str()).substr(kPrefix.size());
    Person person{key, name_words(name)};
    if (person.words.size() < 2) continue;
    (is_arabic(name) ? arabic : latin).push_back(std::move(person));
  }
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < arabic.size(); ++i) {
    for (std::string& key : consonant_keys(arabic[i].words)) by_key[std::move(key)].push_back(i);
  }
  // [Latin] the Arabic ones that it could be, with their distances.
  std::vector<std::map<std::size_t, int>> candidates(latin.size());
  std::vector<std::size_t> wanted(arabic.size(), 0);
  for (std::size_t k = 0; k < latin.size(); ++k) {
    for (const std::string& key : consonant_keys(latin[k].words)) {
      const auto near = by_key.find(key);
      if (near == by_key.end()) continue;
      for (const std::size_t i : near->second) {
        const int far = distance(model, arabic[i].words, latin[k].words);
        if (far <= Transliteration::kSame && candidates[k].emplace(i, far).second) ++wanted[i];
      }
    }
  }
  std::vector<Decision> identities;
  for (std::size_t k = 0; k < latin.size(); ++k) {
    if (candidates[k].size() != 1 || wanted[candidates[k].begin()->first] != 1) continue;
    const auto [i, far] = *candidates[k].begin();
    const std::string name = latin[k].key.str().substr(kPrefix.size());
    Decision identity;
    identity.kind = DecisionKind::kIdentity;
    identity.from = latin[k].key;
    identity.into = arabic[i].key;
    identity.name = {name, name, "en", 0};
    identity.type = EntityType::kPerson;
    // From 90 for the likeliest spelling to 60 for the last that is taken.
    identity.score = static_cast<std::uint8_t>(90 - 30 * far / Transliteration::kSame);
    identities.push_back(std::move(identity));
  }
  return identities;
}

}  // namespace isnad::who
