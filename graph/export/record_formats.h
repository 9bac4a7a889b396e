#pragma once

#include <functional>
#include <iosfwd>
#include <vector>

#include "graph/model/claim_source.h"

namespace isnad::exporting {

/// One JSON object a line (`claim_json.h`); a claim also has its `sentence`, and the document's `published`, `source`, `title`,
/// `url`.
void write_claims_jsonl(const ClaimSource& source, std::ostream& out);
void write_edges_jsonl(const ClaimSource& source, std::ostream& out);
void write_entities_jsonl(const ClaimSource& source, std::ostream& out);

/// One edge of one document a line: `doc`; `s` and `o`, arrays of all names of the entity, Arabic and English, canonical ones
/// first; `rel`; `neg`; `claims`, the ids behind it in that document; `s_key` and `o_key`.
void write_edges_by_document(const ClaimSource& source, std::ostream& out);

/// Calls with the id and the entities of each document, until false is returned.
using EntityVisitor = std::function<bool(const DocumentId&, const std::vector<Entity>&)>;

/// One entity of one document a line: `doc`, `key`, `type`, and `names`, all that it bears, Arabic and English, canonical ones
/// first. `visit_documents` hands over what each document says of its entities.
void write_entities_by_document(const std::function<void(const EntityVisitor&)>& visit_documents, std::ostream& out);

/// The table of claims line by line, for whoever has chosen claims: its headings, and one claim with its document.
/// Returns: false when `out` has gone bad.
bool write_claim_csv_head(std::ostream& out);
bool write_claim_csv(std::ostream& out, const Claim& claim, const Document& document);

/// Tables with a line of headings, as RFC 4180 has them; fields are safe in spreadsheets (`csv.h`).
void write_claims_csv(const ClaimSource& source, std::ostream& out);
void write_edges_csv(const ClaimSource& source, std::ostream& out);
void write_entities_csv(const ClaimSource& source, std::ostream& out);

}  // namespace isnad::exporting
