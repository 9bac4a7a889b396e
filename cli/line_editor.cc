#include "cli/line_editor.h"

#include <editline/readline.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <utility>

#include "cli/interrupt.h"

namespace isnad::cli {

namespace {

constexpr int kMostHistory = 1000;

// libedit calls plain functions.
LineEditor::Complete completer;
std::vector<std::string> candidates;

char* next_candidate(const char*, int state) {
  static std::size_t at = 0;
  if (state == 0) at = 0;
  return at < candidates.size() ? strdup(candidates[at++].c_str()) : nullptr;
}

char** complete(const char* text, int start, int) {
  rl_attempted_completion_over = 1;
  candidates = completer ? completer(std::string(rl_line_buffer).substr(0, static_cast<std::size_t>(std::max(start, 0))), text)
                         : std::vector<std::string>();
  return candidates.empty() ? nullptr : rl_completion_matches(text, next_candidate);
}

}  // namespace

LineEditor::LineEditor(std::string history, Complete complete_words) : history_(std::move(history)), interactive_(isatty(STDIN_FILENO) != 0) {
  if (!interactive_) return;
  std::setlocale(LC_CTYPE, "");  // what is typed is UTF-8 only if the terminal says so
  completer = std::move(complete_words);
  static char name[] = "isnad";
  rl_readline_name = name;
  rl_initialize();
  rl_attempted_completion_function = complete;
  using_history();
  stifle_history(kMostHistory);
  if (!history_.empty()) read_history(history_.c_str());
}

LineEditor::~LineEditor() {
  if (!interactive_) return;
  if (!history_.empty()) write_history(history_.c_str());
  completer = nullptr;
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
  if (!interactive_) {
    std::string line;
    if (!std::getline(std::cin, line)) return std::nullopt;
    return line;
  }
  char* typed = readline(prompt.c_str());
  if (typed == nullptr) {
    // Ctrl-C gives up the line, not the shell.
    if (!InterruptGuard::reset()) return std::nullopt;
    std::cout << '\n';
    return std::string();
  }
  std::string line = typed;
  std::free(typed);
  if (!line.empty()) add_history(line.c_str());
  return line;
}

}  // namespace isnad::cli
