#pragma once

#include <string>
#include <string_view>

#include "graph/model/ids.h"

namespace isnad::corpus {

/// Returns: a name for a document that stays the same whenever and wherever it is read: the corpus' own `id`, else its
/// `url`, else 16 hexadecimal digits of XXH64 over `text`. An id or URL that would break a line of output (control
/// characters) or is longer than 512 bytes gives way to its own hash.
[[nodiscard]] DocumentId document_id(std::string_view id, std::string_view url, std::string_view text);

}  // namespace isnad::corpus
