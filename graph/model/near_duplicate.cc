#include "graph/model/near_duplicate.h"

#include <algorithm>
#include <limits>

#include "graph/model/plain_text.h"

namespace isnad {

namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::size_t kBandRows = 3;
constexpr double kLeastResemblance = 0.6;
constexpr double kLeastContainment = 0.9;
constexpr std::size_t kLeastContained = 40;

// Skipped within a word; ends a word.
constexpr std::uint32_t kNothing = 0;
constexpr std::uint32_t kBreak = 1;

constexpr bool between(std::uint32_t c, std::uint32_t low, std::uint32_t high) { return c >= low && c <= high; }

constexpr std::uint32_t folded_arabic(std::uint32_t c) {
  switch (c) {
    case 0x0622:  // alif with madda, hamza above, hamza below, wasla
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0649:  // alif maqsura, Persian yeh, yeh with hamza
    case 0x06CC:
    case 0x0626:
      return 0x064A;
    case 0x0629:
      return 0x0647;  // ta marbuta
    case 0x0624:
      return 0x0648;  // waw with hamza
    case 0x06A9:
      return 0x0643;  // Persian kaf
    default:
      break;
  }
  if (between(c, 0x0660, 0x0669)) return c - 0x0660 + '0';
  if (between(c, 0x06F0, 0x06F9)) return c - 0x06F0 + '0';
  const bool mark =
      between(c, 0x0610, 0x061A) || between(c, 0x064B, 0x065F) || c == 0x0670 || between(c, 0x06D6, 0x06ED) || c == 0x0640;
  if (mark) return kNothing;
  const bool punctuation = between(c, 0x0600, 0x060F) || c == 0x061B || c == 0x061F || between(c, 0x066A, 0x066D) || c == 0x06D4;
  return punctuation ? kBreak : c;
}

/// Returns: the letter or digit that `c` counts as, `kNothing` or `kBreak`.
constexpr std::uint32_t folded(std::uint32_t c) {
  if (c < 0x80) {
    if (between(c, 'A', 'Z')) return c - 'A' + 'a';
    return between(c, 'a', 'z') || between(c, '0', '9') ? c : kBreak;
  }
  if (between(c, 0x0600, 0x06FF)) return folded_arabic(c);
  if (between(c, 0xC0, 0xDE) && c != 0xD7) return c + 0x20;
  // Invisible marks of direction and joining stand within words.
  if (between(c, 0x200B, 0x200F) || between(c, 0x202A, 0x202E) || between(c, 0x2060, 0x206F) || c == 0xFEFF || c == 0xAD)
    return kNothing;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || between(c, 0x2000, 0x2BFF) || between(c, 0x3000, 0x303F) || c == 0xFFFD)
    return kBreak;
  return c;
}

/// `folded` of what takes one or two bytes, which is most of our texts.
constexpr std::uint32_t kShortEnd = 0x800;
constexpr std::array<std::uint16_t, kShortEnd> kFolded = [] {
  std::array<std::uint16_t, kShortEnd> table{};
  for (std::uint32_t c = 0; c < kShortEnd; ++c) table[c] = static_cast<std::uint16_t>(folded(c));
  return table;
}();

/// Takes the first character off, and folds it.
std::uint32_t next_folded(std::string_view& text) {
  const unsigned lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) {
    text.remove_prefix(1);
    return kFolded[lead];
  }
  if (lead >= 0xC2 && lead < 0xE0 && text.size() > 1) {
    const unsigned second = static_cast<unsigned char>(text[1]);
    if ((second & 0xC0U) == 0x80U) {
      text.remove_prefix(2);
      return kFolded[((lead & 0x1FU) << 6U) | (second & 0x3FU)];
    }
  }
  return folded(next_code_point(text));
}

/// The finaliser of SplitMix64 (G. Steele et al., 2014): every bit of the argument changes every bit of the result.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  constexpr std::uint64_t kStart = 0xCBF29CE484222325ULL;
  std::vector<std::uint64_t> words;
  std::uint64_t hash = kStart;
  while (!text.empty()) {
    const std::uint32_t c = next_folded(text);
    if (c == kNothing) continue;
    if (c != kBreak) {
      hash = (hash ^ c) * 0x100000001B3ULL;
    } else if (hash != kStart) {
      words.push_back(mixed(hash));
      hash = kStart;
    }
  }
  if (hash != kStart) words.push_back(mixed(hash));
  return words;
}

/// Hashes are spread evenly: dealt out by their first byte they stand nearly where they belong, some places off at most.
void sort(std::vector<std::uint64_t>& hashes) {
  constexpr std::size_t kParts = 256;
  constexpr std::size_t kMostDealt = 4096;
  if (hashes.size() > kMostDealt) {
    std::sort(hashes.begin(), hashes.end());
    return;
  }
  std::array<std::uint32_t, kParts + 1> begins{};
  for (const std::uint64_t hash : hashes) ++begins[(hash >> 56U) + 1];
  for (std::size_t part = 1; part <= kParts; ++part) begins[part] += begins[part - 1];
  std::vector<std::uint64_t> dealt(hashes.size());
  for (const std::uint64_t hash : hashes) dealt[begins[hash >> 56U]++] = hash;
  for (std::size_t i = 1; i < dealt.size(); ++i) {
    const std::uint64_t hash = dealt[i];
    std::size_t at = i;
    for (; at > 0 && dealt[at - 1] > hash; --at) dealt[at] = dealt[at - 1];
    dealt[at] = hash;
  }
  hashes.swap(dealt);
}

}  // namespace

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  const std::vector<std::uint64_t> words = word_hashes(text);
  std::vector<std::uint64_t> shingles;
  if (words.size() < kShingleWords) return shingles;
  shingles.reserve(words.size());
  for (std::size_t begin = 0; begin + kShingleWords <= words.size(); ++begin) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kShingleWords; ++k) hash = mixed(hash * 3 + words[begin + k]);
    shingles.push_back(hash);
  }
  sort(shingles);
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

std::array<std::uint32_t, kShingleBands> shingle_bands(const std::vector<std::uint64_t>& shingles) {
  constexpr std::size_t kHashes = kShingleBands * kBandRows;
  std::array<std::uint64_t, kHashes> factors{};
  for (std::size_t k = 0; k < kHashes; ++k) factors[k] = mixed(0x9E3779B97F4A7C15ULL * (k + 1)) | 1U;
  std::array<std::uint64_t, kHashes> least{};
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t shingle : shingles) {
    // Shingles are well mixed already: a multiplication makes another order of them.
    for (std::size_t k = 0; k < kHashes; ++k) least[k] = std::min(least[k], shingle * factors[k]);
  }
  std::array<std::uint32_t, kShingleBands> bands{};
  for (std::size_t band = 0; band < kShingleBands; ++band) {
    std::uint64_t hash = band + 1;
    for (std::size_t row = 0; row < kBandRows; ++row) hash = mixed(hash ^ least[band * kBandRows + row]);
    bands[band] = static_cast<std::uint32_t>(hash >> 32U);
  }
  return bands;
}

bool are_near_duplicates(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++common;
    const std::uint64_t left = a[i];
    if (left <= b[j]) ++i;
    if (left >= b[j]) ++j;
  }
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0) return false;
  const auto share = static_cast<double>(common);
  if (share >= kLeastResemblance * static_cast<double>(a.size() + b.size() - common)) return true;
  return shorter >= kLeastContained && share >= kLeastContainment * static_cast<double>(shorter);
}

}  // namespace isnad
