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

TEST_CASE("shift: features of all schemes become those of one, and nothing else changes", "[extract][train]") {
  const nlp::StoredModel before = nlp::test::TinyModel().model;
  nlp::StoredModel model = before;
  train::fix_feature_scheme(model, "other");
  const std::size_t third = before.tag_hidden.outputs / 3;
  const std::size_t inputs = before.tag_hidden.inputs;
  for (std::size_t o = 0; o < before.tag_hidden.outputs; ++o) {
    const bool feature = o >= third && o < 2 * third;
    float moved = 0;
    for (std::size_t k = 0; k < inputs; ++k) {
      const bool scheme = k + before.scheme_vectors.columns >= inputs;
      const auto weight = before.tag_hidden.weights[o * inputs + k];
      CHECK(model.tag_hidden.weights[o * inputs + k] == (feature && scheme ? 0 : weight));
      if (!feature || !scheme) continue;
      const std::size_t at = before.scheme_vectors.columns + k + before.scheme_vectors.columns - inputs;
      moved += static_cast<float>(weight) * before.tag_hidden.scale[o] * static_cast<float>(before.scheme_vectors.values[at]) *
               before.scheme_vectors.scale[1];
    }
    CHECK(model.tag_hidden.bias[o] == Approx(before.tag_hidden.bias[o] + moved));
  }
  CHECK_THROWS_AS(train::fix_feature_scheme(model, "none"), UsageError);
}
