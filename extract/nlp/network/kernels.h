#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace isnad::nlp {

// Arithmetic of the network. Products are whole numbers (weights of 8 bits times activations of 12), so that sums come out the
// same in any order, on any processor, in any batch; the float steps between them use only +, -, *, / in a fixed order.

/// Activations in [-1, 1] are stored as whole multiples of 1 / kActivationScale.
inline constexpr int kActivationScale = 2047;

/// A matrix `[outputs x inputs]` laid out for the product kernels.
struct PackedMatrix {
  std::size_t outputs = 0;
  std::size_t inputs = 0;
  /// Blocks of 16 outputs; in each, for every pair of inputs the 16 pairs of weights.
  std::vector<std::int16_t> weights;
  /// Weight = stored number * scale; one an output, padded to whole blocks.
  std::vector<float> scale;
  std::vector<float> bias;

  [[nodiscard]] std::size_t padded_inputs() const { return (inputs + 1) / 2 * 2; }
  [[nodiscard]] std::size_t padded_outputs() const { return (outputs + 15) / 16 * 16; }
};

/// Sets `matrix` to `[outputs x inputs]` with the whole numbers given row by row, keeping its memory.
/// Requires: weights.size() == outputs * inputs; inputs * max|weight| * 2047 < 2^31.
void pack(PackedMatrix& matrix, std::size_t outputs, std::size_t inputs, std::span<const std::int16_t> weights);

/// Rows of activations as whole numbers; every row padded with zeros to an even length, with its own scale.
struct QuantisedRows {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::int16_t> values;
  std::vector<float> scale;

  [[nodiscard]] std::size_t stride() const { return (columns + 1) / 2 * 2; }
  void resize(std::size_t row_count, std::size_t column_count);
  [[nodiscard]] std::int16_t* row(std::size_t r) { return values.data() + r * stride(); }
  [[nodiscard]] const std::int16_t* row(std::size_t r) const { return values.data() + r * stride(); }
};

/// Rounds `values` to whole numbers such that the largest becomes `kActivationScale`.
void quantise_row(std::span<const float> values, QuantisedRows& out, std::size_t row);

/// out[r][o] = sum_k input[r][k] * matrix[o][k] + bias[o], rows `output_stride` apart.
/// Requires: output_stride >= matrix.padded_outputs(); that much is written of every row.
void multiply(const QuantisedRows& input, const PackedMatrix& matrix, float* output, std::size_t output_stride);

/// The same for rows of raw numbers that share one scale.
void multiply(const std::int16_t* input, std::size_t rows, std::size_t input_stride, float input_scale,
              const PackedMatrix& matrix, float* output, std::size_t output_stride);

/// One step of an LSTM: gates `[4 * hidden]` (input, forget, candidate, output) = a + b; updates `cell`, writes the new hidden
/// state as whole numbers.
void lstm_cell(const float* a, const float* b, std::size_t hidden, float* cell, std::int16_t* state);

/// values = max(values, 0)
void relu(float* values, std::size_t count);
/// values = tanh(values), from the same rational steps on every processor.
void tanh_all(float* values, std::size_t count);
/// out += row * scale
void add_scaled(const std::int8_t* row, float scale, float* out, std::size_t count);

/// Returns: the instruction set that the kernels use: `avx512vnni`, `avx512bw`, `avx2`, `sse2`, `baseline`.
[[nodiscard]] const char* kernel_name();
/// For tests: runs `run` once with every kernel that this processor has, so that they can be compared.
void with_each_kernel(void (*run)(const char* name, void* context), void* context);

}  // namespace isnad::nlp
