#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/names/name_tagger.h"
#include "extract/who/lexicon.h"
#include "extract/who/matcher.h"
#include "graph/model/document.h"
#include "graph/model/entity.h"

namespace isnad::who {

/// An entity of the document while it is being resolved.
struct Actor {
  std::string key;
  EntityType type = EntityType::kMisc;
  std::string name_ar;
  std::string name_en;
  /// Into the lexicon's entries; -1 for composed and unknown ones.
  int entry = -1;
  /// The country that it belongs to, as lexicon entry; -1 when none is known.
  int country = -1;
  /// For what a kind or office made: its slug.
  std::string kind;
  bool from_lexicon = false;
};

/// A mention while it is being resolved.
struct Found {
  int sentence = 0;
  /// Word ids, inclusive.
  int first = 0;
  int last = 0;
  /// The word that stands for the whole in the tree.
  int head = 0;
  int actor = -1;
  std::string_view rule;
  /// What the rule went by, where the entity and the words do not say it.
  std::string evidence = {};
  /// A name, each word of which stands for the whole when the tree is wrong.
  bool is_name = false;
  /// Its words are an alias of the entity (adjectives and bare descriptions are none).
  bool is_alias = false;
  /// A country's adjective that may also be the noun for its people: `الأتراك`, `Turks`.
  bool is_people = false;
  std::uint32_t skip_bytes = 0;
};

/// A common noun of the tables at its place: a kind or an office.
struct NounMatch {
  int first = 0;
  int last = 0;
  /// kKind or kOffice.
  Sense sense;
  /// Whom it was composed with (index into `actors`); -1 when with none.
  int target = -1;
  /// The mention that it made; -1 when none.
  int mention = -1;
};

/// One document on its way to entities: the stages of `resolve` read and extend it in turn.
struct Draft {
  Draft(const Lexicon& the_lexicon, const Document& the_document, const std::vector<conllu::Sentence>& the_sentences);

  const Lexicon& lexicon;
  const Document& document;
  const std::vector<conllu::Sentence>& sentences;

  std::vector<Actor> actors;
  std::vector<Found> found;
  /// [sentence] indexes into `found`, in the order of adding.
  std::vector<std::vector<int>> found_in;
  /// [sentence][word id] the index of the name or demonym in `found` that covers the word; -1 for none. Slot 0 is unused.
  std::vector<std::vector<int>> name_at;
  /// [sentence] kinds and offices, ordered by first word, disjoint.
  std::vector<std::vector<NounMatch>> nouns;
  /// [sentence] names that the trained recogniser found, in order, disjoint; empty when it was not asked.
  std::vector<std::vector<names::NameSpan>> recognised;

  [[nodiscard]] const conllu::Sentence& sentence(int index) const { return sentences[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Actor& actor(int index) const { return actors[static_cast<std::size_t>(index)]; }
  [[nodiscard]] const Found& mention(int index) const { return found[static_cast<std::size_t>(index)]; }

  /// Returns: the actor with `actor.key`, added when it is new.
  int intern(Actor actor);
  /// Returns: the actor of a lexicon entry.
  int intern_entry(int entry);

  int add(Found mention);

  /// Drops the mentions whose `actor` is negative, and renumbers the others everywhere.
  void drop_orphans();

  /// Returns: true when a mention of the sentence, demonyms left out, covers the words.
  [[nodiscard]] bool is_covered(int sentence, int first, int last) const;

  /// Returns: the index of the longest mention that starts (ends) at the word, demonyms left out; -1 when there is none.
  [[nodiscard]] int starting_at(int sentence, int word) const;
  [[nodiscard]] int ending_at(int sentence, int word) const;
  /// Returns: the mention of a country by its adjective at that word; -1 when there is none.
  [[nodiscard]] int demonym_at(int sentence, int word) const;

  [[nodiscard]] const Kind& kind(const NounMatch& noun) const { return lexicon.kinds()[noun.sense.index]; }
  [[nodiscard]] bool is_kind(const NounMatch& noun, KindClass kind_class) const {
    return noun.sense.kind == Sense::Kind::kKind && kind(noun).kind_class == kind_class;
  }

 private:
  std::unordered_map<std::string, int> by_key_;
};

inline constexpr std::string_view kDemonymRule = "demonym";

/// How many sentences back a description may refer.
inline constexpr int kReach = 40;

/// Returns: the first word of `first..last` whose head lies outside; `fallback` when the tree has none.
[[nodiscard]] int tree_head(const conllu::Sentence& sentence, int first, int last, int fallback);

/// Returns: true for a noun that persons are called by: a post, rank or profession. What else a parser hangs to a name is too often something
/// that only belongs to it.
[[nodiscard]] bool is_for_persons(const Draft& draft, int sentence, int word);

/// Returns: the text of words `first..last` as it stands in the document without quotation marks, the first in its free form:
/// `السلطة` of `للسلطة`.
[[nodiscard]] std::string surface(const Draft& draft, int sentence, int first, int last, std::uint32_t skip_bytes = 0);

// The stages, in their order. Each says what it adds.

/// Names of the lexicon, adjectives of countries, and the nouns that compose actors.
void find_lexicon_names(Draft& draft);
/// Returns: true for quotation marks, hyphens and brackets, which may stand between a title and its name.
[[nodiscard]] bool is_light_punctuation(std::string_view form);

/// Returns: the kind or office that ends (starts) at the word; nothing when none does.
[[nodiscard]] const NounMatch* noun_ending_at(const Draft& draft, int sentence, int word);
[[nodiscard]] const NounMatch* noun_starting_at(const Draft& draft, int sentence, int word);

/// Names that the lexicon does not know: typed, grouped over the document, joined with their parts.
void find_unknown_names(Draft& draft);
/// Actors composed of a noun and a name or adjective: `قوات النظام السوري`, `Turkish army`, `محافظة إدلب`.
void compose_actors(Draft& draft);
/// The same for the nouns of one sentence that have made nothing yet, once descriptions have found more targets.
void compose_actors_of(Draft& draft, int sentence);
/// Titles with their holders: by name beside them, by date, by what the document said before.
void resolve_titles(Draft& draft);
/// Bare collectives and descriptions: `الجيش`, `التنظيم`, `the group`.
void resolve_descriptions(Draft& draft);
/// Capitals that act as their country's government.
void resolve_metonyms(Draft& draft);
/// Nouns in apposition to a person: `الناطق الرسمي، فلان`.
void join_appositions(Draft& draft);
/// English persons whom their name comes to later (`a soldier was named as Matt Tonroe`), and whom an age means (`the 33-year-old`).
void resolve_introductions(Draft& draft);

}  // namespace isnad::who
