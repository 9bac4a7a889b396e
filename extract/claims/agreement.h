#pragma once

#include "extract/claims/tree.h"

namespace isnad::claims {

/// What a pronoun or a verb without subject asks of the one it means; `kAny` where it does not tell.
struct Agreement {
  enum class Gender { kAny, kMasculine, kFeminine };
  enum class Number { kAny, kSingular, kDual, kPlural };
  Gender gender = Gender::kAny;
  Number number = Number::kAny;
  /// 1, 2 or 3; 0 for pronouns that stand for no noun.
  int person = 3;
};

/// What may be said of a noun: the genders and numbers of pronouns and verbs that can mean it.
struct NounForms {
  bool masculine = true;
  bool feminine = true;
  bool singular = true;
  bool plural = true;

  [[nodiscard]] bool agree_with(const Agreement& agreement) const;
};

/// Returns: what a personal or relative pronoun tells by its form; person 0 for any other.
[[nodiscard]] Agreement agreement_of_pronoun(const Tree& tree, int id);

/// Returns: what a finite verb tells of a subject that it leaves out; features first, else its form against its lemma.
[[nodiscard]] Agreement agreement_of_verb(const Tree& tree, int id);

/// Returns: how a noun can be taken up: by its ending, its adjectives and the verb before it; anything for other words.
[[nodiscard]] NounForms forms_of_noun(const Tree& tree, int id);

}  // namespace isnad::claims
