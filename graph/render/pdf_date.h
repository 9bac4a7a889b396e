#pragma once

#include <string>

namespace isnad::render {

/// Puts a constant in the place of a PDF's date of creation, so that the same diagram gives the same bytes. The length stays, and
/// with it every offset of the cross-reference table. A PDF without such a date, or with one in a compressed stream, stays as it
/// is.
void fix_creation_date(std::string& pdf);

}  // namespace isnad::render
