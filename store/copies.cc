#include "store/copies.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "graph/model/error.h"
#include "store/hash.h"
#include "store/key_codec.h"
#include "store/rows.h"

namespace isnad::store {

namespace {

// About 10 MB; a memory that is full starts anew.
constexpr std::size_t kMostCached = 4096;
constexpr std::size_t kHashBytes = 4;
constexpr std::size_t kOrderBytes = 4;
constexpr std::size_t kBandBytes = 1 + kHashBytes;

/// Days as a number that grows with them and fits two bytes; the largest for none.
std::uint16_t day_number(std::string_view published) {
  constexpr int kFirstYear = 1900;
  constexpr int kNone = 0xFFFF;
  std::array<int, 3> fields = {0, 1, 1};
  std::size_t begin = 0;
  for (std::size_t k = 0; k < fields.size() && begin < published.size(); ++k) {
    const std::size_t end = std::min(published.find('-', begin), published.size());
    const auto [stop, error] = std::from_chars(published.data() + begin, published.data() + end, fields[k]);
    if (error != std::errc() || stop != published.data() + end) return kNone;
    begin = end + 1;
  }
  if (published.empty()) return kNone;
  return static_cast<std::uint16_t>(
      std::clamp((fields[0] - kFirstYear) * 372 + (fields[1] - 1) * 31 + fields[2] - 1, 0, kNone - 1));
}

void append_big_endian(std::string& key, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) key.push_back(static_cast<char>(value >> shift));
}

DocumentNumber document_of_row(std::string_view row) {
  if (row.size() <= kBandBytes + kOrderBytes) throw CorruptionError("damaged row of a band");
  KeyReader reader(row.substr(kBandBytes + kOrderBytes));
  const DocumentNumber number = reader.number32();
  reader.expect_end();
  return number;
}

std::string_view band_of(std::string_view row) { return row.substr(0, kBandBytes); }

std::uint32_t number_of_band(std::string_view row) {
  std::uint32_t number = 0;
  for (std::size_t i = kBandBytes - kHashBytes; i < kBandBytes; ++i) number = (number << 8) | static_cast<std::uint8_t>(row[i]);
  return number;
}

/// Day and hash of the id: the order within a band, but for ties.
std::string_view order_of(std::string_view row) { return row.substr(kBandBytes, kOrderBytes); }

}  // namespace

std::string copy_key(DocumentNumber number) { return KeyWriter().rest(kCopyOf).number(number).take(); }

TextShape shape_of(const CopyCandidate& document) {
  TextShape shape;
  shape.shingles = shingles_of(document.text);
  if (shape.shingles.size() < kLeastShingles) return shape;
  for (const std::uint32_t band : shingle_bands(shape.shingles)) {
    std::string row(kBand);
    append_big_endian(row, band, kHashBytes);
    append_big_endian(row, day_number(document.published), 2);
    append_big_endian(row, hash_of(document.id).low & 0xFFFFU, 2);
    shape.rows.push_back(row + KeyWriter().number(document.number).take());
  }
  return shape;
}

DocumentNumber original_of(DocumentNumber number, const Database& database, const Database::Snapshot& snapshot) {
  while (const std::optional<std::string> link = database.get(Table::kNumbers, copy_key(number), &snapshot)) {
    const DocumentNumber next = decode_number(*link);
    if (next == number) throw CorruptionError("a document is a copy of itself");
    number = next;
  }
  return number;
}

std::unordered_map<DocumentNumber, DocumentNumber> originals_of(const std::vector<DocumentNumber>& numbers,
                                                                const Database& database, const Database::Snapshot& snapshot) {
  std::unordered_map<DocumentNumber, DocumentNumber> originals;
  const std::set<DocumentNumber> distinct(numbers.begin(), numbers.end());
  std::vector<std::string> keys;
  for (const DocumentNumber number : distinct) keys.push_back(copy_key(number));
  auto number = distinct.begin();
  database.get_many(Table::kNumbers, keys, &snapshot, [&](std::size_t, std::optional<std::string_view> link) {
    // Few documents are copies, and few of those of copies.
    originals.emplace(*number, link ? original_of(decode_number(*link), database, snapshot) : *number);
    ++number;
  });
  return originals;
}

Copies::Copies(const Database& database, const NameCache& names, CopyMemory& memory)
    : database_(database), names_(names), memory_(memory), snapshot_(database) {}

Database::Cursor& Copies::cursor() {
  if (!cursor_) cursor_.emplace(database_.scan(Table::kNumbers, kBand, snapshot_));
  return *cursor_;
}

