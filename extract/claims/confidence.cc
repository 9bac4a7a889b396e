#include "extract/claims/confidence.h"

#include <cmath>
#include <cstdlib>

namespace isnad::claims {

namespace {

double prior(std::string_view rule) {
  if (rule.starts_with("title")) return 2.0;
  if (rule.starts_with("apposition")) return 1.0;
  if (rule.starts_with("chain")) return 0.8;
  if (rule.starts_with("passive")) return 0.6;
  if (rule.starts_with("nominal")) return 0.8;
  if (rule.starts_with("participle")) return 0.8;
  if (rule.starts_with("noun-controlled")) return -0.2;
  if (rule.starts_with("noun")) return 0.6;
  return 1.0;
}

}  // namespace

float confidence_of(const Draft& draft) {
  double score = prior(draft.rule);
  if (draft.subject.elided) score -= 0.9;
  if (draft.object.elided) score -= 0.5;
  if (draft.relation_head != 0 && draft.object.head != 0 && draft.object.sentence == draft.subject.sentence) {
    score -= 0.03 * std::abs(draft.object.head - draft.relation_head);
  }
  return static_cast<float>(1.0 / (1.0 + std::exp(-score)));
}

}  // namespace isnad::claims
