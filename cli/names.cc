#include "cli/names.h"

#include <iostream>

#include "extract/text/name_key.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/query/name_lookup.h"
#include "graph/query/search.h"

namespace isnad::cli {

EntityKey entity_named(const ClaimSource& source, const std::string& name) {
  if (const EntityKey key(name); source.entity(key)) return key;
  const query::NameLookup found = query::look_up_name(source, text::name_key(name));
  if (found.matches.empty()) {
    std::string message = "nothing here is called '" + clean_text(name) + "'";
    for (std::size_t i = 0; i < found.suggestions.size(); ++i) {
      message += (i == 0 ? "; near it: " : ", ") + clean_text(found.suggestions[i].name);
    }
    throw UsageError(message);
  }
  if (found.matches.size() > 1) {
    std::cerr << "isnad: '" << clean_text(name) << "' is taken as " << found.matches.front().str() << "; it may also mean";
    for (std::size_t i = 1; i < found.matches.size(); ++i) std::cerr << (i == 1 ? " " : ", ") << found.matches[i].str();
    std::cerr << '\n';
  }
  return found.matches.front();
}

std::vector<EntityKey> entities_named(const ClaimSource& source, const std::vector<std::string>& names) {
  std::vector<EntityKey> out;
  out.reserve(names.size());
  for (const auto& name : names) out.push_back(entity_named(source, name));
  return out;
}

ClaimContext context_of(const ClaimSource& source, const Claim& claim, const Document& document) {
  const auto entity_of = [&](const Slot& slot) { return slot.entity ? source.entity(*slot.entity) : std::nullopt; };
  ClaimContext context;
  context.subject = entity_of(claim.subject);
  context.object = entity_of(claim.object);
  if (!claim.attribution.empty()) context.speaker = entity_of(claim.attribution.front().speaker);
  if (claim.sentence < document.sentences.size()) context.sentence_id = document.sentences[claim.sentence].id;
  context.sentence = query::sentence_text(claim, document);
  context.document_title = document.title;
  context.document_source = document.source;
  context.published = document.published;
  return context;
}

std::string both_names(const ClaimSource& source, const EntityKey& key, const std::string& lang) {
  const auto entity = source.entity(key);
  if (!entity) return key.str();
  const std::string& first = entity->name(lang);
  const std::string& second = lang == "ar" ? entity->name_en : entity->name_ar;
  if (first.empty()) return key.str();
  return clean_text(second.empty() || second == first ? first : first + " (" + second + ")");
}

}  // namespace isnad::cli
