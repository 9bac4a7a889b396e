#pragma once

#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "extract/conllu/sentence.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"
#include "graph/model/entity.h"

namespace isnad::what::testing {

/// A document of one sentence that is written a word a line.
struct Told {
  Document document;
  std::vector<conllu::Sentence> sentences;

  /// `rows`: `form lemma upos head deprel [feats]` a line; without `lemmas` no lemma, the form is its own.
  Told(const std::string& lang, const std::string& rows, bool lemmas) {
    document.id = DocumentId("d");
    conllu::Sentence sentence;
    sentence.lang = lang;
    std::istringstream lines(rows);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream fields(line);
      conllu::Word word;
      fields >> word.form;
      word.lemma = word.form;
      if (lemmas) fields >> word.lemma;
      fields >> word.upos >> word.head >> word.deprel >> word.feats;
      if (!document.text.empty()) document.text += ' ';
      word.span.begin = static_cast<std::uint32_t>(document.text.size());
      document.text += word.form;
      word.span.end = static_cast<std::uint32_t>(document.text.size());
      sentence.words.push_back(word);
    }
    sentences.push_back(sentence);
  }

  /// Where words first stand.
  [[nodiscard]] Span span(const std::string& words) const {
    const auto at = document.text.find(words);
    if (at == std::string::npos) throw std::invalid_argument("not in the test's sentence: " + words);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  /// Those words as a slot, all of them its head; of the entity `key` when there is one.
  [[nodiscard]] Slot slot(const std::string& words, const std::string& key = "") const {
    Slot out;
    out.text = words;
    if (words.empty()) return out;
    out.spans = {span(words)};
    out.head = span(words);
    if (!key.empty()) out.entity = EntityKey(key);
    return out;
  }
};

}  // namespace isnad::what::testing
