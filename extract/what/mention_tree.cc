#include "extract/what/mention_tree.h"

namespace isnad::what {

bool is_adjective_of_country(const Mention& mention) { return mention.rule == "demonym"; }

MentionTree::MentionTree(const conllu::Sentence& sentence, const std::vector<const Mention*>& mentions) : sentence_(sentence) {
  for (const Mention* mention : mentions) {
    Node node;
    node.mention = mention;
    for (int id = 1; id <= sentence.size(); ++id) {
      const Span span = sentence.word(id).span;
      if (span.empty() || !mention->span.overlaps(span)) continue;
      if (node.first == 0) node.first = id;
      node.last = id;
    }
    if (node.first == 0) continue;
    node.head = node.first;
    for (int id = node.first; id <= node.last; ++id) {
      const conllu::Word& word = sentence.word(id);
      const bool outside = word.head < node.first || word.head > node.last;
      if (outside && word.upos != "ADP" && word.upos != "PUNCT" && word.upos != "CCONJ") {
        node.head = id;
        break;
      }
    }
    nodes_.push_back(node);
  }
}

const MentionTree::Node* MentionTree::headed_by(int word, bool adjectives) const {
  const Node* best = nullptr;
  for (const Node& node : nodes_) {
    if (node.head != word || node.mention->rule == "post" || (!adjectives && is_adjective_of_country(*node.mention))) continue;
    if (best == nullptr || node.last - node.first > best->last - best->first) best = &node;
  }
  return best;
}

const MentionTree::Node* MentionTree::covering(int word) const {
  const Node* best = nullptr;
  for (const Node& node : nodes_) {
    if (word < node.first || word > node.last || node.mention->rule == "post") continue;
    const bool adjective = is_adjective_of_country(*node.mention);
    if (best == nullptr || (is_adjective_of_country(*best->mention) && !adjective) ||
        (is_adjective_of_country(*best->mention) == adjective && node.last - node.first > best->last - best->first))
      best = &node;
  }
  return best;
}

std::optional<int> MentionTree::steps_up(int word, int ancestor) const {
  int steps = 0;
  while (word > 0 && steps <= sentence_.size()) {
    if (word == ancestor) return steps;
    word = sentence_.word(word).head;
    ++steps;
  }
  return std::nullopt;
}

std::string_view MentionTree::preposition(int word) const {
  for (int id = 1; id < word; ++id) {
    const conllu::Word& candidate = sentence_.word(id);
    if (candidate.head == word && conllu::base_deprel(candidate.deprel) == "case") return candidate.form;
  }
  return {};
}

}  // namespace isnad::what
