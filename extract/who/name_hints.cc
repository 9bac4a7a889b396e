#include "extract/who/name_hints.h"

#include "extract/names/name_tags.h"
#include "extract/names/word_table.h"

namespace isnad::who {

namespace {

using names::NounClass;

NounClass noun_class(const Draft& draft, const NounMatch& noun) {
  if (noun.sense.kind == Sense::Kind::kOffice) return NounClass::kPersonTitle;
  const Kind& kind = draft.kind(noun);
  switch (kind.kind_class) {
    case KindClass::kTitle:
      return NounClass::kPersonTitle;
    case KindClass::kPlace:
    case KindClass::kCapital:
      return NounClass::kPlace;
    case KindClass::kOrg:
    case KindClass::kHead:
    case KindClass::kMember:
      return NounClass::kOrganisation;
    case KindClass::kPeople:
      return NounClass::kPeople;
    case KindClass::kPart:
      return NounClass::kPart;
    default:
      return NounClass::kOther;
  }
}

std::uint64_t noun_number(const Draft& draft, const NounMatch& noun) {
  if (noun.sense.kind == Sense::Kind::kOffice) return names::hash_text("office:" + draft.lexicon.offices()[noun.sense.index].slug);
  return names::hash_text(draft.kind(noun).slug);
}

}  // namespace

names::Hints name_hints(const Draft& draft) {
  names::Hints hints(draft.sentences.size());
  for (std::size_t s = 0; s < draft.sentences.size(); ++s) {
    const auto& words = draft.sentences[s].words;
    auto& row = hints[s];
    row.resize(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto atoms = fold_atoms(words[i].form);
      if (atoms.empty()) continue;
      row[i].given_name = draft.lexicon.is_given_name(atoms.front().text);
      row[i].common_word = draft.lexicon.is_common_word(atoms.front().text);
    }
    const auto hint = [&row](int id) -> names::WordHint& { return row[static_cast<std::size_t>(id - 1)]; };
    for (const int index : draft.found_in[s]) {
      const Found& found = draft.mention(index);
      const EntityType type = draft.actor(found.actor).type;
      for (int id = found.first; id <= found.last; ++id) {
        if (found.rule == kDemonymRule) {
          hint(id).demonym = true;
        } else {
          hint(id).known = id == found.first ? names::begin_tag(type) : names::inside_tag(type);
        }
      }
    }
    for (const NounMatch& noun : draft.nouns[s]) {
      for (int id = noun.first; id <= noun.last; ++id) {
        hint(id).noun = noun_number(draft, noun);
        hint(id).noun_class = noun_class(draft, noun);
      }
    }
  }
  return hints;
}

}  // namespace isnad::who
