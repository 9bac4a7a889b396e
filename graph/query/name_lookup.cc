#include "graph/query/name_lookup.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

namespace isnad::query {

namespace {

/// Alias keys come from the store as valid UTF-8; a stray byte counts as a letter of its own.
std::vector<std::uint32_t> code_points(std::string_view text) {
  std::vector<std::uint32_t> out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !out.empty()) {
      out.back() = (out.back() << 6U) | (byte & 0x3FU);
    } else {
      out.push_back(byte);
    }
  }
  return out;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool holds_all_words(std::string_view name, const std::vector<std::string_view>& wanted) {
  const auto has = words(name);
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
    return std::find(has.begin(), has.end(), word) != has.end();
  });
}

/// How near a name is: smaller is better.
struct Rank {
  std::size_t distance = 0;
  /// Many mentions first.
  std::uint32_t rarity = 0;
  std::string name;

  friend bool operator<(const Rank& a, const Rank& b) {
    return std::tie(a.distance, a.rarity, a.name) < std::tie(b.distance, b.rarity, b.name);
  }
};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const auto x = code_points(a);
  const auto y = code_points(b);
  const std::size_t gap = x.size() > y.size() ? x.size() - y.size() : y.size() - x.size();
  if (gap > limit) return limit + 1;
  // Three rows of the table of distances between prefixes (optimal string alignment).
  std::vector<std::size_t> before(y.size() + 1), previous(y.size() + 1), current(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) previous[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    current[0] = i;
    std::size_t least = current[0];
    for (std::size_t j = 1; j <= y.size(); ++j) {
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) current[j] = std::min(current[j], before[j - 2] + 1);
      least = std::min(least, current[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, previous);
    std::swap(previous, current);
  }
  return std::min(previous[y.size()], limit + 1);
}

NameLookup look_up_name(const ClaimSource& source, std::string_view name_key, std::size_t max_suggestions) {
  NameLookup out;
  if (name_key.empty()) return out;
  out.matches = source.find_by_name(name_key);
  std::stable_partition(out.matches.begin(), out.matches.end(), [](const EntityKey& key) { return !is_described(key); });
  if (!out.matches.empty() || max_suggestions == 0) return out;

  const auto wanted = words(name_key);
  const std::size_t letters = code_points(name_key).size();
  const std::size_t limit = std::max<std::size_t>(1, letters / 3);
  std::map<EntityKey, std::pair<Rank, Suggestion>> nearest;
  source.visit_entities([&](const Entity& entity) {
    for (const auto& alias : entity.aliases) {
      const std::size_t distance = holds_all_words(alias.key, wanted) ? 0 : edit_distance(name_key, alias.key, limit);
      if (distance > limit) continue;
      Rank rank{distance, ~alias.mentions, alias.name};
      const auto [it, fresh] = nearest.try_emplace(entity.key);
      if (fresh || rank < it->second.first) it->second = {std::move(rank), {entity.key, alias.name, alias.lang}};
    }
    return true;
  });
  std::vector<std::pair<Rank, Suggestion>> ranked;
  for (auto& [key, entry] : nearest) ranked.push_back(std::move(entry));
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (ranked.size() > max_suggestions) ranked.resize(max_suggestions);
  for (auto& entry : ranked) out.suggestions.push_back(std::move(entry.second));
  return out;
}

}  // namespace isnad::query
