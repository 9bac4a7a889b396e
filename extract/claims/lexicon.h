#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace isnad::claims {

/// What a word does to the clause around it; the classes of the tables in `extract/lexicon/claims`, where each is explained.
enum class Trait : std::uint8_t {
  kSay,
  kContinue,
  kDeny,
  kAccuse,
  kCognition,
  kChain,
  kChainPossible,
  kChainFuture,
  kChainNecessary,
  kChainDenied,
  kRequest,
  kAsk,
  kPassive,
  kLight,
  kCopula,
  kNegation,
  kNegativeNoun,
  kFuture,
  kPossible,
  kCondition,
  kNecessary,
  kAccording,
  kAgent,
  kPartitive,
  kKind,
  kTitle,
  kHonorific,
  kTime,
  kSaying,
  kMasculinePlace,
  kFeminine,
  kPeople,
  kImpersonal,
  kRelative,
  kRelativeAdverb,
  kPrepositional,
  kAdditive,
  kSayingParticiple,
  kLocative,
  kNameLink,
  kCountry,
  kNationality,
  kBacking,
  kSubjectEvent,
  kObjectEvent,
  kMutualEvent,
  kResultEvent,
  kIntransitive,
  kGoingOn,
  kCircumstance,
  kAdverbial,
  kGoverned,
  kThrough,
  kBound,
};

/// A set of traits.
class Traits {
 public:
  void add(Trait trait) { bits_ |= bit(trait); }
  void add(Traits other) { bits_ |= other.bits_; }
  /// Drops all but these.
  template <class... More>
  void keep(More... traits) {
    bits_ &= (bit(traits) | ...);
  }
  [[nodiscard]] bool has(Trait trait) const { return (bits_ & bit(trait)) != 0; }
  template <class... More>
  [[nodiscard]] bool any(More... traits) const {
    return (bits_ & (bit(traits) | ...)) != 0;
  }

 private:
  static std::uint64_t bit(Trait trait) { return std::uint64_t{1} << static_cast<unsigned>(trait); }
  std::uint64_t bits_ = 0;
};

/// The tables of one language.
/// Threads: const after construction.
class Lexicon {
 public:
  /// `lang` is `ar` or `en`.
  /// Throws: IoError when a table is missing; FormatError at a line that is not a known class and words.
  explicit Lexicon(const std::string& lang);

  /// Traits by folded lemma, of a verb or participle, of a noun of action, of any other word.
  [[nodiscard]] Traits verb(std::string_view key) const { return look_up(verbs_, key); }
  [[nodiscard]] Traits event(std::string_view key) const { return look_up(events_, key); }
  [[nodiscard]] Traits word(std::string_view key) const { return look_up(words_, key); }

  /// Returns: true when any table has the key.
  [[nodiscard]] bool known(std::string_view key) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  using Table = std::unordered_map<std::string, Traits, Hash, std::equal_to<>>;

  static void read(const std::filesystem::path& path, std::string_view column, Table& table);
  static Traits look_up(const Table& table, std::string_view key);

  Table verbs_;
  Table events_;
  Table words_;
};

}  // namespace isnad::claims
