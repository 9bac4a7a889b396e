#pragma once

#include <string>
#include <string_view>

namespace isnad::what {

/// Returns: the third person singular present of an English verb with whatever follows it: `carry out` as `carries out`,
/// `be aware of` as `is aware of`.
[[nodiscard]] std::string third_person(std::string_view lemma);

}  // namespace isnad::what
