#pragma once

#include <string>
#include <vector>

#include "extract/claims/claim_extractor.h"
#include "extract/conllu/sentence.h"
#include "extract/nlp/analyser.h"
#include "extract/what/agency_credits.h"
#include "extract/what/relation_typer.h"
#include "extract/who/described_actors.h"
#include "extract/who/resolver.h"
#include "extract/who/user_lexicon.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad {

/// All of `extract` on one page: a document in, everything that it gives to the graph out.
///
/// Threads: one `Pipeline` serves any number of threads at once.
class Pipeline {
 public:
  /// `user`: rows beside the project's own tables; `who::check` finds no fault in them.
  /// Throws: IoError, FormatError from reading the lexicon.
  explicit Pipeline(nlp::Analyser::Options options = {}, const who::UserLexicon& user = {});

  /// Throws: ModelError.
  [[nodiscard]] Extraction run(Document document) const;

  [[nodiscard]] const nlp::Analyser& analyser() const { return analyser_; }

  /// Returns: program version and the fingerprints of models, tables and the user's rows, on one line: the same exactly when the same text
  /// gives the same extraction.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  nlp::Analyser analyser_;
  claims::ClaimExtractor claims_;
  who::Resolver resolver_;
  who::ActorDescriber describer_;
  what::RelationTyper typer_;
  what::AgencyCredits agencies_;
  std::string fingerprint_;
};

}  // namespace isnad
