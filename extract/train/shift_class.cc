#include "extract/train/shift_class.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "graph/model/error.h"

namespace isnad::train {

void shift_class(nlp::StoredModel& model, const std::string& feature, const std::string& value, double factor) {
  const auto move = static_cast<float>(std::log(factor));
  if (feature == "deprel") {
    const auto label = std::find(model.labels.begin(), model.labels.end(), value);
    if (label != model.labels.end()) {
      model.label_scores.bias[static_cast<std::size_t>(label - model.labels.begin())] += move;
      return;
    }
  }
  std::size_t first = 0;
  for (const nlp::StoredFeature& known : model.features) {
    const auto found = std::find(known.values.begin(), known.values.end(), value);
    if (known.name == feature && found != known.values.end()) {
      // Class 0 is "absent".
      model.feature_scores.bias[first + 1 + static_cast<std::size_t>(found - known.values.begin())] += move;
      return;
    }
    first += known.values.size() + 1;
  }
  throw UsageError("the model knows no " + feature + "=" + value);
}

void fix_feature_scheme(nlp::StoredModel& model, const std::string& scheme) {
  const auto found = std::find(model.schemes.begin(), model.schemes.end(), scheme);
  if (found == model.schemes.end()) throw UsageError("the model knows no scheme " + scheme);
  const auto row = static_cast<std::size_t>(found - model.schemes.begin());
  const nlp::StoredTable& vectors = model.scheme_vectors;
  nlp::StoredMatrix& hidden = model.tag_hidden;
  // The middle third goes to the features; the scheme's vector is the end of a word's input.
  const std::size_t third = hidden.outputs / 3;
  for (std::size_t output = third; output < 2 * third; ++output) {
    for (std::size_t k = 0; k < vectors.columns; ++k) {
      std::int8_t& weight = hidden.weights[(output + 1) * hidden.inputs - vectors.columns + k];
      const float value = static_cast<float>(vectors.values[row * vectors.columns + k]) * vectors.scale[row];
      hidden.bias[output] += static_cast<float>(weight) * hidden.scale[output] * value;
      weight = 0;
    }
  }
}

}  // namespace isnad::train
