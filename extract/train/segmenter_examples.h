#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::train {

/// A token as the clitic segmenter should divide it.
struct SegmentedToken {
  /// Clean form.
  std::string form;
  std::vector<std::string> words;
  /// True for a proper name that is one word.
  bool is_name = false;
};

using SegmentedSentence = std::vector<SegmentedToken>;

/// Returns: log2 of how often a form is seen in raw text.
using LogCount = std::function<unsigned(std::string_view form)>;

/// Reads a treebank's tokens and words, and brings its way of dividing to the project's scheme: على, إلى, لدى written in full
/// before a pronoun, the article restored after ل, teh marbuta restored where the word is known with one, مما and its like
/// divided, لأن whole. Throws: IoError, FormatError.
[[nodiscard]] std::vector<SegmentedSentence> read_segmented(const std::filesystem::path& treebank, const LogCount& log_count);

}  // namespace isnad::train
