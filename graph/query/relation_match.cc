#include "graph/query/relation_match.h"

#include <utility>

namespace isnad::query {

namespace {

/// Returns: `agrees` of `agrees with`; other labels as they are.
std::string_view without_preposition(std::string_view label) {
  const auto space = label.find(' ');
  const bool two_words = space != std::string_view::npos && label.find(' ', space + 1) == std::string_view::npos;
  return two_words ? label.substr(0, space) : label;
}

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending;
}

/// Cuts the endings of English verbs, so that `accuse`, `accuses`, `accused` and `accusing` meet. Arabic words keep all letters.
std::string english_stem(std::string word) {
  for (const std::string_view ending : {"ies", "ied"}) {
    if (ends_with(word, ending)) return word.substr(0, word.size() - ending.size());
  }
  for (const std::string_view ending : {"ing", "es", "ed", "s", "e", "y"}) {
    if (ends_with(word, ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

}  // namespace

RelationMatch::RelationMatch(std::string_view wanted, Fold fold) : fold_(std::move(fold)) {
  any_ = wanted.empty();
  if (any_) return;
  type_ = relation_type_from(wanted);
  stem_ = stem(wanted);
  for (const auto& row : relation_types()) {
    for (const std::string_view label : {row.label_en, row.label_ar}) {
      if (!type_ && (stem(label) == stem_ || stem(without_preposition(label)) == stem_)) type_ = row.type;
    }
  }
}

/// Only the first word is inflected: `holds a post in`.
std::string RelationMatch::stem(std::string_view words) const {
  std::string folded = fold_ ? fold_(words) : std::string(words);
  const auto space = folded.find(' ');
  if (space == std::string::npos) return english_stem(std::move(folded));
  return english_stem(folded.substr(0, space)) + folded.substr(space);
}

bool RelationMatch::operator()(const Claim& claim) const {
  if (any_) return true;
  if (type_ == claim.type) return true;
  return stem(claim.relation_lemma) == stem_ || stem(claim.label_en) == stem_ || stem(claim.label_ar) == stem_;
}

}  // namespace isnad::query
