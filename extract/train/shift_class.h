#pragma once

#include <string>

#include "extract/nlp/network/model_file.h"

namespace isnad::train {

/// Multiplies the odds of a value of a feature, or of a label when `feature` is `deprel`, by `factor`: for classes that training
/// was made to see too often or too seldom.
///
/// Throws: UsageError when the model knows no such class.
void shift_class(nlp::StoredModel& model, const std::string& feature, const std::string& value, double factor);

/// Makes features under every scheme those of one: the layer before them sees its vector instead of each scheme's own. For models
/// of which some sources mark hardly any feature and so taught that there is none.
///
/// Throws: UsageError when the model knows no such scheme.
void fix_feature_scheme(nlp::StoredModel& model, const std::string& scheme);

}  // namespace isnad::train
