#include "cli/receipts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/who/edit_distance.h"
#include "extract/who/identity.h"
#include "extract/who/transliteration.h"

namespace isnad::cli {

namespace {

constexpr const char* kOneLetter = "one letter differs";
constexpr const char* kSoundsAlike = "sounds the same in the other script";
constexpr const char* kLastName = "only the last name is the same";
constexpr const char* kLastNameAlone = "a last name alone, outside the article that has the whole";

/// A kind of people (`Turkish soldier`) or whoever holds an office: the last word of what it is called is no surname.
bool is_composed(const EntityKey& key) {
  const std::string_view text = key.str();
  return text.starts_with("office:") || (text.starts_with("per:") && text.find(':', 4) != std::string_view::npos);
}

std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

bool has_space(std::string_view key) { return key.find(' ') != std::string_view::npos; }

/// How two name keys are near each other; empty when they are not.
std::string nearness(const std::string& mine, std::string_view theirs, bool is_person) {
  if (mine == theirs) return "called the same";
  if (who::is_spelling_variant(mine, theirs, 5)) return kOneLetter;
  if (!is_person || last_word(mine) != last_word(theirs) || last_word(mine).size() < 6) return "";
  return has_space(mine) && has_space(theirs) ? kLastName : kLastNameAlone;
}

}  // namespace

std::vector<Receipt> receipts_of(const store::Store& store, const EntityKey& entity) {
  std::map<std::tuple<std::string, std::string, std::string, std::uint8_t>, Receipt> found;
  store.visit_mentions([&](const DocumentId& document, const std::vector<Entity>&, const std::vector<Mention>& mentions) {
    std::set<const Receipt*> here;
    for (const Mention& mention : mentions) {
      if (mention.entity != entity) continue;
      Receipt& receipt = found[{mention.name, mention.rule, mention.evidence, mention.score}];
      if (receipt.mentions == 0) {
        receipt = {mention.name, mention.rule, mention.evidence, mention.score, 0, 0, document, mention.span, mention.sentence};
      }
      ++receipt.mentions;
      if (here.insert(&receipt).second) ++receipt.documents;
    }
    return true;
  });
  std::vector<Receipt> receipts;
  receipts.reserve(found.size());
  for (auto& [key, receipt] : found) receipts.push_back(std::move(receipt));
  std::stable_sort(receipts.begin(), receipts.end(), [](const Receipt& a, const Receipt& b) { return a.mentions > b.mentions; });
  return receipts;
}

std::vector<NearName> near_names(const store::Store& store, const Entity& entity, std::size_t limit) {
  const bool is_person = entity.type == EntityType::kPerson && !is_composed(entity.key);
  const std::optional<who::Transliteration> model = is_person ? std::optional<who::Transliteration>(std::in_place) : std::nullopt;
  std::set<std::string> mine;
  for (const Alias& alias : entity.aliases) {
    if (alias.mentions > 0 || alias.name == entity.name_ar || alias.name == entity.name_en) mine.insert(alias.key);
  }
  struct Near {
    std::uint64_t mentions = 0;
    std::string key;
    std::string how;
  };
  std::map<EntityKey, Near> found;
  store.visit_aliases("", [&](std::string_view name_key, const EntityKey& other, std::uint64_t mentions) {
    if (other == entity.key || mentions == 0) return true;
    for (const std::string& key : mine) {
      std::string how = nearness(key, name_key, is_person);
      if (how.empty() && model && who::name_distance(*model, key, name_key) <= who::Transliteration::kSame) how = kSoundsAlike;
      if (how.empty()) continue;
      Near& near = found[other];
      if (mentions > near.mentions) near = {mentions, std::string(name_key), std::move(how)};
      break;
    }
    return true;
  });
  std::vector<std::pair<EntityKey, Near>> order(found.begin(), found.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.mentions > b.second.mentions; });
  std::vector<NearName> names;
  for (auto& [key, near] : order) {
    if (names.size() == limit) break;
    const auto other = store.entity(key);
    if (!other) continue;
    if ((near.how == kLastName || near.how == kLastNameAlone) && (other->type != EntityType::kPerson || is_composed(key))) continue;
    const auto alias = std::find_if(other->aliases.begin(), other->aliases.end(), [&](const Alias& a) { return a.key == near.key; });
    std::string why = near.how;
    if (other->type != entity.type) {
      why += "; another kind: " + std::string(to_string(other->type));
    } else if (other->from_lexicon && entity.from_lexicon) {
      why += "; the lexicon knows both";
    } else if (near.how == kSoundsAlike) {
      why += other->from_lexicon || entity.from_lexicon ? "; the lexicon knows one of them under other spellings"
                                                        : "; others sound like one of them too, or an analyst parted them";
    } else if (is_described(key)) {
      why += "; a common noun means somebody in its article alone";
    } else if (near.how == kOneLetter) {
      const bool people = who::is_unknown_person(key) && who::is_unknown_person(entity.key);
      why += people ? "; no pair of letters that writers confuse, others are as near, or an analyst parted them"
                    : "; such spellings are joined within an article only";
    }
    names.push_back({alias == other->aliases.end() ? near.key : alias->name, key, std::move(why)});
  }
  return names;
}

}  // namespace isnad::cli
