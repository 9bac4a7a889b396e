#include "cli/command_shell.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include "cli/command_lines.h"
#include "cli/interrupt.h"
#include "cli/line_editor.h"
#include "cli/line_words.h"
#include "cli/open_store.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kMostNames = 40;

/// Verbs that make no sense over a database that is open to be read.
bool fits_shell(const Command& command) {
  return !command.changes_database() && command.name() != "shell" && command.name() != "completion";
}

/// Where what was typed is kept: nowhere when nobody has a home.
std::string history_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path folder;
  if (state != nullptr && *state != '\0') {
    folder = std::filesystem::path(state) / "isnad";
  } else if (home != nullptr && *home != '\0') {
    folder = std::filesystem::path(home) / ".local" / "state" / "isnad";
  } else {
    return {};
  }
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  return failed ? "" : (folder / "history").string();
}

/// Runs one line; whatever goes wrong is told and over.
class LineRunner {
 public:
  explicit LineRunner(std::string db) : db_(std::move(db)) {}

  /// Returns: the exit status that the verb would have had.
  int run(const std::string& line) {
    try {
      return run_words(words_of(line));
    } catch (const Interrupted&) {
      std::cerr << "isnad: stopped\n";
      return 1;
    } catch (const UsageError& error) {
      return fail(2, error.what());
    } catch (const std::exception& error) {
      return fail(1, error.what());
    }
  }

 private:
  /// A line that begins with a variable is a pattern: nobody need quote it.
  static std::vector<std::string> words_of(const std::string& line) {
    const auto first = line.find_first_not_of(" \t");
    if (first != std::string::npos && line[first] == '?' && line.size() > first + 1 && line[first + 1] != ' ') return {"query", line.substr(first)};
    return split_line(line);
  }

  static int fail(int status, const std::string& message) {
    std::cout.flush();
    std::cerr << "isnad: " << clean_text(message) << '\n';
    return status;
  }

  int run_words(std::vector<std::string> words) {
    if (words.empty()) return 0;
    if (words.front() == "help") words = words.size() > 1 ? std::vector<std::string>{words[1], "--help"} : std::vector<std::string>{"--help"};
    // A fresh set of commands: what options of the last line set must not linger.
    const auto commands = all_commands();
    CLI::App app("Verbs of the shell; the database is open, so --db may be left out. quit ends it", "isnad");
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);
    Command* chosen = nullptr;
    const CLI::App* named = nullptr;
    for (const auto& command : commands) {
      if (!fits_shell(*command)) continue;
      CLI::App* verb = app.add_subcommand(std::string(command->name()), std::string(command->summary()));
      command->setup(*verb);
      verb->callback([&chosen, &command] { chosen = command.get(); });
      if (command->name() == words.front()) named = verb;
    }
    if (named == nullptr && !words.front().starts_with('-')) throw UsageError("there is no verb '" + words.front() + "' here (see help)");
    const bool wants_db = named != nullptr && named->get_option_no_throw("--db") != nullptr && std::find(words.begin(), words.end(), "--db") == words.end();
    if (wants_db) words.insert(words.begin() + 1, {"--db", db_});
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the end
    try {
      app.parse(std::move(words));
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == 0) return app.exit(error);
      throw UsageError(std::string(error.what()) + " (see help)");
    }
    const int status = chosen->run();
    std::cout.flush();
    return status;
  }

  std::string db_;
};

std::vector<std::string> completions(const store::Store& store, const std::vector<VerbWords>& verbs, const std::string& line, const std::string& word) {
  std::vector<std::string> out;
  const auto offer = [&](const std::string& candidate) {
    if (candidate.starts_with(word)) out.push_back(candidate);
  };
  const auto blank = line.find_first_not_of(" \t");
  if (blank == std::string::npos) {
    for (const auto& verb : verbs) offer(verb.verb);
    offer("help");
    offer("quit");
    return out;
  }
  const std::string name = line.substr(blank, line.find_first_of(" \t", blank) - blank);
  const auto verb = std::find_if(verbs.begin(), verbs.end(), [&](const VerbWords& words) { return words.verb == name; });
  if (verb != verbs.end()) {
    for (const auto& option : verb->options) {
      for (const auto& option_name : option.names) {
        if (word.starts_with("-")) offer(option_name);
        const std::string tail = option_name + " ";
        if (!option.values.empty() && line.ends_with(tail)) {
          for (const auto& value : option.values) offer(value);
          return out;
        }
      }
    }
    if (word.starts_with("-")) return out;
  }
  if (word.empty()) return out;
  for (const auto& found : names_beginning(store, word, kMostNames)) out.push_back(escaped_word(found));
  return out;
}

}  // namespace

void CommandShell::setup(CLI::App& app) { add_db_option(app, db_); }

int CommandShell::run() {
  const auto store = open_store(db_);
  auto verbs = verb_words();
  const auto commands = all_commands();
  std::erase_if(verbs, [&](const VerbWords& words) {
    return std::none_of(commands.begin(), commands.end(), [&](const auto& command) { return command->name() == words.verb && fits_shell(*command); });
  });
  LineEditor editor(history_file(), [&](const std::string& line, const std::string& word) { return completions(*store, verbs, line, word); });
  LineRunner runner(db_);
  const InterruptGuard guard;
  int status = 0;
  while (const auto line = editor.read("isnad> ")) {
    if (*line == "quit" || *line == "exit") break;
    static_cast<void>(InterruptGuard::reset());
    status = runner.run(*line);
  }
  if (editor.interactive()) std::cout << '\n';
  // A script learns whether its last line worked; a person has seen it.
  return editor.interactive() ? 0 : status;
}

}  // namespace isnad::cli
