#include <algorithm>
#include <initializer_list>
#include <optional>

#include "extract/who/composites.h"
#include "extract/who/draft.h"
#include "extract/who/one_of.h"

namespace isnad::who {

namespace {

bool is_past_mark(const std::string& form) {
  return is_one_of(
      form, {"السابق", "السابقة", "الأسبق", "الراحل", "المخلوع", "سابق", "أسبق",   "former",   "Former",       "ex",   "Ex",
             "late",   "then",    "deputy", "Deputy", "vice",    "Vice", "acting", "outgoing", "ex-president", "next", "elect"});
}

/// A post as the text gives it: of whom, and how far the words go.
struct Title {
  const NounMatch* noun = nullptr;
  int sentence = 0;
  int first = 0;
  int last = 0;
  /// Index into `actors`; -1 when the text names none.
  int target = -1;
  bool is_past = false;
};

/// Who bore which post in this document.
struct Binding {
  std::uint32_t office = 0;
  /// Key of the target; empty when the title stood alone.
  std::string target;
  int actor = -1;
  std::pair<int, int> at;
};

class TitleResolver {
 public:
  explicit TitleResolver(Draft& draft) : draft_(draft) {}

  void resolve() {
    std::vector<Title> open;
    for (int s = 0; s < static_cast<int>(draft_.sentences.size()); ++s) {
      for (const NounMatch& noun : draft_.nouns[static_cast<std::size_t>(s)]) {
        if (!may_be_title(noun)) continue;
        const Title title = read(s, noun);
        if (!join_with_name(title) && noun.sense.kind == Sense::Kind::kOffice) open.push_back(title);
      }
    }
    for (const Title& title : open) resolve_open(title);
    for (int s = 0; s < static_cast<int>(draft_.sentences.size()); ++s) resolve_counterparts(s);
  }

 private:
  [[nodiscard]] bool may_be_title(const NounMatch& noun) const {
    if (noun.sense.kind == Sense::Kind::kOffice) return true;
    const Kind& kind = draft_.kind(noun);
    return kind.kind_class == KindClass::kTitle || (kind.kind_class == KindClass::kPeople && kind.type == EntityType::kPerson);
  }

  [[nodiscard]] Title read(int s, const NounMatch& noun) const {
    Title title{&noun, s, noun.first, noun.last, -1, false};
    if (draft_.sentence(s).lang == "en") {
      read_english(title);
    } else {
      read_arabic(title);
    }
    return title;
  }

  void read_arabic(Title& title) const {
    const auto& tree = draft_.sentence(title.sentence);
    int at = title.last + 1;
    if (at > tree.size()) return;
    // رئيس تركيا, المتحدث باسم الكرملين, الأمين العام للأمم المتحدة
    if (is_one_of(tree.word(at).form, {"ل", "لدى", "في", "ب", "من"}) && at < tree.size()) ++at;
    if (title.noun->sense.kind == Sense::Kind::kOffice) {
      const int inner = draft_.starting_at(title.sentence, at);
      if (inner >= 0 && draft_.actor(draft_.mention(inner).actor).type != EntityType::kPerson) {
        title.target = draft_.mention(inner).actor;
        title.last = draft_.mention(inner).last;
      }
    }
    // مبعوث الأمم المتحدة إلى سوريا is Syria's envoy: where he is sent tells one from another.
    if (is_envoy(title)) follow_errand(title, {"إلى", "الى", "ل", "في"});
    for (at = title.last + 1; at <= tree.size() && at <= title.noun->last + 6; ++at) {
      const int country = draft_.demonym_at(title.sentence, at);
      // الرئيس التركي الكرملين, الوزير خلوصي أكار: a name that the tagger took for an adjective is no part of the title.
      if (country < 0 && draft_.starting_at(title.sentence, at) >= 0) break;
      if (country < 0 && tree.word(at).upos != "ADJ" && !is_past_mark(tree.word(at).form)) break;
      if (country >= 0 && title.target < 0) title.target = draft_.mention(country).actor;
      title.is_past = title.is_past || is_past_mark(tree.word(at).form);
      title.last = at;
    }
  }

