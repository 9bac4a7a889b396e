#pragma once

#include <string>
#include <vector>

#include "extract/claims/clause.h"
#include "extract/claims/phrase.h"
#include "extract/claims/tree.h"

namespace isnad::claims {

/// Who says something, and the verb of saying (empty for `according to` and headline colons).
struct Speaker {
  Phrase who;
  std::string verb;
};

/// Follows who says what through a document: reported clauses, sources named beside a statement, speakers before a
/// headline's colon, and quotations that go on over several sentences.
///
/// Threads: one belongs to one document's extraction.
class Speech {
 public:
  /// Lifetime: both must outlive it.
  Speech(const std::vector<Tree>& trees, const Discourse& discourse) : trees_(trees), discourse_(discourse) {}

  /// Requires: called once a sentence, in text order.
  /// Returns: by word id (index 0 unused) who says it, innermost first.
  [[nodiscard]] std::vector<std::vector<Speaker>> attribute(int sentence, const std::vector<Clause>& clauses);

 private:
  /// Returns: true when one of the next sentences closes the quotation that `sentence` leaves open; else the mark was forgotten.
  [[nodiscard]] bool closes_later(int sentence) const;

  const std::vector<Tree>& trees_;
  const Discourse& discourse_;
  /// Who speaks in the quotation that the sentences so far have left open.
  std::vector<Speaker> open_;
  /// For how many sentences it has been open.
  int open_for_ = 0;
};

}  // namespace isnad::claims
