#include "extract/nlp/network/kernels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#define ISNAD_X86 1
#endif

namespace isnad::nlp {
namespace {

constexpr std::size_t kBlock = 16;

/// Sums of up to `kMostRows` rows with one block of outputs.
/// `input` rows are `stride` apart; `weights` is the block; `sums` is `[rows x 16]`.
using BlockKernel = void (*)(const std::int16_t* input, std::size_t stride, std::size_t rows, const std::int16_t* weights,
                             std::size_t pairs, std::int32_t* sums);
constexpr std::size_t kMostRows = 8;

void block_baseline(const std::int16_t* input, std::size_t stride, std::size_t rows, const std::int16_t* weights,
                    std::size_t pairs, std::int32_t* sums) {
  for (std::size_t r = 0; r < rows; ++r) {
    std::int32_t sum[kBlock] = {};
    const std::int16_t* in = input + r * stride;
    for (std::size_t p = 0; p < pairs; ++p) {
      const std::int32_t a = in[2 * p];
      const std::int32_t b = in[2 * p + 1];
      const std::int16_t* w = weights + p * 2 * kBlock;
      for (std::size_t o = 0; o < kBlock; ++o) sum[o] += w[2 * o] * a + w[2 * o + 1] * b;
    }
    std::memcpy(sums + r * kBlock, sum, sizeof(sum));
  }
}

#if ISNAD_X86

#define ISNAD_AVX2 __attribute__((target("avx2")))
#define ISNAD_AVX512 __attribute__((target("avx512f,avx512bw")))
#define ISNAD_VNNI __attribute__((target("avx512f,avx512bw,avx512vnni")))

// Two numbers of the input, side by side, as the 32 bits that every lane of the product needs.
inline std::int32_t pair_at(const std::int16_t* in, std::size_t p) {
  std::int32_t both = 0;
  std::memcpy(&both, in + 2 * p, sizeof(both));
  return both;
}

// What every x86-64 processor has.
template <std::size_t kRows>
void rows_sse2(const std::int16_t* input, std::size_t stride, const std::int16_t* weights, std::size_t pairs,
               std::int32_t* sums) {
  __m128i sum[kRows][4];
  for (auto& row : sum) {
    for (__m128i& quarter : row) quarter = _mm_setzero_si128();
  }
  for (std::size_t p = 0; p < pairs; ++p) {
    const auto* w = reinterpret_cast<const __m128i*>(weights + p * 2 * kBlock);
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m128i in = _mm_set1_epi32(pair_at(input + r * stride, p));
      for (std::size_t q = 0; q < 4; ++q) sum[r][q] = _mm_add_epi32(sum[r][q], _mm_madd_epi16(_mm_loadu_si128(w + q), in));
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    for (std::size_t q = 0; q < 4; ++q) _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + r * kBlock) + q, sum[r][q]);
  }
}

template <std::size_t kRows>
ISNAD_AVX2 void rows_avx2(const std::int16_t* input, std::size_t stride, const std::int16_t* weights, std::size_t pairs,
                          std::int32_t* sums) {
  __m256i low[kRows];
  __m256i high[kRows];
  for (std::size_t r = 0; r < kRows; ++r) low[r] = high[r] = _mm256_setzero_si256();
  for (std::size_t p = 0; p < pairs; ++p) {
    const auto* w = reinterpret_cast<const __m256i*>(weights + p * 2 * kBlock);
    const __m256i w0 = _mm256_loadu_si256(w);
    const __m256i w1 = _mm256_loadu_si256(w + 1);
    for (std::size_t r = 0; r < kRows; ++r) {
      const __m256i in = _mm256_set1_epi32(pair_at(input + r * stride, p));
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(w0, in));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(w1, in));
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * kBlock), low[r]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + r * kBlock + 8), high[r]);
  }
}

template <std::size_t kRows>
ISNAD_AVX512 void rows_avx512(const std::int16_t* input, std::size_t stride, const std::int16_t* weights, std::size_t pairs,
                              std::int32_t* sums) {
  __m512i sum[kRows];
  for (std::size_t r = 0; r < kRows; ++r) sum[r] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m512i w = _mm512_loadu_si512(weights + p * 2 * kBlock);
    for (std::size_t r = 0; r < kRows; ++r) {
      sum[r] = _mm512_add_epi32(sum[r], _mm512_madd_epi16(w, _mm512_set1_epi32(pair_at(input + r * stride, p))));
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) _mm512_storeu_si512(sums + r * kBlock, sum[r]);
}

