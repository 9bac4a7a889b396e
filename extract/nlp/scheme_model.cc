#include "extract/nlp/scheme_model.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string_view>

#include "extract/model_bytes.h"
#include "extract/nlp/little_endian.h"
#include "extract/nlp/network/word_features.h"
#include "graph/model/error.h"

namespace isnad::nlp {

namespace {

constexpr std::string_view kMagic = "ISNADSCH";
constexpr std::size_t kHeader_bytes = 8 + 4 + 4 + 8;
constexpr std::uint32_t kMostBits = 24;
constexpr std::size_t kMostSchemes = 64;

/// Fewer words than this tell topics rather than treebanks.
constexpr std::size_t kLeastWords = 60;
constexpr double kSure = 0.9;

/// Reads a payload; every step is checked against its end.
class PayloadReader {
 public:
  PayloadReader(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  std::string_view take(std::size_t size) {
    if (bytes_.size() - at_ < size) throw ModelError(file_ + ": scheme model is truncated");
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  std::uint32_t number() { return static_cast<std::uint32_t>(get_little_endian(take(4), 0, 4)); }
  float real() {
    const auto value = std::bit_cast<float>(number());
    if (!std::isfinite(value)) throw ModelError(file_ + ": corrupt scheme model (numbers)");
    return value;
  }
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  const std::string& file_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::uint64_t> SchemeModel::features(std::span<const conllu::Sentence* const> sentences) {
  std::vector<std::uint64_t> out;
  for (const conllu::Sentence* sentence : sentences) {
    std::uint64_t before = 0;
    for (const conllu::Word& word : sentence->words) {
      const std::string key = vector_key(clean_form(word.form));
      const std::uint64_t hash = XXH64(key.data(), key.size(), 1);
      const std::uint64_t pair[] = {before, hash};
      out.push_back(hash);
      out.push_back(XXH64(pair, sizeof pair, 2));
      before = hash;
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

double SchemeModel::probability(const Scheme& scheme, std::span<const std::uint64_t> features) const {
  if (features.empty()) return 0;
  std::int64_t sum = 0;
  for (const std::uint64_t feature : features) sum += scheme.weights[feature >> (64 - weight_bits)];
  const double score =
      static_cast<double>(scheme.scale) * static_cast<double>(sum) / std::sqrt(static_cast<double>(features.size()));
  return 1 / (1 + std::exp(-static_cast<double>(scheme.bias) - score));
}

const std::string& SchemeModel::choose(std::span<const conllu::Sentence* const> sentences) const {
  std::size_t words = 0;
  for (const conllu::Sentence* sentence : sentences) words += sentence->words.size();
  const std::string* best = &fallback;
  if (words < kLeastWords) return *best;
  const std::vector<std::uint64_t> seen = features(sentences);
  double best_probability = kSure;
  for (const Scheme& scheme : schemes) {
    const double p = probability(scheme, seen);
    if (p < best_probability) continue;
    best_probability = p;
    best = &scheme.name;
  }
  return *best;
}

SchemeModel SchemeModel::load(const std::filesystem::path& path) {
  const std::string name = path.string();
  const std::string bytes = read_model_bytes(path, kMagic, kVersion, "scheme model", kHeader_bytes);
  SchemeModel model;
  model.weight_bits = static_cast<std::uint32_t>(get_little_endian(bytes, 12, 4));
  model.checksum = get_little_endian(bytes, 16, 8);
  const std::string_view payload = std::string_view(bytes).substr(kHeader_bytes);
  if (XXH64(payload.data(), payload.size(), 0) != model.checksum)
    throw ModelError(name + ": scheme model is truncated or has a wrong checksum");
  PayloadReader reader(payload, name);
  model.fallback = reader.take(reader.number());
  const std::uint32_t count = reader.number();
  if (model.weight_bits < 1 || model.weight_bits > kMostBits || count > kMostSchemes)
    throw ModelError(name + ": corrupt scheme model (sizes)");
  for (std::uint32_t k = 0; k < count; ++k) {
    Scheme& scheme = model.schemes.emplace_back();
    scheme.name = reader.take(reader.number());
    scheme.bias = reader.real();
    scheme.scale = reader.real();
    const std::string_view weights = reader.take(std::size_t{1} << model.weight_bits);
    scheme.weights.resize(weights.size());
    std::memcpy(scheme.weights.data(), weights.data(), weights.size());
  }
  if (!reader.at_end()) throw ModelError(name + ": scheme model is too long");
  return model;
}

void SchemeModel::save(const std::filesystem::path& path) const {
  std::string payload;
  put_little_endian(payload, fallback.size(), 4);
  payload += fallback;
  put_little_endian(payload, schemes.size(), 4);
  for (const Scheme& scheme : schemes) {
    put_little_endian(payload, scheme.name.size(), 4);
    payload += scheme.name;
    put_little_endian(payload, std::bit_cast<std::uint32_t>(scheme.bias), 4);
    put_little_endian(payload, std::bit_cast<std::uint32_t>(scheme.scale), 4);
    for (const std::int8_t weight : scheme.weights) payload.push_back(static_cast<char>(weight));
  }
  std::string out(kMagic);
  put_little_endian(out, kVersion, 4);
  put_little_endian(out, weight_bits, 4);
  put_little_endian(out, XXH64(payload.data(), payload.size(), 0), 8);
  out += payload;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  file.close();
  if (!file) throw IoError(path.string() + ": cannot be written");
}

}  // namespace isnad::nlp
