#include "tests/extract/claims/testing.h"

#include <algorithm>
#include <sstream>

#include "extract/claims/claim_extractor.h"

namespace isnad::claims::testing {

Parsed parse(std::string_view lang, std::string_view trees) {
  Parsed out;
  out.document.id = DocumentId("doc");
  out.document.lang = lang;
  std::istringstream in{std::string(trees)};
  std::string line;
  bool glued = true;
  const auto finish = [&](conllu::Sentence& sentence) {
    if (sentence.words.empty()) return;
    sentence.lang = lang;
    sentence.id = "doc#" + std::to_string(out.sentences.size());
    sentence.span.end = static_cast<std::uint32_t>(out.document.text.size());
    sentence.text = sentence.span.of(out.document.text);
    out.sentences.push_back(sentence);
    sentence = {};
    out.document.text += '\n';
    sentence.span.begin = static_cast<std::uint32_t>(out.document.text.size());
    glued = true;
  };
  conllu::Sentence sentence;
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    conllu::Word word;
    if (!(fields >> word.form >> word.lemma >> word.upos >> word.head >> word.deprel)) {
      finish(sentence);
      continue;
    }
    fields >> word.feats;
    const bool joins = word.form.size() > 1 && word.form.back() == '+';
    if (joins) word.form.pop_back();
    if (!glued) out.document.text += ' ';
    glued = joins;
    word.span.begin = static_cast<std::uint32_t>(out.document.text.size());
    out.document.text += word.form;
    word.span.end = static_cast<std::uint32_t>(out.document.text.size());
    sentence.words.push_back(std::move(word));
  }
  finish(sentence);
  return out;
}

std::vector<std::string> claims_of(std::string_view lang, std::string_view trees) {
  static const ClaimExtractor extractor({.least_confidence = 0.0F});
  const Parsed parsed = parse(lang, trees);
  std::vector<std::string> out;
  for (const Claim& claim : extractor.extract(parsed.document, parsed.sentences)) {
    std::string line = claim.subject.text + " | " + claim.relation.text + " | " + claim.object.text;
    if (claim.polarity == Polarity::kDenied) line += " !";
    if (claim.modality != Modality::kFact) line += " ?" + std::string(to_string(claim.modality));
    if (!claim.attribution.empty()) line += " @" + claim.attribution.front().speaker.text;
    out.push_back(std::move(line));
  }
  return out;
}

bool has(const std::vector<std::string>& lines, std::string_view line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += line + "\n";
  return out;
}

}  // namespace isnad::claims::testing
