#include "extract/claims/titles.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace isnad::claims {

namespace {

/// An office taken apart: the noun with what is frozen to it, and what it is the office of.
struct Office {
  std::vector<int> relation;
  std::string lemma;
  Phrase of;
};

bool is_name(const Tree& tree, int id) { return tree.is(id, "PROPN"); }

/// Returns: what of a noun phrase tells whose office it is; an empty `of` when nothing does.
Office take_apart(const std::vector<Tree>& trees, int sentence, int title, const Discourse& discourse) {
  const Tree& tree = trees[static_cast<std::size_t>(sentence)];
  Office out;
  out.relation = {title};
  out.lemma = tree.word(title).lemma;
  std::vector<int> genitive;
  int genitive_head = 0;
  int nationality = 0;
  for (const int c : tree.children(title)) {
    const std::string_view relation = tree.relation(c);
    const std::string preposition = tree.preposition(c);
    if (relation == "nmod" && tree.key(c) == "اسم" && preposition == "ب") {
      // المتحدث باسم الكرملين: the relation is `speaker in the name of`.
      for (const int d : tree.children(c)) {
        if (tree.relation(d) == "case") out.relation.push_back(d);
        if (tree.relation(d) == "nmod") out.of = resolved(trees, sentence, d, discourse);
      }
      out.relation.push_back(c);
      out.lemma += " باسم";
      std::sort(out.relation.begin(), out.relation.end());
      if (!out.of.empty()) return out;
    } else if (relation == "nmod" && tree.word(c).deprel == "nmod:desc") {
      continue;
    } else if (relation == "nmod" && !preposition.empty() && genitive_head == 0 && !tree.has(c, Trait::kTime)) {
      if (!tree.arabic() || (out.of.empty() && preposition == "ل")) {
        out.of = resolved(trees, sentence, c, discourse);
        if (!tree.arabic()) {
          for (const int d : tree.children(c)) {
            if (tree.relation(d) == "case") out.relation.push_back(d);
          }
          out.lemma += " " + preposition;
          return out;
        }
      }
    } else if (relation == "nmod" && preposition.empty()) {
      const Phrase owner = resolved(trees, sentence, c, discourse);
      if (owner.sentence == sentence && !owner.elided) {
        genitive.insert(genitive.end(), owner.words.begin(), owner.words.end());
        if (genitive_head == 0) genitive_head = owner.referent != 0 && owner.referent_sentence == sentence ? owner.referent : c;
      } else if (genitive.empty()) {
        out.of = owner;
        return out;
      }
    } else if (relation == "amod" && tree.arabic()) {
      genitive.push_back(c);
      nationality = c;
    } else if ((relation == "amod" || relation == "compound") && !tree.arabic()) {
      const bool part_of_title = tree.has(c, Trait::kTitle) || tree.is(c, "ADJ");
      if (relation == "amod" && tree.word(c).form.front() >= 'A' && tree.word(c).form.front() <= 'Z' &&
          !tree.has(c, Trait::kTitle)) {
        genitive.push_back(c);
        nationality = c;
      } else if (part_of_title) {
        out.relation.push_back(c);
      } else {
        genitive.push_back(c);
        if (genitive_head == 0) genitive_head = c;
      }
    }
  }
  // المدير الطبي للمستشفى: beside what it is the office of, an adjective tells which office.
  if (tree.arabic() && !out.of.empty() && genitive_head == 0) {
    for (const int c : genitive) out.relation.push_back(c);
    genitive.clear();
  }
  std::sort(out.relation.begin(), out.relation.end());
  if (!genitive.empty()) {
    std::sort(genitive.begin(), genitive.end());
    genitive.erase(std::unique(genitive.begin(), genitive.end()), genitive.end());
    out.of = Phrase{};
    out.of.sentence = sentence;
    out.of.words = genitive;
    // A nationality names the country whose minister it is; the ministry alone could be anybody's.
    out.of.head = nationality != 0 && (genitive_head == 0 || !is_name(tree, genitive_head)) ? nationality : genitive_head;
  }
  return out;
}

Phrase name_phrase(const Tree& tree, int sentence, int name) {
  Phrase out;
  out.sentence = sentence;
  out.head = name;
  out.words = {name};
  for (const int c : tree.children(name)) {
    if (tree.relation(c) == "flat" || tree.relation(c) == "compound") out.words.push_back(c);
  }
  std::sort(out.words.begin(), out.words.end());
  return out;
}

}  // namespace