std::vector<std::string> Copies::bucket(std::string_view row) {
  const std::string band(band_of(row));
  std::vector<std::string> rows;
  if (memory_.bands.may_have(number_of_band(row))) {
    Database::Cursor& stored = cursor();
    for (stored.seek(band); stored.valid() && stored.key().starts_with(band); stored.next()) {
      std::string found(stored.key());
      if (!removed_rows_.contains(found)) rows.push_back(std::move(found));
    }
  }
  for (auto added = added_rows_.lower_bound(band); added != added_rows_.end() && added->starts_with(band); ++added)
    rows.push_back(*added);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

std::string Copies::first(std::string_view row) {
  const std::string band(band_of(row));
  std::string best;
  const auto consider = [&](std::string candidate) {
    if (best.empty() || before(candidate, best)) best = std::move(candidate);
  };
  if (memory_.bands.may_have(number_of_band(row))) {
    Database::Cursor& stored = cursor();
    for (stored.seek(band); stored.valid() && stored.key().starts_with(band); stored.next()) {
      // Beyond the first that stays, only its equals can come before it.
      if (!best.empty() && order_of(stored.key()) != order_of(best)) break;
      std::string found(stored.key());
      if (!removed_rows_.contains(found)) consider(std::move(found));
    }
  }
  for (auto added = added_rows_.lower_bound(band); added != added_rows_.end() && added->starts_with(band); ++added)
    consider(*added);
  return best;
}

bool Copies::before(const std::string& a, const std::string& b) const {
  if (order_of(a) != order_of(b)) return order_of(a) < order_of(b);
  const DocumentNumber left = document_of_row(a);
  const DocumentNumber right = document_of_row(b);
  return left != right && id_of(left) < id_of(right);
}

std::string Copies::id_of(DocumentNumber number) const {
  if (const auto pending = added_.find(number); pending != added_.end()) return pending->second.id;
  return names_.document(number, snapshot_)->id.str();
}

const std::vector<std::uint64_t>& Copies::shingles(DocumentNumber number) {
  if (const auto pending = added_.find(number); pending != added_.end()) return pending->second.shape.shingles;
  const auto known = memory_.shingles.find(number);
  if (known != memory_.shingles.end()) return known->second;
  return memory_.shingles.emplace(number, stored_shape(number).shingles).first->second;
}

TextShape Copies::stored_shape(DocumentNumber number) const {
  const auto name = names_.document(number, snapshot_);
  const std::optional<std::string> text = database_.get(Table::kTexts, document_key(number), &snapshot_);
  if (!text) throw CorruptionError("a document in a band has no text");
  return shape_of({number, name->id.str(), name->published, *text});
}

void Copies::add(const CopyCandidate& document) {
  TextShape shape = shape_of(document);
  if (shape.rows.empty()) return;
  Pending& pending = added_[document.number];
  pending.id = document.id;
  for (const std::string& row : shape.rows) {
    const std::string earliest = first(row);
    added_rows_.insert(row);
    if (earliest.empty()) continue;
    // Who is alone in all bands is no copy; and who comes later sees to those that it comes before.
    affected_.insert(document.number);
    if (before(earliest, row)) continue;
    // The others of the band looked to the one that was first.
    for (const std::string& other : bucket(row)) affected_.insert(document_of_row(other));
  }
  pending.shape = std::move(shape);
}

void Copies::remove(const CopyCandidate& document) {
  const TextShape shape = shape_of(document);
  for (const std::string& row : shape.rows) {
    const bool was_first = first(row) == row;
    if (was_first) {
      for (const std::string& other : bucket(row)) affected_.insert(document_of_row(other));
    }
    removed_rows_.insert(row);
  }
  removed_.insert(document.number);
}

std::optional<DocumentNumber> Copies::link_by_rule(DocumentNumber number, const TextShape& shape) {
  std::string best;
  std::set<DocumentNumber> seen = {number};
  if (memory_.shingles.size() > kMostCached) memory_.shingles.clear();
  for (const std::string& row : shape.rows) {
    std::string candidate = first(row);
    if (candidate.empty() || !seen.insert(document_of_row(candidate)).second) continue;
    if (!best.empty() && !before(candidate, best)) continue;
    if (are_near_duplicates(shape.shingles, shingles(document_of_row(candidate)))) best = std::move(candidate);
  }
  if (best.empty()) return std::nullopt;
  return document_of_row(best);
}

void Copies::finish(Batch& batch) {
  for (const std::string& row : removed_rows_) {
    if (!added_rows_.contains(row)) batch.erase(Table::kNumbers, row);
  }
  for (const std::string& row : added_rows_) batch.put(Table::kNumbers, row, {});
  for (const DocumentNumber number : removed_) {
    affected_.erase(number);
    if (database_.get(Table::kNumbers, copy_key(number), &snapshot_)) batch.erase(Table::kNumbers, copy_key(number));
  }
  for (const DocumentNumber number : affected_) {
    const auto added = added_.find(number);
    const std::optional<DocumentNumber> link =
        link_by_rule(number, added != added_.end() ? added->second.shape : stored_shape(number));
    // A number is given once: what is new has no link yet.
    const std::optional<std::string> before =
        added != added_.end() ? std::nullopt : database_.get(Table::kNumbers, copy_key(number), &snapshot_);
    const std::optional<std::string> after = link ? std::optional(encode_number(*link)) : std::nullopt;
    if (before == after) continue;
    if (after) {
      batch.put(Table::kNumbers, copy_key(number), *after);
    } else {
      batch.erase(Table::kNumbers, copy_key(number));
    }
  }
  // Only now: what lies in the database so far has been asked for.
  for (const std::string& row : added_rows_) memory_.bands.add(number_of_band(row));
}

}  // namespace isnad::store
