#include "extract/nlp/clitic_model.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <string_view>

#include "extract/model_bytes.h"
#include "extract/nlp/little_endian.h"
#include "graph/model/error.h"

namespace isnad::nlp {

namespace {

constexpr std::string_view kMagic = "ISNADSEG";
constexpr std::uint32_t kMostBits = 28;
constexpr std::size_t kHeader_bytes = 8 + 4 + 4 + 4 + 8;

/// The two places of a form in the table of counts.
std::uint64_t first_place(std::uint64_t hash, std::uint32_t bits) { return hash >> (64 - bits); }
std::uint64_t second_place(std::uint64_t hash, std::uint32_t bits) { return (hash * 0x9E3779B97F4A7C15ULL) >> (64 - bits); }

unsigned nibble(const std::vector<std::uint8_t>& counts, std::uint64_t place) {
  return (static_cast<unsigned>(counts[place >> 1U]) >> (4 * (place & 1U))) & 0xFU;
}

void raise(std::vector<std::uint8_t>& counts, std::uint64_t place, unsigned value) {
  if (nibble(counts, place) >= value) return;
  const unsigned shift = 4 * (place & 1U);
  auto& byte = counts[place >> 1U];
  byte = static_cast<std::uint8_t>((byte & ~(0xFU << shift)) | (value << shift));
}

}  // namespace

unsigned CliticModel::log_count(std::uint64_t form_hash) const {
  return std::min(nibble(counts, first_place(form_hash, count_bits)), nibble(counts, second_place(form_hash, count_bits)));
}

void CliticModel::set_log_count(std::uint64_t form_hash, unsigned log_count) {
  raise(counts, first_place(form_hash, count_bits), std::min(log_count, 15U));
  raise(counts, second_place(form_hash, count_bits), std::min(log_count, 15U));
}

CliticModel CliticModel::load(const std::filesystem::path& path) {
  const std::string name = path.string();
  const std::string bytes = read_model_bytes(path, kMagic, kVersion, "clitic model", kHeader_bytes);
  CliticModel model;
  model.weight_bits = static_cast<std::uint32_t>(get_little_endian(bytes, 12, 4));
  model.count_bits = static_cast<std::uint32_t>(get_little_endian(bytes, 16, 4));
  model.checksum = get_little_endian(bytes, 20, 8);
  if (model.weight_bits < 1 || model.weight_bits > kMostBits || model.count_bits < 1 || model.count_bits > kMostBits)
    throw ModelError(name + ": corrupt clitic model (table sizes)");
  const std::size_t weights_size = std::size_t{1} << model.weight_bits;
  const std::size_t counts_size = (std::size_t{1} << model.count_bits) / 2;
  if (bytes.size() != kHeader_bytes + weights_size + counts_size)
    throw ModelError(name + ": clitic model is truncated or too long");
  if (XXH64(bytes.data() + kHeader_bytes, bytes.size() - kHeader_bytes, 0) != model.checksum)
    throw ModelError(name + ": clitic model has a wrong checksum");
  model.weights.resize(weights_size);
  std::memcpy(model.weights.data(), bytes.data() + kHeader_bytes, weights_size);
  const auto counts = bytes.begin() + static_cast<std::ptrdiff_t>(kHeader_bytes + weights_size);
  model.counts.assign(counts, bytes.end());
  return model;
}

void CliticModel::save(const std::filesystem::path& path) const {
  std::string payload(weights.size(), '\0');
  std::memcpy(payload.data(), weights.data(), weights.size());
  payload.append(counts.begin(), counts.end());
  std::string out(kMagic);
  put_little_endian(out, kVersion, 4);
  put_little_endian(out, weight_bits, 4);
  put_little_endian(out, count_bits, 4);
  put_little_endian(out, XXH64(payload.data(), payload.size(), 0), 8);
  out += payload;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  file.close();
  if (!file) throw IoError(path.string() + ": cannot be written");
}

}  // namespace isnad::nlp
