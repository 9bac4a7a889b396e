#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "graph/model/entity.h"

namespace isnad::names {

/// What the tagger says of a word: 0 is no name; then for each type that it begins a name, that it goes on with one.
using Tag = std::uint8_t;

inline constexpr std::size_t kTypes = 8;
inline constexpr std::size_t kTags = 1 + 2 * kTypes;
inline constexpr Tag kOutside = 0;

/// A set of tags, bit t for tag t.
using TagSet = std::uint32_t;
inline constexpr TagSet kAnyTag = (TagSet{1} << kTags) - 1;

/// A number for every tag.
using TagRow = std::array<std::int32_t, kTags>;

[[nodiscard]] constexpr Tag begin_tag(EntityType type) { return static_cast<Tag>(1 + 2 * static_cast<unsigned>(type)); }
[[nodiscard]] constexpr Tag inside_tag(EntityType type) { return static_cast<Tag>(begin_tag(type) + 1); }
[[nodiscard]] constexpr TagSet tag_set(Tag tag) { return TagSet{1} << tag; }

/// Requires: `tag` is not `kOutside`.
[[nodiscard]] constexpr EntityType type_of(Tag tag) { return static_cast<EntityType>((tag - 1) / 2); }
[[nodiscard]] constexpr bool is_inside(Tag tag) { return tag != kOutside && tag % 2 == 0; }

/// Returns: true when `next` may follow `tag` (`kOutside` stands for the start of a sentence too): only what has begun goes on.
[[nodiscard]] constexpr bool may_follow(Tag tag, Tag next) {
  return !is_inside(next) || (tag != kOutside && type_of(tag) == type_of(next));
}

}  // namespace isnad::names
