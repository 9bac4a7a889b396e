#include <algorithm>

#include "extract/text/name_key.h"
#include "extract/who/composites.h"
#include "extract/who/draft.h"

namespace isnad::who {

namespace {

/// Where a noun's target stands, and whom it means.
struct Target {
  int actor = -1;
  int first = 0;
  int last = 0;
  bool by_adjective = false;
};

/// `protesters in Egypt` are Egypt's; forces in Syria are not Syria's.
bool links(const std::string& form, const Kind& kind) {
  return form == "of" ||
         (form == "in" && kind.kind_class == KindClass::kOrg && !kind.slug.ends_with("force") && !kind.slug.ends_with("forces"));
}

class Composer {
 public:
  Composer(Draft& draft, int sentence) : draft_(draft), s_(sentence), tree_(draft.sentence(sentence)) {}

  void compose_all() {
    auto& nouns = draft_.nouns[static_cast<std::size_t>(s_)];
    if (tree_.lang == "en") {
      for (NounMatch& noun : nouns) {
        if (!draft_.is_kind(noun, KindClass::kPart)) compose_noun(noun);
      }
      for (auto noun = nouns.rbegin(); noun != nouns.rend(); ++noun) {
        if (draft_.is_kind(*noun, KindClass::kPart)) compose_noun(*noun);
      }
    } else {
      // From the right, so that the inner actor of قوات النظام السوري is there first.
      compose_twins();
      for (auto noun = nouns.rbegin(); noun != nouns.rend(); ++noun) compose_noun(*noun);
    }
  }

 private:
  [[nodiscard]] int name_at(int id) const {
    return id < 1 || id > tree_.size() ? -1 : draft_.name_at[static_cast<std::size_t>(s_)][static_cast<std::size_t>(id)];
  }

  void compose_noun(NounMatch& noun) {
    if (noun.sense.kind != Sense::Kind::kKind || noun.mention >= 0) return;
    const Kind& kind = draft_.kind(noun);
    if (kind.kind_class == KindClass::kTitle) return;
    if (tree_.lang != "en" && kind.kind_class == KindClass::kHead && kind.type == EntityType::kOrganisation &&
        add_institution(noun, kind))
      return;
    const Target target = tree_.lang == "en" ? english_target(noun, kind) : arabic_target(noun, kind);
    if (target.actor < 0) return;
    if (kind.kind_class == KindClass::kHead) {
      if (!target.by_adjective) add_headed(noun, kind, target);
      return;
    }
    // المحافظة السورية is one of Syria's, not Syria.
    if (kind.kind_class == KindClass::kPlace && target.by_adjective) return;
    // قواته الجوية: the adjective stands behind the owner.
    const Kind* full = &kind;
    if (tree_.lang != "en" && noun.first + 2 <= tree_.size() && tree_.word(noun.first + 1).upos == "PRON" &&
        tree_.word(noun.first + 2).upos == "ADJ") {
      const Kind* with_adjective = kind_named("ال" + tree_.word(noun.first).form + " " + tree_.word(noun.first + 2).form);
      if (with_adjective != nullptr) full = with_adjective;
    }
    const int actor = compose(draft_, *full, target.actor);
    if (actor < 0) return;
    noun.target = target.actor;
    noun.mention = draft_.add(mention_of(noun, target, actor, "compose"));
  }

  [[nodiscard]] Found mention_of(const NounMatch& noun, const Target& target, int actor, std::string_view rule) const {
    Found found;
    found.sentence = s_;
    found.first = std::min(noun.first, target.first);
    found.last = std::max(noun.last, target.last);
    found.head = tree_.lang == "en" ? noun.last : noun.first;
    found.actor = actor;
    found.rule = rule;
    // جيشها is hers only where it stands.
    found.is_alias = !(target.last > 0 && tree_.word(target.last).upos == "PRON");
    return found;
  }

