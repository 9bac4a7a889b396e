#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "extract/conllu/sentence.h"

namespace isnad::conllu {

/// Reads CoNLL-U v2, one sentence after the other.
///
/// Empty nodes (ids such as `8.1`) are skipped; `_` becomes an empty field, or -1 for HEAD. Spans are those that
/// `set_spans` finds in the sentence's `# text`; without that comment they stay empty. `lang` is left empty.
/// Threads: one reader belongs to one thread.
class Reader {
 public:
  /// `name` stands for the input in messages.
  /// Lifetime: `input` must outlive the reader.
  Reader(std::istream& input, std::string name);

  /// Returns: false at the end of the input, when `sentence` is left as it was.
  /// Throws: FormatError with the line when a sentence is malformed: broken UTF-8, not ten columns, ids out of order, a
  /// range of words that are not there, a head that is no word. IoError when the stream fails.
  bool next(Sentence& sentence);

  /// Returns: the number of lines read so far.
  [[nodiscard]] std::uint64_t line() const { return line_; }

 private:
  std::istream& input_;
  std::string name_;
  std::uint64_t line_ = 0;
};

/// Reads all sentences of a file.
/// Throws: IoError when it cannot be opened or read; FormatError as `Reader::next`.
[[nodiscard]] std::vector<Sentence> read_file(const std::filesystem::path& path);

}  // namespace isnad::conllu
