#include <algorithm>
#include <set>
#include <unordered_map>

#include "extract/text/name_key.h"
#include "extract/text/utf8.h"
#include "extract/who/draft.h"
#include "extract/who/edit_distance.h"
#include "extract/who/name_runs.h"
#include "extract/who/recognised_names.h"

namespace isnad::who {

namespace {

/// All runs of the document with one name.
struct Group {
  std::string key;
  std::string form;
  std::vector<std::string> atoms;
  std::vector<std::size_t> runs;
  TypeEvidence evidence{};
  int actor = -1;
  /// It is a part of another person's name.
  bool is_part = false;
};

/// Somebody whom a part of a name may mean.
struct Person {
  int actor = -1;
  std::vector<std::string> atoms;
  /// (sentence, word) of the first mention.
  std::pair<int, int> at;
};

/// Given names and particles are too common to stand for one person, but for a name's last word.
bool stands_for(const Draft& draft, const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  if (part.size() >= whole.size()) return false;
  const auto found = std::search(whole.begin(), whole.end(), part.begin(), part.end());
  if (found == whole.end()) return false;
  if (found + static_cast<std::ptrdiff_t>(part.size()) == whole.end()) return true;
  return std::none_of(part.begin(), part.end(), [&](const std::string& atom) { return draft.lexicon.is_given_name(atom); });
}

class NameGrouper {
 public:
  explicit NameGrouper(Draft& draft) : draft_(draft), runs_(find_name_runs(draft)) {}

  void run() {
    group();
    join_variants();
    weigh_surnames();
    gather_people();
    for (Group& group : groups_) resolve_part(group);
    for (Group& group : groups_) add_mentions(group);
    find_untagged_parts();
  }

 private:
  void group() {
    std::unordered_map<std::string, std::size_t> by_key;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const NameRun& run = runs_[i];
      std::string form = surface(draft_, run.sentence, run.first, run.last);
      std::string key = text::name_key(form);
      if (key.empty()) continue;
      const auto [at, added] = by_key.try_emplace(key, groups_.size());
      if (added) groups_.push_back({std::move(key), std::move(form), run.atoms, {}, {}, -1, false});
      Group& group = groups_[at->second];
      group.runs.push_back(i);
      const TypeEvidence evidence = type_evidence(draft_, run);
      for (std::size_t t = 0; t < evidence.size(); ++t) group.evidence[t] += evidence[t];
    }
  }

  /// One letter more, less or other in a long name: the same name, as its most frequent (else first) form.
  void join_variants() {
    // Names one letter apart are equal once the right letter is taken out of each.
    std::unordered_map<std::string, std::vector<std::size_t>> by_rest;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      std::set<std::size_t> near;
      for (std::string& rest : with_one_letter_less(groups_[i].key)) {
        auto& same = by_rest[std::move(rest)];
        near.insert(same.begin(), same.end());
        if (same.empty() || same.back() != i) same.push_back(i);
      }
      // A doubled letter finds the name itself.
      near.erase(i);
      for (const std::size_t k : near) join_variant(groups_[k], groups_[i]);
    }
  }

  static std::vector<std::string> with_one_letter_less(const std::string& key) {
    std::vector<std::string> rests = {key};
    for (std::size_t at = 0; at < key.size();) {
      const std::size_t start = at;
      (void)text::next_code_point(key, at);
      rests.push_back(key.substr(0, start) + key.substr(at));
    }
    return rests;
  }

  static void join_variant(Group& first, Group& later) {
    if (first.runs.empty() || later.runs.empty() || first.atoms.size() != later.atoms.size()) return;
    if (!is_spelling_variant(first.key, later.key, 5) || best_type(first.evidence) != best_type(later.evidence)) return;
    Group& into = later.runs.size() > first.runs.size() ? later : first;
    Group& from = &into == &later ? first : later;
    into.runs.insert(into.runs.end(), from.runs.begin(), from.runs.end());
    std::sort(into.runs.begin(), into.runs.end());
    for (std::size_t t = 0; t < into.evidence.size(); ++t) into.evidence[t] += from.evidence[t];
    from.runs.clear();
  }

  /// Who is called by the last part of his name elsewhere is a person.
  void weigh_surnames() {
    std::set<std::string> single;
    for (const Group& group : groups_) {
      if (!group.runs.empty() && group.atoms.size() == 1) single.insert(group.atoms.front());
    }
    for (Group& whole : groups_) {
      if (whole.runs.empty() || whole.atoms.size() < 2 || whole.atoms.size() > 4 || !single.contains(whole.atoms.back()))
        continue;
      whole.evidence[static_cast<std::size_t>(EntityType::kPerson)] += 1.5F;
    }
  }

  void gather_people() {
    std::set<int> known;
    for (const Found& found : draft_.found) {
      const Actor& actor = draft_.actor(found.actor);
      if (!found.is_name || actor.type != EntityType::kPerson || !known.insert(found.actor).second) continue;
      const std::string form = surface(draft_, found.sentence, found.first, found.last);
      Person person{found.actor, {}, {found.sentence, found.first}};
      for (const Atom& atom : fold_atoms(is_arabic(form) ? actor.name_ar : actor.name_en)) person.atoms.push_back(atom.text);
      people_.push_back(std::move(person));
    }
    for (Group& group : groups_) {
      if (group.runs.empty() || group.atoms.size() < 2 || best_type(group.evidence) != EntityType::kPerson) continue;
      group.actor = make_actor(group);
      const NameRun& run = runs_[group.runs.front()];
      people_.push_back({group.actor, group.atoms, {run.sentence, run.first}});
    }
    std::stable_sort(people_.begin(), people_.end(), [](const Person& a, const Person& b) { return a.at < b.at; });
    for (std::size_t i = 0; i < people_.size(); ++i) {
      for (const std::string& atom : people_[i].atoms) {
        auto& bearers = by_atom_[atom];
        if (bearers.empty() || bearers.back() != i) bearers.push_back(i);
      }
    }
  }

