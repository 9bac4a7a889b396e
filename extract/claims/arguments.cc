#include "extract/claims/arguments.h"

#include <algorithm>
#include <string_view>

namespace isnad::claims {

namespace {

bool is_event(const Tree& tree, int id) {
  return tree.is(id, "NOUN") &&
         tree.traits(id).any(Trait::kSubjectEvent, Trait::kObjectEvent, Trait::kMutualEvent, Trait::kResultEvent);
}

bool is_chain_verb(const Tree& tree, int id) {
  return tree.traits(id).any(Trait::kChain, Trait::kChainPossible, Trait::kChainFuture, Trait::kChainNecessary,
                             Trait::kChainDenied);
}

/// أعيد انتخابه: a noun of action with what it is done to.
bool owns_object(const Tree& tree, int noun) {
  return tree.has(noun, Trait::kObjectEvent) && tree.child(noun, "nmod") != 0 &&
         tree.preposition(tree.child(noun, "nmod")).empty();
}

/// The next link of a chain from `id`; 0 when what is done is `id` itself.
int next_link(const Tree& tree, int id) {
  if (!tree.is_verb(id) && !tree.is(id, "ADJ")) return 0;
  const bool object = tree.child(id, "obj") != 0;
  for (const int c : tree.children(id)) {
    const std::string_view relation = tree.relation(c);
    // Raising and control: nobody but the subject can be the one who does it.
    if (relation == "xcomp" && tree.is_verb(c) && (!object || is_chain_verb(tree, id)) && tree.child(c, "nsubj") == 0) return c;
    if (!tree.arabic()) continue;
    const bool done = tree.has(id, Trait::kPassive) || (is_chain_verb(tree, id) && tree.is_passive(id) && owns_object(tree, c));
    if (relation == "nsubj" && done && tree.is(c, "NOUN")) return c;
    if ((relation == "csubj" || relation == "ccomp") && tree.is_verb(c) && is_chain_verb(tree, id) &&
        tree.child(id, "nsubj") == 0 && tree.traits(id).any(Trait::kChainPossible, Trait::kChainNecessary)) {
      return c;
    }
    // Verbal nouns: only a true noun of action whose object comes after it.
    if ((relation == "obj" || relation == "obl") && is_chain_verb(tree, id) &&
        (carries_object(tree, c) || (relation == "obj" && tree.is_passive(id) && owns_object(tree, c)))) {
      if (relation == "obl" && (object || tree.preposition(c) == "بعد" || tree.preposition(c) == "قبل")) continue;
      return c;
    }
  }
  return 0;
}

void add_through(const Tree& tree, int noun, Argument::Role role, std::vector<Argument>& out, const std::vector<int>& through);

void add_argument(const Tree& tree, int head, Argument::Role role, std::vector<Argument>& out) {
  const std::string preposition = tree.preposition(head);
  const std::vector<int> words = tree.preposition_words(head);
  for (const int member : conjuncts(tree, head)) {
    Argument argument;
    argument.head = member;
    argument.role = role;
    argument.preposition = member == head || tree.preposition(member).empty() ? preposition : tree.preposition(member);
    argument.preposition_words = words;
    out.push_back(std::move(argument));
  }
}

/// The object of a verb: أطلق سراح الأسير is done to the prisoner.
void add_object(const Tree& tree, int head, std::vector<Argument>& out) {
  const int owner = tree.has(head, Trait::kBound) ? tree.child(head, "nmod") : 0;
  if (owner < head || !tree.preposition(owner).empty()) return add_argument(tree, head, Argument::Role::kObject, out);
  const std::size_t first = out.size();
  add_argument(tree, owner, Argument::Role::kObject, out);
  for (std::size_t i = first; i < out.size(); ++i) out[i].through = {head};
}

/// What hangs on the object of a light verb is related through it: نفذ هجوما على القرية، paid tribute to his bravery.
void add_through(const Tree& tree, int noun, Argument::Role role, std::vector<Argument>& out, const std::vector<int>& through) {
  for (const int c : tree.children(noun)) {
    if (tree.relation(c) != "nmod" || tree.preposition(c).empty() || tree.preposition(c) == "of") continue;
    const std::size_t first = out.size();
    add_argument(tree, c, role, out);
    for (std::size_t i = first; i < out.size(); ++i) out[i].through = through;
  }
}

Argument::Role oblique_role(const Tree& tree, int id, bool passive) {
  if (tree.word(id).deprel == "obl:agent") return Argument::Role::kAgent;
  if (passive && tree.preposition_has(id, Trait::kAgent)) return Argument::Role::kAgent;
  return Argument::Role::kOblique;
}

/// The noun that an English relative clause without pronoun leaves out as its object: the flourishes she used.
int left_object(const Tree& tree, int link, const Chain& chain) {
  if (tree.arabic() || link != chain.links.back() || !tree.is_verb(link) || tree.relation(chain.links.front()) != "acl") return 0;
  const int subject = tree.child(chain.links.front(), "nsubj");
  if (subject == 0 || tree.is_relative_pronoun(subject) || tree.form_key(subject) == "that") return 0;
  if (tree.word(chain.links.front()).deprel != "acl:relcl" && tree.word(chain.links.front()).deprel != "acl") return 0;
  if (tree.is_passive(link)) return 0;
  for (const int l : chain.links) {
    for (const int c : tree.children(l)) {
      const std::string_view relation = tree.relation(c);
      if (relation == "obj" || relation == "ccomp" || relation == "mark" || (relation == "obl" && tree.is_relative_pronoun(c)) ||
          (relation == "advmod" && tree.has(c, Trait::kRelativeAdverb)))
        return 0;
    }
  }
  return tree.head(chain.links.front());
}

}  // namespace

bool carries_object(const Tree& tree, int noun) {
  if (!is_event(tree, noun) || !tree.arabic()) return false;
  if (!tree.has(noun, Trait::kObjectEvent)) return false;
  for (const int c : tree.children(noun)) {
    if ((tree.relation(c) == "nmod" || tree.relation(c) == "obj") && !tree.is(c, "PRON")) return true;
  }
  return false;
}

std::vector<int> predicate_words(const Tree& tree, int head) {
  std::vector<int> out = {head};
  for (const int c : tree.children(head)) {
    const std::string_view relation = tree.relation(c);
    const bool particle = relation == "compound" && tree.word(c).deprel == "compound:prt";
    const bool negation = relation == "advmod" && tree.has(c, Trait::kNegation) && tree.key(c) != "غير";
    if (relation == "aux" || relation == "cop" || particle || negation) {
      out.push_back(c);
      for (const int below : tree.children(c)) {
        if (tree.relation(below) == "advmod" && tree.has(below, Trait::kNegation)) out.push_back(below);
      }
    }
  }
  return out;
}

/// Returns: the auxiliaries that a coordinated participle shares with the first: was founded and (was) named.
std::vector<int> shared_auxiliaries(const Tree& tree, int verb) {
  if (tree.arabic() || tree.relation(verb) != "conj" || tree.child(verb, "aux") != 0 || tree.child(verb, "nsubj") != 0) return {};
  const int first = tree.head(verb);
  if (!tree.is_verb(first) || tree.feature(verb, "VerbForm") != "Part" || tree.feature(first, "VerbForm") != "Part") return {};
  std::vector<int> out;
  for (const int c : tree.children(first)) {
    if (tree.relation(c) == "aux") out.push_back(c);
  }
  return out;
}

Chain follow_chain(const Tree& tree, int head) {
  constexpr int kLongest = 4;
  Chain chain;
  chain.relation = shared_auxiliaries(tree, head);
  for (int at = head; at != 0 && chain.links.size() < kLongest; at = next_link(tree, at)) {
    chain.links.push_back(at);
    const auto words = predicate_words(tree, at);
    chain.relation.insert(chain.relation.end(), words.begin(), words.end());
    // to leave; is to leave
    if (!tree.arabic() && (at != head || (tree.is_infinitive(at) && tree.child(at, "aux") != 0))) {
      if (const int to = tree.child(at, "mark"); to != 0 && (at != head || tree.form_key(to) == "to"))
        chain.relation.push_back(to);
    }
    if (!chain.lemma.empty()) chain.lemma += ' ';
    chain.lemma += tree.word(at).lemma;
    std::sort(chain.relation.begin(), chain.relation.end());
    chain.relation_to.push_back(chain.relation);
    chain.lemma_to.push_back(chain.lemma);
  }
  return chain;
}

Phrase clause_phrase(const Tree& tree, int sentence, int head) {
  Phrase out;
  out.sentence = sentence;
  out.head = head;
  if (!tree.arabic()) {
    // The whole of it, as far as it is one clause.
    std::vector<int> open = {head};
    while (!open.empty()) {
      const int id = open.back();
      open.pop_back();
      out.words.push_back(id);
      for (const int c : tree.children(id)) {
        const std::string_view relation = tree.relation(c);
        if (relation == "parataxis" || relation == "discourse" || relation == "vocative") continue;
        if (id == head &&
            (relation == "punct" || relation == "cc" || (relation == "conj" && (tree.is_verb(c) || tree.child(c, "nsubj") != 0))))
          continue;
        if (relation == "punct" && tree.word(c).form != "-") continue;
        open.push_back(c);
      }
    }
    tidy(tree, out.words);
    return out;
  }
  const Chain chain = follow_chain(tree, head);
  out.words = chain.relation;
  if (!tree.is_verb(head)) add_noun_phrase(tree, head, out.words);
  for (const int link : chain.links) {
    for (const int c : tree.children(link)) {
      const std::string_view relation = tree.relation(c);
      const bool argument = relation == "nsubj" || relation == "obj" || relation == "iobj" ||
                            (relation == "xcomp" && !tree.is_verb(c)) ||
                            (relation == "nmod" && link != head && tree.preposition(c).empty());
      // A clitic is part of another word and names nobody by itself.
      if (argument && !(tree.arabic() && tree.is(c, "PRON")) &&
          std::find(chain.links.begin(), chain.links.end(), c) == chain.links.end()) {
        add_noun_phrase(tree, c, out.words);
      }
    }
  }
  tidy(tree, out.words);
  return out;
}

std::vector<Argument> arguments_of(const Tree& tree, const Chain& chain) {
  std::vector<Argument> out;
  const auto is_link = [&](int id) { return std::find(chain.links.begin(), chain.links.end(), id) != chain.links.end(); };
  bool passive = false;
  for (const int link : chain.links) passive = passive || tree.has(link, Trait::kPassive) || tree.is_passive(link);
  for (std::size_t i = 0; i < chain.links.size(); ++i) {
    const int link = chain.links[i];
    const std::size_t first = out.size();
    const bool verbal = !tree.is(link, "NOUN");
    for (const int c : tree.children(link)) {
      if (is_link(c)) continue;
      const std::string_view relation = tree.relation(c);
      if (relation == "obj" || relation == "iobj") {
        add_object(tree, c, out);
        if (tree.has(link, Trait::kLight) && (is_event(tree, c) || !tree.arabic()))
          add_through(tree, c, Argument::Role::kOblique, out, {c});
      } else if (relation == "obl") {
        add_argument(tree, c, oblique_role(tree, c, passive), out);
      } else if (relation == "nmod" && !verbal) {
        if (tree.preposition(c).empty())
          add_object(tree, c, out);
        else
          add_argument(tree, c, oblique_role(tree, c, passive), out);
      } else if (relation == "ccomp" || (relation == "csubj" && link != chain.links.front())) {
        Argument argument;
        argument.head = c;
        argument.role = Argument::Role::kClause;
        out.push_back(argument);
      } else if (relation == "xcomp") {
        if (tree.is_verb(c)) {
          Argument argument;
          argument.head = c;
          argument.role = Argument::Role::kClause;
          out.push_back(argument);
        } else {
          add_argument(tree, c, Argument::Role::kPredicate, out);
        }
      }
    }
    if (const int noun = left_object(tree, link, chain); noun != 0) add_argument(tree, noun, Argument::Role::kObject, out);
    for (std::size_t k = first; k < out.size(); ++k) out[k].link = i;
    // A noun of action at the end of a chain is itself what the verb is about: قرر عقد اجتماع.
    const auto says_it_is_done = [&](int verb) {
      return tree.has(verb, Trait::kPassive) || (tree.arabic() && tree.is_passive(verb));
    };
    if (i > 0 && !verbal && !says_it_is_done(chain.links[i - 1])) {
      add_argument(tree, link, Argument::Role::kObject, out);
      out.back().link = i - 1;
    }
  }
  return out;
}

}  // namespace isnad::claims
