#include "extract/claims/confidence.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "extract/data_files.h"
#include "extract/tables/table.h"

namespace isnad::claims {

namespace {

/// Index of the word that starts where `span` does; -1 when no word of the sentence does.
int word_at(const conllu::Sentence& sentence, Span span) {
  for (int id = 1; id <= sentence.size(); ++id) {
    if (!sentence.word(id).span.empty() && sentence.word(id).span.begin == span.begin) return id;
  }
  return -1;
}

double log_words(const Slot& slot) {
  double blanks = slot.text.empty() ? 0 : 1;
  for (const char c : slot.text) blanks += c == ' ' ? 1 : 0;
  return std::log(1.0 + blanks);
}

}  // namespace

std::vector<std::pair<std::string, double>> confidence_features(const Claim& claim, const conllu::Sentence& sentence) {
  std::vector<std::pair<std::string, double>> out;
  out.emplace_back("bias:" + sentence.lang, 1.0);
  // A rule's name says what it is and, part by part, what else had to happen: verb-dropped-oblique.
  std::string_view rest = claim.rule;
  for (bool first = true; !rest.empty(); first = false) {
    const std::size_t dash = rest.find('-');
    out.emplace_back((first ? "rule:" : "part:") + std::string(rest.substr(0, dash)), 1.0);
    rest = dash == std::string_view::npos ? std::string_view{} : rest.substr(dash + 1);
  }
  if (claim.subject.elided) out.emplace_back("subject:elided", 1.0);
  if (claim.object.elided) out.emplace_back("object:elided", 1.0);
  if (claim.object.spans.empty()) out.emplace_back("object:none", 1.0);
  const int subject = claim.subject.elided || claim.subject.spans.empty() ? -1 : word_at(sentence, claim.subject.spans.front());
  const int object = claim.object.elided || claim.object.spans.empty() ? -1 : word_at(sentence, claim.object.spans.front());
  const int relation = claim.relation.spans.empty() ? -1 : word_at(sentence, claim.relation.head);
  if (subject > 0 && claim.subject.spans.size() == 1) out.emplace_back("subject:" + sentence.word(subject).upos, 1.0);
  if (relation > 0 && object > 0) out.emplace_back("distance:object", std::log(1.0 + std::abs(object - relation)));
  if (relation > 0 && subject > 0) out.emplace_back("distance:subject", std::log(1.0 + std::abs(subject - relation)));
  out.emplace_back("words:object", log_words(claim.object));
  out.emplace_back("words:subject", log_words(claim.subject));
  out.emplace_back("words:sentence", std::log(1.0 + sentence.size()));
  return out;
}

Confidence::Confidence() {
  tables::read_table(data_file("lexicon/claims/confidence.tsv"), {"feature", "weight"}, [&](const tables::Row& row) {
    const std::string number(row.cells[1]);
    char* end = nullptr;
    const double weight = std::strtod(number.c_str(), &end);
    if (number.empty() || *end != '\0' || !std::isfinite(weight)) row.fail("the weight must be a number");
    weights_[std::string(row.cells[0])] = weight;
  });
}

float Confidence::of(const Claim& claim, const conllu::Sentence& sentence) const {
  double score = 0;
  for (const auto& [name, value] : confidence_features(claim, sentence)) {
    if (const auto found = weights_.find(name); found != weights_.end()) score += found->second * value;
  }
  // Cut off, so that no bound and no rounding to hundredths sees a difference.
  constexpr double kThousand = 1000;
  const double thousandths = std::clamp(std::floor(kThousand / (1.0 + std::exp(-score))), 1.0, kThousand - 1);
  return static_cast<float>(thousandths) / static_cast<float>(kThousand);
}

}  // namespace isnad::claims
