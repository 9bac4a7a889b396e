#include "extract/what/event_dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>

#include "extract/what/lemma_key.h"

namespace isnad::what {

namespace {

/// Words that open a clause of their own: what stands behind them belongs to what follows.
constexpr std::array<std::string_view, 22> kOpeners = {"ان",    "بان",  "انه",   "انها", "الذي",  "التي", "الذين", "حيث",
                                                       "بينما", "فيما", "عندما", "لكن",  "بعدما", "كما",  "that",  "who",
                                                       "which", "when", "while", "but",  "where", "and"};

/// A predicate of the sentence: all claims whose relation has the same head.
struct Predicate {
  Span head;
  bool verbal = false;
  bool can_be_dated = false;
  const TimeExpression* date = nullptr;
  bool direct = false;
};

Span sentence_span(const Document& document, const Claim& claim) {
  if (claim.sentence < document.sentences.size()) return document.sentences[claim.sentence].span;
  Span span = claim.relation.head;
  for (const Slot* slot : {&claim.relation, &claim.subject, &claim.object}) {
    for (const Span& part : slot->spans) {
      if (span.empty()) span = part;
    }
  }
  if (span.empty()) return span;
  const std::string_view text = document.text;
  const auto ends_sentence = [&](std::size_t at) {
    if (text[at] == '\n' || text[at] == '!' || text.substr(at).starts_with("؟")) return true;
    const bool point = text[at] == '.' || text[at] == '?';
    return point && (at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n');
  };
  std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  std::size_t end = std::min<std::size_t>(span.end, text.size());
  while (begin > 0 && !ends_sentence(begin - 1)) --begin;
  while (end < text.size() && !ends_sentence(end)) ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Posts, ties and bare identities last; they take no date from the words beside them.
bool can_be_dated(const Claim& claim) {
  if (claim.relation.head.empty() || claim.relation_lemma == "=is") return false;
  if (claim.rule.starts_with("modifier") || claim.rule.starts_with("title")) return false;
  switch (claim.type) {
    case RelationType::kRole:
    case RelationType::kMember:
    case RelationType::kKin:
      return claim.rule.starts_with("verb") || claim.rule.starts_with("chain");
    default:
      return true;
  }
}

bool covers(const Slot& slot, Span span) {
  return std::any_of(slot.spans.begin(), slot.spans.end(), [&](const Span& part) { return part.overlaps(span); });
}

bool opens_clause(std::string_view between) {
  const auto words = key_words(lemma_key(between));
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end(); });
}

class SentenceDates {
 public:
  SentenceDates(const Document& document, const DateFinder& finder, std::vector<Claim*> claims)
      : document_(document), claims_(std::move(claims)) {
    const Span span = sentence_span(document, *claims_.front());
    dates_ = finder.find(span.of(document.text), language_of(document, *claims_.front()), document.published);
    for (auto& date : dates_) {
      date.span.begin += span.begin;
      date.span.end += span.begin;
    }
  }

  void attach() {
    if (dates_.empty()) return;
    for (const Claim* claim : claims_) {
      if (!can_be_dated(*claim)) continue;
      Predicate& predicate = predicates_[claim->relation.head.begin];
      predicate.head = claim->relation.head;
      predicate.can_be_dated = true;
      predicate.verbal = predicate.verbal || !claim->rule.starts_with("noun");
    }
    for (const TimeExpression& date : dates_) {
      bool inside = false;
      if (attach_to_governor(date, inside)) continue;
      if (!inside) attach_to_neighbour(date);
    }
    for (Claim* claim : claims_) {
      const auto found = predicates_.find(claim->relation.head.begin);
      if (!can_be_dated(*claim) || found == predicates_.end() || found->second.date == nullptr) continue;
      const TimeExpression& date = *found->second.date;
      const bool ahead = claim->modality == Modality::kFuture && !date.if_future.empty();
      claim->event_date = ahead ? date.if_future : date.value;
    }
  }

 private:
  /// An expression that is itself an argument. `inside` tells that it is part of a longer noun phrase instead.
  bool attach_to_governor(const TimeExpression& date, bool& inside) {
    bool done = false;
    for (const Claim* claim : claims_) {
      const auto found = predicates_.find(claim->relation.head.begin);
      if (covers(claim->object, date.span)) {
        const bool itself = !claim->object.head.empty() && date.span.overlaps(claim->object.head);
        if (itself && found != predicates_.end() && found->second.can_be_dated) {
          set(found->second, date, true);
          done = true;
        } else if (!itself && claim->rule.find("clause") == std::string::npos) {
          inside = true;
        }
      }
      if (covers(claim->subject, date.span)) inside = true;
    }
    return done;
  }

  void attach_to_neighbour(const TimeExpression& date) {
    Predicate* before = nullptr;
    Predicate* noun_before = nullptr;
    Predicate* behind = nullptr;
    for (auto& [begin, predicate] : predicates_) {
      if (predicate.head.end <= date.span.begin) {
        (predicate.verbal ? before : noun_before) = &predicate;
      } else if (predicate.head.begin >= date.span.end && (behind == nullptr || (!behind->verbal && predicate.verbal))) {
        behind = &predicate;
      }
    }
    if (before == nullptr) before = noun_before;
    if (before != nullptr && behind != nullptr) {
      const Span between{before->head.end, date.span.begin};
      if (opens_clause(between.of(document_.text))) before = behind;
    }
    if (before == nullptr) before = behind;
    if (before != nullptr) set(*before, date, false);
  }

  static void set(Predicate& predicate, const TimeExpression& date, bool direct) {
    if (predicate.date != nullptr && (predicate.direct || !direct)) return;
    predicate.date = &date;
    predicate.direct = direct;
  }

  const Document& document_;
  std::vector<Claim*> claims_;
  std::vector<TimeExpression> dates_;
  /// By where the head begins, so in text order.
  std::map<std::uint32_t, Predicate> predicates_;
};

}  // namespace

std::string language_of(const Document& document, const Claim& claim) {
  if (claim.sentence < document.sentences.size()) {
    const std::string& lang = document.sentences[claim.sentence].lang;
    if (!lang.empty()) return lang;
  }
  return has_arabic(claim.relation.text) || has_arabic(claim.subject.text) || has_arabic(claim.object.text) ? "ar" : "en";
}

void date_events(const Document& document, const DateFinder& finder, std::vector<Claim>& claims) {
  std::map<std::uint32_t, std::vector<Claim*>> by_sentence;
  for (Claim& claim : claims) by_sentence[claim.sentence].push_back(&claim);
  for (auto& [sentence, members] : by_sentence) SentenceDates(document, finder, std::move(members)).attach();
}

}  // namespace isnad::what
