#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "extract/nlp/scheme_model.h"

namespace isnad::train {

/// A CoNLL-U file whose texts are those of a scheme.
struct SchemeSource {
  std::string scheme;
  std::filesystem::path path;
};

struct SchemeOptions {
  /// The scheme of the first is the one to follow in doubt.
  std::vector<SchemeSource> sources;
  /// Files to report on.
  std::vector<SchemeSource> held_out;
  std::uint32_t weight_bits = 16;
  /// Pieces of text that are shown, of every scheme as many.
  std::size_t pieces = 20000;
  std::uint64_t seed = 1;
};

/// Learns to tell treebanks' texts apart from pieces of one to some hundred sentences, by logistic regression; reports to `log`
/// which schemes pieces of the held-out files would get.
///
/// The same files and options give the same model. Throws: IoError, FormatError from reading; UsageError when a source is empty.
/// Source: Duchi, Hazan and Singer 2011 (AdaGrad), JMLR 12:2121.
[[nodiscard]] nlp::SchemeModel train_schemes(const SchemeOptions& options, std::ostream& log);

}  // namespace isnad::train
