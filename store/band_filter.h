#pragma once

#include <cstdint>
#include <vector>

namespace isnad::store {

/// Which bands some document has: an answer without a look into the database, which most bands of most documents need not have.
class BandFilter {
 public:
  /// From now on every band that comes is told, and there were none before. Cost: 4 MB.
  void begin_empty();

  /// Returns: false only when no document has the band; always true of a filter that did not begin empty.
  [[nodiscard]] bool may_have(std::uint32_t band) const;

  void add(std::uint32_t band);

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace isnad::store
