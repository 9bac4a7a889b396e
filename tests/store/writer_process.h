#pragma once

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

extern char** environ;

namespace isnad::testing {

/// A process of store_writer, killed at the latest when this goes.
class Writer {
 public:
  Writer(const std::filesystem::path& database, std::uint32_t seed, std::vector<std::string> more = {}) {
    int ends[2];
    REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::vector<std::string> words = {ISNAD_STORE_WRITER, database.string(), std::to_string(seed)};
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    REQUIRE(posix_spawn(&process_, ISNAD_STORE_WRITER, &actions, nullptr, argv.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    output_ = ends[0];
  }
  ~Writer() {
    kill_now();
    close(output_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void kill_now() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    wait();
  }

  /// Returns: its exit status, or -1 when a signal ended it.
  int wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  /// Returns: all that it has printed when it has ended.
  std::string read_all() {
    while (read_one()) continue;
    return printed_;
  }

  /// Returns: how many changes it has said to have made.
  int changes() {
    int waiting = 0;
    while (ioctl(output_, FIONREAD, &waiting) == 0 && waiting > 0 && read_one()) continue;
    return static_cast<int>(std::count(printed_.begin(), printed_.end(), '\n'));
  }

  /// Waits until it has made `count` more changes.
  void await_changes(int count) {
    while (count > 0 && read_one()) count -= printed_.back() == '\n' ? 1 : 0;
  }

 private:
  bool read_one() {
    char c = 0;
    if (read(output_, &c, 1) != 1) return false;
    printed_.push_back(c);
    return true;
  }

  pid_t process_ = 0;
  int output_ = -1;
  std::string printed_;
};

inline int count_of(const std::string& text, const std::string& word) {
  int count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

/// How often a writer is killed: ISNAD_CRASH_ROUNDS, else 20.
inline int rounds() {
  const char* wanted = std::getenv("ISNAD_CRASH_ROUNDS");
  return wanted != nullptr ? std::atoi(wanted) : 20;
}

}  // namespace isnad::testing
