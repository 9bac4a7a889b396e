#include "extract/what/claim_numbers.h"

#include <algorithm>
#include <string>

namespace isnad::what {

namespace {

std::uint32_t number_of(const ClaimId& id) {
  const std::string& text = id.str();
  std::uint32_t number = 0;
  for (std::size_t i = text.rfind('#') + 1; i < text.size(); ++i) number = number * 10 + static_cast<std::uint32_t>(text[i] - '0');
  return number;
}

}  // namespace

ClaimNumbers::ClaimNumbers(const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    std::uint32_t& next = next_[claim.sentence];
    next = std::max(next, number_of(claim.id) + 1);
  }
}

ClaimId ClaimNumbers::next(const DocumentId& document, std::uint32_t sentence) {
  return ClaimId(document.str() + "#" + std::to_string(sentence) + "#" + std::to_string(next_[sentence]++));
}

}  // namespace isnad::what
