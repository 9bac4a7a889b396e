#include "extract/claims/modifiers.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/claims/clause.h"
#include "extract/claims/phrase.h"

namespace isnad::claims {

namespace {

/// A place without a name is no more than a description of the noun before it.
bool is_named(const Tree& tree, int id) {
  std::vector<int> words;
  add_noun_phrase(tree, id, words);
  return std::any_of(words.begin(), words.end(), [&](int word) { return tree.is(word, "PROPN"); });
}

}  // namespace

void add_modifiers(const std::vector<Tree>& trees, int sentence, const Discourse& discourse, std::vector<Draft>& out) {
  const Tree& tree = trees[static_cast<std::size_t>(sentence)];
  // English attaches by position: the same phrases are told by the verb's own obliques.
  if (!tree.arabic()) return;
  for (int id = 1; id <= tree.size(); ++id) {
    const int head = tree.head(id);
    if (head == 0 || !tree.is_nominal(head) || tree.is(head, "PRON")) continue;
    if (tree.has(head, Trait::kTime) || tree.has(head, Trait::kPartitive)) continue;
    const std::string_view relation = tree.relation(id);
    Draft draft;
    draft.anchor = head;
    draft.lemma = "=is";
    if (relation == "nmod" && tree.is_nominal(id) && !tree.is(id, "PRON")) {
      const std::string preposition = tree.preposition(id);
      // What a noun of action is about is said by the noun itself; only where it happens remains.
      const bool event =
          tree.traits(head).any(Trait::kSubjectEvent, Trait::kObjectEvent, Trait::kMutualEvent, Trait::kResultEvent);
      if (event && ((preposition != "في" && preposition != "in") || tree.child(head, "nmod") != id)) continue;
      if ((tree.has(head, Trait::kTitle) && tree.relation(head) != "root") || tree.traits(id).any(Trait::kObjectEvent)) continue;
      if (!tree.lexicon().word(preposition).has(Trait::kLocative)) continue;
      if (tree.preposition_has(id, Trait::kAdditive) || tree.preposition_has(id, Trait::kAccording)) continue;
      if (!is_named(tree, id)) continue;
      if (preposition.empty() || preposition == "of" || tree.word(id).deprel == "nmod:poss") continue;
      draft.relation = tree.preposition_words(id);
      draft.relation_head = draft.relation.empty() ? 0 : draft.relation.front();
      draft.subject = resolved(trees, sentence, head, discourse);
      draft.lemma = preposition;
      draft.rule = "modifier";
      for (const int member : conjuncts(tree, id)) {
        Draft one = draft;
        one.object = resolved(trees, sentence, member, discourse);
        out.push_back(std::move(one));
      }
    }
  }
}

}  // namespace isnad::claims
