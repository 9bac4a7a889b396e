#include <algorithm>
#include <map>
#include <optional>

#include "extract/text/arabic.h"
#include "extract/who/composites.h"
#include "extract/who/draft.h"

namespace isnad::who {

namespace {

/// How often each country is named, by itself, by adjective, and by its places and actors.
std::map<int, int> count_countries(const Draft& draft) {
  std::map<int, int> counts;
  for (const Found& found : draft.found) {
    if (const int country = draft.actor(found.actor).country; country >= 0) ++counts[country];
  }
  return counts;
}

/// Returns: the country that the document is about: named at least three times, and half as often again as the next.
std::optional<int> main_country(const Draft& draft) {
  int best = -1;
  int most = 0;
  int second = 0;
  for (const auto& [country, count] : count_countries(draft)) {
    if (count > most) {
      second = most;
      most = count;
      best = country;
    } else {
      second = std::max(second, count);
    }
  }
  if (most < 3 || most * 2 < second * 3) return std::nullopt;
  return best;
}

class Describer {
 public:
  explicit Describer(Draft& draft) : draft_(draft), country_(main_country(draft)) {}

  void describe_all() {
    for (int s = 0; s < static_cast<int>(draft_.sentences.size()); ++s) {
      for (NounMatch& noun : draft_.nouns[static_cast<std::size_t>(s)]) {
        if (noun.sense.kind == Sense::Kind::kKind && noun.mention < 0 && !draft_.is_covered(s, noun.first, noun.last))
          describe(s, noun);
      }
      compose_actors_of(draft_, s);
      find_repeated_heads(s);
      name_peoples(s);
    }
  }

 private:
  void describe(int s, NounMatch& noun) {
    const Kind& kind = draft_.kind(noun);
    const auto& tree = draft_.sentence(s);
    if (noun.sense.weak || noun_is_modified(s, noun)) return;
    const bool definite = is_definite(tree, noun);
    std::optional<int> actor;
    std::string_view rule = "description";
    switch (kind.kind_class) {
      case KindClass::kState:
        if (definite && (kind.slug == "government" || kind.slug == "administration")) actor = state_before(s, noun);
        if (definite && kind.slug == "state" && tree.lang != "en" && country_) actor = draft_.intern_entry(*country_);
        break;
      case KindClass::kOrg:
        // `rebels`, فصائل need no article to be the rebels.
        if (!definite && kind.slug != "opposition" && !speaks_of_regime(tree, noun)) break;
        actor = last_of_kind(s, noun, kind);
        if (!actor && country_ && !is_loose(tree, noun) && kind.slug != "delegation" && kind.slug != "embassy" &&
            kind.slug != "consulate") {
          actor = compose(draft_, kind, draft_.intern_entry(*country_));
        }
        if (!actor && (kind.slug == "opposition" || speaks_of_regime(tree, noun))) actor = of_regime(kind);
        if (!actor && kind.slug == "opposition") actor = bare_actor(draft_, kind);
        break;
      case KindClass::kMember:
        // `100 militants` are militants.
        if (!definite && (kind.type != EntityType::kNorp || kind.slug == "groups")) break;
        if (kind.slug == "groups") {
          actor = last_fighters(s, noun);
          break;
        }
        actor = kind.slug == "organisation" || kind.slug == "party" || kind.slug == "militias" ? last_group(s, noun, kind)
                                                                                               : last_of_kind(s, noun, kind);
        if (!actor && kind.type == EntityType::kNorp) {
          actor = bare_actor(draft_, kind);
          rule = "kind";
        }
        break;
      case KindClass::kPeople:
        actor = definite ? last_of_kind(s, noun, kind) : std::nullopt;
        if (!actor && kind.slug != "nationals" && kind.slug != "officials" && stands_alone(noun, kind)) {
          actor = bare_actor(draft_, kind);
          rule = "kind";
        }
        break;
      case KindClass::kPlace:
        if (definite) actor = last_place(s, noun, kind);
        if (definite && !actor && (kind.slug == "city" || kind.slug == "province" || kind.slug == "village"))
          actor = near_place(s, noun);
        break;
      default:
        break;
    }
    if (!actor || *actor < 0) return;
    Found found;
    found.sentence = s;
    found.first = noun.first;
    found.last = noun.last;
    found.head = tree.lang == "en" ? noun.last : noun.first;
    found.actor = *actor;
    found.rule = rule;
    // `المتظاهرون` and `وزارة الداخلية` are names of their kind wherever they stand; `التنظيم`, `المنطقة` and `الحكومة` say who
    // is meant only here.
    found.is_alias =
        kind.kind_class == KindClass::kOrg || kind.kind_class == KindClass::kPeople || kind.type == EntityType::kNorp;
    noun.mention = draft_.add(found);
  }