template <std::size_t kRows>
ISNAD_VNNI void rows_vnni(const std::int16_t* input, std::size_t stride, const std::int16_t* weights, std::size_t pairs,
                          std::int32_t* sums) {
  // Two sums a row hide the latency of an instruction that adds to its own result.
  __m512i even[kRows];
  __m512i odd[kRows];
  for (std::size_t r = 0; r < kRows; ++r) even[r] = odd[r] = _mm512_setzero_si512();
  std::size_t p = 0;
  for (; p + 2 <= pairs; p += 2) {
    const __m512i w0 = _mm512_loadu_si512(weights + p * 2 * kBlock);
    const __m512i w1 = _mm512_loadu_si512(weights + (p + 1) * 2 * kBlock);
    for (std::size_t r = 0; r < kRows; ++r) {
      even[r] = _mm512_dpwssd_epi32(even[r], w0, _mm512_set1_epi32(pair_at(input + r * stride, p)));
      odd[r] = _mm512_dpwssd_epi32(odd[r], w1, _mm512_set1_epi32(pair_at(input + r * stride, p + 1)));
    }
  }
  if (p < pairs) {
    const __m512i w0 = _mm512_loadu_si512(weights + p * 2 * kBlock);
    for (std::size_t r = 0; r < kRows; ++r) {
      even[r] = _mm512_dpwssd_epi32(even[r], w0, _mm512_set1_epi32(pair_at(input + r * stride, p)));
    }
  }
  for (std::size_t r = 0; r < kRows; ++r) _mm512_storeu_si512(sums + r * kBlock, _mm512_add_epi32(even[r], odd[r]));
}

#define ISNAD_BLOCK_KERNEL(NAME, ROWS)                                                                                       \
  void NAME(const std::int16_t* input, std::size_t stride, std::size_t rows, const std::int16_t* weights, std::size_t pairs, \
            std::int32_t* sums) {                                                                                            \
    for (std::size_t r = 0; r < rows;) {                                                                                     \
      const std::size_t left = rows - r;                                                                                     \
      const std::int16_t* in = input + r * stride;                                                                           \
      std::int32_t* out = sums + r * kBlock;                                                                                 \
      if (left >= 8 && kMostAtOnce##NAME >= 8) {                                                                             \
        ROWS<8>(in, stride, weights, pairs, out);                                                                            \
        r += 8;                                                                                                              \
      } else if (left >= 4 && kMostAtOnce##NAME >= 4) {                                                                      \
        ROWS<4>(in, stride, weights, pairs, out);                                                                            \
        r += 4;                                                                                                              \
      } else if (left >= 2) {                                                                                                \
        ROWS<2>(in, stride, weights, pairs, out);                                                                            \
        r += 2;                                                                                                              \
      } else {                                                                                                               \
        ROWS<1>(in, stride, weights, pairs, out);                                                                            \
        r += 1;                                                                                                              \
      }                                                                                                                      \
    }                                                                                                                        \
  }

// So many rows as their sums fit into registers: 16 of 128 or 256 bits, 32 of 512.
constexpr std::size_t kMostAtOnceblock_sse2 = 2;
constexpr std::size_t kMostAtOnceblock_avx2 = 4;
constexpr std::size_t kMostAtOnceblock_avx512 = 8;
constexpr std::size_t kMostAtOnceblock_vnni = 8;
ISNAD_BLOCK_KERNEL(block_sse2, rows_sse2)
ISNAD_BLOCK_KERNEL(block_avx2, rows_avx2)
ISNAD_BLOCK_KERNEL(block_avx512, rows_avx512)
ISNAD_BLOCK_KERNEL(block_vnni, rows_vnni)

#endif

// The float steps: written once, compiled for several instruction sets. The file is compiled without contraction into fused
// multiply-adds, so all of them round alike.

#define ISNAD_INLINE inline __attribute__((always_inline))

/// exp(x) for |x| <= 80, to about 1e-7 relative.
ISNAD_INLINE float exp_step(float x) {
  const float scaled = x * 1.44269504F;
  const float shifted = scaled + 12582912.0F;
  const float whole = shifted - 12582912.0F;
  const float f = (x - whole * 0.693359375F) + whole * 2.12194440e-4F;
  float p = 1.9875691500e-4F;
  p = p * f + 1.3981999507e-3F;
  p = p * f + 8.3334519073e-3F;
  p = p * f + 4.1665795894e-2F;
  p = p * f + 1.6666665459e-1F;
  p = p * f + 5.0000001201e-1F;
  p = p * f * f + f + 1.0F;
  std::int32_t bits = 0;
  std::memcpy(&bits, &shifted, sizeof(bits));
  bits = static_cast<std::int32_t>((static_cast<std::uint32_t>(bits) + 127U) << 23U);
  float power = 0;
  std::memcpy(&power, &bits, sizeof(power));
  return p * power;
}

