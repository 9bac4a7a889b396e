#include "extract/claims/attribution.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace isnad::claims {

namespace {

bool says(const Tree& tree, int id) {
  return tree.traits(id).any(Trait::kSay, Trait::kContinue, Trait::kDeny, Trait::kAccuse) &&
         (tree.is_verb(id) || tree.is(id, "ADJ"));
}

class Attributor {
 public:
  Attributor(const std::vector<Tree>& trees, int sentence, const std::vector<Clause>& clauses, const Discourse& discourse)
      : trees_(trees),
        tree_(trees[static_cast<std::size_t>(sentence)]),
        sentence_(sentence),
        discourse_(discourse),
        clause_of_(static_cast<std::size_t>(tree_.size()) + 1, nullptr),
        speakers_(static_cast<std::size_t>(tree_.size()) + 1) {
    for (const Clause& clause : clauses) clause_of_[static_cast<std::size_t>(clause.head)] = &clause;
  }

  std::vector<std::vector<Speaker>> run() {
    for (const int id : tree_.top_down()) {
      auto& mine = speakers_[static_cast<std::size_t>(id)];
      const int head = tree_.head(id);
      if (head != 0) mine = speakers_[static_cast<std::size_t>(head)];
      // A source stands beside the clause but is no part of what it says.
      if (head != 0 && source_of(head) == id) {
        if (!mine.empty()) mine.erase(mine.begin());
        continue;
      }
      bool weak = false;
      // What Moscow holds or asks for, as Peskov says, Peskov says.
      if (const auto speaker = speaker_over(id, weak); speaker && (mine.empty() || !weak)) mine.insert(mine.begin(), *speaker);
      if (const auto speaker = speaker_beside(id)) mine.insert(mine.begin(), *speaker);
    }
    return std::move(speakers_);
  }

 private:
  [[nodiscard]] std::optional<Speaker> subject_of(int clause) const {
    const Clause* found = clause_of_[static_cast<std::size_t>(clause)];
    // A participle that is no clause of its own speaks for the clause around it: واستطرد الوزير قائلا.
    for (int at = tree_.head(clause); found == nullptr && at != 0; at = tree_.head(at))
      found = clause_of_[static_cast<std::size_t>(at)];
    if (found == nullptr || found->subjects.empty() || found->passive) return std::nullopt;
    return Speaker{found->subjects.front(), tree_.word(clause).lemma};
  }

  /// What goes on after a report about whom the report is about is still the report: قال إن عباس خضع ... ثم خرج.
  [[nodiscard]] bool goes_on(int id, int head) const {
    const int report = tree_.child(head, "ccomp");
    const Clause* clause = clause_of_[static_cast<std::size_t>(id)];
    const Clause* said = report == 0 ? nullptr : clause_of_[static_cast<std::size_t>(report)];
    const Clause* saying = clause_of_[static_cast<std::size_t>(head)];
    if (clause == nullptr || said == nullptr || saying == nullptr || report > id || says(tree_, id)) return false;
    if (clause->subjects.empty() || said->subjects.empty() || saying->subjects.empty() || !clause->subjects.front().elided)
      return false;
    return clause->subjects.front().head == said->subjects.front().head &&
           clause->subjects.front().head != saying->subjects.front().head;
  }