  /// `المدنيون` alone are somebody; a lone official or soldier is only when more is said of him (مصدر أمني).
  static bool stands_alone(const NounMatch& noun, const Kind& kind) {
    return kind.type != EntityType::kPerson || (noun.last > noun.first && (kind.slug == "source" || kind.slug == "official"));
  }

  /// The actors of a country that a kind has made in this document, in the order of their first mentions.
  const std::vector<int>& of_kind(const std::string& slug) {
    for (; seen_ < draft_.found.size(); ++seen_) {
      const int index = draft_.found[seen_].actor;
      const Actor& actor = draft_.actor(index);
      if (actor.kind.empty() || actor.country < 0) continue;
      auto& known = by_kind_[actor.kind];
      if (std::find(known.begin(), known.end(), index) == known.end()) known.push_back(index);
    }
    return by_kind_[slug];
  }

  /// Whose opposition, whose `regime forces`: of the country whose regime the document speaks of.
  std::optional<int> of_regime(const Kind& kind) {
    for (const int regime : of_kind("regime")) {
      const int made = compose(draft_, kind, draft_.intern_entry(draft_.actor(regime).country));
      if (made >= 0) return made;
    }
    return std::nullopt;
  }

  static bool speaks_of_regime(const conllu::Sentence& tree, const NounMatch& noun) {
    for (int id = noun.first; id <= noun.last; ++id) {
      const std::string& form = tree.word(id).form;
      if (form == "regime" || form == "Regime" || form == "النظام" || form == "government" || form == "Government" ||
          form == "حكومية" || form == "الحكومية") {
        return true;
      }
    }
    return false;
  }

  /// Followed by a name or adjective that is no country's: somebody else's army.
  [[nodiscard]] bool noun_is_modified(int s, const NounMatch& noun) const {
    const auto& tree = draft_.sentence(s);
    if (tree.lang == "en" || noun.last >= tree.size()) return false;
    const auto& next = tree.word(noun.last + 1);
    // القوات الموالية لفلان: not just any forces.
    if (next.upos == "ADJ" && noun.last + 2 <= tree.size() && tree.word(noun.last + 2).upos == "ADP") return true;
    // النظام القضائي is no regime; المدنيون العزل are civilians all the same.
    const KindClass kind_class = draft_.kind(noun).kind_class;
    if ((kind_class == KindClass::kOrg || kind_class == KindClass::kState || kind_class == KindClass::kMember) &&
        next.upos == "ADJ" && next.form.starts_with("ال") && next.form != "الحاكم" && next.form != "الحاكمة" &&
        next.form != "المسلحة" && next.form != "الجديدة") {
      return true;
    }
    const bool construct =
        !tree.word(noun.first).form.starts_with("ال") && (next.upos == "NOUN" || next.upos == "PROPN" || next.upos == "PRON");
    return construct && base_of(next.deprel) == "nmod";
  }

  static std::string_view base_of(std::string_view deprel) { return conllu::base_deprel(deprel); }

  static bool is_definite(const conllu::Sentence& tree, const NounMatch& noun) {
    if (tree.lang != "en") {
      for (int id = noun.first; id <= noun.last; ++id) {
        if (tree.word(id).form.starts_with("ال")) return true;
      }
      return false;
    }
    for (int id = noun.first - 1; id >= 1 && id >= noun.first - 3; --id) {
      const std::string& form = tree.word(id).form;
      if (form == "the" || form == "The" || form == "this" || form == "This" || form == "that" || form == "these" ||
          form == "those")
        return true;
      if (tree.word(id).upos != "ADJ") break;
    }
    return false;
  }

