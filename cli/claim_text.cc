#include "cli/claim_text.h"

#include <ostream>
#include <string>
#include <vector>

#include "graph/model/plain_text.h"

namespace isnad::cli {

namespace {

void line(std::ostream& out, std::string_view label, std::string_view value) {
  if (value.empty()) return;
  // What articles say reaches terminals: no escape sequence, no turned direction.
  out << "    " << label << std::string(label.size() < 11 ? 11 - label.size() : 1, ' ') << clean_text(value) << '\n';
}

std::string relation_with_label(const Claim& claim) {
  std::string out = claim.relation.text.empty() ? "=" : claim.relation.text;
  std::string label = claim.label_en;
  if (label.empty()) label = std::string(info(claim.type).label_en);
  if (label != out) out += " (" + label + ")";
  return out;
}

std::string speakers(const Claim& claim, const std::optional<Entity>& innermost) {
  std::string out;
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    if (i != 0) out += ", quoted by ";
    out += slot_with_names(claim.attribution[i].speaker, i == 0 ? innermost : std::nullopt);
  }
  return out;
}

}  // namespace

std::string slot_with_names(const Slot& slot, const std::optional<Entity>& entity) {
  std::string out = slot.text;
  if (!entity) return out;
  std::string names;
  for (const auto* name : {&entity->name_ar, &entity->name_en}) {
    if (name->empty() || *name == slot.text) continue;
    names += (names.empty() ? "" : ", ") + *name;
  }
  return names.empty() ? out : out + " (" + names + ")";
}

void write_claim_block(std::ostream& out, const Claim& claim, const ClaimContext& context, std::size_t number, bool explain) {
  out << '[' << number << "] " << to_string(claim.type) << ", " << to_string(claim.polarity) << ", " << to_string(claim.modality) << '\n';
  line(out, "subject", slot_with_names(claim.subject, context.subject));
  line(out, "relation", relation_with_label(claim));
  line(out, "object", slot_with_names(claim.object, context.object));
  line(out, "said by", claim.attribution.empty() ? "the article" : speakers(claim, context.speaker));
  line(out, "date", claim.event_date.empty() ? context.published : claim.event_date);
  line(out, "sentence", clean_text(context.sentence));
  std::string where = context.sentence_id;
  for (const auto* part : {&context.document_title, &context.document_source, &context.published}) {
    if (!part->empty()) where += " | " + clean_text(*part);
  }
  line(out, "document", where);
  if (explain) {
    line(out, "rule", claim.rule);
    line(out, "lemma", claim.relation_lemma);
    line(out, "confidence", std::to_string(static_cast<int>(claim.confidence * 100.0F + 0.5F)) + " %");
  }
}

}  // namespace isnad::cli
