#pragma once

#include <memory>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace isnad::cli {

/// One verb of the command line.
///
/// `setup` declares options and opens nothing; `run` works. Errors are thrown and become messages in main.
class Command {
 public:
  Command() = default;
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  [[nodiscard]] virtual std::string_view name() const = 0;
  /// One line for the list of verbs.
  [[nodiscard]] virtual std::string_view summary() const = 0;
  virtual void setup(CLI::App& app) = 0;
  /// True for verbs that must finish what they have begun to write even when nobody reads what they print.
  [[nodiscard]] virtual bool changes_database() const { return false; }
  /// Returns: the exit status: 0 done, 1 failed.
  virtual int run() = 0;
};

/// Returns: all verbs, in the order in which help lists them.
[[nodiscard]] std::vector<std::unique_ptr<Command>> all_commands();

}  // namespace isnad::cli