  std::optional<int> last_before(int s, const NounMatch& noun, auto&& accept) const {
    for (int k = s; k >= 0 && k >= s - kReach; --k) {
      std::optional<int> last;
      int best = -1;
      for (const int i : draft_.found_in[static_cast<std::size_t>(k)]) {
        const Found& found = draft_.mention(i);
        if ((k == s && found.first >= noun.first) || found.first < best || !accept(found)) continue;
        best = found.first;
        last = found.actor;
      }
      if (last) return last;
    }
    return std::nullopt;
  }

  /// Soldiers without a country may be anybody's.
  static bool is_loose(const conllu::Sentence& tree, const NounMatch& noun) {
    if (noun.last > noun.first) return false;
    for (const std::string_view word : {"forces", "troops", "soldiers", "قوات", "القوات", "جنود", "الجنود"}) {
      if (tree.word(noun.last).form == word) return true;
    }
    return false;
  }

  /// The last one of that kind; when the document knows several, only from this sentence or the one before.
  std::optional<int> last_of_kind(int s, const NounMatch& noun, const Kind& kind) {
    const bool several = of_kind(kind.slug).size() > 1;
    return last_before(s, noun, [&](const Found& found) {
      const Actor& actor = draft_.actor(found.actor);
      return actor.kind == kind.slug && actor.country >= 0 && (!several || found.sentence >= s - 1);
    });
  }

  /// `تلك الجماعات`: the last fighters that were spoken of.
  std::optional<int> last_fighters(int s, const NounMatch& noun) const {
    return last_before(s, noun, [&](const Found& found) {
      const Actor& actor = draft_.actor(found.actor);
      return actor.kind == "militants" || actor.kind == "terrorists" || actor.kind == "opposition" || actor.kind == "militias" ||
             (actor.entry >= 0 && draft_.lexicon.entry(actor.entry).is_group);
    });
  }

  /// `التنظيم`, `الحركة`: the last armed group or party that was named.
  std::optional<int> last_group(int s, const NounMatch& noun, const Kind&) const {
    return last_before(s, noun, [&](const Found& found) {
      const Actor& actor = draft_.actor(found.actor);
      return actor.type == EntityType::kOrganisation && actor.kind.empty() && (found.is_name || found.rule == "compose") &&
             (actor.entry >= 0 ? draft_.lexicon.entry(actor.entry).is_group : found.rule == "compose");
    });
  }

  /// `المجلس` after مجلس الشيوخ, `المركز` after المركز الوطني, `the ministry` after the Defence Ministry: the last thing that was
  /// named with that noun.
  void find_repeated_heads(int s) {
    const auto& tree = draft_.sentence(s);
    for (int id = 1; id <= tree.size(); ++id) {
      const conllu::Word& word = tree.word(id);
      const bool arabic = tree.lang != "en";
      if (word.upos != "NOUN" || (arabic ? !word.form.starts_with("ال") : !follows_the(tree, id))) continue;
      if (draft_.is_covered(s, id, id) || (id < tree.size() && arabic && tree.word(id + 1).upos == "ADJ")) continue;
      const auto atoms = fold_atoms(word.form);
      if (atoms.size() != 1) continue;
      const std::string key = bare(atoms.front().text);
      const NounMatch here{id, id, {}, -1, -1};
      const auto actor = last_before(s, here, [&](const Found& found) {
        const EntityType type = draft_.actor(found.actor).type;
        if (found.first == found.last || found.rule == "title" || found.rule == "office" || type == EntityType::kPerson ||
            type == EntityType::kGpe || type == EntityType::kNorp) {
          return false;
        }
        const auto& there = draft_.sentence(found.sentence);
        const auto head = fold_atoms(there.word(there.lang == "en" ? found.last : found.first).form);
        return head.size() == 1 && bare(head.front().text) == key;
      });
      if (!actor) continue;
      Found found;
      found.sentence = s;
      found.first = id;
      found.last = id;
      found.head = id;
      found.actor = *actor;
      found.rule = "description";
      draft_.add(found);
    }
  }