  /// The last person so named before the part, else the first after it.
  void resolve_part(Group& group) {
    if (group.runs.empty() || group.atoms.size() > 2) return;
    const EntityType type = best_type(group.evidence);
    const float other = group.evidence[static_cast<std::size_t>(type)];
    if (type != EntityType::kPerson && type != EntityType::kMisc && other >= 3) return;
    const NameRun& run = runs_[group.runs.front()];
    const std::pair<int, int> here{run.sentence, run.first};
    const Person* best = nullptr;
    const auto bearers = by_atom_.find(group.atoms.front());
    if (bearers == by_atom_.end()) return;
    for (const std::size_t i : bearers->second) {
      const Person& person = people_[i];
      if (person.actor == group.actor || !stands_for(draft_, group.atoms, person.atoms)) continue;
      if (best != nullptr && best->actor != person.actor && person.at > here) break;
      best = &person;
    }
    if (best == nullptr) return;
    group.actor = best->actor;
    group.is_part = true;
  }

  int make_actor(const Group& group) {
    Actor actor;
    actor.type = best_type(group.evidence);
    actor.key = "name:" + std::string(to_string(actor.type)) + ":" + group.key;
    (is_arabic(group.form) ? actor.name_ar : actor.name_en) = group.form;
    return draft_.intern(std::move(actor));
  }

  /// `recognised PER`, `recognised PER (barely)`: the type that the recogniser gives the words, and how far it beats all other readings. In
  /// steps, so that receipts of many mentions stay one.
  [[nodiscard]] std::string recognised_evidence(const NameRun& run) const {
    const names::NameSpan* name = recognised_at(draft_, run);
    if (name == nullptr) return {};
    const char* how = name->margin < 100 ? " (barely)" : name->margin < 300 ? " (probably)" : "";
    return "recognised " + std::string(to_string(name->type)) + how;
  }

  void add_mentions(Group& group) {
    if (group.runs.empty()) return;
    if (group.actor < 0) group.actor = make_actor(group);
    for (const std::size_t i : group.runs) {
      const NameRun& run = runs_[i];
      Found found;
      found.sentence = run.sentence;
      found.first = run.first;
      found.last = run.last;
      found.head = tree_head(draft_.sentence(run.sentence), run.first, run.last, run.first);
      found.actor = group.actor;
      found.rule = group.is_part ? "part" : "name";
      found.evidence = recognised_evidence(run);
      found.is_name = true;
      found.is_alias = true;
      const int mention = draft_.add(found);
      for (int id = run.first; id <= run.last; ++id) {
        int& at = draft_.name_at[static_cast<std::size_t>(run.sentence)][static_cast<std::size_t>(id)];
        if (at < 0) at = mention;
      }
    }
  }

  /// A surname of the document that the tagger took for an ordinary word elsewhere: البحيري after جلال البحيري.
  void find_untagged_parts() {
    constexpr std::size_t kFourLetters = 8;
    std::unordered_map<std::string, int> surnames;
    for (const Group& group : groups_) {
      if (group.runs.empty() || group.actor < 0 || group.atoms.size() < 2 ||
          draft_.actor(group.actor).type != EntityType::kPerson)
        continue;
      const std::string& last = group.atoms.back();
      if (!is_arabic(last) || last.size() < kFourLetters || draft_.lexicon.is_given_name(last)) continue;
      const auto [at, added] = surnames.try_emplace(last, group.actor);
      if (!added && at->second != group.actor) at->second = -1;
    }
    if (surnames.empty()) return;
    for (int s = 0; s < static_cast<int>(draft_.sentences.size()); ++s) {
      const auto& tree = draft_.sentence(s);
      for (int id = 1; id <= tree.size(); ++id) {
        const std::string& upos = tree.word(id).upos;
        if (upos != "NOUN" && upos != "ADJ" && upos != "X") continue;
        int& at = draft_.name_at[static_cast<std::size_t>(s)][static_cast<std::size_t>(id)];
        const auto atoms = fold_atoms(tree.word(id).form);
        if (at >= 0 || atoms.size() != 1 || noun_ending_at(draft_, s, id) != nullptr) continue;
        const auto known = surnames.find(atoms.front().text);
        if (known == surnames.end() || known->second < 0) continue;
        Found found;
        found.sentence = s;
        found.first = id;
        found.last = id;
        found.head = id;
        found.actor = known->second;
        found.rule = "part";
        found.is_name = true;
        found.is_alias = true;
        at = draft_.add(found);
      }
    }
  }

  Draft& draft_;
  std::vector<NameRun> runs_;
  std::vector<Group> groups_;
  /// In the order of their first mentions.
  std::vector<Person> people_;
  /// Part of a name to indexes into `people_`, ascending.
  std::unordered_map<std::string, std::vector<std::size_t>> by_atom_;
};

}  // namespace

void find_unknown_names(Draft& draft) { NameGrouper(draft).run(); }

}  // namespace isnad::who