  void read_english(Title& title) const {
    const auto& tree = draft_.sentence(title.sentence);
    int at = title.first - 1;
    while (at >= 1 && (tree.word(at).upos == "ADJ" || tree.word(at).form == "-" || is_past_mark(tree.word(at).form)) &&
           draft_.demonym_at(title.sentence, at) < 0) {
      title.is_past = title.is_past || is_past_mark(tree.word(at).form);
      --at;
    }
    const bool owned = at >= 1 && is_one_of(tree.word(at).form, {"'s", "’s", "'"});
    if (owned) --at;
    if (at >= 1) {
      int left = draft_.demonym_at(title.sentence, at);
      if (left < 0) left = draft_.ending_at(title.sentence, at);
      // `London King` is no king of London; `Kremlin spokesman` and `Turkey's president` are who they seem.
      const bool is_place = left >= 0 && draft_.actor(draft_.mention(left).actor).type == EntityType::kGpe &&
                            draft_.mention(left).rule != kDemonymRule && !owned && !is_country(draft_.mention(left).actor);
      if (left >= 0 && !is_place && draft_.actor(draft_.mention(left).actor).type != EntityType::kPerson) {
        title.target = draft_.mention(left).actor;
        title.first = draft_.mention(left).first;
        if (title.first > 1) title.is_past = title.is_past || is_past_mark(tree.word(title.first - 1).form);
      }
    }
    at = title.last + 1;
    if (title.target < 0 && at < tree.size() && (tree.word(at).form == "of" || tree.word(at).form == "for")) {
      ++at;
      if (tree.word(at).form == "the" && at < tree.size()) ++at;
      const int right = draft_.starting_at(title.sentence, at);
      if (right >= 0 && draft_.actor(draft_.mention(right).actor).type != EntityType::kPerson) {
        title.target = draft_.mention(right).actor;
        title.last = draft_.mention(right).last;
      }
    }
    if (is_envoy(title)) follow_errand(title, {"to", "for", "on"});
  }

  [[nodiscard]] bool is_envoy(const Title& title) const {
    return title.noun->sense.kind == Sense::Kind::kOffice && draft_.lexicon.offices()[title.noun->sense.index].slug == "envoy";
  }

  void follow_errand(Title& title, std::initializer_list<std::string_view> prepositions) const {
    const auto& tree = draft_.sentence(title.sentence);
    int at = title.last + 1;
    while (at <= tree.size() && tree.word(at).upos == "ADJ" && draft_.demonym_at(title.sentence, at) < 0) ++at;
    if (at >= tree.size() || !is_one_of(tree.word(at).form, prepositions)) return;
    const int place = draft_.starting_at(title.sentence, at + 1);
    if (place < 0 || !is_country(draft_.mention(place).actor)) return;
    title.target = draft_.mention(place).actor;
    title.last = draft_.mention(place).last;
  }

  [[nodiscard]] bool is_country(int actor) const {
    const int entry = draft_.actor(actor).entry;
    return entry >= 0 && draft_.lexicon.entry(entry).is_country;
  }

  [[nodiscard]] std::string target_key(const Title& title) const {
    if (title.target < 0) return "";
    const int state = state_of(draft_, title.target);
    return state >= 0 ? draft_.lexicon.entry(state).key : draft_.actor(title.target).key;
  }

  /// `الرئيس التركي أردوغان`: the title and the name are one.
  bool join_with_name(const Title& title) {
    const auto& tree = draft_.sentence(title.sentence);
    int at = title.last + 1;
    // وزير الخارجية البريطاني، جيريمي هانت: a comma may part them when the post is said in full.
    const bool full = title.target >= 0 || title.noun->last > title.noun->first;
    while (at <= tree.size() && (is_light_punctuation(tree.word(at).form) || (full && is_one_of(tree.word(at).form, {"،", ","}))))
      ++at;
    if (at > tree.size()) return false;
    int name = draft_.starting_at(title.sentence, at);
    if (name < 0) {
      // Titles stand in chains: وزير الدفاع اللواء فلان.
      if (const auto* next = noun_starting_at(draft_, title.sentence, at);
          next != nullptr && draft_.is_kind(*next, KindClass::kTitle)) {
        name = draft_.starting_at(title.sentence, next->last + 1);
      }
    }
    if (name < 0 || draft_.actor(draft_.mention(name).actor).type != EntityType::kPerson || !draft_.mention(name).is_name)
      return false;
    const Found known = draft_.mention(name);
    Found found;
    found.sentence = title.sentence;
    found.first = title.first;
    found.last = known.last;
    found.head = tree.lang == "en" ? tree_head(tree, title.noun->first, known.last, known.head) : title.noun->first;
    found.actor = known.actor;
    found.rule = "title";
    found.is_alias = true;
    draft_.add(found);
    if (title.noun->sense.kind == Sense::Kind::kOffice && !title.is_past) {
      bindings_.push_back({title.noun->sense.index, target_key(title), known.actor, {title.sentence, title.first}});
    }
    return true;
  }