  /// `المركز الوطني الأميركي للأعاصير`, `المجلس الأعلى للقضاء`: an institution whose name is all ordinary words. It takes the
  /// article, an adjective that only institutions have or a country's, and what it is for.
  bool add_institution(NounMatch& noun, const Kind& kind) {
    if (!tree_.word(noun.first).form.starts_with("ال")) return false;
    int last = noun.last;
    int country = -1;
    bool official = false;
    while (last < tree_.size() && last < noun.last + 4) {
      const conllu::Word& next = tree_.word(last + 1);
      const int demonym = draft_.demonym_at(s_, last + 1);
      const bool known = is_official(next.form);
      if (demonym < 0 && !known && next.upos != "ADJ") break;
      if (demonym < 0 && !known && !next.form.starts_with("ال")) break;
      if (demonym >= 0 && country < 0) country = draft_.actor(draft_.mention(demonym).actor).country;
      official = official || known;
      ++last;
    }
    const int described = last;
    if (last + 2 <= tree_.size() && tree_.word(last + 1).form == "ل" && tree_.word(last + 2).upos == "NOUN") {
      last += 2;
      while (last < tree_.size() && last < described + 4 && name_at(last + 1) < 0 &&
             (tree_.word(last + 1).upos == "ADJ" ||
              (tree_.word(last + 1).upos == "NOUN" && !tree_.word(last).form.starts_with("ال"))) &&
             tree_.word(last + 1).form.starts_with("ال")) {
        ++last;
      }
    }
    if (!official && (country < 0 || last == described)) return false;
    if (described == noun.last) return false;
    const std::string form = surface(draft_, s_, noun.first, last);
    Actor actor;
    actor.type = kind.type;
    actor.key = "name:" + std::string(to_string(kind.type)) + ":" + text::name_key(form);
    actor.name_ar = form;
    actor.country = country;
    noun.mention = draft_.add(mention_of(noun, {-1, noun.first, last, false}, draft_.intern(std::move(actor)), "name"));
    return true;
  }

  static bool is_official(const std::string& form) {
    for (const std::string_view word : {"الوطني", "الوطنية", "الأعلى", "العليا", "المركزي", "المركزية", "الاتحادي", "الاتحادية",
                                        "الفيدرالي", "الفيدرالية", "القومي", "القومية"}) {
      if (form == word) return true;
    }
    return false;
  }

  /// `مطار حلب الدولي`, `Aleppo University`: a name of its own.
  void add_headed(NounMatch& noun, const Kind& kind, Target target) {
    const EntityType inner = draft_.actor(target.actor).type;
    // صحيفة الغارديان is the Guardian.
    if (inner == EntityType::kOrganisation &&
        (kind.slug == "company" || kind.slug == "newspaper" || kind.slug == "agency" || kind.slug == "club")) {
      noun.target = target.actor;
      noun.mention = draft_.add(mention_of(noun, target, target.actor, "compose"));
      return;
    }
    // اتفاق الرياض has a name, اتفاق ترامب an owner.
    if ((kind.type == EntityType::kMisc || kind.type == EntityType::kEvent) && inner != EntityType::kGpe &&
        inner != EntityType::kLocation)
      return;
    if (tree_.lang != "en") {
      while (target.last < tree_.size() && tree_.word(target.last + 1).upos == "ADJ" && name_at(target.last + 1) < 0 &&
             tree_.word(target.last + 1).form.starts_with("ال")) {
        ++target.last;
      }
    } else if (!is_capital(noun.last)) {
      return;
    }
    const int first = std::min(noun.first, target.first);
    const int last = std::max(noun.last, target.last);
    Actor actor;
    actor.type = kind.type;
    const std::string form = surface(draft_, s_, first, last);
    actor.key = "name:" + std::string(to_string(kind.type)) + ":" + text::name_key(form);
    (tree_.lang == "en" ? actor.name_en : actor.name_ar) = form;
    actor.country = draft_.actor(target.actor).country;
    Found found = mention_of(noun, target, draft_.intern(std::move(actor)), "name");
    found.head = tree_.lang == "en" ? noun.last : noun.first;
    noun.target = target.actor;
    noun.mention = draft_.add(found);
  }

