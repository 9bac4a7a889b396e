#include "extract/train/names_examples.h"

#include "extract/nlp/analyser.h"
#include "extract/who/draft.h"
#include "extract/who/lexicon.h"
#include "extract/who/name_hints.h"
#include "graph/model/error.h"

namespace isnad::train {

namespace {

using names::TagSet;

/// The tags that begin (go on with) a name of one of the types.
TagSet tags_of(evaluation::TypeSet types, bool inside) {
  TagSet tags = 0;
  for (unsigned t = 0; t < names::kTypes; ++t) {
    const auto type = static_cast<EntityType>(t);
    if ((types & evaluation::type_set(type)) != 0) tags |= names::tag_set(inside ? names::inside_tag(type) : names::begin_tag(type));
  }
  return tags;
}

bool is_clitic(const conllu::Word& word) {
  return word.upos == "ADP" || word.upos == "CCONJ" || word.upos == "PART" || word.upos == "SCONJ" || word.upos == "AUX" ||
         word.upos == "ADV";
}

bool starts_in(const conllu::Word& word, Span span) { return span.begin <= word.span.begin && word.span.begin < span.end; }

}  // namespace

std::vector<TagSet> allowed_tags(const conllu::Sentence& sentence, const std::vector<names::WordHint>& hints,
                                 const evaluation::TaggedSentence& gold, const std::vector<Span>& spans) {
  std::vector<TagSet> allowed(sentence.words.size(), names::tag_set(names::kOutside));
  for (const auto& name : gold.names) {
    const Span whole{spans[name.first].begin, spans[name.last].end};
    std::size_t first = 0;
    while (first < sentence.words.size() && !starts_in(sentence.words[first], whole)) ++first;
    std::size_t last = first;
    while (last + 1 < sentence.words.size() && starts_in(sentence.words[last + 1], whole)) ++last;
    if (first == sentence.words.size()) continue;
    while (first < last && sentence.words[first].upos == "PUNCT" && starts_in(sentence.words[first], spans[name.first])) ++first;
    while (last > first && sentence.words[last].upos == "PUNCT" && starts_in(sentence.words[last], spans[name.last])) --last;
    while (first < last && is_clitic(sentence.words[first]) && starts_in(sentence.words[first + 1], spans[name.first])) ++first;
    while (last > first && sentence.words[last].upos == "PRON" && starts_in(sentence.words[last - 1], spans[name.last])) --last;
    evaluation::TypeSet types = name.types;
    if (const names::Tag known = hints[first].known; known != names::kOutside) {
      if (const auto type = evaluation::type_set(names::type_of(known)); (types & type) != 0) types = type;
    }
    for (std::size_t i = first; i <= last; ++i) allowed[i] = tags_of(types, i > first);
  }
  return allowed;
}

std::vector<NameDocument> read_names(const std::filesystem::path& path, const std::string& lang, const nlp::Analyser& analyser,
                                     const who::Lexicon& lexicon) {
  std::vector<NameDocument> documents;
  for (auto& gold : evaluation::to_documents(evaluation::read_tagged(path))) {
    NameDocument document;
    document.gold = std::move(gold);
    if (document.gold.document.lang != lang) throw UsageError(path.string() + ": not in " + lang);
    document.sentences = analyser.analyse(document.gold.document);
    if (document.sentences.size() != document.gold.sentences.size()) throw Error(path.string() + ": sentences were divided anew");
    for (conllu::Sentence& sentence : document.sentences) sentence.lang = lang;
    who::Draft draft(lexicon, document.gold.document, document.sentences);
    who::find_lexicon_names(draft);
    document.hints = who::name_hints(draft);
    for (std::size_t s = 0; s < document.sentences.size(); ++s)
      document.allowed.push_back(
          allowed_tags(document.sentences[s], document.hints[s], document.gold.sentences[s], document.gold.spans[s]));
    documents.push_back(std::move(document));
  }
  return documents;
}

}  // namespace isnad::train
