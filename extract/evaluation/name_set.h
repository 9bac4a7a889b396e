#pragma once

#include <set>
#include <string>
#include <vector>

namespace isnad::evaluation {

/// Names in the spelling in which two labels of one node agree: word keys without ال, joined.
using NameSet = std::set<std::u32string>;

[[nodiscard]] NameSet name_set(const std::vector<std::string>& names);

[[nodiscard]] bool share_a_name(const NameSet& a, const NameSet& b);

}  // namespace isnad::evaluation
