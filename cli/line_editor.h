#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace isnad::cli {

/// Reads lines that a person types, with editing, history and completion; from a pipe or a file it just reads lines.
///
/// Only one may live at a time (libedit keeps its state for itself).
class LineEditor {
 public:
  /// Gives all words that may stand in place of `word`, which ends what was typed so far (`line`); each as it is to be inserted.
  using Complete = std::function<std::vector<std::string>(const std::string& line, const std::string& word)>;

  /// `history`: the file that keeps what was typed; none when empty.
  LineEditor(std::string history, Complete complete);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  /// Returns: whether a person types.
  [[nodiscard]] bool interactive() const { return interactive_; }

  /// Returns: the next line without its end; nothing when there is none.
  [[nodiscard]] std::optional<std::string> read(const std::string& prompt);

 private:
  std::string history_;
  bool interactive_;
};

}  // namespace isnad::cli