  [[nodiscard]] bool is_capital(int id) const {
    const auto atoms = fold_atoms(tree_.word(id).form);
    return !atoms.empty() && atoms.front().upper;
  }

  /// وزارتا الخارجية والدفاع الروسيتان, وزارتا الخارجية والدفاع في روسيا: two ministries with one noun.
  void compose_twins() {
    for (int id = 1; id + 3 <= tree_.size(); ++id) {
      const std::string& form = tree_.word(id).form;
      if ((form != "وزارتا" && form != "وزارتي") || tree_.word(id + 2).form != "و") continue;
      NounMatch noun{id, id + 3, {}, -1, -1};
      const Target target = arabic_target(noun, draft_.lexicon.kinds().front(), true);
      if (target.actor < 0) continue;
      for (const int part : {id + 1, id + 3}) {
        const Kind* kind = kind_named("وزارة " + tree_.word(part).form);
        const int actor = kind == nullptr ? -1 : compose(draft_, *kind, target.actor);
        if (actor < 0) continue;
        Found found = mention_of(noun, target, actor, "compose");
        found.first = part == id + 1 ? id : part;
        found.last = part == id + 1 ? part : target.last;
        found.head = found.first;
        draft_.add(found);
      }
    }
  }

  [[nodiscard]] const Kind* kind_named(const std::string& words) const {
    const NameIndex& index = draft_.lexicon.index();
    NameIndex::Node node = NameIndex::kRoot;
    for (const Atom& atom : fold_atoms(words)) {
      const std::uint32_t id = index.atom_id(atom.text);
      node = id == NameIndex::kNone ? NameIndex::kNone : index.next(node, id);
      if (node == NameIndex::kNone) return nullptr;
    }
    for (const Sense& sense : index.senses(node)) {
      if (sense.kind == Sense::Kind::kKind) return &draft_.lexicon.kinds()[sense.index];
    }
    return nullptr;
  }

  [[nodiscard]] Target arabic_target(const NounMatch& noun, const Kind& kind, bool may_be_in = false) {
    int at = noun.last + 1;
    // The name right after the noun, or the noun's own adjectives and then the country's.
    while (at <= tree_.size() && is_light_punctuation(tree_.word(at).form) && tree_.word(at).form != "-") ++at;
    // With the article only what stands beside a place's name can go on so: العاصمة بغداد.
    const bool may_govern = !tree_.word(noun.first).form.starts_with("ال") || kind.kind_class == KindClass::kPlace ||
                            kind.kind_class == KindClass::kCapital || noun.last > noun.first;
    if (const int inner = draft_.starting_at(s_, at); inner >= 0 && may_govern) {
      return {draft_.mention(inner).actor, at, draft_.mention(inner).last, false};
    }
    at = noun.last + 1;
    for (int skipped = 0; at <= tree_.size() && skipped < 3; ++skipped, ++at) {
      if (const int country = draft_.demonym_at(s_, at); country >= 0) {
        // A people that follows in construct is a target too: قوات الأتراك reads the same.
        return {draft_.mention(country).actor, at, draft_.mention(country).last, true};
      }
      if (tree_.word(at).upos != "ADJ") break;
    }
    if (kind.kind_class == KindClass::kOrg) {
      if (const Target owner = owner_of(noun); owner.actor >= 0) return owner;
    }
    // وزارة الدفاع في روسيا
    at = noun.last + 1;
    may_be_in = may_be_in || (kind.kind_class == KindClass::kOrg && kind.slug != "armed-forces");
    if (may_be_in && at < tree_.size() && (tree_.word(at).form == "في" || tree_.word(at).form == "ب")) {
      const int inner = draft_.starting_at(s_, at + 1);
      if (inner >= 0 && state_of(draft_, draft_.mention(inner).actor) >= 0) {
        return {draft_.mention(inner).actor, at, draft_.mention(inner).last, false};
      }
    }
    return {};
  }