  void resolve_open(const Title& title) {
    const bool definite = is_definite(title);
    std::optional<int> actor;
    const std::string target = target_key(title);
    if (!title.is_past) {
      if (title.target >= 0) {
        actor = of_target(title, target);
      } else if (definite) {
        actor = last_bearer(title);
      }
    }
    if (!actor && title.target >= 0 && !title.is_past) actor = office_actor(title, target);
    if (!actor) return;
    Found found;
    found.sentence = title.sentence;
    found.first = title.first;
    found.last = title.last;
    found.head = draft_.sentence(title.sentence).lang == "en" ? title.noun->last : title.noun->first;
    found.actor = *actor;
    found.rule = title.target >= 0 ? "office" : "description";
    if (const int entry = draft_.actor(*actor).entry; entry >= 0 && title.target >= 0) {
      found.evidence = draft_.lexicon.term_source(entry, title.noun->sense.index, target, draft_.document.published);
    }
    found.is_alias = title.target >= 0;
    draft_.add(found);
    if (title.target >= 0) bindings_.push_back({title.noun->sense.index, target, *actor, {title.sentence, title.first}});
  }

  [[nodiscard]] bool is_definite(const Title& title) const {
    const auto& tree = draft_.sentence(title.sentence);
    if (tree.lang != "en") return tree.word(title.noun->first).form.starts_with("ال") || title.noun->last > title.noun->first;
    if (title.first > 1 && is_one_of(tree.word(title.first - 1).form, {"the", "The"})) return true;
    const auto atoms = fold_atoms(tree.word(title.noun->first).form);
    return title.noun->first > 1 && !atoms.empty() && atoms.front().upper;
  }

  /// Who the document says holds it, else who held it on its date, else the one person of the document who ever did.
  std::optional<int> of_target(const Title& title, const std::string& target) {
    for (auto it = bindings_.rbegin(); it != bindings_.rend(); ++it) {
      if (it->office == title.noun->sense.index && it->target == target) return it->actor;
    }
    if (const auto holder = draft_.lexicon.holder(title.noun->sense.index, target, draft_.document.published)) {
      return draft_.intern_entry(*holder);
    }
    if (const auto leader = leader_of(title, target)) return leader;
    std::optional<int> only;
    for (std::size_t i = 0; i < draft_.actors.size(); ++i) {
      const int entry = draft_.actors[i].entry;
      if (entry < 0 || draft_.actors[i].type != EntityType::kPerson) continue;
      if (!draft_.lexicon.ever_held(entry, title.noun->sense.index, target)) continue;
      if (only) return std::nullopt;
      only = static_cast<int>(i);
    }
    return only;
  }

  /// `the Turkish leader`: whoever holds the one leading post that the tables know there.
  std::optional<int> leader_of(const Title& title, const std::string& target) {
    if (draft_.lexicon.offices()[title.noun->sense.index].slug != "leader") return std::nullopt;
    std::optional<int> leader;
    for (std::uint32_t i = 0; i < draft_.lexicon.offices().size(); ++i) {
      if (!is_one_of(draft_.lexicon.offices()[i].slug, {"president", "prime-minister", "chancellor", "king", "emir", "sultan"}))
        continue;
      const auto holder = draft_.lexicon.holder(i, target, draft_.document.published);
      if (!holder) continue;
      if (leader && *leader != *holder) return std::nullopt;
      leader = holder;
    }
    if (!leader) return std::nullopt;
    return draft_.intern_entry(*leader);
  }

  /// `الرئيس` alone: who was last called that here, else the last person named before who holds such a post.
  std::optional<int> last_bearer(const Title& title) const {
    const std::pair<int, int> here{title.sentence, title.first};
    std::optional<int> bearer;
    std::pair<int, int> best{-1, -1};
    for (const Binding& binding : bindings_) {
      if (binding.office != title.noun->sense.index || binding.at >= here || binding.at < best) continue;
      best = binding.at;
      bearer = binding.actor;
    }
    if (bearer) return bearer;
    return last_person_before(here, [&](int actor) {
      const int entry = draft_.actor(actor).entry;
      return entry >= 0 && holds_now(entry, title.noun->sense.index);
    });
  }

