#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <memory>
#include <new>
#include <string>

#include "cli/command.h"
#include "extract/data_files.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"

namespace {

enum ExitStatus { kDone = 0, kFailed = 1, kWrongUsage = 2 };

// A reader that has seen enough, such as `head`, is no error.
extern "C" void end_quietly(int) { _exit(kDone); }

int fail(int status, const std::string& message) {
  std::cout.flush();
  std::cerr << "isnad: " << isnad::clean_text(message) << '\n';
  return status;
}

int run(int argc, char** argv) {
  CLI::App app("A knowledge graph of who says who did what to whom, from Arabic and English news", "isnad");
  app.set_version_flag("--version", "isnad " + std::string(isnad::version()));
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);

  const auto commands = isnad::cli::all_commands();
  isnad::cli::Command* chosen = nullptr;
  for (const auto& command : commands) {
    CLI::App* verb = app.add_subcommand(std::string(command->name()), std::string(command->summary()));
    command->setup(*verb);
    verb->callback([&chosen, &command] { chosen = command.get(); });
  }
  const auto is_verb = [&](const std::string& word) {
    return std::any_of(commands.begin(), commands.end(), [&](const auto& command) { return command->name() == word; });
  };
  if (argc > 1 && argv[1][0] != '-' && !is_verb(argv[1])) {
    return fail(kWrongUsage, "there is no verb '" + std::string(argv[1]) + "' (see isnad --help)");
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    if (argc == 1) return fail(kWrongUsage, "which verb? (see isnad --help)");
    return fail(kWrongUsage, std::string(error.what()) + " (see isnad --help)");
  }
  if (chosen->changes_database()) std::signal(SIGPIPE, SIG_IGN);
  const int status = chosen->run();
  // Both kinds of output are in use; either may find the disk full only now.
  std::cout.flush();
  if (!std::cout || std::fflush(stdout) != 0 || std::ferror(stdout) != 0) throw isnad::IoError("standard output: cannot write");
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, end_quietly);
  std::ios::sync_with_stdio(false);
  try {
    return run(argc, argv);
  } catch (const isnad::UsageError& error) {
    return fail(kWrongUsage, error.what());
  } catch (const std::bad_alloc&) {
    return fail(kFailed, "out of memory");
  } catch (const std::exception& error) {
    return fail(kFailed, error.what());
  }
}