  /// `قواته الجوية`, `جيشها`: whose pronoun it is, when the sentence has spoken of one state's side before.
  [[nodiscard]] Target owner_of(const NounMatch& noun) {
    const int pronoun = noun.first + 1;
    if (pronoun > tree_.size() || tree_.word(pronoun).upos != "PRON" || tree_.word(pronoun).head != noun.first) return {};
    int owner = -1;
    int at = 0;
    bool is_subject = false;
    for (const int i : draft_.found_in[static_cast<std::size_t>(s_)]) {
      const Found& found = draft_.mention(i);
      if (found.last >= noun.first || found.rule == kDemonymRule) continue;
      // A pronoun looks back to the subject first, then to whoever was named last.
      const bool subject = conllu::base_deprel(tree_.word(found.head).deprel) == "nsubj";
      if (subject < is_subject || (subject == is_subject && found.first < at)) continue;
      if (found.first > 1 && tree_.word(found.first - 1).upos == "ADP") continue;
      const Actor& actor = draft_.actor(found.actor);
      const int state = state_of(draft_, found.actor);
      const int side = state >= 0 ? state : actor.type == EntityType::kOrganisation && !actor.kind.empty() ? actor.country : -1;
      if (side < 0) continue;
      owner = side;
      at = found.first;
      is_subject = subject;
    }
    if (owner < 0) return {};
    return {draft_.intern_entry(owner), noun.first, std::max(noun.last, pronoun), false};
  }

  [[nodiscard]] Target english_target(const NounMatch& noun, const Kind& kind) const {
    if (kind.kind_class == KindClass::kPart) {
      int at = noun.last + 1;
      if (at <= tree_.size() && tree_.word(at).form == "of") ++at;
      if (at <= tree_.size() && tree_.word(at).form == "the") ++at;
      const int inner = draft_.starting_at(s_, at);
      if (inner < 0) return {};
      return {draft_.mention(inner).actor, at, draft_.mention(inner).last, false};
    }
    int at = noun.first - 1;
    if (at > 1 && (tree_.word(at).form == "'s" || tree_.word(at).form == "’s" || tree_.word(at).form == "'")) --at;
    for (int skipped = 0; at >= 1 && skipped < 3; ++skipped, --at) {
      if (const int country = draft_.demonym_at(s_, at); country >= 0) return {draft_.mention(country).actor, at, at, true};
      if (const int inner = draft_.ending_at(s_, at); inner >= 0) {
        return {draft_.mention(inner).actor, draft_.mention(inner).first, at, false};
      }
      const std::string& upos = tree_.word(at).upos;
      if (upos != "ADJ" && upos != "NOUN" && tree_.word(at).form != "-" && !(upos == "PROPN" && noun_ending_at(draft_, s_, at)))
        break;
    }
    at = noun.last + 1;
    if (at < tree_.size() && links(tree_.word(at).form, kind)) {
      ++at;
      if (tree_.word(at).form == "the" && at < tree_.size()) ++at;
      const int inner = draft_.starting_at(s_, at);
      if (inner >= 0) return {draft_.mention(inner).actor, at, draft_.mention(inner).last, false};
    }
    return {};
  }

  Draft& draft_;
  int s_;
  const conllu::Sentence& tree_;
};

}  // namespace

void compose_actors_of(Draft& draft, int sentence) { Composer(draft, sentence).compose_all(); }

void compose_actors(Draft& draft) {
  for (int s = 0; s < static_cast<int>(draft.sentences.size()); ++s) Composer(draft, s).compose_all();
}

}  // namespace isnad::who
