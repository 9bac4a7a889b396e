#include "extract/claims/phrase.h"

#include <algorithm>
#include <array>

namespace isnad::claims {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 8> kModifiers = {"det",      "amod",  "nummod", "flat",
                                                        "compound", "fixed", "advmod", "goeswith"};

bool has_case(const Tree& tree, int id) {
  for (const int c : tree.children(id)) {
    if (tree.relation(c) == "case" && !tree.is_possessive_mark(c)) return true;
  }
  return false;
}

/// عام ١٩٩٤: the number behind a time word is its name, whatever the parser calls it.
bool is_year(const Tree& tree, int time, int number) {
  return number == time + 1 && tree.is(number, "NUM") && tree.has(time, Trait::kTime);
}

void add_genitive(const Tree& tree, int id, std::vector<int>& out);

/// Adds what belongs to the phrase of `id`, its own preposition and conjuncts left out.
void add_phrase(const Tree& tree, int id, std::vector<int>& out) {
  out.push_back(id);
  for (const int c : tree.children(id)) {
    const std::string_view relation = tree.relation(c);
    // The negation of a nominal predicate is the clause's, `غير` is the adjective's.
    if (relation == "advmod" && tree.is(c, "PART") && tree.has(c, Trait::kNegation) && tree.key(c) != "غير") continue;
    if (is_one_of(relation, kModifiers)) {
      add_phrase(tree, c, out);
      // Coordinated adjectives and names belong together as the first of them does.
      for (const int more : tree.children(c)) {
        if (tree.relation(more) != "conj" || tree.is_verb(more)) continue;
        add_phrase(tree, more, out);
        if (const int cc = tree.child(more, "cc"); cc != 0) out.push_back(cc);
      }
    } else if (relation == "appos" || is_year(tree, id, c)) {
      add_phrase(tree, c, out);
    } else if (relation == "nmod") {
      const bool bound = !has_case(tree, c);
      const std::string preposition = bound ? std::string{} : tree.preposition(c);
      const bool measured = tree.has(id, Trait::kPartitive) && (preposition == "من" || preposition == "of");
      // The spokesman is one in somebody's name.
      const bool in_name_of = tree.has(id, Trait::kTitle) && preposition == "ب" && tree.key(c) == "اسم";
      // قانون لعام 1916: the ل of possession binds as a genitive does.
      const bool owned = tree.arabic() && preposition == "ل";
      if (bound || preposition == "of" || owned || measured || in_name_of) add_genitive(tree, c, out);
    } else if (relation == "case" && tree.is_possessive_mark(c)) {
      out.push_back(c);
    }
  }
}

/// Adds a genitive with its preposition and its conjuncts.
void add_genitive(const Tree& tree, int id, std::vector<int>& out) {
  for (const int member : conjuncts(tree, id)) {
    add_phrase(tree, member, out);
    for (const int c : tree.children(member)) {
      if (tree.relation(c) == "case" || tree.relation(c) == "cc") out.push_back(c);
    }
  }
}

bool is_inner_mark(std::string_view form) {
  constexpr std::array<std::string_view, 12> kMarks = {"-", "–", ",", "،", "/", ".", ":", "'", "’", "&", "_", "#"};
  return is_one_of(form, kMarks);
}

}  // namespace

void add_noun_phrase(const Tree& tree, int head, std::vector<int>& out) { add_phrase(tree, head, out); }

void tidy(const Tree& tree, std::vector<int>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<int> marks;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const int between = words[i] - 1;
    if (words[i - 1] == between - 1 && tree.is_punctuation(between) && is_inner_mark(tree.word(between).form))
      marks.push_back(between);
  }
  words.insert(words.end(), marks.begin(), marks.end());
  std::sort(words.begin(), words.end());
}

Phrase noun_phrase(const Tree& tree, int sentence, int head) {
  Phrase out;
  out.sentence = sentence;
  out.head = head;
  add_phrase(tree, head, out.words);
  if (!tree.arabic()) {
    // The possessive's own mark belongs to the noun that it binds to, not to the owner.
    std::erase_if(out.words,
                  [&](int id) { return tree.is_possessive_mark(id) && tree.head(id) == head && tree.relation(id) == "case"; });
  }
  tidy(tree, out.words);
  return out;
}

std::vector<int> conjuncts(const Tree& tree, int head) {
  std::vector<int> out = {head};
  for (const int c : tree.children(head)) {
    if (tree.relation(c) == "conj" &&
        (tree.is_nominal(c) || (tree.is(c, "ADJ") && !tree.is_verb(head) && tree.child(c, "nsubj") == 0))) {
      const auto below = conjuncts(tree, c);
      out.insert(out.end(), below.begin(), below.end());
    }
  }
  return out;
}

bool is_adverbial(const Tree& tree, int id) {
  const std::string preposition = tree.preposition(id);
  return tree.lexicon()
      .word(preposition.empty() ? tree.form_key(id) : preposition + " " + tree.form_key(id))
      .has(Trait::kAdverbial);
}

int content_head(const Tree& tree, int head) {
  for (int steps = 0; steps < 4; ++steps) {
    int next = 0;
    for (const int c : tree.children(head)) {
      const std::string_view relation = tree.relation(c);
      const bool name = tree.is(c, "PROPN");
      if (relation == "nmod" && tree.has(head, Trait::kPartitive) && !tree.is(c, "PRON")) {
        const std::string preposition = tree.preposition(c);
        if (preposition.empty() || preposition == "من" || preposition == "of") next = c;
      } else if (relation == "nmod" && name && tree.has(head, Trait::kKind) && tree.preposition(c).empty()) {
        next = c;
      } else if (relation == "appos" && name && !tree.is(head, "PROPN")) {
        next = c;
      }
      if (next != 0) break;
    }
    if (next == 0) break;
    head = next;
  }
  // غارات جوية روسية: a deed without a name is its country's.
  if (tree.is(head, "NOUN") && tree.traits(head).any(Trait::kSubjectEvent, Trait::kObjectEvent, Trait::kBacking)) {
    for (const int c : tree.children(head)) {
      if (tree.relation(c) == "amod" && tree.has(c, Trait::kNationality)) return c;
    }
  }
  return head;
}

Slot make_slot(const Tree& tree, const std::vector<int>& words, int head, std::string_view text) {
  Slot slot;
  const auto among = [&](int id) { return std::binary_search(words.begin(), words.end(), id); };
  for (const int id : words) {
    const Span span = tree.word(id).span;
    if (span.empty()) continue;
    if (tree.is_punctuation(id) && words.size() > 1 && !(among(id - 1) && among(id + 1))) continue;
    if (!slot.spans.empty() && slot.spans.back().end >= span.begin)
      slot.spans.back().end = std::max(slot.spans.back().end, span.end);
    else
      slot.spans.push_back(span);
  }
  for (const Span span : slot.spans) {
    if (!slot.text.empty()) slot.text += ' ';
    slot.text += span.of(text);
  }
  if (head != 0) slot.head = tree.word(head).span;
  return slot;
}

}  // namespace isnad::claims
