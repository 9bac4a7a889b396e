#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace isnad::train {

/// One direction of an LSTM layer over a batch, several times faster to train on one core than torch::nn::LSTM: the products that
/// do not depend on the step before are done once for all steps.
///
/// `input` is `[words x inputs]`, step after step: first the first words of all sequences, longest sequence first, then the
/// second words of those that have one, and so on; `running[t]` is how many sequences have a word at step t.
/// Returns: hidden states `[words x hidden]` in the same order. Gates are ordered input, forget, candidate, output.
[[nodiscard]] torch::Tensor fused_lstm(const torch::Tensor& input, const torch::Tensor& input_weight,
                                       const torch::Tensor& state_weight, const torch::Tensor& bias,
                                       const std::vector<std::int64_t>& running);

}  // namespace isnad::train
