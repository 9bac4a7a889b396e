#include "store/entity_tally.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>

#include "graph/model/error.h"
#include "store/key_codec.h"
#include "store/rows.h"

namespace isnad::store {

namespace {

// First byte of a name in the bag. Votes are followed by whether the lexicon gives them (0, 1), then by what they are for.
constexpr char kTypeVote = 'T';
constexpr char kArabicVote = 'A';
constexpr char kEnglishVote = 'E';
constexpr char kAlias = 'N';

std::string vote(char kind, bool from_lexicon, std::string_view what) {
  std::string name;
  name.push_back(kind);
  name.push_back(from_lexicon ? '\x01' : '\x00');
  name.append(what);
  return name;
}

std::int64_t mentions_of(const Entity& entity, std::string_view lang, std::string_view name) {
  std::int64_t mentions = 0;
  for (const auto& alias : entity.aliases) {
    if (alias.lang == lang && alias.name == name) mentions += alias.mentions;
  }
  return mentions;
}

std::uint32_t clamped(std::int64_t count) {
  constexpr std::int64_t kMax = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(count, 0, kMax));
}

[[noreturn]] void fail(const char* why) { throw CorruptionError(std::string("damaged tally of an entity: ") + why); }

/// The best candidate so far; candidates come in byte order, so that a later one must be better to win.
class Election {
 public:
  void count(bool from_lexicon, std::string_view candidate, Count votes) {
    const std::array<std::int64_t, 3> rank = {from_lexicon ? 1 : 0, votes.documents, votes.mentions};
    if (rank <= best_) return;  // equal: the earlier one in byte order stays
    best_ = rank;
    winner_ = candidate;
  }

  [[nodiscard]] std::string_view winner() const { return winner_; }

 private:
  std::array<std::int64_t, 3> best_ = {-1, 0, 0};
  std::string_view winner_;
};

}  // namespace

Bag tally_of(const Entity& contribution) {
  Bag tally;
  const char type = static_cast<char>(contribution.type);
  tally.add(vote(kTypeVote, contribution.from_lexicon, {&type, 1}), {1, 0});
  const std::string& ar = contribution.name_ar;
  const std::string& en = contribution.name_en;
  if (!ar.empty()) tally.add(vote(kArabicVote, contribution.from_lexicon, ar), {1, mentions_of(contribution, "ar", ar)});
  if (!en.empty()) tally.add(vote(kEnglishVote, contribution.from_lexicon, en), {1, mentions_of(contribution, "en", en)});
  for (const auto& alias : contribution.aliases) {
    KeyWriter name;
    name.rest({&kAlias, 1}).text(alias.lang).text(alias.name).rest(alias.key);
    tally.add(name.str(), {1, alias.mentions});
  }
  return tally;
}

Entity merged_entity(const EntityKey& key, const Bag& tally) {
  Entity entity;
  entity.key = key;
  Election type;
  Election arabic;
  Election english;
  for (const auto& [name, count] : tally.counts()) {
    if (name.empty() || count.documents < 0 || count.mentions < 0) fail("a count is below zero");
    if (name[0] == kAlias) {
      KeyReader reader(std::string_view(name).substr(1));
      Alias alias;
      alias.lang = reader.text();
      alias.name = reader.text();
      alias.key = reader.rest();
      alias.mentions = clamped(count.mentions);
      // One name may have had two keys, when two versions of the program folded it differently: the first one stays.
      if (!entity.aliases.empty() && entity.aliases.back().lang == alias.lang && entity.aliases.back().name == alias.name) {
        entity.aliases.back().mentions = clamped(std::int64_t{entity.aliases.back().mentions} + count.mentions);
      } else {
        entity.aliases.push_back(std::move(alias));
      }
      continue;
    }
    if (name.size() < 3 || static_cast<unsigned char>(name[1]) > 1) fail("a vote is unknown");
    const bool from_lexicon = name[1] == '\x01';
    const std::string_view what = std::string_view(name).substr(2);
    switch (name[0]) {
      case kTypeVote:
        entity.from_lexicon = entity.from_lexicon || from_lexicon;
        type.count(from_lexicon, what, {count.documents, 0});
        break;
      case kArabicVote: arabic.count(from_lexicon, what, count); break;
      case kEnglishVote: english.count(from_lexicon, what, count); break;
      default: fail("a vote is unknown");
    }
  }
  if (type.winner().size() != 1 || static_cast<unsigned char>(type.winner()[0]) > static_cast<unsigned char>(EntityType::kMisc)) {
    fail("it has no type");
  }
  entity.type = static_cast<EntityType>(type.winner()[0]);
  entity.name_ar = arabic.winner();
  entity.name_en = english.winner();
  return entity;
}

std::map<std::string, Bag> alias_tallies(const Entity& contribution) {
  std::map<std::string, Bag> tallies;
  for (const auto& alias : contribution.aliases) {
    if (!alias.key.empty()) tallies[alias_key(alias.key, contribution.key)].add("", {1, alias.mentions});
  }
  return tallies;
}

}  // namespace isnad::store