ISNAD_INLINE float clamp_step(float x, float limit) {
  x = x > limit ? limit : x;
  return x < -limit ? -limit : x;
}

ISNAD_INLINE float sigmoid_step(float x) { return 1.0F / (1.0F + exp_step(-clamp_step(x, 30.0F))); }
ISNAD_INLINE float tanh_step(float x) { return 2.0F / (1.0F + exp_step(-2.0F * clamp_step(x, 15.0F))) - 1.0F; }

/// Rounds to the nearest whole number, halves away from zero.
ISNAD_INLINE std::int16_t round_step(float x) {
  return static_cast<std::int16_t>(static_cast<std::int32_t>(x + (x < 0 ? -0.5F : 0.5F)));
}

ISNAD_INLINE void lstm_cell_body(const float* __restrict a, const float* __restrict b, std::size_t hidden, float* __restrict cell,
                                 std::int16_t* __restrict state) {
  for (std::size_t k = 0; k < hidden; ++k) {
    const float in = sigmoid_step(a[k] + b[k]);
    const float forget = sigmoid_step(a[hidden + k] + b[hidden + k]);
    const float candidate = tanh_step(a[2 * hidden + k] + b[2 * hidden + k]);
    const float out = sigmoid_step(a[3 * hidden + k] + b[3 * hidden + k]);
    const float c = forget * cell[k] + in * candidate;
    cell[k] = c;
    state[k] = round_step(out * tanh_step(c) * static_cast<float>(kActivationScale));
  }
}

ISNAD_INLINE void tanh_body(float* values, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) values[k] = tanh_step(values[k]);
}

ISNAD_INLINE void add_scaled_body(const std::int8_t* __restrict row, float scale, float* __restrict out, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) out[k] += static_cast<float>(row[k]) * scale;
}

ISNAD_INLINE void quantise_body(const float* __restrict values, std::size_t count, float factor, std::int16_t* __restrict out) {
  for (std::size_t k = 0; k < count; ++k) out[k] = round_step(values[k] * factor);
}

ISNAD_INLINE void rescale_body(const std::int32_t* __restrict sums, const float* __restrict scale, const float* __restrict bias,
                               float input_scale, float* __restrict out) {
  for (std::size_t o = 0; o < kBlock; ++o) out[o] = static_cast<float>(sums[o]) * (scale[o] * input_scale) + bias[o];
}

struct Kernels {
  const char* name;
  BlockKernel block;
  void (*cell)(const float*, const float*, std::size_t, float*, std::int16_t*);
  void (*tanh_all)(float*, std::size_t);
  void (*add_scaled)(const std::int8_t*, float, float*, std::size_t);
  void (*quantise)(const float*, std::size_t, float, std::int16_t*);
};

#define ISNAD_FLOAT_KERNELS(SUFFIX, TARGET)                                                                         \
  TARGET void cell_##SUFFIX(const float* a, const float* b, std::size_t n, float* c, std::int16_t* s) {             \
    lstm_cell_body(a, b, n, c, s);                                                                                  \
  }                                                                                                                 \
  TARGET void tanh_##SUFFIX(float* v, std::size_t n) { tanh_body(v, n); }                                           \
  TARGET void add_##SUFFIX(const std::int8_t* r, float s, float* o, std::size_t n) { add_scaled_body(r, s, o, n); } \
  TARGET void quantise_##SUFFIX(const float* v, std::size_t n, float f, std::int16_t* o) { quantise_body(v, n, f, o); }

ISNAD_FLOAT_KERNELS(baseline, )
constexpr Kernels kBaseline = {"baseline", block_baseline, cell_baseline, tanh_baseline, add_baseline, quantise_baseline};

#if ISNAD_X86
constexpr Kernels kSse2 = {"sse2", block_sse2, cell_baseline, tanh_baseline, add_baseline, quantise_baseline};
ISNAD_FLOAT_KERNELS(avx2, ISNAD_AVX2)
ISNAD_FLOAT_KERNELS(avx512, __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,prefer-vector-width=512"))))
constexpr Kernels kAvx2 = {"avx2", block_avx2, cell_avx2, tanh_avx2, add_avx2, quantise_avx2};
constexpr Kernels kAvx512 = {"avx512bw", block_avx512, cell_avx512, tanh_avx512, add_avx512, quantise_avx512};
constexpr Kernels kVnni = {"avx512vnni", block_vnni, cell_avx512, tanh_avx512, add_avx512, quantise_avx512};
#endif

std::vector<const Kernels*> available() {
  std::vector<const Kernels*> all = {&kBaseline};
#if ISNAD_X86
  __builtin_cpu_init();
  all.push_back(&kSse2);
  if (__builtin_cpu_supports("avx2")) all.push_back(&kAvx2);
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    all.push_back(&kAvx512);
    if (__builtin_cpu_supports("avx512vnni")) all.push_back(&kVnni);
  }
#endif
  return all;
}