  static std::string bare(const std::string& atom) { return std::string(text::without_article(atom)); }

  static bool follows_the(const conllu::Sentence& tree, int id) {
    if (id < 2) return false;
    const std::string& before = tree.word(id - 1).form;
    return before == "the" || before == "The" || before == "this" || before == "This" || before == "that";
  }

  /// Only what was called by the same kind before: المحافظة after محافظة إدلب.
  std::optional<int> last_place(int s, const NounMatch& noun, const Kind& kind) const {
    return last_before(s, noun, [&](const Found& found) {
      const EntityType type = draft_.actor(found.actor).type;
      if (type != EntityType::kGpe && type != EntityType::kLocation && type != EntityType::kFacility) return false;
      if (found.rule == kDemonymRule || found.last == found.first) return false;
      const auto& tree = draft_.sentence(found.sentence);
      return is_called(tree.word(tree.lang == "en" ? found.last : found.first).form, kind);
    });
  }

  /// `المدينة` right after a town's name: a place below its country, in this sentence or the one before.
  std::optional<int> near_place(int s, const NounMatch& noun) const {
    return last_before(s, noun, [&](const Found& found) {
      const Actor& actor = draft_.actor(found.actor);
      if (found.sentence < s - 1 || actor.type != EntityType::kGpe || found.rule == kDemonymRule) return false;
      return actor.entry < 0 || !draft_.lexicon.entry(actor.entry).is_country;
    });
  }

  /// The word is one of the kind's forms.
  [[nodiscard]] bool is_called(const std::string& form, const Kind& kind) const {
    const NameIndex& index = draft_.lexicon.index();
    const auto atoms = fold_atoms(form);
    if (atoms.size() != 1) return false;
    const std::uint32_t atom = index.atom_id(atoms.front().text);
    const NameIndex::Node node = atom == NameIndex::kNone ? NameIndex::kNone : index.next(NameIndex::kRoot, atom);
    if (node == NameIndex::kNone) return false;
    const auto& senses = index.senses(node);
    return std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
      return sense.kind == Sense::Kind::kKind && draft_.lexicon.kinds()[sense.index].slug == kind.slug;
    });
  }

  /// `الحكومة`: the country that was last said to have one, else the document's.
  std::optional<int> state_before(int s, const NounMatch& noun) {
    const auto last = last_before(s, noun, [&](const Found& found) {
      const Actor& actor = draft_.actor(found.actor);
      return found.rule == "compose" && actor.entry >= 0 && draft_.lexicon.entry(actor.entry).is_country;
    });
    if (last) return last;
    if (country_) return draft_.intern_entry(*country_);
    return std::nullopt;
  }

  /// `الأتراك`, `Israelis` as nouns of their own.
  void name_peoples(int s) {
    const auto& tree = draft_.sentence(s);
    const auto& kinds = draft_.lexicon.kinds();
    const auto nationals = std::find_if(kinds.begin(), kinds.end(), [](const Kind& kind) { return kind.slug == "nationals"; });
    if (nationals == kinds.end()) return;
    for (const int i : draft_.found_in[static_cast<std::size_t>(s)]) {
      const Found found = draft_.mention(i);
      if (!found.is_people) continue;
      const conllu::Word& word = tree.word(found.head);
      if ((word.upos != "NOUN" && word.upos != "PROPN") || conllu::base_deprel(word.deprel) == "amod") continue;
      Found people = found;
      people.actor = compose(draft_, *nationals, found.actor);
      people.rule = "people";
      people.is_people = false;
      people.is_alias = true;
      if (people.actor >= 0) draft_.found[static_cast<std::size_t>(i)] = people;
    }
  }

  Draft& draft_;
  std::optional<int> country_;
  /// How far `by_kind_` has read `draft_.found`.
  std::size_t seen_ = 0;
  std::map<std::string, std::vector<int>> by_kind_;
};

}  // namespace

void resolve_descriptions(Draft& draft) { Describer(draft).describe_all(); }

}  // namespace isnad::who
