#include "extract/what/compound_ties.h"

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/what/lemma_key.h"

namespace isnad::what {

CompoundTies::CompoundTies() {
  tables::read_table(data_file("lexicon/what/compounds.tsv"), {"type", "source", "participles"}, [&](const tables::Row& row) {
    const auto type = relation_type_from(row.cells[0]);
    if (!type) row.fail("no such relation type: " + std::string(row.cells[0]));
    if (row.cells[1] != "name" && row.cells[1] != "noun") row.fail("the source is the name or the noun");
    for (const auto word : tables::alternatives(row.cells[2])) {
      if (!meanings_.try_emplace(lemma_key(word), Meaning{*type, row.cells[1] == "name"}).second)
        row.fail("the participle stands here already: " + std::string(word));
    }
  });
}

std::vector<CompoundTie> CompoundTies::in(const MentionTree& tree) const {
  std::vector<CompoundTie> out;
  const conllu::Sentence& sentence = tree.sentence();
  if (sentence.lang != "en") return out;
  for (int hyphen = 2; hyphen + 2 <= sentence.size(); ++hyphen) {
    const std::string& form = sentence.word(hyphen).form;
    if (form != "-" && form != "‑" && form != "–") continue;
    const int participle = hyphen + 1;
    const auto meaning = meanings_.find(lemma_key(sentence.word(participle).form));
    if (meaning == meanings_.end()) continue;
    const MentionTree::Node* name = nullptr;
    for (const MentionTree::Node& node : tree.nodes()) {
      const bool longer = name == nullptr || node.last - node.first > name->last - name->first;
      if (node.last == hyphen - 1 && node.mention->rule != "post" && longer) name = &node;
    }
    const MentionTree::Node* noun = tree.headed_by(sentence.word(participle).head, false);
    if (noun == nullptr) noun = tree.covering(participle + 1);
    if (name == nullptr || noun == nullptr || noun == name || noun->mention->entity == name->mention->entity) continue;
    if (noun->last <= hyphen || is_adjective_of_country(*noun->mention)) continue;
    const bool forward = meaning->second.name_is_source;
    out.push_back({forward ? name : noun, forward ? noun : name, meaning->second.type, participle});
  }
  return out;
}

}  // namespace isnad::what
