#pragma once

#include <string>
#include <string_view>

#include "graph/model/document.h"
#include "graph/model/ids.h"

namespace isnad::corpus {

/// Returns: `id`, or 16 hexadecimal digits of its XXH64 when it would break a line of output (control characters, so tabs and
/// newlines too) or is longer than 512 bytes.
[[nodiscard]] std::string tame_id(std::string_view id);

/// Returns: a name for a document that stays the same whenever and wherever it is read: the corpus' own `own_id`, else its URL,
/// both tamed, else 16 hexadecimal digits of XXH64 over source, date and text, so that what two outlets took from one agency
/// stays two documents.
///
/// Requires: `document` has its url, source, published and text.
[[nodiscard]] DocumentId document_id(std::string_view own_id, const Document& document);

}  // namespace isnad::corpus