  /// The person named last before the place whom `accept` takes.
  std::optional<int> last_person_before(std::pair<int, int> here, auto&& accept) const {
    for (int s = here.first; s >= 0 && s >= here.first - kReach; --s) {
      std::optional<int> last;
      int best = -1;
      for (const int i : draft_.found_in[static_cast<std::size_t>(s)]) {
        const Found& found = draft_.mention(i);
        if ((s == here.first && found.first >= here.second) || found.first < best) continue;
        if (draft_.actor(found.actor).type != EntityType::kPerson || !accept(found.actor)) continue;
        best = found.first;
        last = found.actor;
      }
      if (last) return last;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool holds_now(int person, std::uint32_t office) const {
    const std::string& date = draft_.document.published;
    return std::any_of(draft_.lexicon.terms().begin(), draft_.lexicon.terms().end(), [&](const OfficeTerm& term) {
      if (term.person != person || term.office != office) return false;
      return date.empty() || draft_.lexicon.holder(office, term.target, date) == person;
    });
  }

  /// `نظيره الأميركي`, `his Turkish counterpart`: who holds there what the last person named holds here.
  void resolve_counterparts(int s) {
    const auto& tree = draft_.sentence(s);
    for (int id = 1; id <= tree.size(); ++id) {
      const bool arabic = is_one_of(tree.word(id).form, {"نظير", "نظيرة", "نظيرت"});
      if (!arabic && tree.word(id).form != "counterpart") continue;
      int country = -1;
      if (arabic) {
        for (int k = id + 1; k <= tree.size() && k <= id + 2 && country < 0; ++k) country = draft_.demonym_at(s, k);
      } else if (id > 1) {
        country = draft_.demonym_at(s, id - 1);
      }
      if (country < 0) continue;
      const std::string target = draft_.actor(draft_.mention(country).actor).key;
      const auto holder = counterpart_of(s, id, target);
      if (!holder) continue;
      Found found;
      found.sentence = s;
      found.first = std::min(id, draft_.mention(country).first);
      found.last = std::max(id, draft_.mention(country).last);
      found.head = id;
      found.actor = *holder;
      found.rule = "counterpart";
      draft_.add(found);
    }
  }

  std::optional<int> counterpart_of(int s, int word, const std::string& target) {
    const auto last = last_person_before({s, word}, [](int) { return true; });
    if (!last) return std::nullopt;
    const int person = *last;
    const std::string& date = draft_.document.published;
    for (const Binding& binding : bindings_) {
      if (binding.actor != person) continue;
      if (const auto holder = draft_.lexicon.holder(binding.office, target, date)) return draft_.intern_entry(*holder);
    }
    const int entry = draft_.actor(person).entry;
    for (const OfficeTerm& term : draft_.lexicon.terms()) {
      if (term.person != entry || draft_.lexicon.holder(term.office, term.target, date) != entry) continue;
      if (const auto holder = draft_.lexicon.holder(term.office, target, date)) return draft_.intern_entry(*holder);
    }
    return std::nullopt;
  }

  int office_actor(const Title& title, const std::string& target_key) {
    const int state = state_of(draft_, title.target);
    const Actor target = draft_.actor(state >= 0 ? draft_.intern_entry(state) : title.target);
    const OfficeKind& office = draft_.lexicon.offices()[title.noun->sense.index];
    Actor actor;
    actor.type = EntityType::kPerson;
    actor.key = "office:" + office.slug + ":" +
                std::string(target_key.starts_with("name:") ? std::string_view(target_key).substr(5) : slug_of(target_key));
    actor.name_ar = compose_ar(draft_, office.template_ar, target);
    actor.name_en = compose_en(draft_, office.template_en, target);
    actor.country = target.country;
    actor.kind = office.slug;
    actor.from_lexicon = target.from_lexicon;
    return draft_.intern(std::move(actor));
  }

  Draft& draft_;
  std::vector<Binding> bindings_;
};

}  // namespace

void resolve_titles(Draft& draft) { TitleResolver(draft).resolve(); }

}  // namespace isnad::who
