#pragma once

#include <cstdint>

#include "store/store.h"

namespace isnad::cli {

/// Finds anew which persons of Arabic articles are those of English ones (extract/who/identity.h), and has the store follow: what it
/// holds then depends on its documents and an analyst's decisions, not on their order.
///
/// Returns: the number of documents for which something changed.
std::uint64_t follow_identities(store::Store& store);

}  // namespace isnad::cli
