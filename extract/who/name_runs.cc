#include "extract/who/name_runs.h"

#include <algorithm>
#include <unordered_set>

#include "extract/who/edit_distance.h"
#include "extract/who/one_of.h"
#include "extract/who/recognised_names.h"

namespace isnad::who {

namespace {

/// Words that only join the parts of a name.
bool is_particle(const std::string& form) {
  return is_one_of(
      form, {"بن", "ابن", "أبو", "ابو", "أبي", "ابي", "أبا", "أم",  "آل",  "عبد", "بنت", "ولد", "بو", "bin", "ibn", "bint", "al",
             "el", "de",  "da",  "di",  "del", "van", "von", "der", "den", "la",  "le",  "abu", "Al", "El",  "Abu", "Bin"});
}

/// `ألكسندر الثاني`
bool is_ordinal(const std::string& form) {
  return is_one_of(form, {"الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "عشر"});
}

bool is_title_case(const conllu::Sentence& sentence);

class RunFinder {
 public:
  RunFinder(Draft& draft, int sentence, const std::unordered_set<std::string>& small_words,
            const std::unordered_set<std::string>& sure_words)
      : draft_(draft),
        s_(sentence),
        tree_(draft.sentence(sentence)),
        small_words_(small_words),
        sure_words_(sure_words),
        is_headline_(tree_.lang == "en" && is_title_case(tree_)) {
    is_noun_.assign(tree_.words.size() + 2, false);
    for (const NounMatch& noun : draft.nouns[static_cast<std::size_t>(sentence)]) {
      // `Center` in `Violations Documentation Center` is part of the name.
      const bool may_end_name = draft.is_kind(noun, KindClass::kHead) || draft.is_kind(noun, KindClass::kMember) ||
                                draft.is_kind(noun, KindClass::kPlace);
      const bool part_of_name =
          may_end_name && tree_.lang == "en" && is_capital(noun.first) && noun.first > 1 && is_proper_after(noun.first - 1);
      for (int id = noun.first; id <= noun.last; ++id) is_noun_[static_cast<std::size_t>(id)] = !part_of_name;
    }
  }

  void find(std::vector<NameRun>& out) {
    for (int id = 1; id <= tree_.size();) {
      if (!can_start(id)) {
        ++id;
        continue;
      }
      int last = id;
      for (int next = id + 1; next <= tree_.size(); ++next) {
        if ((is_free(next) && (is_proper(next) || is_ordinal(tree_.word(next).form))) || takes_surname(next)) {
          last = next;
        } else if (!(is_free(next) && (is_particle(tree_.word(next).form) || tree_.word(next).form == "-"))) {
          break;
        }
      }
      int first = id;
      drop_demonyms(first, last);
      if (join_known(first, last) && is_worth_a_name(first, last)) out.push_back(make(first, last));
      id = last + 1;
    }
  }

 private:
  /// A proper name that no table knows stands there: `Orange` of `Orange County`.
  [[nodiscard]] bool is_proper_after(int id) const { return name_at(id) < 0 && tree_.word(id).upos == "PROPN" && is_capital(id); }

  [[nodiscard]] bool is_capital(int id) const {
    const auto atoms = fold_atoms(tree_.word(id).form);
    return !atoms.empty() && atoms.front().upper;
  }

  [[nodiscard]] int name_at(int id) const { return draft_.name_at[static_cast<std::size_t>(s_)][static_cast<std::size_t>(id)]; }

  [[nodiscard]] bool is_free(int id) const { return name_at(id) < 0 && !is_noun_[static_cast<std::size_t>(id)]; }

  [[nodiscard]] bool is_proper(int id) const {
    const auto& word = tree_.word(id);
    // An adverb in -an is no name, whatever the tagger says.
    if (word.upos != "PROPN" || word.form.find("\u064B") != std::string::npos) return false;
    const auto atoms = fold_atoms(word.form);
    if (atoms.empty() || draft_.lexicon.is_common_word(atoms.front().text)) return false;
    if (is_headline_ && !sure_words_.contains(atoms.front().text) && !draft_.lexicon.is_given_name(atoms.front().text))
      return false;
    // `Thursdays`, where a source has lost its apostrophes
    const std::string& atom = atoms.front().text;
    return atom.back() != 's' || !draft_.lexicon.is_common_word(std::string_view(atom).substr(0, atom.size() - 1));
  }

  [[nodiscard]] bool can_start(int id) const {
    if (!is_free(id)) return false;
    if (is_proper(id))
      return !(id < tree_.size() && is_one_of(tree_.word(id).form, {"al", "el"}) && tree_.word(id + 1).form != "-");
    if (follows_settlement(id)) return true;
    // أبو فلان and the like, when the tagger sees the second word only.
    return is_one_of(tree_.word(id).form, {"أبو", "ابو", "أبي", "آل", "عبد"}) && id < tree_.size() && is_free(id + 1) &&
           is_proper(id + 1);
  }

  /// A noun right after قرية, مديرية, جبل in construct is the place's name, though the tagger knows only the ordinary word.
  [[nodiscard]] bool follows_settlement(int id) const {
    if (tree_.lang == "en" || id < 2 || tree_.word(id - 1).form.starts_with("ال")) return false;
    // Even what the tagger takes for a verb (يختل) when the tree hangs it to the noun.
    const std::string& upos = tree_.word(id).upos;
    if ((upos != "NOUN" && upos != "VERB" && upos != "X") || conllu::base_deprel(tree_.word(id).deprel) != "nmod") return false;
    const NounMatch* noun = noun_ending_at(draft_, s_, id - 1);
    if (noun == nullptr || !draft_.is_kind(*noun, KindClass::kPlace)) return false;
    const std::string& slug = draft_.kind(*noun).slug;
    return is_one_of(slug, {"village", "mountain", "camp", "island", "river"}) || tree_.word(id - 1).form == "مديرية" ||
           is_one_of(tree_.word(id - 1).form, {"بلدة", "محافظة", "حي"}) || (slug == "city" && upos != "NOUN");
  }

  /// `المصري`, `الليبي` after a given name are surnames, tagged as such.
  [[nodiscard]] bool takes_surname(int id) const {
    const int at = name_at(id);
    return at >= 0 && draft_.mention(at).rule == kDemonymRule && is_proper(id) && tree_.word(id).form.starts_with("ال");
  }

  /// Joins the run with a lexicon person beside it. Returns: false when the run has become part of that mention.
  bool join_known(int& first, int& last) {
    int after = last + 1;
    while (after <= tree_.size() && tree_.word(after).form == "-") ++after;
    const int next = after <= tree_.size() ? name_at(after) : -1;
    if (next >= 0 && draft_.mention(next).is_name && first == last &&
        is_one_of(tree_.word(first).form, {"Al", "El", "al", "el"})) {
      extend(draft_.found[static_cast<std::size_t>(next)], next, first, draft_.mention(next).last);
      return false;
    }
    if (next >= 0 && draft_.mention(next).is_name && draft_.actor(draft_.mention(next).actor).type == EntityType::kPerson) {
      Found& known = draft_.found[static_cast<std::size_t>(next)];
      if (is_same_person(first, last, known)) {
        extend(known, next, first, known.last);
        return false;
      }
      if (known.first == known.last) {
        last = known.last;
        for (int id = known.first; id <= known.last; ++id) set_name(id, -1);
        known.actor = -1;
        return true;
      }
    }
    const int before = first > 1 ? name_at(first - 1) : -1;
    if (before >= 0 && draft_.mention(before).is_name) {
      Found& known = draft_.found[static_cast<std::size_t>(before)];
      const EntityType type = draft_.actor(known.actor).type;
      // The rest of a long form (آل سعود), or a country's name that is really a given name (`Jordan Smith`).
      if (type == EntityType::kPerson && known.last > known.first) {
        extend(known, before, known.first, last);
        return false;
      }
      if (tree_.lang == "en" && tree_.word(known.last).deprel.starts_with("compound") && tree_.word(known.last).head >= first &&
          tree_.word(known.last).head <= last) {
        first = known.first;
      }
    }
    return true;
  }

  /// What a tagger takes for a name though it is none: particles and stray letters alone, the first word of an English
  /// sentence or a headline's words that the text has in small letters elsewhere, a hashtag of common nouns.
  [[nodiscard]] bool is_worth_a_name(int first, int last) const {
    const NameRun run = make(first, last);
    std::size_t letters = 0;
    for (const std::string& atom : run.atoms) {
      if (!is_particle(atom) && atom != "ابي" && atom != "ال") letters += atom.size();
    }
    const bool arabic = is_arabic(tree_.word(first).form);
    // Arabic letters have two bytes.
    if (letters < (arabic ? 6U : 2U)) return false;
    if (arabic && first == last && run.atoms.size() > 1 && !kind_senses(run.atoms.front()).empty()) return false;
    if (tree_.lang != "en") return true;
    for (const std::string& atom : run.atoms) {
      if (!small_words_.contains(atom)) return true;
    }
    return false;
  }

  [[nodiscard]] std::vector<Sense> kind_senses(const std::string& atom) const {
    const NameIndex& index = draft_.lexicon.index();
    const std::uint32_t id = index.atom_id(atom);
    const NameIndex::Node node = id == NameIndex::kNone ? NameIndex::kNone : index.next(NameIndex::kRoot, id);
    std::vector<Sense> kinds;
    if (node == NameIndex::kNone) return kinds;
    for (const Sense& sense : index.senses(node)) {
      if (sense.kind == Sense::Kind::kKind) kinds.push_back(sense);
    }
    return kinds;
  }

  void drop_demonyms(int first, int last) {
    for (int id = first; id <= last; ++id) {
      if (name_at(id) < 0) continue;
      draft_.found[static_cast<std::size_t>(name_at(id))].actor = -1;
      set_name(id, -1);
    }
  }

  void set_name(int id, int mention) { draft_.name_at[static_cast<std::size_t>(s_)][static_cast<std::size_t>(id)] = mention; }

  void extend(Found& known, int index, int first, int last) {
    known.first = first;
    known.last = last;
    known.head = tree_head(tree_, first, last, first);
    known.skip_bytes = 0;
    for (int id = first; id <= last; ++id) set_name(id, index);
  }

  /// The given names before a known surname are that person's, spelling aside.
  [[nodiscard]] bool is_same_person(int first, int last, const Found& known) const {
    const Actor& actor = draft_.actor(known.actor);
    const std::string form = surface(draft_, s_, first, last);
    const auto given = fold_atoms(form);
    const auto canonical = fold_atoms(is_arabic(form) ? actor.name_ar : actor.name_en);
    if (given.empty() || canonical.empty()) return false;
    return std::any_of(canonical.begin(), canonical.end(),
                       [&](const Atom& atom) { return is_spelling_variant(atom.text, given.front().text); });
  }

  [[nodiscard]] NameRun make(int first, int last) const {
    NameRun run{s_, first, last, {}};
    for (int id = first; id <= last; ++id) {
      for (const Atom& atom : fold_atoms(tree_.word(id).form)) run.atoms.push_back(atom.text);
    }
    return run;
  }

  Draft& draft_;
  int s_;
  const conllu::Sentence& tree_;
  /// Words that the document also has in small letters.
  const std::unordered_set<std::string>& small_words_;
  /// Words that are names in sentences that are no headlines.
  const std::unordered_set<std::string>& sure_words_;
  bool is_headline_ = false;
  std::vector<bool> is_noun_;
};

/// A headline in capitals throughout, where the tagger takes every word for a name.
bool is_title_case(const conllu::Sentence& sentence) {
  int words = 0;
  int capitals = 0;
  for (const auto& word : sentence.words) {
    const auto atoms = fold_atoms(word.form);
    if (atoms.empty() || atoms.front().text.size() < 4) continue;
    ++words;
    capitals += atoms.front().upper ? 1 : 0;
  }
  return words >= 4 && capitals * 10 >= words * 7;
}

/// Proper names in sentences that are no such headlines.
std::unordered_set<std::string> sure_words_of(const Draft& draft) {
  std::unordered_set<std::string> words;
  for (const auto& sentence : draft.sentences) {
    if (sentence.lang != "en" || is_title_case(sentence)) continue;
    for (const auto& word : sentence.words) {
      if (word.upos != "PROPN") continue;
      for (Atom& atom : fold_atoms(word.form)) words.insert(std::move(atom.text));
    }
  }
  return words;
}

std::unordered_set<std::string> small_words_of(const Draft& draft) {
  std::unordered_set<std::string> words;
  for (const auto& sentence : draft.sentences) {
    if (sentence.lang != "en") continue;
    for (const auto& word : sentence.words) {
      if (word.form.front() < 'a' || word.form.front() > 'z') continue;
      for (Atom& atom : fold_atoms(word.form)) words.insert(std::move(atom.text));
    }
  }
  return words;
}

}  // namespace

std::vector<NameRun> find_name_runs(Draft& draft) {
  std::vector<NameRun> runs;
  const std::unordered_set<std::string> small_words = small_words_of(draft);
  const std::unordered_set<std::string> sure_words = sure_words_of(draft);
  for (int s = 0; s < static_cast<int>(draft.sentences.size()); ++s) RunFinder(draft, s, small_words, sure_words).find(runs);
  // A longer name has taken over some mentions.
  draft.drop_orphans();
  add_recognised_names(draft, runs);
  return runs;
}

}  // namespace isnad::who
