#include "extract/names/word_table.h"

#include <xxhash.h>

namespace isnad::names {

std::uint64_t hash_text(std::string_view text) { return XXH64(text.data(), text.size(), 0); }

std::size_t WordTable::place(std::uint64_t form_hash) const {
  const std::uint16_t fingerprint = fingerprint_of(form_hash);
  std::size_t k = first_slot(form_hash, slots_.size());
  while (slots_[k].fingerprint != 0 && slots_[k].fingerprint != fingerprint) k = k + 1 == slots_.size() ? 0 : k + 1;
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
