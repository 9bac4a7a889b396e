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

/// Each field but the last with its length before it: no two articles give the same bytes.
std::string identifying_bytes(const Document& document) {
  std::string bytes;
  for (const std::string* field : {&document.source, &document.published})
    bytes.append(std::to_string(field->size())).append(":").append(*field);
  return bytes += document.text;
}

}  // namespace

std::string tame_id(std::string_view id) {
  const bool fit = id.size() <= kMaxIdBytes && std::none_of(id.begin(), id.end(), is_control);
  return fit ? std::string(id) : hash(id);
}

DocumentId document_id(std::string_view own_id, const Document& document) {
  if (!own_id.empty()) return DocumentId(tame_id(own_id));
  if (!document.url.empty()) return DocumentId(tame_id(document.url));
  return DocumentId(hash(identifying_bytes(document)));
}

}  // namespace isnad::corpus
