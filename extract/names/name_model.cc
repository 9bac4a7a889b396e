#include "extract/names/name_model.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <string>
#include <string_view>

#include "extract/model_bytes.h"
#include "graph/model/error.h"

namespace isnad::names {

namespace {

constexpr std::string_view kMagic = "ISNADNER";
constexpr std::uint32_t kMostSlots = 1U << 24U;
constexpr std::size_t kHeader_bytes = 8 + 4 + 4 + 4 + 4 + 8;
constexpr std::size_t kTransitions_bytes = 2 * kTags * kTags;
constexpr std::size_t kFeature_bytes = 2 + kTags;
constexpr std::size_t kWord_bytes = 2 + 2 + 1 + 1 + 1 + 1;

void put(std::string& out, std::uint64_t value, int bytes) {
  for (int k = 0; k < bytes; ++k) out.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8 * k))));
}

/// Reads little-endian numbers one after the other.
/// Requires: as many bytes as are read.
class Decoder {
 public:
  explicit Decoder(std::string_view in) : in_(in) {}

  void take_bytes(void* to, std::size_t count) {
    std::memcpy(to, in_.data() + at_, count);
    at_ += count;
  }

  template <class T>
  T take() {
    std::uint64_t value = 0;
    for (std::size_t k = sizeof(T); k-- > 0;) value = value << 8U | static_cast<unsigned char>(in_[at_ + k]);
    at_ += sizeof(T);
    return static_cast<T>(value);
  }

 private:
  std::string_view in_;
  std::size_t at_ = 0;
};

/// Behind slot k, around the end.
std::size_t next_slot(std::size_t k, std::size_t slots) { return k + 1 == slots ? 0 : k + 1; }

bool has_free_slot(const NameModel& model) {
  const auto& words = model.words.slots();
  return std::find(model.fingerprints.begin(), model.fingerprints.end(), 0) != model.fingerprints.end() &&
         std::any_of(words.begin(), words.end(), [](const WordTable::Slot& slot) { return slot.fingerprint == 0; });
}

}  // namespace

const NameModel::Weights* NameModel::find(std::uint64_t feature) const {
  const std::uint16_t fingerprint = fingerprint_of(feature);
  for (std::size_t k = first_slot(feature, fingerprints.size());; k = next_slot(k, fingerprints.size())) {
    if (fingerprints[k] == fingerprint) return &weights[k];
    if (fingerprints[k] == 0) return nullptr;
  }
}

void NameModel::reset(std::size_t slots) {
  fingerprints.assign(slots, 0);
  weights.assign(slots, {});
}

void NameModel::insert(std::uint64_t feature, const Weights& row) {
  const std::uint16_t fingerprint = fingerprint_of(feature);
  std::size_t k = first_slot(feature, fingerprints.size());
  while (fingerprints[k] != 0 && fingerprints[k] != fingerprint) k = next_slot(k, fingerprints.size());
  fingerprints[k] = fingerprint;
  weights[k] = row;
}

NameModel NameModel::load(const std::filesystem::path& path) {
  const std::string name = path.string();
  const std::string bytes = read_model_bytes(path, kMagic, kVersion, "model of names", kHeader_bytes);
  Decoder in(std::string_view(bytes).substr(kMagic.size() + sizeof(kVersion)));
  NameModel model;
  model.scale = in.take<std::uint32_t>();
  const std::size_t features = in.take<std::uint32_t>();
  const std::size_t words = in.take<std::uint32_t>();
  model.checksum = in.take<std::uint64_t>();
  if (model.scale < 1 || features < 1 || features > kMostSlots || words < 1 || words > kMostSlots)
    throw ModelError(name + ": corrupt model of names (sizes)");
  if (bytes.size() != kHeader_bytes + kTransitions_bytes + features * kFeature_bytes + words * kWord_bytes)
    throw ModelError(name + ": model of names is truncated or too long");
  if (XXH64(bytes.data() + kHeader_bytes, bytes.size() - kHeader_bytes, 0) != model.checksum)
    throw ModelError(name + ": model of names has a wrong checksum");

  for (std::int16_t& weight : model.transitions) weight = in.take<std::int16_t>();
  model.reset(features);
  for (std::uint16_t& fingerprint : model.fingerprints) fingerprint = in.take<std::uint16_t>();
  static_assert(sizeof(Weights) == kTags);
  in.take_bytes(model.weights.data(), features * kTags);
  std::vector<WordTable::Slot> slots(words);
  for (WordTable::Slot& slot : slots) {
    slot.fingerprint = in.take<std::uint16_t>();
    slot.value.fine = in.take<std::uint16_t>();
    slot.value.middle = in.take<std::uint8_t>();
    slot.value.coarse = in.take<std::uint8_t>();
    slot.value.lists = in.take<std::uint8_t>();
    slot.value.contexts = in.take<std::uint8_t>();
  }
  model.words = WordTable(std::move(slots));
  // Look-ups end at a free slot.
  if (!has_free_slot(model)) throw ModelError(name + ": corrupt model of names (full table)");
  return model;
}

std::uint64_t NameModel::stated_checksum(const std::filesystem::path& path) {
  std::string header(kHeader_bytes, '\0');
  std::ifstream input(path, std::ios::binary);
  if (!input.read(header.data(), static_cast<std::streamsize>(header.size()))) throw IoError(path.string() + ": cannot be read");
  return Decoder(std::string_view(header).substr(kHeader_bytes - 8)).take<std::uint64_t>();
}

void NameModel::save(const std::filesystem::path& path) const {
  std::string payload;
  for (const std::int16_t weight : transitions) put(payload, static_cast<std::uint16_t>(weight), 2);
  for (const std::uint16_t fingerprint : fingerprints) put(payload, fingerprint, 2);
  for (const Weights& row : weights) {
    for (const std::int8_t weight : row) put(payload, static_cast<std::uint8_t>(weight), 1);
  }
  for (const WordTable::Slot& slot : words.slots()) {
    put(payload, slot.fingerprint, 2);
    put(payload, slot.value.fine, 2);
    put(payload, slot.value.middle, 1);
    put(payload, slot.value.coarse, 1);
    put(payload, slot.value.lists, 1);
    put(payload, slot.value.contexts, 1);
  }
  std::string out(kMagic);
  put(out, kVersion, 4);
  put(out, scale, 4);
  put(out, fingerprints.size(), 4);
  put(out, words.slots().size(), 4);
  put(out, XXH64(payload.data(), payload.size(), 0), 8);
  out += payload;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  file.close();
  if (!file) throw IoError(path.string() + ": cannot be written");
}

}  // namespace isnad::names
