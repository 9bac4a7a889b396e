#include "extract/who/matcher.h"

#include <algorithm>
#include <array>

namespace isnad::who {

namespace {

/// One way to read on from a place in the sentence.
struct Step {
  std::uint32_t atom = NameIndex::kNone;
  std::size_t next = 0;
  bool upper = false;
  bool all_caps = false;
  std::uint32_t skip_bytes = 0;
};

struct Place {
  int word = 0;
  bool word_start = false;
  std::vector<Step> steps;
};

bool is_transparent(const std::string& form) {
  constexpr std::array<std::string_view, 14> kMarks = {"\"", "'", "«", "»", "“", "”", "‘", "’", "-", "–", "‑", "#", "_", "``"};
  return std::find(kMarks.begin(), kMarks.end(), form) != kMarks.end();
}

/// The article of `al - Sham`, cut off by the tokeniser: names are looked up without it.
bool is_split_article(const conllu::Sentence& sentence, int id) {
  const std::string& form = sentence.word(id).form;
  return (form == "al" || form == "Al" || form == "el" || form == "El") && id < sentence.size() &&
         sentence.word(id + 1).form == "-";
}

/// `Turkey's` where the tokeniser left it whole, and `Turkeys` where the source has lost its apostrophes.
std::string_view without_possessive(std::string_view form) {
  for (const std::string_view end : {"'s", "’s", "s"}) {
    if (form.size() > end.size() + 2 && form.ends_with(end)) return form.substr(0, form.size() - end.size());
  }
  return form;
}

/// The word by itself is a name: `Hamas` is not Hama's.
bool means_something(const NameIndex& index, std::uint32_t atom) {
  const NameIndex::Node node = atom == NameIndex::kNone ? NameIndex::kNone : index.next(NameIndex::kRoot, atom);
  return node != NameIndex::kNone && !index.senses(node).empty();
}

/// The sentence as places to start from and ways to go on; punctuation that ends a name is a place without ways.
std::vector<Place> lay_out(const NameIndex& index, const conllu::Sentence& sentence) {
  std::vector<Place> places;
  std::vector<std::size_t> starts(sentence.words.size() + 2, 0);
  std::vector<Atom> atoms;
  for (int id = 1; id <= sentence.size(); ++id) {
    const std::string& form = sentence.word(id).form;
    starts[static_cast<std::size_t>(id)] = places.size();
    if (is_transparent(form) || is_split_article(sentence, id)) continue;
    atoms.clear();
    fold_atoms(form, atoms);
    if (atoms.empty()) {
      places.push_back({id, true, {}});
      continue;
    }
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      Place place{id, i == 0, {}};
      place.steps.push_back({index.atom_id(atoms[i].text), places.size() + 1, atoms[i].upper, atoms[i].all_caps, 0});
      places.push_back(std::move(place));
    }
    if (atoms.size() != 1) continue;
    const Step step = places.back().steps.front();
    const std::string_view owner = without_possessive(form);
    if (owner.size() < form.size() && !means_something(index, step.atom)) {
      if (const auto bare = fold_atoms(owner); bare.size() == 1) {
        Step without = step;
        without.atom = index.atom_id(bare.front().text);
        places.back().steps.push_back(without);
      }
    }
    const std::string_view bare_case = without_tanwin(form);
    if (bare_case.size() < form.size() && !means_something(index, step.atom)) {
      if (const auto bare = fold_atoms(bare_case); bare.size() == 1) {
        Step without = step;
        without.atom = index.atom_id(bare.front().text);
        places.back().steps.push_back(without);
      }
    }
    // A clitic that the tokeniser left on: only when the whole word is no name.
    if (const std::size_t clitic = proclitic_bytes(form); places.back().steps.front().atom == NameIndex::kNone && clitic > 0) {
      const auto rest = fold_atoms(std::string_view(form).substr(clitic));
      if (rest.size() == 1) {
        Step& first = places.back().steps.front();
        first.atom = index.atom_id(rest.front().text);
        first.skip_bytes = static_cast<std::uint32_t>(clitic);
      }
    }
  }
  starts[sentence.words.size() + 1] = places.size();
  // A name that the tokeniser took apart (ب + وتين): the token as a whole.
  for (const auto& token : sentence.multiword_tokens) {
    const auto whole = fold_atoms(token.form);
    const std::size_t at = starts[static_cast<std::size_t>(token.first)];
    if (whole.size() != 1 || at >= places.size() || token.first + 1 != token.last) continue;
    const std::uint32_t atom = index.atom_id(whole.front().text);
    if (atom != NameIndex::kNone)
      places[at].steps.push_back({atom, starts[static_cast<std::size_t>(token.last) + 1], true, true, 0});
  }
  return places;
}

class Walk {
 public:
  Walk(const NameIndex& index, const conllu::Sentence& sentence, std::vector<Match>& out)
      : index_(index), sentence_(sentence), places_(lay_out(index, sentence)), out_(out) {}

  void from_everywhere() {
    for (std::size_t at = 0; at < places_.size(); ++at) {
      if (!places_[at].word_start) continue;
      first_ = places_[at].word;
      const std::size_t begin = out_.size();
      go_on(at, NameIndex::kRoot, {});
      std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(),
                       [](const Match& a, const Match& b) { return a.last > b.last; });
    }
  }

 private:
  struct Path {
    std::uint32_t upper = 0;
    bool all_caps = true;
    int atoms = 0;
    std::uint32_t skip_bytes = 0;
  };

  void go_on(std::size_t at, NameIndex::Node node, const Path& so_far) {
    if (at >= places_.size()) return;
    for (const Step& step : places_[at].steps) {
      if (step.atom == NameIndex::kNone || (step.skip_bytes > 0 && so_far.atoms > 0)) continue;
      const NameIndex::Node next = index_.next(node, step.atom);
      if (next == NameIndex::kNone) continue;
      Path path = so_far;
      if (step.upper && path.atoms < 32) path.upper |= 1U << static_cast<unsigned>(path.atoms);
      path.all_caps = path.all_caps && step.all_caps;
      path.skip_bytes += step.skip_bytes;
      ++path.atoms;
      // Names end where words end.
      if (step.next >= places_.size() || places_[step.next].word_start) take(next, last_word(at, step), path);
      go_on(step.next, next, path);
    }
  }

  [[nodiscard]] int last_word(std::size_t at, const Step& step) const {
    if (step.next == at + 1) return places_[at].word;
    int word = step.next < places_.size() ? places_[step.next].word - 1 : sentence_.size();
    while (word > places_[at].word && is_transparent(sentence_.word(word).form)) --word;
    return word;
  }

  void take(NameIndex::Node node, int last, const Path& path) {
    for (const Sense& sense : index_.senses(node)) {
      if ((sense.capitals & ~path.upper) != 0 || (sense.all_caps && !path.all_caps)) continue;
      if (sense.proper && !has_proper(last)) continue;
      out_.push_back({first_, last, sense, path.skip_bytes, path.atoms});
    }
  }

  [[nodiscard]] bool has_proper(int last) const {
    for (int id = first_; id <= last; ++id) {
      if (sentence_.word(id).upos == "PROPN") return true;
    }
    return false;
  }

  const NameIndex& index_;
  const conllu::Sentence& sentence_;
  std::vector<Place> places_;
  std::vector<Match>& out_;
  int first_ = 0;
};

}  // namespace

std::vector<Match> find_matches(const NameIndex& index, const conllu::Sentence& sentence) {
  std::vector<Match> matches;
  Walk(index, sentence, matches).from_everywhere();
  return matches;
}

}  // namespace isnad::who
