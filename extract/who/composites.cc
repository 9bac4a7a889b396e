#include "extract/who/composites.h"

#include <algorithm>

#include "extract/text/arabic.h"

namespace isnad::who {

namespace {

constexpr std::string_view kRegime = "regime";
constexpr std::string_view kArmedForces = "armed-forces";

/// Patterns with one `{..}`; nothing else in them is special.
std::string fill(const std::string& pattern, const std::string& value) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return pattern;
  return pattern.substr(0, open) + value + pattern.substr(close + 1);
}

std::string slot_of(const std::string& pattern) {
  const std::size_t open = pattern.find('{');
  const std::size_t close = pattern.find('}', open);
  return open == std::string::npos || close == std::string::npos ? "" : pattern.substr(open + 1, close - open - 1);
}

std::string trimmed(std::string text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  return text;
}

/// `الجيش {m}` as what stands before a name: `جيش`.
std::string construct_of(const std::string& pattern) {
  std::string noun = trimmed(fill(pattern, ""));
  if (noun.find(' ') == std::string::npos) noun = std::string(text::without_article(noun));
  return noun;
}

const Demonym* demonym_of(const Draft& draft, const Actor& target) {
  if (target.entry < 0 || !draft.lexicon.entry(target.entry).is_country) return nullptr;
  const Demonym& demonym = draft.lexicon.demonym(target.entry);
  return demonym.nisba_ar.empty() && demonym.adjective_en.empty() ? nullptr : &demonym;
}

/// A person who has led his country speaks for it; other people do not.
bool led_country(const Draft& draft, const Actor& actor) {
  if (actor.entry < 0 || actor.country < 0) return false;
  const std::string& country = draft.lexicon.entry(actor.country).key;
  return std::any_of(draft.lexicon.terms().begin(), draft.lexicon.terms().end(), [&](const OfficeTerm& term) {
    const std::string& office = draft.lexicon.offices()[term.office].slug;
    return term.person == actor.entry && term.target == country &&
           (office == "president" || office == "prime-minister" || office == "king" || office == "leader" ||
            office == "chancellor");
  });
}

/// What a leader commands is his state's: قوات الأسد. His office or delegation is his own.
bool is_of_state(std::string_view slug) {
  for (const std::string_view of_state :
       {"armed-forces", "air-force", "navy", "police", "security-forces", "intelligence", "authorities"}) {
    if (slug == of_state) return true;
  }
  return false;
}

/// The party or group that a person leads by the tables: حزب أردوغان.
int led_group(Draft& draft, const Actor& person) {
  if (person.entry < 0) return -1;
  for (const OfficeTerm& term : draft.lexicon.terms()) {
    if (term.person != person.entry || !term.target.starts_with("org:")) continue;
    const std::string& office = draft.lexicon.offices()[term.office].slug;
    if (office != "leader" && office != "secretary-general") continue;
    if (const auto group = draft.lexicon.find(term.target)) return draft.intern_entry(*group);
  }
  return -1;
}

int make(Draft& draft, const Kind& kind, const Actor& target) {
  Actor actor;
  actor.type = kind.type;
  actor.key = key_prefix(kind.type) + kind.slug + ":" +
              std::string(target.key.starts_with("name:") ? std::string_view(target.key).substr(5) : slug_of(target.key));
  // The tables know some of them under names of their own: البنتاغون.
  if (const auto known = draft.lexicon.find(actor.key)) return draft.intern_entry(*known);
  actor.name_ar = compose_ar(draft, kind.template_ar, target);
  actor.name_en = compose_en(draft, kind.template_en, target);
  actor.country = target.country;
  actor.kind = kind.slug;
  actor.from_lexicon = target.from_lexicon;
  return draft.intern(std::move(actor));
}

}  // namespace

std::string compose_ar(const Draft& draft, const std::string& pattern, const Actor& target) {
  if (pattern.empty()) return "";
  const std::string slot = slot_of(pattern);
  const Demonym* demonym = demonym_of(draft, target);
  if (slot == "n") return target.name_ar.empty() ? "" : fill(pattern, target.name_ar);
  if (demonym == nullptr || demonym->nisba_ar.empty()) {
    return target.name_ar.empty() ? "" : trimmed(construct_of(pattern) + " " + target.name_ar);
  }
  const bool indefinite = slot.size() == 2;
  std::string adjective = slot.starts_with("p") ? demonym->people_ar : demonym->nisba_ar;
  if (slot.starts_with("f")) adjective += "ة";
  return fill(pattern, indefinite ? adjective : "ال" + adjective);
}

