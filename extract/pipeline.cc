#include "extract/pipeline.h"

#include <map>
#include <utility>

#include "extract/data_files.h"

namespace isnad {

namespace {

/// The language that most of the text's bytes are in.
std::string main_language(const std::vector<conllu::Sentence>& sentences) {
  std::map<std::string, std::size_t> bytes;
  for (const auto& sentence : sentences) bytes[sentence.lang] += sentence.span.size_bytes();
  std::string best;
  std::size_t most = 0;
  for (const auto& [lang, count] : bytes) {
    if (count > most) {
      most = count;
      best = lang;
    }
  }
  return best;
}

}  // namespace

Pipeline::Pipeline(nlp::Analyser::Options options, const who::UserLexicon& user)
    : analyser_(std::move(options)),
      resolver_(user),
      fingerprint_("isnad " + std::string(version()) + " " + analyser_.fingerprint() + " " + resolver_.fingerprint() + " lexicon:" + data_fingerprint("lexicon") + who::fingerprint(user)) {}

Extraction Pipeline::run(Document document) const {
  const std::vector<conllu::Sentence> trees = analyser_.analyse(document);
  if (document.lang.empty()) document.lang = main_language(trees);
  document.agency = agencies_.of(document);

  document.sentences.clear();
  for (const auto& tree : trees) document.sentences.push_back({tree.span, tree.id, tree.lang});

  Extraction out;
  for (const auto& tree : trees) out.words += tree.words.size();
  out.claims = claims_.extract(document, trees);
  who::Resolver::Resolution resolution = resolver_.resolve(document, trees);
  resolver_.link(resolution, out.claims);
  typer_.type(document, out.claims);
  typer_.compose_events(document, trees, out.claims);
  typer_.mark_mentions(document, trees, out.claims);
  describer_.describe(document, trees, resolution, out.claims);
  std::vector<Mention> mentions = resolver_.held_posts(trees, resolution);
  mentions.insert(mentions.end(), resolution.mentions.begin(), resolution.mentions.end());
  typer_.imply(document, trees, mentions, out.claims);

  out.entities = std::move(resolution.entities);
  out.mentions = std::move(resolution.mentions);
  out.sentences = document.sentences;
  out.document = std::move(document);
  out.extractor = fingerprint_;
  return out;
}

}  // namespace isnad
