#include "store/sorted_rows.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <future>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "graph/model/error.h"
#include "store/bag.h"

namespace isnad::store {

namespace {

constexpr std::size_t kArenaBytes = std::size_t{1} << 20;

constexpr std::size_t kBeginning = 8;

/// Big-endian, so that numbers are ordered as the bytes are; zeros after a shorter key.
std::uint64_t beginning_of(std::string_view key) {
  std::uint64_t number = 0;
  if (key.size() >= kBeginning) {
    for (std::size_t i = 0; i < kBeginning; ++i) number = (number << 8) | static_cast<std::uint8_t>(key[i]);
    return number;
  }
  for (std::size_t i = 0; i < kBeginning; ++i) number = (number << 8) | (i < key.size() ? static_cast<std::uint8_t>(key[i]) : 0U);
  return number;
}

/// Sorts by `beginning`, and leaves equals as they were: one counting pass a byte, from the least significant, none for bytes
/// that are all the same.
template <class Place>
void sort_by_beginning(std::vector<Place>& places) {
  constexpr std::size_t kValues = 256;
  std::array<std::array<std::uint32_t, kValues>, kBeginning> counts{};
  for (const Place& place : places) {
    for (std::size_t k = 0; k < kBeginning; ++k) ++counts[k][(place.beginning >> (8 * k)) & 0xFFU];
  }
  std::vector<Place> sorted(places.size());
  for (std::size_t k = 0; k < kBeginning; ++k) {
    if (counts[k][(places.front().beginning >> (8 * k)) & 0xFFU] == places.size()) continue;
    std::array<std::uint32_t, kValues> next{};
    for (std::size_t value = 1; value < kValues; ++value) next[value] = next[value - 1] + counts[k][value - 1];
    for (const Place& place : places) sorted[next[(place.beginning >> (8 * k)) & 0xFFU]++] = place;
    places.swap(sorted);
  }
}

}  // namespace

char* SortedRows::room_for(std::size_t size) {
  if (left_ < size) {
    left_ = std::max(kArenaBytes, size);
    arenas_.push_back(std::make_unique_for_overwrite<char[]>(left_));
    next_ = arenas_.back().get();
  }
  char* const room = next_;
  next_ += size;
  left_ -= size;
  return room;
}

SortedRows::Row SortedRows::row_at(const Place& place) {
  Header header;
  std::memcpy(&header, place.bytes, sizeof(Header));
  const char* key = place.bytes + sizeof(Header);
  return {static_cast<RowKind>(header.kind), {key, header.key_size}, {key + header.key_size, header.value_size}};
}

void SortedRows::add(Table table, RowKind kind, std::string_view key, std::string_view value) {
  constexpr std::size_t kMostInKey = std::size_t{1} << 29;
  constexpr std::size_t kMostInValue = std::size_t{1} << 33;
  if (key.size() >= kMostInKey || value.size() >= kMostInValue) throw Error("a row is too long to be stored");
  const Header header{key.size(), value.size(), static_cast<std::uint64_t>(kind)};
  const std::size_t size = sizeof(Header) + key.size() + value.size();
  char* bytes = room_for(size);
  std::memcpy(bytes, &header, sizeof(Header));
  std::copy(value.begin(), value.end(), std::copy(key.begin(), key.end(), bytes + sizeof(Header)));
  places_[static_cast<std::size_t>(table)].push_back({beginning_of(key), bytes});
  bytes_ += size + sizeof(Place);
}

void SortedRows::sort(std::vector<Place>& places) {
  sort_by_beginning(places);
  const auto before = [](const Place& a, const Place& b) { return row_at(a).key < row_at(b).key; };
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin + 1;
    while (end < places.size() && places[end].beginning == places[begin].beginning) ++end;
    const auto first = places.begin() + static_cast<std::ptrdiff_t>(begin);
    if (end == begin + 2) {
      if (before(first[1], first[0])) std::swap(first[0], first[1]);
    } else if (end > begin + 2) {
      std::stable_sort(first, places.begin() + static_cast<std::ptrdiff_t>(end), before);
    }
    begin = end;
  }
}

void SortedRows::write(const std::vector<Place>& places, TableFileWriter& writer) {
  // Rows lie in the order of their coming, so that almost each is a miss of the cache: ask for them some rows ahead.
  constexpr std::size_t kAhead = 24;
  std::string encoded;
  for (std::size_t begin = 0; begin < places.size();) {
    if (begin + kAhead < places.size()) __builtin_prefetch(places[begin + kAhead].bytes);
    Row last = row_at(places[begin]);
    std::optional<Bag> sum;
    std::size_t end = begin + 1;
    for (; end < places.size() && places[end].beginning == places[begin].beginning; ++end) {
      const Row next = row_at(places[end]);
      if (next.key != last.key) break;
      if (next.kind == RowKind::kAdd) {
        if (!sum) sum.emplace(last.value);
        sum->add_encoded(next.value);
      }
      last = next;
    }
    writer.add(last.kind, last.key, sum ? std::string_view(encoded = sum->encode()) : last.value);
    begin = end;
  }
}

std::vector<TableFile> SortedRows::write_files(const Database& database, const std::filesystem::path& folder) {
  // The largest tables first, two at a time: packing them is most of the work.
  std::vector<std::size_t> tables;
  for (std::size_t i = 0; i < kTableCount; ++i) {
    if (!places_[i].empty()) tables.push_back(i);
  }
  std::sort(tables.begin(), tables.end(), [this](std::size_t a, std::size_t b) { return places_[a].size() > places_[b].size(); });
  std::array<std::vector<TableFile>, kTableCount> files;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < tables.size(); at = next++) {
      const std::size_t i = tables[at];
      sort(places_[i]);
      TableFileWriter writer(database, static_cast<Table>(i), folder);
      write(places_[i], writer);
      files[i] = writer.finish();
    }
  };
  std::future<void> beside = std::async(std::launch::async, work);
  work();
  beside.get();
  std::vector<TableFile> all;
  for (auto& part : files) std::move(part.begin(), part.end(), std::back_inserter(all));
  return all;
}

void SortedRows::move_into(Database& database, const std::filesystem::path& folder) {
  database.ingest(write_files(database, folder));
  for (auto& places : places_) places = {};
  arenas_.clear();
  left_ = 0;
  bytes_ = 0;
}

}  // namespace isnad::store