/// The best at first use; tests switch it while nothing else runs.
const Kernels*& active() {
  static const Kernels* kernels = available().back();
  return kernels;
}

}  // namespace

void pack(PackedMatrix& matrix, std::size_t outputs, std::size_t inputs, std::span<const std::int16_t> weights) {
  matrix.outputs = outputs;
  matrix.inputs = inputs;
  const std::size_t pairs = matrix.padded_inputs() / 2;
  matrix.weights.assign(matrix.padded_outputs() * matrix.padded_inputs(), 0);
  for (std::size_t o = 0; o < outputs; ++o) {
    std::int16_t* block = matrix.weights.data() + (o / kBlock) * pairs * 2 * kBlock + (o % kBlock) * 2;
    const std::int16_t* row = weights.data() + o * inputs;
    for (std::size_t k = 0; k < inputs; ++k) block[(k / 2) * 2 * kBlock + k % 2] = row[k];
  }
  matrix.scale.resize(matrix.padded_outputs(), 0.0F);
  matrix.bias.resize(matrix.padded_outputs(), 0.0F);
}

void QuantisedRows::resize(std::size_t row_count, std::size_t column_count) {
  rows = row_count;
  columns = column_count;
  values.assign(rows * stride(), 0);
  scale.assign(rows, 0.0F);
}

void quantise_row(std::span<const float> values, QuantisedRows& out, std::size_t row) {
  float largest = 0;
  for (const float v : values) largest = std::max(largest, std::fabs(v));
  if (!(largest > 0) || !std::isfinite(largest)) {
    std::fill_n(out.row(row), out.stride(), std::int16_t{0});
    out.scale[row] = 0;
    return;
  }
  const float scale = largest / static_cast<float>(kActivationScale);
  out.scale[row] = scale;
  active()->quantise(values.data(), values.size(), static_cast<float>(kActivationScale) / largest, out.row(row));
}

namespace {

template <class ScaleOfRow>
void multiply_with(const std::int16_t* input, std::size_t rows, std::size_t stride, const ScaleOfRow& scale_of,
                   const PackedMatrix& matrix, float* output, std::size_t output_stride) {
  const std::size_t pairs = matrix.padded_inputs() / 2;
  const BlockKernel block = active()->block;
  std::int32_t sums[kMostRows * kBlock];
  // Blocks outside, so that one block of weights stays in the first cache while all rows pass by it.
  for (std::size_t o = 0; o < matrix.padded_outputs(); o += kBlock) {
    for (std::size_t r = 0; r < rows; r += kMostRows) {
      const std::size_t count = std::min(kMostRows, rows - r);
      block(input + r * stride, stride, count, matrix.weights.data() + o * pairs * 2, pairs, sums);
      for (std::size_t k = 0; k < count; ++k) {
        rescale_body(sums + k * kBlock, matrix.scale.data() + o, matrix.bias.data() + o, scale_of(r + k),
                     output + (r + k) * output_stride + o);
      }
    }
  }
}

}  // namespace

void multiply(const QuantisedRows& input, const PackedMatrix& matrix, float* output, std::size_t output_stride) {
  multiply_with(
      input.values.data(), input.rows, input.stride(), [&](std::size_t r) { return input.scale[r]; }, matrix, output,
      output_stride);
}

void multiply(const std::int16_t* input, std::size_t rows, std::size_t input_stride, float input_scale,
              const PackedMatrix& matrix, float* output, std::size_t output_stride) {
  multiply_with(
      input, rows, input_stride, [&](std::size_t) { return input_scale; }, matrix, output, output_stride);
}

void lstm_cell(const float* a, const float* b, std::size_t hidden, float* cell, std::int16_t* state) {
  active()->cell(a, b, hidden, cell, state);
}

void relu(float* values, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) values[k] = values[k] > 0 ? values[k] : 0;
}

void tanh_all(float* values, std::size_t count) { active()->tanh_all(values, count); }

void add_scaled(const std::int8_t* row, float scale, float* out, std::size_t count) {
  active()->add_scaled(row, scale, out, count);
}

const char* kernel_name() { return active()->name; }

void with_each_kernel(void (*run)(const char* name, void* context), void* context) {
  const Kernels* const before = active();
  for (const Kernels* kernels : available()) {
    active() = kernels;
    run(kernels->name, context);
  }
  active() = before;
}

}  // namespace isnad::nlp
