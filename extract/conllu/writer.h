#pragma once

#include <ostream>

#include "extract/conllu/sentence.h"

namespace isnad::conllu {

/// Writes one sentence as CoNLL-U v2, with the empty line that ends it; what `Reader` has read comes out byte for byte,
/// empty nodes aside.
///
/// Line breaks and tabs within fields, which the format cannot hold, become spaces. The stream's state tells of failure.
void write(std::ostream& output, const Sentence& sentence);

}  // namespace isnad::conllu
