#include "store/name_cache.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/model/error.h"
#include "store/rows.h"

namespace isnad::store {

namespace {

// About 20 MB each; a cache that is full starts anew.
constexpr std::size_t kMaxEntries = 200'000;

[[noreturn]] void unknown(const Database& database, const char* kind, std::uint32_t number) {
  throw CorruptionError(database.path().string() + ": the database is damaged: nothing has " + kind + " number " + std::to_string(number));
}

template <class Value>
std::optional<Value> look_up(const std::unordered_map<std::uint32_t, Value>& cache, std::shared_mutex& mutex, std::uint32_t number) {
  const std::shared_lock lock(mutex);
  const auto found = cache.find(number);
  if (found == cache.end()) return std::nullopt;
  return found->second;
}

template <class Value>
void remember(std::unordered_map<std::uint32_t, Value>& cache, std::shared_mutex& mutex, std::uint32_t number, const Value& value) {
  const std::unique_lock lock(mutex);
  if (cache.size() >= kMaxEntries) cache.clear();
  cache.insert_or_assign(number, value);
}

/// The numbers that the cache lacks, each once, ascending.
template <class Value>
void keep_unknown(const std::unordered_map<std::uint32_t, Value>& cache, std::shared_mutex& mutex, std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  const std::shared_lock lock(mutex);
  numbers.erase(std::remove_if(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return cache.contains(number); }),
                numbers.end());
}

std::shared_ptr<const DocumentName> shared_name(std::string_view bytes) {
  return std::make_shared<const DocumentName>(decode_name(bytes));
}

}  // namespace

EntityKey NameCache::entity(EntityNumber number, const Database::Snapshot& snapshot) const {
  if (auto known = look_up(entities_, mutex_, number)) return *std::move(known);
  std::optional<std::string> row = database_.get(Table::kNumbers, entity_of_number_key(number), &snapshot);
  if (!row) unknown(database_, "entity", number);
  EntityKey key(*std::move(row));
  remember(entities_, mutex_, number, key);
  return key;
}

std::shared_ptr<const DocumentName> NameCache::document(DocumentNumber number, const Database::Snapshot& snapshot) const {
  if (auto known = look_up(documents_, mutex_, number)) return *std::move(known);
  const std::optional<std::string> row = database_.get(Table::kNumbers, name_of_document_key(number), &snapshot);
  if (!row) unknown(database_, "document", number);
  auto name = shared_name(*row);
  remember(documents_, mutex_, number, name);
  return name;
}

std::string NameCache::word(WordNumber number, const Database::Snapshot& snapshot) const {
  if (auto known = look_up(words_, mutex_, number)) return *std::move(known);
  std::optional<std::string> row = database_.get(Table::kNumbers, word_of_number_key(number), &snapshot);
  if (!row) unknown(database_, "word", number);
  remember(words_, mutex_, number, *row);
  return *std::move(row);
}

void NameCache::preload_entities(std::vector<EntityNumber> numbers, const Database::Snapshot& snapshot) const {
  keep_unknown(entities_, mutex_, numbers);
  std::vector<std::string> keys;
  keys.reserve(numbers.size());
  for (const EntityNumber number : numbers) keys.push_back(entity_of_number_key(number));
  database_.get_many(Table::kNumbers, keys, &snapshot, [&](std::size_t i, std::optional<std::string_view> row) {
    if (!row) unknown(database_, "entity", numbers[i]);
    remember(entities_, mutex_, numbers[i], EntityKey(std::string(*row)));
  });
}

void NameCache::preload_documents(std::vector<DocumentNumber> numbers, const Database::Snapshot& snapshot) const {
  keep_unknown(documents_, mutex_, numbers);
  std::vector<std::string> keys;
  keys.reserve(numbers.size());
  for (const DocumentNumber number : numbers) keys.push_back(name_of_document_key(number));
  database_.get_many(Table::kNumbers, keys, &snapshot, [&](std::size_t i, std::optional<std::string_view> row) {
    if (!row) unknown(database_, "document", numbers[i]);
    remember(documents_, mutex_, numbers[i], shared_name(*row));
  });
}

}  // namespace isnad::store
