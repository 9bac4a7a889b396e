#include "extract/claims/tree.h"

#include <algorithm>

#include "extract/claims/fold.h"

namespace isnad::claims {

namespace {

/// The folded form of an Arabic verb without what conjugation adds to it, for verbs that the lemmatiser gets wrong.
std::string_view stem_of(std::string_view form) {
  constexpr std::size_t kTwoLetters = 4;
  for (const std::string_view ending : {"وا", "ون", "ان", "تا", "نا", "ت", "ن", "ا"}) {
    if (form.ends_with(ending) && form.size() >= ending.size() + 2 * kTwoLetters - 2) {
      form.remove_suffix(ending.size());
      break;
    }
  }
  for (const std::string_view prefix : {"ي", "ت", "ن"}) {
    if (form.starts_with(prefix) && form.size() >= prefix.size() + 2 * kTwoLetters - 2) {
      form.remove_prefix(prefix.size());
      break;
    }
  }
  return form;
}

}  // namespace

Tree::Tree(const conllu::Sentence& sentence, const Lexicon& lexicon)
    : sentence_(&sentence), lexicon_(&lexicon), arabic_(sentence.lang == "ar"), nodes_(sentence.words.size() + 1) {
  const int n = size();
  for (int id = 1; id <= n; ++id) {
    const conllu::Word& w = word(id);
    Node& node = nodes_[static_cast<std::size_t>(id)];
    node.form_key = fold(w.form);
    node.key = fold(w.lemma.empty() ? w.form : w.lemma);
    // A lemmatiser that does not know the noun leaves its article on.
    if ((w.upos == "NOUN" || w.upos == "ADJ") && node.key == node.form_key) {
      const std::string_view bare = without_article(node.key);
      if (bare.size() != node.key.size() && !lexicon.known(node.key)) node.key = std::string(bare);
    }
    if (w.upos == "VERB" || w.upos == "AUX" || w.upos == "ADJ") node.traits.add(lexicon.verb(node.key));
    if (w.upos == "NOUN") node.traits.add(lexicon.event(node.key));
    if (arabic_ && w.upos == "VERB" && !lexicon.known(node.key)) node.traits.add(lexicon.verb(stem_of(node.form_key)));
    Traits of_word = lexicon.word(node.key);
    if (node.form_key != node.key) of_word.add(lexicon.word(node.form_key));
    // منسقة is a منسق: offices have one entry for men and women.
    if (arabic_ && w.upos == "NOUN" && node.key.ends_with("ه") &&
        lexicon.word(std::string_view(node.key).substr(0, node.key.size() - 2)).has(Trait::kTitle)) {
      of_word.add(Trait::kTitle);
    }
    // Arabic names are also months (رجب) and offices (أمير); as names they are neither.
    if (arabic_ && w.upos == "PROPN") of_word.keep(Trait::kMasculinePlace, Trait::kCountry);
    node.traits.add(of_word);
    node.head = w.head >= 1 && w.head <= n && w.head != id ? w.head : 0;
    node.relation = conllu::base_deprel(w.deprel);
  }
  cut_circles();
  link();
}

void Tree::link() {
  roots_.clear();
  for (Node& node : nodes_) node.children.clear();
  for (int id = 1; id <= size(); ++id) {
    if (head(id) == 0) {
      roots_.push_back(id);
      node(id).relation = "root";
    } else {
      node(head(id)).children.push_back(id);
    }
  }
  top_down_ = roots_;
  for (std::size_t i = 0; i < top_down_.size(); ++i) {
    const auto& below = children(top_down_[i]);
    top_down_.insert(top_down_.end(), below.begin(), below.end());
  }
}

bool Tree::hang(int id, int head, std::string_view relation) {
  if (head != 0 && dominates(id, head)) return false;
  node(id).head = head;
  node(id).relation = relation;
  link();
  return true;
}

void Tree::cut_circles() {
  // Walk up from every word; whoever comes back to a word of the same walk has closed a circle, which is cut there.
  std::vector<int> seen(nodes_.size(), 0);
  for (int id = 1; id <= size(); ++id) {
    for (int at = id; at != 0 && seen[static_cast<std::size_t>(at)] == 0; at = node(at).head) {
      seen[static_cast<std::size_t>(at)] = id;
      if (node(at).head != 0 && seen[static_cast<std::size_t>(node(at).head)] == id) node(at).head = 0;
    }
  }
}

bool Tree::is_relative_pronoun(int id) const {
  if (!is(id, "PRON") && !is(id, "DET") && !is(id, "ADV") && !is(id, "SCONJ")) return false;
  return has(id, Trait::kRelative) || feature(id, "PronType") == "Rel";
}

bool Tree::is_nominal(int id) const {
  const std::string_view tag = upos(id);
  return tag == "NOUN" || tag == "PROPN" || tag == "PRON" || tag == "NUM" || tag == "SYM" || tag == "X";
}

std::string_view Tree::feature(int id, std::string_view name) const {
  std::string_view rest = word(id).feats;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('|'));
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') return pair.substr(name.size() + 1);
    rest = pair.size() == rest.size() ? std::string_view{} : rest.substr(pair.size() + 1);
  }
  return {};
}

bool Tree::is_passive(int id) const {
  if (child(id, "nsubj:pass") != 0 || child(id, "csubj:pass") != 0 || child(id, "aux:pass") != 0 || child(id, "obl:agent") != 0)
    return true;
  if (arabic_) return feature(id, "Voice") == "Pass";
  bool perfect = false;
  bool be = false;
  for (const int c : children(id)) {
    if (relation(c) != "aux") continue;
    perfect = perfect || key(c) == "have";
    be = be || key(c) == "be" || key(c) == "get";
  }
  const bool past_participle = word(id).xpos == "VBN" || (feature(id, "VerbForm") == "Part" && feature(id, "Tense") == "Past");
  return past_participle && (be || !perfect);
}

int Tree::child(int id, std::string_view wanted) const {
  const bool subtype = wanted.find(':') != std::string_view::npos;
  for (const int c : children(id)) {
    if ((subtype ? std::string_view(word(c).deprel) : relation(c)) == wanted) return c;
  }
  return 0;
}

bool Tree::dominates(int ancestor, int id) const {
  while (id != 0 && id != ancestor) id = head(id);
  return id == ancestor;
}

std::vector<int> Tree::preposition_words(int id) const {
  std::vector<int> out;
  for (const int c : children(id)) {
    if (relation(c) != "case" || is_possessive_mark(c)) continue;
    out.push_back(c);
    for (const int part : children(c)) {
      if (relation(part) == "fixed" || relation(part) == "case") out.push_back(part);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string Tree::preposition(int id) const {
  std::string out;
  for (const int word_id : preposition_words(id)) {
    if (!out.empty()) out += ' ';
    out += form_key(word_id);
  }
  return out;
}

bool Tree::preposition_has(int id, Trait trait) const {
  const std::string preposition = this->preposition(id);
  if (preposition.empty()) return false;
  return lexicon_->word(preposition).has(trait) ||
         lexicon_->word(std::string_view(preposition).substr(0, preposition.find(' '))).has(trait);
}

void Tree::read_as_verb(int id) {
  node(id).verb = true;
  node(id).traits = lexicon_->verb(node(id).key);
}

}  // namespace isnad::claims
