#include "extract/corpus/document_id.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>

namespace isnad::corpus {

namespace {

constexpr std::size_t kMaxIdBytes = 512;

std::string hash(std::string_view bytes) {
  std::array<char, 17> out{};
  const std::uint64_t value = XXH64(bytes.data(), bytes.size(), 0);
  std::snprintf(out.data(), out.size(), "%016" PRIx64, value);
  return out.data();
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string tame(std::string_view id) {
  const bool fit = id.size() <= kMaxIdBytes && std::none_of(id.begin(), id.end(), is_control);
  return fit ? std::string(id) : hash(id);
}

}  // namespace

DocumentId document_id(std::string_view id, std::string_view url, std::string_view text) {
  if (!id.empty()) return DocumentId(tame(id));
  if (!url.empty()) return DocumentId(tame(url));
  return DocumentId(hash(text));
}

}  // namespace isnad::corpus
