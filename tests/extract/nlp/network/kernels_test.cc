#include "extract/nlp/network/kernels.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace isnad::nlp;

namespace {

struct Case {
  std::size_t rows;
  std::size_t outputs;
  std::size_t inputs;
};

void check_products(const char* name, void* raw) {
  const Case& c = *static_cast<const Case*>(raw);
  std::mt19937 random(1);
  std::vector<std::int16_t> weights(c.outputs * c.inputs);
  for (auto& w : weights) w = static_cast<std::int16_t>(static_cast<int>(random() % 255U) - 127);
  PackedMatrix matrix;
  pack(matrix, c.outputs, c.inputs, weights);
  for (std::size_t o = 0; o < c.outputs; ++o) {
    matrix.scale[o] = 0.5F;
    matrix.bias[o] = static_cast<float>(o);
  }
  QuantisedRows input;
  input.resize(c.rows, c.inputs);
  for (std::size_t r = 0; r < c.rows; ++r) {
    input.scale[r] = 0.25F;
    for (std::size_t k = 0; k < c.inputs; ++k)
      input.row(r)[k] = static_cast<std::int16_t>(static_cast<int>(random() % 4095U) - 2047);
  }
  std::vector<float> out(c.rows * matrix.padded_outputs());
  multiply(input, matrix, out.data(), matrix.padded_outputs());
  INFO(name << ' ' << c.rows << ' ' << c.outputs << ' ' << c.inputs);
  for (std::size_t r = 0; r < c.rows; ++r) {
    for (std::size_t o = 0; o < c.outputs; ++o) {
      std::int64_t sum = 0;
      for (std::size_t k = 0; k < c.inputs; ++k) sum += std::int64_t{weights[o * c.inputs + k]} * input.row(r)[k];
      REQUIRE(out[r * matrix.padded_outputs() + o] == static_cast<float>(sum) * 0.125F + static_cast<float>(o));
    }
  }
}

}  // namespace

TEST_CASE("kernels: products are exact for any shape and instruction set", "[extract][network]") {
  for (Case c : {Case{1, 1, 1}, Case{1, 16, 2}, Case{3, 17, 5}, Case{8, 33, 31}, Case{13, 50, 64}, Case{21, 16, 401}}) {
    with_each_kernel(check_products, &c);
  }
}

TEST_CASE("kernels: rounding to whole numbers keeps three digits", "[extract][network]") {
  QuantisedRows rows;
  rows.resize(2, 5);
  const std::vector<float> values = {0.5F, -2.0F, 0.0F, 1.999F, 0.001F};
  quantise_row(values, rows, 0);
  for (std::size_t k = 0; k < values.size(); ++k) {
    CHECK(static_cast<float>(rows.row(0)[k]) * rows.scale[0] == Approx(values[k]).margin(0.001));
  }
  CHECK(rows.row(0)[1] == -kActivationScale);
  CHECK(rows.row(0)[5] == 0);
  quantise_row(std::vector<float>(5, 0.0F), rows, 1);
  CHECK(rows.scale[1] == 0);
  quantise_row(std::vector<float>(5, std::nanf("")), rows, 1);
  CHECK(rows.scale[1] == 0);
}

TEST_CASE("kernels: an LSTM step follows the textbook", "[extract][network]") {
  const std::size_t hidden = 11;
  std::mt19937 random(2);
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> a(4 * hidden);
  std::vector<float> b(4 * hidden);
  std::vector<float> cell(hidden);
  for (auto* values : {&a, &b, &cell}) {
    for (float& v : *values) v = normal(random);
  }
  a[0] = 1000;
  a[hidden + 1] = -1000;
  const std::vector<float> before = cell;
  std::vector<std::int16_t> state(hidden);
  lstm_cell(a.data(), b.data(), hidden, cell.data(), state.data());
  const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
  for (std::size_t k = 0; k < hidden; ++k) {
    const double c = sigmoid(double{a[hidden + k]} + b[hidden + k]) * before[k] +
                     sigmoid(double{a[k]} + b[k]) * std::tanh(double{a[2 * hidden + k]} + b[2 * hidden + k]);
    const double h = sigmoid(double{a[3 * hidden + k]} + b[3 * hidden + k]) * std::tanh(c);
    CHECK(cell[k] == Approx(c).margin(1e-5));
    CHECK(state[k] == Approx(h * kActivationScale).margin(0.6));
  }
}
