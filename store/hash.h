#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "graph/model/document.h"
#include "graph/model/ids.h"

namespace isnad::store {

/// 128 bits of XXH3: tells contents apart, keeps no secret.
struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  /// Returns: 32 lower-case hexadecimal digits, the most significant first.
  [[nodiscard]] std::string str() const;

  friend auto operator<=>(const Hash128&, const Hash128&) = default;
};

[[nodiscard]] Hash128 hash_of(std::string_view bytes);

/// For tables in memory.
struct FastHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view bytes) const;
  [[nodiscard]] std::size_t operator()(const EntityKey& key) const { return (*this)(key.str()); }
};

/// `hash_of` for bytes that come in pieces.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void add(std::string_view bytes);
  [[nodiscard]] Hash128 finish() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What makes two readings of one document the same: its id, url, source, title, date and text.
///
/// Not counted: what analysis adds (language, sentences), and where the file lay. So a document hashes alike before and after
/// extraction, and `Store::contains` can be asked before the work is done.
/// Cost: linear in the text, about 10 GB/s.
[[nodiscard]] Hash128 content_hash(const Document& document);

}  // namespace isnad::store
