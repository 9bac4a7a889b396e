#pragma once

#include "graph/model/claim.h"

namespace isnad::what {

/// Who says of himself that he will do it gives his word, or threatens (CAMEO 03 and 13): a friendly deed becomes AGREE, a hostile one
/// THREATEN. Other claims stay as they are.
///
/// Requires: the claim is typed and linked.
void give_word(Claim& claim);

}  // namespace isnad::what
