#include "extract/names/word_table.h"

#include <xxhash.h>

namespace isnad::names {

namespace {

std::uint16_t fingerprint_of(std::uint64_t form_hash) {
  const auto fingerprint = static_cast<std::uint16_t>(form_hash);
  return fingerprint == 0 ? std::uint16_t{1} : fingerprint;
}

}  // namespace

std::uint64_t hash_text(std::string_view text) { return XXH64(text.data(), text.size(), 0); }

std::size_t WordTable::place(std::uint64_t form_hash) const {
  const std::uint16_t fingerprint = fingerprint_of(form_hash);
  std::size_t k = form_hash >> (64 - bits_);
  while (slots_[k].fingerprint != 0 && slots_[k].fingerprint != fingerprint) k = (k + 1) & (slots_.size() - 1);
  return k;
}

WordClass& WordTable::at(std::uint64_t form_hash) {
  Slot& slot = slots_[place(form_hash)];
  slot.fingerprint = fingerprint_of(form_hash);
  return slot.value;
}

WordClass WordTable::find(std::uint64_t form_hash) const {
  if (slots_.empty()) return {};
  return slots_[place(form_hash)].value;
}

}  // namespace isnad::names
