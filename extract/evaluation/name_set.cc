#include "extract/evaluation/name_set.h"

#include <algorithm>

#include "extract/evaluation/slot_match.h"

namespace isnad::evaluation {

NameSet name_set(const std::vector<std::string>& names) {
  NameSet out;
  for (const auto& name : names) {
    std::u32string joined;
    for (const auto& word : word_keys(name)) {
      if (!joined.empty()) joined += U' ';
      joined += word.size() > 3 && word.starts_with(U"ال") ? word.substr(2) : word;
    }
    if (!joined.empty()) out.insert(std::move(joined));
  }
  return out;
}

bool share_a_name(const NameSet& a, const NameSet& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& name) { return b.contains(name); });
}

}  // namespace isnad::evaluation
