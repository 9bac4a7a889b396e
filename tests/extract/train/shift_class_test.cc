#include "extract/train/shift_class.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "graph/model/error.h"
#include "tests/extract/nlp/network/tiny_model.h"

using namespace isnad;

TEST_CASE("shift: one class of a feature or one label moves", "[extract][train]") {
  const nlp::StoredModel before = nlp::test::TinyModel().model;
  nlp::StoredModel model = before;
  // Classes of Case: absent, Acc, Gen; of Number: absent, Plur, Sing.
  train::shift_class(model, "Number", "Sing", 0.5);
  train::shift_class(model, "deprel", "obj", 3);
  for (std::size_t k = 0; k < before.feature_scores.bias.size(); ++k) {
    const float moved = k == 5 ? static_cast<float>(std::log(0.5)) : 0.0F;
    CHECK(model.feature_scores.bias[k] == before.feature_scores.bias[k] + moved);
  }
  for (std::size_t k = 0; k < before.label_scores.bias.size(); ++k) {
    const float moved = k == 1 ? static_cast<float>(std::log(3.0)) : 0.0F;
    CHECK(model.label_scores.bias[k] == before.label_scores.bias[k] + moved);
  }
}

TEST_CASE("shift: a class that the model does not know is refused", "[extract][train]") {
  nlp::StoredModel model = nlp::test::TinyModel().model;
  CHECK_THROWS_AS(train::shift_class(model, "Number", "Acc", 2), UsageError);
  CHECK_THROWS_AS(train::shift_class(model, "deprel", "iobj", 2), UsageError);
}
