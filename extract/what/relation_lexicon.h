#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/what/word_classes.h"
#include "graph/model/claim.h"
#include "graph/model/relation_type.h"

namespace isnad::what {

/// What part of speech a form of an entry is.
enum class WordKind : std::uint8_t { kVerb, kNoun, kAdjective };

/// One row of a relation table: a family of words (verb, masdar, participle) in one frame.
struct RelationEntry {
  RelationType type = RelationType::kOther;
  /// Present tense, third person: `accuses`; of a noun `spokesman of`.
  std::string gloss_en;
  std::string gloss_ar;
  /// Each must share a class with its slot: subject, object, whatever else stands in the relation.
  ClassSet subject = 0;
  ClassSet object = 0;
  ClassSet other = 0;
  /// The relation runs from the object to the subject: `backed by`, `received from`.
  bool reversed = false;
  /// A verb whose meaning its noun carries: `شن هجوم`, `launch an attack`.
  bool light = false;
  /// A verb whose meaning the verb or masdar after it carries: `حاول`, `try to`.
  bool auxiliary = false;
  /// What is done at a place is done to it: a bomb that goes off near the gate.
  bool strikes_place = false;
  /// For words that are no facts: `خطط ل`, `plan to`.
  std::optional<Modality> modality;
  /// Index into `RelationLexicon::files()`, and line there.
  std::uint32_t file = 0;
  std::uint64_t line = 0;
};

/// Classes of the words around a relation, on which its sense may depend.
struct Arguments {
  ClassSet subject = 0;
  ClassSet object = 0;
  /// Of the relation's further words and of its other objects: `أرسل تعزيزات إلى`.
  ClassSet other = 0;
  /// What the lemma's first word is, where the tree tells: حاكم is a governor, or tries somebody.
  std::optional<WordKind> kind = std::nullopt;
};

/// The bilingual table of relation words and frames under `extract/lexicon/what`.
///
/// Threads: const methods may be called from several threads at once.
class RelationLexicon {
 public:
  struct Match {
    const RelationEntry* entry = nullptr;
    WordKind kind = WordKind::kVerb;
    /// The matched words of the lemma, folded.
    std::string form;
    /// The words of the lemma behind the matched form, such as a preposition that the form does not ask for.
    std::string rest;
    /// The lemma ends in a passive's agent marker: `من قبل`, `by`.
    bool agent = false;
    /// Of an auxiliary, a threat or a demand before the matched word.
    std::optional<Modality> modality;
  };

  /// Throws: IoError, FormatError from reading its tables: a wrong column, type, class or flag, or two rows that say
  /// different things of one form in one frame.
  explicit RelationLexicon(const WordClasses& classes);

  /// Looks a relation lemma up, from the most exact form to the loosest: the whole of it, with its last preposition, the
  /// bare word, the noun of a light verb, what stands behind an auxiliary.
  ///
  /// Requires: `lang` is `ar` or `en`.
  /// Returns: the first entry whose conditions hold; no entry when none does.
  [[nodiscard]] Match find(std::string_view lemma, std::string_view lang, const Arguments& arguments) const;

  /// Returns: the entry of a noun phrase as it stands in a text (`رئيسة تركيا`, `the leader of the party`), for bare
  /// appositions; null when its head word is no relational noun.
  [[nodiscard]] const RelationEntry* find_noun(std::string_view phrase, std::string_view lang, const Arguments& arguments) const;

  /// How many distinct forms (word or idiom with its preposition) a language has.
  [[nodiscard]] std::size_t forms(std::string_view lang) const;

  [[nodiscard]] const std::vector<RelationEntry>& entries() const { return entries_; }
  [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

 private:
  struct Form {
    std::uint32_t entry;
    WordKind kind;
  };
  using Index = std::unordered_map<std::string, std::vector<Form>>;
  struct Language {
    /// By the whole form with its preposition.
    Index exact;
    /// By the form without the preposition that its row demands, for lemmas that come with another one.
    Index bare;
  };

  void load(std::string_view file, Language& language, const WordClasses& classes);
  void add(Index& index, std::string key, Form form);
  [[nodiscard]] const Form* pick(const Index& index, const std::string& key, const Arguments& arguments) const;
  [[nodiscard]] const Form* look_up(const Language& language, const std::string& key, const Arguments& arguments) const;
  [[nodiscard]] Match find_words(std::vector<std::string> words, std::string_view lang, const Arguments& arguments,
                                 int depth) const;
  /// Other lemmas that taggers give to the same word.
  [[nodiscard]] Match find_respelled(const std::vector<std::string>& words, std::string_view lang, const Arguments& arguments,
                                     int depth) const;
  /// Returns: a form that passes its meaning on to the words behind it, as an auxiliary or a light verb; null when there is none.
  [[nodiscard]] const Form* leading(const Language& language, const std::string& key, bool auxiliary, const Arguments& arguments) const;
  [[nodiscard]] Match find_behind(const std::vector<std::string>& words, bool auxiliary, std::string_view lang,
                                  const Arguments& arguments, int depth) const;
  [[nodiscard]] const Language& language(std::string_view lang) const { return lang == "ar" ? arabic_ : english_; }

  Language arabic_;
  Language english_;
  std::vector<RelationEntry> entries_;
  std::vector<std::string> files_;
  /// Irregular past forms of English verbs and their lemmas.
  std::unordered_map<std::string, std::string> irregular_;
};

}  // namespace isnad::what
