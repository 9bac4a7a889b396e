#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace isnad::store {

/// How many documents said something, and how many mentions in them.
struct Count {
  std::int64_t documents = 0;
  std::int64_t mentions = 0;

  [[nodiscard]] bool zero() const { return documents == 0 && mentions == 0; }
  friend bool operator==(const Count&, const Count&) = default;
};

/// Counts by name: sums of what documents contribute. Addition commutes and subtraction undoes it, so a sum depends neither on
/// the order of the documents nor on those that came and went.
///
/// Invariant: no count is zero.
class Bag {
 public:
  Bag() = default;

  /// Throws: CorruptionError.
  explicit Bag(std::string_view encoded) { add_encoded(encoded); }

  void add(std::string_view name, Count count);
  void add(const Bag& other);
  void subtract(const Bag& other);

  /// Throws: CorruptionError; what came before the damage has been added by then.
  void add_encoded(std::string_view encoded);

  [[nodiscard]] const std::map<std::string, Count, std::less<>>& counts() const { return counts_; }
  [[nodiscard]] bool empty() const { return counts_.empty(); }

  /// Returns: the number of names, then for each in byte order its length, bytes, and both counts as signed varints.
  [[nodiscard]] std::string encode() const;

  friend bool operator==(const Bag&, const Bag&) = default;

 private:
  std::map<std::string, Count, std::less<>> counts_;
};

}  // namespace isnad::store
