#include "extract/train/word_contexts.h"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <utility>
#include <vector>

#include "extract/text/normalizer.h"
#include "extract/who/draft.h"
#include "extract/who/name_hints.h"

namespace isnad::train {

void WordContexts::add(const conllu::Sentence& sentence, const std::vector<names::NameSpan>& found) {
  std::vector<names::Tag> tags(sentence.words.size(), names::kOutside);
  for (const names::NameSpan& name : found) {
    for (int id = name.first; id <= name.last; ++id)
      tags[static_cast<std::size_t>(id - 1)] = id == name.first ? names::begin_tag(name.type) : names::inside_tag(name.type);
  }
  for (std::size_t i = 0; i < tags.size(); ++i) {
    // Folding would take the capitals, which tell a name from a word.
    const std::string& form = sentence.words[i].form;
    ++counts_[lang_ == "ar" ? text::fold_arabic(form) : form][tags[i]];
  }
}

void WordContexts::add(const Document& document) {
  std::vector<conllu::Sentence> sentences = analyser_.analyse(document);
  who::Draft draft(lexicon_, document, sentences);
  who::find_lexicon_names(draft);
  const auto found = tagger_.tag(sentences, who::name_hints(draft), lang_);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (sentences[s].lang == lang_) add(sentences[s], found[s]);
  }
}

void WordContexts::write(std::ostream& out) const {
  std::vector<std::pair<std::uint64_t, const std::string*>> order;
  for (const auto& [form, counts] : counts_) {
    const auto all = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    if (all >= names::kFewestContexts && form.find_first_of(" \t\n") == std::string::npos) order.emplace_back(all, &form);
  }
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : *a.second < *b.second; });
  for (const auto& [all, form] : order) {
    out << *form;
    for (const std::uint32_t count : counts_.at(*form)) out << '\t' << count;
    out << '\n';
  }
}

}  // namespace isnad::train
