#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace isnad::tables {
struct Row;
}

namespace isnad::nlp {

enum class AbbreviationKind : std::uint8_t {
  /// What follows belongs to it: `Mr.`, `د.`
  kTitle,
  /// An abbreviation only before a number: `No.`
  kNumber,
  /// May close a sentence: `Inc.`, `a.m.`
  kEnd,
  /// The name of a Latin letter, an abbreviation only before another: `بي. بي. سي.`
  kLetter,
};

/// The word lists that dividing text needs, from `lexicon/nlp`.
///
/// Threads: safe once loaded.
class WordTables {
 public:
  /// Throws: IoError, FormatError from reading the tables.
  [[nodiscard]] static WordTables load();

  /// `form` has its full stop. Returns: nullptr when it is none.
  [[nodiscard]] const AbbreviationKind* english_abbreviation(std::string_view form) const { return find(english_, form); }
  [[nodiscard]] const AbbreviationKind* arabic_abbreviation(std::string_view form) const { return find(arabic_, form); }

  /// Returns: the words of an English token (lower case) that holds several; nullptr when it is one word.
  [[nodiscard]] const std::vector<std::string>* contraction(std::string_view token) const;

  /// Returns: the words of an Arabic function word (clean form), possibly with a conjunction before it, whose division
  /// needs no context; nullptr for all other tokens.
  [[nodiscard]] const std::vector<std::string>* function_words(const std::string& token) const;

  /// Returns: whether `prefix` (lower case) stays one word with what follows its hyphen.
  [[nodiscard]] bool is_hyphen_prefix(std::string_view prefix) const { return prefixes_.contains(std::string(prefix)); }

  /// Returns: whether words (folded by `text::fold_arabic`, one space between two) name a news agency.
  [[nodiscard]] bool is_agency(const std::string& words) const { return agencies_.contains(words); }

  /// Returns: whether the words of a line (folded by `text::fold_arabic`) are what a site adds around its articles.
  [[nodiscard]] bool is_boilerplate(const std::vector<std::string>& words) const;

 private:
  using Abbreviations = std::unordered_map<std::string, AbbreviationKind>;
  struct Boilerplate {
    std::vector<std::string> start;
    std::unordered_set<std::string> contains;
    bool alone = false;
  };

  static const AbbreviationKind* find(const Abbreviations& table, std::string_view form);
  void add_abbreviation(const tables::Row& row);
  void add_contraction(const tables::Row& row);
  void add_function_word(const tables::Row& row);
  void add_boilerplate(const tables::Row& row);

  Abbreviations english_;
  Abbreviations arabic_;
  std::unordered_map<std::string, std::vector<std::string>> contractions_;
  std::unordered_map<std::string, std::vector<std::string>> function_words_;
  std::unordered_set<std::string> prefixes_;
  std::unordered_set<std::string> agencies_;
  /// By first word.
  std::unordered_map<std::string, std::vector<Boilerplate>> boilerplate_;
};

}  // namespace isnad::nlp
