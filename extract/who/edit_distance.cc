#include "extract/who/edit_distance.h"

#include <algorithm>
#include <string>

#include "extract/text/utf8.h"

namespace isnad::who {

bool is_spelling_variant(std::string_view a, std::string_view b, std::size_t min_letters) {
  if (a == b) return true;
  std::u32string x = text::decode_utf8(a);
  std::u32string y = text::decode_utf8(b);
  if (x.size() > y.size()) std::swap(x, y);
  if (x.size() < min_letters || y.size() - x.size() > 1) return false;
  const auto differ = std::mismatch(x.begin(), x.end(), y.begin());
  const auto rest = x.size() == y.size() ? differ.first + 1 : differ.first;
  return std::equal(rest, x.end(), differ.second + 1, y.end());
}

}  // namespace isnad::who
