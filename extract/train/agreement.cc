#include "extract/train/agreement.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/nlp/network/word_features.h"

namespace isnad::train {
namespace {

using conllu::Sentence;
using conllu::Word;

constexpr int kShortest_words = 4;
constexpr int kLongest_words = 60;

double agreement(const Sentence& a, const Sentence& b) {
  int same = 0;
  for (int id = 1; id <= a.size(); ++id) {
    const Word& x = a.word(id);
    const Word& y = b.word(id);
    same += x.upos == y.upos && x.head == y.head && conllu::base_deprel(x.deprel) == conllu::base_deprel(y.deprel) ? 1 : 0;
  }
  return static_cast<double>(same) / a.size();
}

/// Leaves of a verb's features the voice, if it shows.
void keep_voice(Sentence& sentence, int id) {
  Word& verb = sentence.word(id);
  const bool passive = verb.feats.find("Voice=Pass") != std::string::npos;
  bool subject = false;
  bool object = false;
  for (const Word& child : sentence.words) {
    if (child.head != id) continue;
    const std::string_view label = conllu::base_deprel(child.deprel);
    subject |= label == "nsubj";
    object |= label == "obj" || label == "ccomp";
  }
  verb.feats.clear();
  if (passive) {
    verb.feats = "Voice=Pass";
  } else if (subject && object) {
    verb.feats = "Voice=Act";
  } else {
    verb.misc += verb.misc.empty() ? "Unmarked=Voice" : "|Unmarked=Voice";
  }
}

}  // namespace

std::optional<Sentence> agreed(Sentence first, const Sentence& second, const AgreementOptions& options) {
  if (first.size() < kShortest_words || first.size() > kLongest_words) return std::nullopt;
  bool passive = false;
  bool verb = false;
  for (const Word& word : first.words) {
    verb |= word.upos == "VERB";
    passive |= word.upos == "VERB" && word.feats.find("Voice=Pass") != std::string::npos;
  }
  if (!verb || (options.passives_only && !passive) || agreement(first, second) < options.least) return std::nullopt;
  for (int id = 1; id <= first.size(); ++id) {
    Word& word = first.word(id);
    word.form = nlp::to_utf8(nlp::clean_form(word.form));
    if (word.upos == "VERB") {
      keep_voice(first, id);
    } else {
      word.feats.clear();
    }
  }
  return first;
}

}  // namespace isnad::train
