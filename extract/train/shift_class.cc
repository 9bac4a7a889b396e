#include "extract/train/shift_class.h"

#include <algorithm>
#include <cmath>

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

}  // namespace isnad::train
