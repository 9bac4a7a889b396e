#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/claims/clause.h"

namespace isnad::claims {

int modified_noun(const Tree& tree, int clause) {
  for (int at = clause; at != 0; at = tree.head(at)) {
    const std::string_view relation = tree.relation(at);
    if (relation == "acl") return tree.head(at);
    if (relation != "conj" && relation != "xcomp") return 0;
  }
  return 0;
}

namespace {

/// The noun that a clitic inside a relative clause takes up: the clause's own when it has another subject; 0 without one.
int resumed_noun(const Tree& tree, int clitic) {
  for (int at = tree.head(clitic); at != 0; at = tree.head(at)) {
    const std::string_view relation = tree.relation(at);
    if (relation == "acl") {
      const int subject = tree.child(at, "nsubj");
      const bool gap =
          subject == 0 ? !tree.is(clitic, "PRON") || tree.relation(clitic) == "nmod" : tree.is_relative_pronoun(subject);
      return gap ? 0 : tree.head(at);
    }
    if (relation == "ccomp" || relation == "parataxis" || relation == "advcl") return 0;
  }
  return 0;
}

/// The nearest noun before the relative clause that a clitic stands in, in the clause above, that agrees with it; 0 without one.
int noun_agreeing_before(const Tree& tree, int clitic, const Agreement& wanted, const std::vector<int>& others) {
  int clause = tree.head(clitic);
  while (clause != 0 && tree.relation(clause) != "acl") clause = tree.head(clause);
  if (clause == 0) return 0;
  int first = clause;
  for (const int c : tree.children(clause)) first = std::min(first, c);
  constexpr int kReach = 12;
  for (int id = first - 1; id > 0 && id > first - kReach; --id) {
    if (tree.is_verb(id)) return 0;
    if (!tree.is(id, "NOUN") || tree.has(id, Trait::kTime) || std::find(others.begin(), others.end(), id) != others.end())
      continue;
    if (forms_of_noun(tree, id).agree_with(wanted)) return id;
  }
  return 0;
}

}  // namespace

Phrase resolved(const std::vector<Tree>& trees, int sentence, int head, const Discourse& discourse,
                const std::vector<int>& others) {
  const Tree& tree = trees[static_cast<std::size_t>(sentence)];
  if (tree.is_relative_pronoun(head)) {
    if (const int noun = modified_noun(tree, tree.head(head)); noun != 0 && noun != head)
      return noun_phrase(tree, sentence, noun);
  }
  Phrase out = noun_phrase(tree, sentence, head);
  if (!tree.is(head, "PRON")) {
    const int content = content_head(tree, head);
    if (content != head) {
      out.referent_sentence = sentence;
      out.referent = content;
    }
    return out;
  }
  const Agreement wanted = agreement_of_pronoun(tree, head);
  if (wanted.person == 1) out.first_person = true;
  if (wanted.person != 3 || wanted.number == Agreement::Number::kAny) return out;
  const int noun = tree.arabic() ? resumed_noun(tree, head) : 0;
  std::optional<Phrase> found;
  if (noun != 0 && noun != head && std::find(others.begin(), others.end(), noun) == others.end() &&
      discourse.agrees(sentence, noun, wanted)) {
    found = noun_phrase(tree, sentence, noun);
  } else if (const int nearest = noun != 0 ? noun_agreeing_before(tree, head, wanted, others) : 0; nearest != 0) {
    // The parser hung the relative clause on another noun: the nearest before it that agrees is meant.
    found = noun_phrase(tree, sentence, nearest);
  } else {
    found = discourse.resolve(sentence, head, wanted, tree.relation(head) == "nsubj", others);
  }
  if (!found) return out;
  if (tree.arabic()) {
    found->elided = true;
    return *found;
  }
  // English pronouns are words of their own: they stay, and point to whom they mean.
  out.referent_sentence = found->sentence;
  out.referent = content_head(trees[static_cast<std::size_t>(found->sentence)], found->head);
  return out;
}

}  // namespace isnad::claims
