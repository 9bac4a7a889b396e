#include "extract/train/fused_lstm.h"

#include <cmath>
#include <cstring>

namespace isnad::train {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

#if defined(__x86_64__)
#define ISNAD_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ISNAD_CLONES
#endif

inline __attribute__((always_inline)) float exp_step(float x) {
  x = x > 40.0F ? 40.0F : (x < -40.0F ? -40.0F : x);
  const float shifted = x * 1.44269504F + 12582912.0F;
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

inline __attribute__((always_inline)) float sigmoid(float x) { return 1.0F / (1.0F + exp_step(-x)); }
inline __attribute__((always_inline)) float tanh_of(float x) { return 2.0F / (1.0F + exp_step(-2.0F * x)) - 1.0F; }

/// Turns pre-activations into gates in place, and writes cell and state of `rows` words.
ISNAD_CLONES void forward_step(float* __restrict gates, const float* __restrict cell_before, float* __restrict cell,
                               float* __restrict state, std::int64_t rows, std::int64_t hidden) {
  for (std::int64_t r = 0; r < rows; ++r) {
    float* g = gates + r * 4 * hidden;
    for (std::int64_t k = 0; k < hidden; ++k) {
      const float in = sigmoid(g[k]);
      const float forget = sigmoid(g[hidden + k]);
      const float candidate = tanh_of(g[2 * hidden + k]);
      const float out = sigmoid(g[3 * hidden + k]);
      const float before = cell_before != nullptr ? cell_before[r * hidden + k] : 0.0F;
      const float c = forget * before + in * candidate;
      g[k] = in;
      g[hidden + k] = forget;
      g[2 * hidden + k] = candidate;
      g[3 * hidden + k] = out;
      cell[r * hidden + k] = c;
      state[r * hidden + k] = out * tanh_of(c);
    }
  }
}

/// Turns gates into gradients of their pre-activations in place; `cell_grad` comes in from the step after and goes out to the one
/// before.
ISNAD_CLONES void backward_step(float* __restrict gates, const float* __restrict cell_before, const float* __restrict cell,
                                const float* __restrict state_grad, float* __restrict cell_grad, std::int64_t rows,
                                std::int64_t hidden) {
  for (std::int64_t r = 0; r < rows; ++r) {
    float* g = gates + r * 4 * hidden;
    for (std::int64_t k = 0; k < hidden; ++k) {
      const float in = g[k];
      const float forget = g[hidden + k];
      const float candidate = g[2 * hidden + k];
      const float out = g[3 * hidden + k];
      const float squashed = tanh_of(cell[r * hidden + k]);
      const float before = cell_before != nullptr ? cell_before[r * hidden + k] : 0.0F;
      const float dh = state_grad[r * hidden + k];
      const float dc = cell_grad[r * hidden + k] + dh * out * (1.0F - squashed * squashed);
      g[k] = dc * candidate * in * (1.0F - in);
      g[hidden + k] = dc * before * forget * (1.0F - forget);
      g[2 * hidden + k] = dc * in * (1.0F - candidate * candidate);
      g[3 * hidden + k] = dh * squashed * out * (1.0F - out);
      cell_grad[r * hidden + k] = dc * forget;
    }
  }
}

class FusedLstm : public torch::autograd::Function<FusedLstm> {
 public:
  static Tensor forward(AutogradContext* context, const Tensor& input, const Tensor& input_weight, const Tensor& state_weight,
                        const Tensor& bias, const std::vector<std::int64_t>& running) {
    const std::int64_t hidden = state_weight.size(1);
    Tensor gates = torch::addmm(bias, input, input_weight.t()).contiguous();
    Tensor cells = torch::empty({input.size(0), hidden});
    Tensor states = torch::empty({input.size(0), hidden});
    const Tensor recurrent = state_weight.t();
    std::int64_t at = 0;
    std::int64_t before = 0;
    for (std::size_t t = 0; t < running.size(); ++t) {
      const std::int64_t rows = running[t];
      if (t > 0) gates.narrow(0, at, rows).addmm_(states.narrow(0, before, rows), recurrent);
      forward_step(gates.data_ptr<float>() + at * 4 * hidden, t > 0 ? cells.data_ptr<float>() + before * hidden : nullptr,
                   cells.data_ptr<float>() + at * hidden, states.data_ptr<float>() + at * hidden, rows, hidden);
      before = at;
      at += rows;
    }
    context->save_for_backward({input, input_weight, state_weight, gates, cells, states});
    context->saved_data["running"] = running;
    return states;
  }

  static tensor_list backward(AutogradContext* context, tensor_list grads) {
    const tensor_list saved = context->get_saved_variables();
    const Tensor& input = saved[0];
    const Tensor& input_weight = saved[1];
    const Tensor& state_weight = saved[2];
    Tensor gates = saved[3];
    const Tensor& cells = saved[4];
    const Tensor& states = saved[5];
    const std::vector<std::int64_t> running = context->saved_data["running"].toIntVector();
    const std::int64_t hidden = state_weight.size(1);
    Tensor state_grad = grads[0].clone().contiguous();
    Tensor cell_grad = torch::zeros({running.front(), hidden});
    Tensor states_before = torch::zeros({input.size(0), hidden});
    std::int64_t at = input.size(0);
    for (std::size_t t = running.size(); t-- > 0;) {
      const std::int64_t rows = running[t];
      at -= rows;
      const std::int64_t before = t > 0 ? at - running[t - 1] : 0;
      backward_step(gates.data_ptr<float>() + at * 4 * hidden, t > 0 ? cells.data_ptr<float>() + before * hidden : nullptr,
                    cells.data_ptr<float>() + at * hidden, state_grad.data_ptr<float>() + at * hidden,
                    cell_grad.data_ptr<float>(), rows, hidden);
      if (t > 0) {
        state_grad.narrow(0, before, rows).addmm_(gates.narrow(0, at, rows), state_weight);
        states_before.narrow(0, at, rows).copy_(states.narrow(0, before, rows));
      }
    }
    const Tensor transposed = gates.t();
    return {gates.mm(input_weight), transposed.mm(input), transposed.mm(states_before), gates.sum(0), Tensor()};
  }
};

}  // namespace

Tensor fused_lstm(const Tensor& input, const Tensor& input_weight, const Tensor& state_weight, const Tensor& bias,
                  const std::vector<std::int64_t>& running) {
  return FusedLstm::apply(input, input_weight, state_weight, bias, running);
}

}  // namespace isnad::train
