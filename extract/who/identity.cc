#include "extract/who/identity.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

constexpr std::string_view kPrefix = "name:PER:";
/// How many spellings of one script may be one person.
constexpr std::size_t kOfOneScript = 3;

struct Person {
  EntityKey key;
  std::string name;
  /// As `name_words` gives them.
  std::vector<std::string> words;
  bool arabic = false;
};

/// Two persons, by their places, who may be one, and why.
struct Likeness {
  std::size_t first = 0;
  std::size_t second = 0;
  const char* rule = nullptr;
  std::string evidence;
  std::uint8_t score = 0;
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

/// Adds who sounds alike in the other script.
void add_transliterations(const Transliteration& model, const std::vector<Person>& persons, std::vector<Likeness>& likenesses) {
  std::unordered_map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (!persons[i].arabic) continue;
    for (std::string& key : consonant_keys(persons[i].words)) by_key[std::move(key)].push_back(i);
  }
  for (std::size_t k = 0; k < persons.size(); ++k) {
    if (persons[k].arabic) continue;
    std::set<std::size_t> seen;
    for (const std::string& key : consonant_keys(persons[k].words)) {
      const auto near = by_key.find(key);
      if (near == by_key.end()) continue;
      for (const std::size_t i : near->second) {
        if (!seen.insert(i).second) continue;
        const int far = distance(model, persons[i].words, persons[k].words);
        if (far > Transliteration::kSame) continue;
        // From 90 for the likeliest spelling to 60 for the last that is taken.
        const auto score = static_cast<std::uint8_t>(90 - 30 * far / Transliteration::kSame);
        likenesses.push_back({i, k, kTransliterationRule, "", score});
      }
    }
  }
}

std::vector<Likeness> likenesses_of(const Transliteration& model, const SpellingVariants& variants, const std::vector<Person>& persons) {
  std::vector<Likeness> likenesses;
  std::vector<std::string> names;
  names.reserve(persons.size());
  for (const Person& person : persons) names.push_back(person.name);
  for (SpellingPair& pair : variants.pairs(names)) {
    likenesses.push_back({pair.first, pair.second, kVariantRule, std::move(pair.evidence), pair.score});
  }
  add_transliterations(model, persons, likenesses);
  return likenesses;
}

/// Persons that likenesses connect, and those of them that are joined.
class Groups {
 public:
  Groups(const std::vector<Person>& persons, std::vector<Likeness> likenesses) : persons_(persons), group_of_(persons.size()) {
    std::iota(group_of_.begin(), group_of_.end(), std::size_t{0});
    for (const Likeness& likeness : likenesses) group_of_[root(likeness.first)] = root(likeness.second);
    for (Likeness& likeness : likenesses) groups_[root(likeness.first)].push_back(std::move(likeness));
  }

  [[nodiscard]] std::vector<Decision> identities() const {
    std::vector<Decision> identities;
    for (const auto& [place, likenesses] : groups_) join(likenesses, identities);
    std::sort(identities.begin(), identities.end(), [](const Decision& a, const Decision& b) { return a.from < b.from; });
    return identities;
  }

 private:
  std::size_t root(std::size_t at) {
    while (group_of_[at] != at) at = group_of_[at] = group_of_[group_of_[at]];
    return at;
  }

  void join(const std::vector<Likeness>& likenesses, std::vector<Decision>& identities) const {
    std::set<std::size_t> members;
    for (const Likeness& likeness : likenesses) {
      members.insert(likeness.first);
      members.insert(likeness.second);
      if (members.size() > 2 * kOfOneScript) return;
    }
    // Each could be each of the others.
    if (likenesses.size() * 2 != members.size() * (members.size() - 1)) return;
    const auto arabic = static_cast<std::size_t>(
        std::count_if(members.begin(), members.end(), [this](std::size_t at) { return persons_[at].arabic; }));
    if (arabic > kOfOneScript || members.size() - arabic > kOfOneScript) return;
    // Places follow the order of keys.
    const std::size_t into = *std::min_element(members.begin(), members.end(), [this](std::size_t a, std::size_t b) {
      return std::pair(!persons_[a].arabic, a) < std::pair(!persons_[b].arabic, b);
    });
    for (const Likeness& likeness : likenesses) {
      if (likeness.first == into) identities.push_back(identity(persons_[likeness.second], persons_[into], likeness));
      if (likeness.second == into) identities.push_back(identity(persons_[likeness.first], persons_[into], likeness));
    }
  }

  static Decision identity(const Person& from, const Person& into, const Likeness& likeness) {
    Decision out;
    out.kind = DecisionKind::kIdentity;
    out.from = from.key;
    out.into = into.key;
    out.name = {from.name, from.name, from.arabic ? "ar" : "en", 0};
    out.type = EntityType::kPerson;
    out.score = likeness.score;
    out.rule = likeness.rule;
    out.evidence = likeness.evidence;
    return out;
  }

  const std::vector<Person>& persons_;
  std::vector<std::size_t> group_of_;
  std::map<std::size_t, std::vector<Likeness>> groups_;
};

}  // namespace

bool is_unknown_person(const EntityKey& key) { return key.str().starts_with(kPrefix); }

int name_distance(const Transliteration& model, std::string_view a, std::string_view b) {
  if (is_arabic(a) == is_arabic(b)) return Transliteration::kFar;
  return is_arabic(a) ? distance(model, name_words(a), name_words(b)) : distance(model, name_words(b), name_words(a));
}

std::vector<Decision> find_identities(const Transliteration& model, const SpellingVariants& variants, const std::vector<EntityKey>& people) {
  std::vector<Person> persons;
  for (const EntityKey& key : std::set<EntityKey>(people.begin(), people.end())) {
    if (!is_unknown_person(key)) continue;
    const std::string_view name = std::string_view(key.str()).substr(kPrefix.size());
    Person person{key, std::string(name), name_words(name), is_arabic(name)};
    if (person.words.size() >= 2) persons.push_back(std::move(person));
  }
  return Groups(persons, likenesses_of(model, variants, persons)).identities();
}

}  // namespace isnad::who
