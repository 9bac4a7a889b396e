#include <algorithm>
#include <unordered_set>

#include "extract/who/draft.h"

namespace isnad::who {

namespace {

bool is_name_sense(const Sense& sense) {
  return sense.kind == Sense::Kind::kEntry || sense.kind == Sense::Kind::kDemonym || sense.kind == Sense::Kind::kPeople;
}

bool has_tanwin(std::string_view form) { return form.find("\u064B") != std::string_view::npos; }

/// What the document's unambiguous names say: which entries and countries it is about.
struct Support {
  std::unordered_set<int> entries;
  std::unordered_set<int> countries;
};

Support gather_support(const Lexicon& lexicon, const std::vector<std::vector<Match>>& matches) {
  Support support;
  for (const auto& row : matches) {
    for (const Match& match : row) {
      if (!is_name_sense(match.sense) || match.sense.weak) continue;
      const int entry = static_cast<int>(match.sense.index);
      if (match.sense.kind == Sense::Kind::kEntry) support.entries.insert(entry);
      if (const int country = lexicon.entry(entry).country; country >= 0) support.countries.insert(country);
    }
  }
  return support;
}

bool in_office(const Lexicon& lexicon, int person, std::string_view date) {
  return std::any_of(lexicon.terms().begin(), lexicon.terms().end(), [&](const OfficeTerm& term) {
    return term.person == person && std::string_view(term.from).substr(0, date.size()) <= date &&
           (term.to.empty() || date.substr(0, term.to.size()) <= term.to);
  });
}

/// How well a sense fits the document; negative when it must not be taken.
int fit(const Lexicon& lexicon, const Support& support, const Sense& sense, std::string_view date) {
  if (sense.kind != Sense::Kind::kEntry) return 0;
  const int entry = static_cast<int>(sense.index);
  const LexiconEntry& known = lexicon.entry(entry);
  const bool strong = support.entries.contains(entry);
  const bool home = known.country >= 0 && support.countries.contains(known.country);
  if (sense.weak && !strong && !home) return -1;
  int score = sense.weak ? 0 : 1;
  if (sense.weak && strong) score += 4;
  if (home) score += 2;
  if (!date.empty() && known.type == EntityType::kPerson && in_office(lexicon, entry, date)) score += 2;
  // Who took the trouble to name somebody means that one, whatever else speaks for others.
  constexpr int kMoreThanAll = 10;
  if (known.is_users && !sense.weak) score += kMoreThanAll;
  return score;
}

class Selector {
 public:
  explicit Selector(Draft& draft) : draft_(draft) {
    matches_.reserve(draft.sentences.size());
    for (const auto& sentence : draft.sentences) matches_.push_back(find_matches(draft.lexicon.index(), sentence));
    support_ = gather_support(draft.lexicon, matches_);
  }

  void select() {
    for (int s = 0; s < static_cast<int>(matches_.size()); ++s) {
      select_names(s);
      select_nouns(s);
    }
  }

 private:
  void select_names(int s) {
    const auto& row = matches_[static_cast<std::size_t>(s)];
    int free_from = 1;
    for (std::size_t i = 0; i < row.size();) {
      // All senses of the longest usable match at this word.
      const int first = row[i].first;
      std::size_t end = i;
      while (end < row.size() && row[end].first == first) ++end;
      const Match* best = nullptr;
      int best_fit = -1;
      for (std::size_t k = i; k < end; ++k) {
        const Match& match = row[k];
        if (best != nullptr && match.last < best->last) break;
        if (!is_name_sense(match.sense)) continue;
        if (match.sense.kind == Sense::Kind::kEntry && reads_as_adjective(s, match, row)) continue;
        const int score = fit(draft_.lexicon, support_, match.sense, draft_.document.published);
        if (score > best_fit) {
          best = &match;
          best_fit = score;
        }
      }
      i = end;
      if (best == nullptr || first < free_from) continue;
      take(s, *best);
      free_from = best->last + 1;
    }
  }

