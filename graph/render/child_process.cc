#include "graph/render/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>

#include "graph/model/error.h"

namespace isnad::render {

namespace {

constexpr char kDoneMark = 'D';
constexpr char kFailedMark = 'F';
constexpr char kRefusedMark = 'R';

#ifdef __SANITIZE_ADDRESS__
constexpr bool kLimitMemory = false;  // the sanitizer reserves terabytes
#else
constexpr bool kLimitMemory = true;
#endif

/// Returns: the address space in use; 0 where the system does not tell.
rlim_t address_space_bytes() {
  unsigned long long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%llu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

/// So that a drawing cannot starve the machine. What the parent has (threads, a database) is the child's too and not counted.
void limit_memory() {
  constexpr rlim_t kMostBytes = rlim_t{2} << 30U;
  if (!kLimitMemory) return;
  rlimit limit{};
  if (::getrlimit(RLIMIT_AS, &limit) != 0) return;
  limit.rlim_cur = std::min(limit.rlim_max, address_space_bytes() + kMostBytes);
  ::setrlimit(RLIMIT_AS, &limit);
}

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) ::_exit(3);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

/// Never returns: destructors and buffers belong to the parent.
[[noreturn]] void child(int to_parent, pid_t parent, const std::function<std::string()>& work) {
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(3);
#endif
  (void)parent;
  // Libraries under Graphviz print warnings of their own (fonts, missing configuration) that no user can act on.
  if (const int null = ::open("/dev/null", O_WRONLY); null >= 0) ::dup2(null, STDERR_FILENO);
  limit_memory();
  std::string answer(1, kDoneMark);
  try {
    answer += work();
  } catch (const Refusal& refusal) {
    answer = std::string(1, kRefusedMark) + refusal.what();
  } catch (const std::bad_alloc&) {
    answer = std::string(1, kFailedMark) + "it takes too much memory";
  } catch (const std::exception& error) {
    answer = std::string(1, kFailedMark) + error.what();
  }
  write_all(to_parent, answer);
  ::_exit(0);
}

/// The child's pipe and process, taken care of however the reading ends.
class Child {
 public:
  Child(pid_t process, int pipe) : process_(process), pipe_(pipe) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    ::close(pipe_);
    ::kill(process_, SIGKILL);  // it has said all, or is too late
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  /// Returns: false when the deadline passed first.
  bool read_until_closed(std::string& out, std::chrono::steady_clock::time_point end) {
    std::array<char, 65536> buffer{};
    while (true) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
      if (left <= 0) return false;
      pollfd wait{pipe_, POLLIN, 0};
      const int ready = ::poll(&wait, 1, static_cast<int>(std::min<long long>(left, 60'000)));
      if (ready < 0 && errno != EINTR) return true;
      if (ready <= 0) continue;
      const auto got = ::read(pipe_, buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return true;
      out.append(buffer.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  pid_t process_;
  int pipe_;
};

}  // namespace

ChildResult run_in_child(const std::function<std::string()>& work, std::chrono::milliseconds deadline) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw IoError(std::string("cannot start drawing: ") + std::strerror(errno));
  const auto end = std::chrono::steady_clock::now() + deadline;
  const pid_t parent = ::getpid();
  const pid_t process = ::fork();
  if (process < 0) {
    const int code = errno;
    ::close(pipe[0]);
    ::close(pipe[1]);
    throw IoError(std::string("cannot start drawing: ") + std::strerror(code));
  }
  if (process == 0) {
    ::close(pipe[0]);
    child(pipe[1], parent, work);
  }
  ::close(pipe[1]);
  Child reader(process, pipe[0]);
  std::string answer;
  if (!reader.read_until_closed(answer, end)) return {ChildResult::Outcome::kTimedOut, {}};
  if (answer.empty()) return {ChildResult::Outcome::kFailed, "the layout crashed"};
  const char mark = answer.front();
  answer.erase(0, 1);
  const auto outcome = mark == kDoneMark      ? ChildResult::Outcome::kDone
                       : mark == kRefusedMark ? ChildResult::Outcome::kRefused
                                              : ChildResult::Outcome::kFailed;
  return {outcome, std::move(answer)};
}

}  // namespace isnad::render