std::string compose_en(const Draft& draft, const std::string& pattern, const Actor& target) {
  if (pattern.empty()) return "";
  if (slot_of(pattern) == "n") return target.name_en.empty() ? "" : fill(pattern, target.name_en);
  const Demonym* demonym = demonym_of(draft, target);
  const std::string& adjective = demonym != nullptr && !demonym->adjective_en.empty() ? demonym->adjective_en : target.name_en;
  return adjective.empty() ? "" : fill(pattern, adjective);
}

int state_of(const Draft& draft, int index) {
  const Actor& actor = draft.actor(index);
  if (actor.entry >= 0) {
    const LexiconEntry& entry = draft.lexicon.entry(actor.entry);
    if (entry.is_country) return actor.entry;
    if (entry.is_capital) return entry.counterpart;
    return led_country(draft, actor) ? actor.country : -1;
  }
  return actor.kind == kRegime ? actor.country : -1;
}

int compose(Draft& draft, const Kind& kind, int target_index) {
  const Actor target = draft.actor(target_index);
  const int state = state_of(draft, target_index);
  const bool is_regime = target.kind == kRegime;
  if (target.type == EntityType::kEvent || target.type == EntityType::kMisc) return -1;
  switch (kind.kind_class) {
    case KindClass::kState:
      return state >= 0 ? draft.intern_entry(state) : target.type == EntityType::kGpe ? make(draft, kind, target) : -1;
    case KindClass::kOrg:
      if (target.kind == kind.slug) return target_index;
      if (kind.slug == kArmedForces && target.kind == "opposition") return target_index;
      // The regime's army is the country's; Paris has a police of its own, but no army.
      if (state >= 0 && (target.type != EntityType::kPerson || kind.slug == kRegime || is_of_state(kind.slug)) &&
          !(kind.slug == "police" && target.type == EntityType::kGpe && target.entry != state)) {
        const int country = draft.intern_entry(state);
        return make(draft, kind, Actor(draft.actor(country)));
      }
      // The forces of an armed group are that group.
      if (kind.slug == kArmedForces && (target.type == EntityType::kOrganisation || is_regime)) return target_index;
      return target.kind.empty() ? make(draft, kind, target) : -1;
    case KindClass::kMember:
      if (target.type == EntityType::kOrganisation) return target_index;
      if (target.type == EntityType::kPerson && (kind.slug == "party" || kind.slug == "organisation"))
        return led_group(draft, target);
      if (target.entry >= 0 && draft.lexicon.entry(target.entry).is_country) return make(draft, kind, target);
      return -1;
    case KindClass::kPeople:
      return target.kind.empty() || is_regime ? make(draft, kind, target) : -1;
    case KindClass::kPlace:
      // The coast of Turkey is not Turkey.
      if (kind.type != EntityType::kGpe && target.type == EntityType::kGpe) return -1;
      [[fallthrough]];
    case KindClass::kPart:
      return target.type == EntityType::kGpe || target.type == EntityType::kLocation || target.type == EntityType::kFacility
                 ? target_index
                 : -1;
    case KindClass::kCapital: {
      if (state < 0) return -1;
      const int capital = draft.lexicon.entry(state).counterpart;
      return target.entry != state ? target_index : capital >= 0 ? draft.intern_entry(capital) : -1;
    }
    case KindClass::kHead:
    case KindClass::kTitle:
      return -1;
  }
  return -1;
}

int bare_actor(Draft& draft, const Kind& kind) {
  Actor actor;
  actor.type = kind.type;
  actor.key = key_prefix(kind.type) + kind.slug;
  actor.name_ar = trimmed(fill(kind.template_ar, ""));
  actor.name_en = trimmed(fill(kind.template_en, ""));
  actor.kind = kind.slug;
  actor.from_lexicon = true;
  return draft.intern(std::move(actor));
}

}  // namespace isnad::who
