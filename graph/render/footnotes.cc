#include "graph/render/footnotes.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "graph/render/text_fit.h"

namespace isnad::render {

namespace {

using SentenceKey = std::pair<DocumentId, std::uint32_t>;

SentenceKey sentence_of(const Proof& proof) { return {proof.claim.document, proof.claim.sentence}; }

/// The part of a sentence, in its own bytes, that the words of a claim take up; empty when they stand elsewhere.
std::pair<std::size_t, std::size_t> extent(const Claim& claim, Span sentence) {
  std::size_t begin = std::numeric_limits<std::size_t>::max();
  std::size_t end = 0;
  for (const Slot* slot : {&claim.subject, &claim.relation, &claim.object}) {
    for (const Span part : slot->spans) {
      if (!sentence.contains(part)) continue;
      begin = std::min<std::size_t>(begin, part.begin - sentence.begin);
      end = std::max<std::size_t>(end, part.end - sentence.begin);
    }
  }
  return end == 0 ? std::pair<std::size_t, std::size_t>{0, 0} : std::pair{begin, end};
}

}  // namespace

void order_proofs(std::vector<Proof>& proofs) {
  std::stable_sort(proofs.begin(), proofs.end(), [](const Proof& a, const Proof& b) {
    return std::tie(b.claim.confidence, a.letters, a.claim.id) < std::tie(a.claim.confidence, b.letters, b.claim.id);
  });
}

std::vector<std::vector<const Proof*>> choose_notes(const std::vector<NoteSeeker>& lines, std::size_t per_line,
                                                    std::size_t max_notes) {
  std::vector<std::size_t> by_strength(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) by_strength[i] = i;
  std::stable_sort(by_strength.begin(), by_strength.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(lines[b].sources, lines[b].claims) < std::tie(lines[a].sources, lines[a].claims);
  });
  std::vector<std::vector<const Proof*>> chosen(lines.size());
  std::set<SentenceKey> printed;
  for (std::size_t round = 0; round < per_line; ++round) {
    for (const std::size_t line : by_strength) {
      const auto fits = [&](const Proof& proof) {
        const SentenceKey sentence = sentence_of(proof);
        const bool has_it = std::any_of(chosen[line].begin(), chosen[line].end(),
                                        [&](const Proof* other) { return sentence_of(*other) == sentence; });
        return !has_it && (printed.contains(sentence) || printed.size() < max_notes);
      };
      const auto best = std::find_if(lines[line].proofs->begin(), lines[line].proofs->end(), fits);
      if (best == lines[line].proofs->end()) continue;
      printed.insert(sentence_of(*best));
      chosen[line].push_back(&*best);
    }
  }
  return chosen;
}

Footnote note_of(const Claim& claim, const Document& document, std::size_t max_letters) {
  const auto& sentence = document.sentences[claim.sentence];
  const auto [begin, end] = extent(claim, sentence.span);
  Footnote note;
  note.sentence = excerpt(sentence.span.of(document.text), begin, end, max_letters);
  note.lang = sentence.lang.empty() ? document.lang : sentence.lang;
  note.date = claim.event_date.empty() ? document.published : claim.event_date;
  note.source = !document.source.empty() ? document.source : !document.title.empty() ? document.title : document.id.str();
  note.document = claim.document;
  return note;
}

}  // namespace isnad::render