void add_titles(const std::vector<Tree>& trees, int sentence, const std::vector<Clause>& clauses, const Discourse& discourse,
                std::vector<Draft>& out) {
  const Tree& tree = trees[static_cast<std::size_t>(sentence)];
  const auto holds = [&](Phrase who, int title, std::string rule) {
    Draft draft;
    draft.subject = std::move(who);
    draft.anchor = title;
    draft.rule = std::move(rule);
    if (Office office = take_apart(trees, sentence, title, discourse); tree.has(title, Trait::kTitle) && !office.of.empty()) {
      draft.relation = std::move(office.relation);
      draft.relation_head = title;
      draft.lemma = std::move(office.lemma);
      draft.object = std::move(office.of);
    } else {
      draft.lemma = "=is";
      draft.object = noun_phrase(tree, sentence, title);
      std::erase_if(draft.object.words, [&](int id) {
        return std::find(draft.subject.words.begin(), draft.subject.words.end(), id) != draft.subject.words.end();
      });
    }
    out.push_back(std::move(draft));
  };
  for (const Clause& clause : clauses) {
    // He was the president of Peru: the office is held, by whoever is said to be it.
    if (clause.kind != Clause::Kind::kNominal || !tree.has(clause.head, Trait::kTitle)) continue;
    Office office = take_apart(trees, sentence, clause.head, discourse);
    // Beside a mere description the office is all that is said.
    if (office.of.empty()) continue;
    // What a pronoun means can stand in an earlier sentence.
    const Tree& there = trees[static_cast<std::size_t>(office.of.sentence)];
    if (there.is(office.of.head, "ADJ") && !there.has(office.of.head, Trait::kNationality)) continue;
    for (const Phrase& who : clause.subjects) {
      Draft draft;
      draft.subject = who;
      draft.relation = office.relation;
      draft.relation.insert(draft.relation.end(), clause.relation.begin(), clause.relation.end());
      draft.relation_head = clause.head;
      draft.lemma = office.lemma;
      draft.object = office.of;
      draft.anchor = clause.head;
      draft.polarity = clause.polarity;
      draft.modality = clause.modality;
      draft.rule = "title-predicate";
      out.push_back(std::move(draft));
    }
  }
  for (int id = 1; id <= tree.size(); ++id) {
    const int head = tree.head(id);
    if (head == 0) continue;
    if (tree.has(id, Trait::kHonorific)) continue;
    if (tree.word(id).deprel == "nmod:desc" && is_name(tree, head)) {
      holds(name_phrase(tree, sentence, head), id, "title");
      continue;
    }
    if (tree.relation(id) != "appos" || !tree.is_nominal(head) || !tree.is_nominal(id) || tree.is(id, "NUM")) continue;
    if (tree.has(head, Trait::kTime) || tree.has(id, Trait::kTime)) continue;
    // المتحدث باسم الكرملين ديمتري بيسكوف: whatever the name hangs on, the office is the speaker's.
    const int above = tree.head(head);
    const bool in_name_of = tree.key(head) == "اسم" && above != 0 && tree.has(above, Trait::kTitle);
    if (in_name_of && is_name(tree, id)) {
      holds(name_phrase(tree, sentence, id), above, "title");
      continue;
    }
    if (const int name = content_head(tree, id);
        is_name(tree, name) && !is_name(tree, head) && (name == id || tree.has(id, Trait::kTitle))) {
      holds(name_phrase(tree, sentence, name), head, "title");
    } else if (is_name(tree, head)) {
      holds(name_phrase(tree, sentence, head), id, "apposition");
    } else {
      // Two descriptions of the same: the first without the second is the subject.
      Phrase who = noun_phrase(tree, sentence, head);
      const Phrase what = noun_phrase(tree, sentence, id);
      std::erase_if(who.words, [&](int w) { return std::find(what.words.begin(), what.words.end(), w) != what.words.end(); });
      holds(std::move(who), id, "apposition");
    }
  }
}

}  // namespace isnad::claims
