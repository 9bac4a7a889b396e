#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "extract/nlp/clitic_candidates.h"
#include "extract/nlp/clitic_model.h"

namespace isnad::nlp {

/// Divides Arabic tokens into syntactic words: وللسلطة is و + ل + السلطة, مدينته is مدينة + ه.
///
/// Of all readings that the script allows it takes the one that a linear model likes best, seeing the token, its host and
/// its two neighbours. Threads: safe.
class CliticSegmenter {
 public:
  /// Throws: IoError, ModelError.
  [[nodiscard]] static CliticSegmenter load(const std::filesystem::path& model);
  explicit CliticSegmenter(CliticModel model) : model_(std::move(model)) {}

  /// Reused between calls of one thread, so that nothing is allocated for each token.
  struct Scratch {
    std::vector<CliticCandidate> candidates;
  };

  /// `token`, `before` and `after` are clean forms (`text::clean_form`); the neighbours are empty at the sentence's borders.
  /// Returns: the words; the token itself when it is one word, has other characters than Arabic letters, or more than 24.
  [[nodiscard]] std::vector<std::string> segment(std::string_view token, std::string_view before, std::string_view after,
                                                 Scratch& scratch) const;

  [[nodiscard]] const CliticModel& model() const { return model_; }

 private:
  CliticModel model_;
};

/// Returns: the words of letters glued to a number or a Latin word (`و6` is و + 6, `ال24` one word), by rule.
[[nodiscard]] std::vector<std::string> segment_mixed(std::string_view token);

}  // namespace isnad::nlp