  /// `السعودية` after a noun is Saudi, not Saudi Arabia, and `بريطانياً` British: where the words may be both, the tagger says.
  [[nodiscard]] bool reads_as_adjective(int s, const Match& match, const std::vector<Match>& row) const {
    if (match.first != match.last) return false;
    const bool ambiguous = std::any_of(row.begin(), row.end(), [&](const Match& other) {
      return other.first == match.first && other.last == match.last && other.sense.kind == Sense::Kind::kDemonym;
    });
    const conllu::Word& word = draft_.sentence(s).word(match.first);
    return ambiguous && (word.upos == "ADJ" || has_tanwin(word.form) || conllu::base_deprel(word.deprel) == "amod");
  }

  void take(int s, const Match& match) {
    const auto& sentence = draft_.sentence(s);
    Found found;
    found.sentence = s;
    found.first = match.first;
    found.last = match.last;
    found.skip_bytes = match.skip_bytes;
    if (match.sense.kind == Sense::Kind::kEntry) {
      found.head = tree_head(sentence, match.first, match.last, match.first);
      found.actor = draft_.intern_entry(static_cast<int>(match.sense.index));
      found.rule = "lexicon";
      found.is_name = true;
      found.is_alias = true;
    } else {
      found.head = match.last;
      found.actor = draft_.intern_entry(static_cast<int>(match.sense.index));
      found.rule = kDemonymRule;
      for (const Match& other : matches_[static_cast<std::size_t>(s)]) {
        if (other.first == match.first && other.last == match.last && other.sense.kind == Sense::Kind::kPeople)
          found.is_people = true;
      }
    }
    const int index = draft_.add(found);
    for (int id = match.first; id <= match.last; ++id)
      draft_.name_at[static_cast<std::size_t>(s)][static_cast<std::size_t>(id)] = index;
  }

  /// Kinds and offices on words that no name covers, longest first from the left.
  void select_nouns(int s) {
    const auto& covered = draft_.name_at[static_cast<std::size_t>(s)];
    int free_from = 1;
    for (const Match& match : matches_[static_cast<std::size_t>(s)]) {
      if (is_name_sense(match.sense) || match.first < free_from || match.skip_bytes > 0) continue;
      bool taken = false;
      for (int id = match.first; id <= match.last; ++id) taken = taken || covered[static_cast<std::size_t>(id)] >= 0;
      const std::string& upos = draft_.sentence(s).word(match.first).upos;
      if (taken || (match.first == match.last && (upos == "VERB" || upos == "ADP" || upos == "AUX" || upos == "ADV"))) continue;
      const Sense sense = best_noun_sense(s, match);
      draft_.nouns[static_cast<std::size_t>(s)].push_back({match.first, match.last, sense, -1, -1});
      free_from = match.last + 1;
    }
  }

  /// Of several senses of one noun an office says most; `اللواء` is a general, `لواء` a brigade or district.
  [[nodiscard]] Sense best_noun_sense(int s, const Match& match) const {
    const bool definite = draft_.sentence(s).word(match.first).form.starts_with("ال");
    Sense best = match.sense;
    const auto worth = [&](const Sense& sense) {
      if (sense.kind == Sense::Kind::kOffice) return 2;
      const KindClass kind_class = draft_.lexicon.kinds()[sense.index].kind_class;
      const bool yields =
          definite ? kind_class == KindClass::kHead || kind_class == KindClass::kPlace : kind_class == KindClass::kTitle;
      return yields ? 0 : 1;
    };
    for (const Match& other : matches_[static_cast<std::size_t>(s)]) {
      if (other.first != match.first || other.last != match.last || is_name_sense(other.sense)) continue;
      if (worth(other.sense) > worth(best)) best = other.sense;
    }
    return best;
  }

  Draft& draft_;
  std::vector<std::vector<Match>> matches_;
  Support support_;
};

}  // namespace

void find_lexicon_names(Draft& draft) { Selector(draft).select(); }

}  // namespace isnad::who
