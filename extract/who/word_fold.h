#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::who {

/// A word, or a part of it that a hyphen or underscore cuts off, folded for look-up in the lexicon. Unlike `text::name_key`
/// it keeps the article ال and remembers capitals: `الأسد` is a president where `أسد` is a lion, `US` is not `us`.
struct Atom {
  /// Lower case, without diacritics, tatweel, dots and apostrophes; one form of alef, hamza carriers, yaa, taa marbuta.
  std::string text;
  /// Starts with a Latin capital or a digit, or is not Latin.
  bool upper = false;
  /// Holds no Latin small letter.
  bool all_caps = false;

  friend bool operator==(const Atom&, const Atom&) = default;
};

/// Appends the atoms of `form`; none when it has no letter or digit. An English `al`, `el` before a hyphen is dropped, so
/// that `al-Assad` and `Assad` are one.
/// Requires: valid UTF-8.
void fold_atoms(std::string_view form, std::vector<Atom>& out);

[[nodiscard]] std::vector<Atom> fold_atoms(std::string_view form);

/// Returns: true when the first letter of `text` is Arabic.
[[nodiscard]] bool is_arabic(std::string_view text);

/// Returns: an indefinite accusative without its ending (وفداً as وفد); `form` where no written tanwin ends it.
[[nodiscard]] std::string_view without_tanwin(std::string_view form);

/// Returns: how many bytes of `form` follow its leading one-letter conjunction or preposition (و ف ب ل ك); the rest must be
/// at least four letters, else 0.
[[nodiscard]] std::size_t proclitic_bytes(std::string_view form);

}  // namespace isnad::who