  /// The speaker when the word's clause is what the word above reports. `weak` is set when it is no plain report: a view, a
  /// demand, something told of.
  [[nodiscard]] std::optional<Speaker> speaker_over(int id, bool& weak) const {
    const int head = tree_.head(id);
    if (head == 0) return std::nullopt;
    const std::string_view relation = tree_.relation(id);
    if (says(tree_, head)) {
      if (relation == "conj" && goes_on(id, head)) return subject_of(head);
      const bool reported = relation == "ccomp" || (relation == "parataxis" && !says(tree_, id)) ||
                            (relation == "xcomp" && !tree_.has(head, Trait::kChain));
      const bool accused = tree_.has(head, Trait::kAccuse) && (relation == "obl" || relation == "advcl" || relation == "ccomp");
      // أفاد بوصول تعزيزات: what is told of reports as a clause does.
      const bool told = id > head && tree_.is_nominal(id) && !tree_.has(id, Trait::kTime) &&
                        (relation == "obj" || (relation == "obl" && is_told(id)));
      weak = tree_.has(head, Trait::kCognition) || (told && !reported);
      if (reported || (accused && id > head) || told) return subject_of(head);
      return std::nullopt;
    }
    if (tree_.has(head, Trait::kAsk) && id > head &&
        (relation == "xcomp" || relation == "ccomp" || (relation == "obl" && is_told(id)))) {
      weak = true;
      return subject_of(head);
    }
    if (relation == "parataxis" && tree_.is_nominal(head) && tree_.head(head) == 0 && colon_between(head, id)) {
      return Speaker{noun_phrase(tree_, sentence_, head), {}};
    }
    // بقوله إن ...، the claim that ...: whose saying it is, the genitive tells.
    if ((relation == "acl" || relation == "ccomp") && tree_.has(head, Trait::kSaying) && tree_.is(head, "NOUN") &&
        tree_.word(id).deprel != "acl:relcl") {
      for (const int c : tree_.children(head)) {
        if (tree_.relation(c) == "nmod" && (tree_.preposition(c).empty() || !tree_.arabic()))
          return Speaker{resolved(trees_, sentence_, c, discourse_), tree_.word(head).lemma};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_told(int id) const {
    const std::string preposition = tree_.preposition(id);
    return preposition == "ب" || preposition == "عن" || preposition == "علي" || preposition == "حول" || preposition == "بشان" ||
           preposition == "الي" || preposition == "من" || preposition == "about" || preposition == "of";
  }

  /// Returns: the child of `id` that names the source of what `id` says; 0 without one.
  [[nodiscard]] int source_of(int id) const {
    for (const int c : tree_.children(id)) {
      const std::string_view relation = tree_.relation(c);
      if ((relation == "obl" || relation == "nmod") && tree_.preposition_has(c, Trait::kAccording)) return c;
      // Speech whose verb of saying stands behind or inside it.
      if (relation == "parataxis" && says(tree_, c) && tree_.child(c, "ccomp") == 0 && tree_.child(c, "obj") == 0) return c;
      // `as Erdogan threatens to strike`, `as it promised`: deeds of words beside the statement, not its source.
      const bool deed = tree_.traits(c).any(Trait::kChainPossible, Trait::kChainFuture);
      if (relation == "advcl" && says(tree_, c) && !deed && tree_.child(c, "ccomp") == 0 && is_as(c)) return c;
    }
    return 0;
  }

  [[nodiscard]] bool is_as(int id) const {
    for (const int c : tree_.children(id)) {
      if (tree_.relation(c) != "mark" && tree_.relation(c) != "case") continue;
      const std::string& form = tree_.form_key(c);
      if (form == "كما" || form == "as" || tree_.has(c, Trait::kAccording)) return true;
    }
    return false;
  }

  [[nodiscard]] std::optional<Speaker> speaker_beside(int id) const {
    const int source = source_of(id);
    if (source == 0) return std::nullopt;
    if (says(tree_, source)) {
      const auto speaker = late_subject(source);
      return speaker;
    }
    // حسب ما قال شهود: the source is the subject of the clause.
    for (const int c : tree_.children(source)) {
      if (tree_.relation(c) == "acl" && says(tree_, c)) return late_subject(c);
    }
    return Speaker{resolved(trees_, sentence_, source, discourse_), {}};
  }

  [[nodiscard]] std::optional<Speaker> late_subject(int clause) const { return subject_of(clause); }

  /// True when a colon ends the phrase of `speaker`, before anything of the statement.
  [[nodiscard]] bool colon_between(int speaker, int statement) const {
    for (int id = speaker + 1; id < statement; ++id) {
      if (tree_.word(id).form == ":") return true;
      if (!tree_.dominates(speaker, id) || tree_.dominates(statement, id) || tree_.is_verb(id)) return false;
    }
    return false;
  }

  const std::vector<Tree>& trees_;
  const Tree& tree_;
  int sentence_;
  const Discourse& discourse_;
  std::vector<const Clause*> clause_of_;
  std::vector<std::vector<Speaker>> speakers_;
};

/// Quotations seldom run over more sentences than this.
constexpr int kLongestQuotation = 5;

bool opens_quotation(std::string_view form) { return form == "“" || form == "«" || form == "``"; }
bool closes_quotation(std::string_view form) { return form == "”" || form == "»" || form == "''"; }

}  // namespace

bool Speech::closes_later(int sentence) const {
  const int last = std::min(sentence + kLongestQuotation, static_cast<int>(trees_.size()) - 1);
  for (int s = sentence + 1; s <= last; ++s) {
    const Tree& tree = trees_[static_cast<std::size_t>(s)];
    for (int id = 1; id <= tree.size(); ++id) {
      const std::string_view form = tree.word(id).form;
      if (closes_quotation(form) || form == "\"") return true;
      // A paragraph of the same quotation opens again, before anything else.
      if (opens_quotation(form) && id > 1) return false;
    }
  }
  return false;
}

std::vector<std::vector<Speaker>> Speech::attribute(int sentence, const std::vector<Clause>& clauses) {
  const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
  auto speakers = Attributor(trees_, sentence, clauses, discourse_).run();

  // A quotation that goes on ends with the next speaker, or when it has gone on for too long.
  const bool own = std::any_of(speakers.begin(), speakers.end(), [](const auto& who) { return !who.empty(); });
  if (own || ++open_for_ > kLongestQuotation) open_.clear();
  if (open_.empty()) open_for_ = 0;
  bool inside = !open_.empty();
  const std::vector<Speaker> continued = open_;
  std::vector<Speaker> quoted;
  for (int id = 1; id <= tree.size(); ++id) {
    const std::string_view form = tree.word(id).form;
    auto& mine = speakers[static_cast<std::size_t>(id)];
    const bool opens = opens_quotation(form);
    const bool closes = closes_quotation(form);
    if (opens || closes || form == "\"") {
      inside = opens || (!closes && !inside);
      if (!inside) {
        quoted.clear();
        open_.clear();
      }
      continue;
    }
    if (!inside) continue;
    if (mine.empty() && !open_.empty()) mine = continued;
    if (!mine.empty() && quoted.empty()) quoted = mine;
  }
  open_ = inside && closes_later(sentence) ? (quoted.empty() ? continued : quoted) : std::vector<Speaker>{};
  return speakers;
}

}  // namespace isnad::claims
