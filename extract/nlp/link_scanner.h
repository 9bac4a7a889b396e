#pragma once

#include <cstddef>
#include <string_view>

namespace isnad::nlp {

/// Recognises a URL, a host name with a known ending or an e-mail address that starts at `begin`.
///
/// Returns: where it ends, punctuation that closes the sentence around it left out; `begin` when there is none.
/// Cost: linear in what it takes; what it rejects costs at most 256 bytes of looking.
[[nodiscard]] std::size_t scan_link(std::string_view text, std::size_t begin);

}  // namespace isnad::nlp
