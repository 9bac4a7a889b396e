#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/who/name_index.h"
#include "extract/who/user_lexicon.h"
#include "graph/model/entity.h"

namespace isnad::tables {
struct Row;
}

namespace isnad::who {

/// An actor or place that the project's tables or the user's rows know.
struct LexiconEntry {
  std::string key;
  /// The row that gives it: `people.tsv:12`, or `user lexicon per:x`.
  std::string source = {};
  /// The user's row that adds names to an entry of the project's; empty where none does.
  std::string user_source = {};
  /// The names that it gives, folded.
  std::vector<std::string> user_names = {};
  EntityType type = EntityType::kMisc;
  std::string name_ar;
  std::string name_en;
  std::vector<std::string> aliases_ar;
  std::vector<std::string> aliases_en;
  /// The country it belongs to, as index into `Lexicon::entries`; -1 when it has none. A country's own index is its own.
  int country = -1;
  /// For a country: its capital; for a capital: the country whose government it may stand for; else -1.
  int counterpart = -1;
  bool is_country = false;
  bool is_capital = false;
  /// An armed group, party or movement (`groups.tsv`).
  bool is_group = false;
  /// A user's row made it or added to it: it goes before others of the same name.
  bool is_users = false;
};

/// How a country's name turns into adjectives and peoples.
struct Demonym {
  /// Masculine singular without ال: `تركي`.
  std::string nisba_ar;
  /// The people in the plural without ال: `أتراك`; the sound plural when the table gives none.
  std::string people_ar;
  /// `Turkish`.
  std::string adjective_en;
};

enum class KindClass : std::uint8_t { kState, kOrg, kPeople, kMember, kPlace, kPart, kCapital, kHead, kTitle };

/// A common noun that makes actors or places of names (`kinds.tsv`).
struct Kind {
  std::string slug;
  KindClass kind_class = KindClass::kOrg;
  EntityType type = EntityType::kOrganisation;
  std::string template_ar;
  std::string template_en;
};

/// A post that one person holds at a time (`office_kinds.tsv`).
struct OfficeKind {
  std::string slug;
  std::string template_ar;
  std::string template_en;
};

/// Who held a post, from when to when (`offices.tsv`).
struct OfficeTerm {
  int person = -1;
  std::uint32_t office = 0;
  /// Key of the country or organisation.
  std::string target;
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty `to`: still in office when the table was written.
  std::string from;
  std::string to;
  /// The row that says so: `offices.tsv:12`.
  std::string source = {};
};

/// Everything that the tables under `lexicon/who` say, indexed for look-up.
///
/// Threads: immutable once made.
class Lexicon {
 public:
  /// `user`: rows beside the project's own. One with a known key adds its names to that entry, which it then calls by its own.
  /// Requires: `check` finds no fault in them.
  /// Throws: IoError, FormatError naming file and line.
  explicit Lexicon(const UserLexicon& user = {});

  [[nodiscard]] const std::vector<LexiconEntry>& entries() const { return entries_; }
  [[nodiscard]] const LexiconEntry& entry(int index) const { return entries_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const std::vector<Kind>& kinds() const { return kinds_; }
  [[nodiscard]] const std::vector<OfficeKind>& offices() const { return offices_; }
  [[nodiscard]] const std::vector<OfficeTerm>& terms() const { return terms_; }
  [[nodiscard]] const NameIndex& index() const { return index_; }

  [[nodiscard]] std::optional<int> find(std::string_view key) const;

  /// Returns: the row by which `name` means the entry: the user's where that gives the name.
  [[nodiscard]] const std::string& source_of(int entry, std::string_view name) const;

  /// Requires: `entry(country).is_country`.
  [[nodiscard]] const Demonym& demonym(int country) const { return demonyms_.at(country); }

  /// Returns: the person who held `office` of `target` on `date` (`YYYY[-MM[-DD]]`); nothing when the tables know none, or
  /// two at once.
  [[nodiscard]] std::optional<int> holder(std::uint32_t office, std::string_view target, std::string_view date) const;

  /// Returns: the row that gives `person` the post on `date`; empty when none does.
  [[nodiscard]] std::string term_source(int person, std::uint32_t office, std::string_view target, std::string_view date) const;

  /// Returns: true when the tables give `person` that post at any time (of any target when `target` is empty).
  [[nodiscard]] bool ever_held(int person, std::uint32_t office, std::string_view target) const;

  /// Returns: true for a word (folded) that is a common given name.
  [[nodiscard]] bool is_given_name(std::string_view atom) const { return given_names_.contains(std::string(atom)); }

  /// Returns: true for a word (folded, the article kept) that names nobody though it may look so: months, days, currencies.
  [[nodiscard]] bool is_common_word(std::string_view atom) const { return common_words_.contains(std::string(atom)); }

 private:
  void load_countries();
  void load_entries(std::string_view file);
  void load_kinds();
  void load_offices();
  void load_word_lists();
  void add_user_actor(const UserRow& row);
  void add_user_term(const UserRow& row);
  int add(LexiconEntry entry, const tables::Row& row);
  void index_names(int entry);
  void index_demonym(int country, const std::vector<std::string>& nisbas, const std::vector<std::string>& peoples_ar,
                     const std::vector<std::string>& adjectives, const std::vector<std::string>& peoples_en);

  std::vector<LexiconEntry> entries_;
  std::unordered_map<std::string, int> by_key_;
  std::unordered_map<int, Demonym> demonyms_;
  std::vector<Kind> kinds_;
  std::vector<OfficeKind> offices_;
  std::vector<OfficeTerm> terms_;
  std::unordered_set<std::string> given_names_;
  std::unordered_set<std::string> common_words_;
  NameIndex index_;
};

/// Returns: `gpe`, `per`, ... and a colon: how keys of that type begin.
[[nodiscard]] std::string key_prefix(EntityType type);

/// Returns: `Ankara` as `ankara`, `São Tomé` as `sao-tome`: words as in keys.
[[nodiscard]] std::string slug(std::string_view name_en);

/// Returns: the key without its prefix: `turkey` of `gpe:turkey`.
[[nodiscard]] std::string_view slug_of(std::string_view key);

}  // namespace isnad::who
