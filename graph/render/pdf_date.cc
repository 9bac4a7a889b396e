#include "graph/render/pdf_date.h"

#include <string_view>

namespace isnad::render {

void fix_creation_date(std::string& pdf) {
  constexpr std::string_view kKey = "/CreationDate (";
  constexpr std::string_view kDate = "D:20000101000000Z)";
  // The document's information stands near the end, behind all pages.
  const auto key = pdf.rfind(kKey);
  if (key == std::string::npos) return;
  const auto begin = key + kKey.size();
  const auto end = pdf.find(')', begin);
  constexpr std::size_t kLongest = 32;  // `D:20000101000000+00'00')` and some
  if (end == std::string::npos || end + 1 - begin < kDate.size() || end + 1 - begin > kLongest) return;
  // A zone takes more room than `Z`; spaces behind the string mean nothing.
  std::string date(kDate);
  date.resize(end + 1 - begin, ' ');
  pdf.replace(begin, date.size(), date);
}

}  // namespace isnad::render
