#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace isnad {

/// A string identifier that cannot be mistaken for another kind's: `DocumentId` never converts to `EntityKey`.
/// Ordered and compared by its bytes.
template <class Kind>
class StringId {
 public:
  StringId() = default;
  explicit StringId(std::string value) : value_(std::move(value)) {}

  [[nodiscard]] const std::string& str() const { return value_; }
  [[nodiscard]] bool empty() const { return value_.empty(); }

  friend auto operator<=>(const StringId&, const StringId&) = default;
  friend bool operator==(const StringId&, const StringId&) = default;

 private:
  std::string value_;
};

/// Stable name of a document: its source's id or URL, else a hash of its text.
using DocumentId = StringId<struct DocumentIdKind>;

/// Stable name of an entity, the same in every run, document order and database: a lexicon id such as `gpe:turkey`,
/// or for actors outside the lexicon a key made of type and normalised name (`name:PER:...`).
using EntityKey = StringId<struct EntityKeyKind>;

/// Stable name of a claim: `<document id>#<sentence number>#<number within the sentence>`, both from 0.
using ClaimId = StringId<struct ClaimIdKind>;

}  // namespace isnad

template <class Kind>
struct std::hash<isnad::StringId<Kind>> {
  std::size_t operator()(const isnad::StringId<Kind>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
