#include "cli/interrupt.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cstdint>

namespace isnad::cli {

namespace {

volatile sig_atomic_t interrupted = 0;

extern "C" void note_ctrl_c(int) { interrupted = 1; }

bool reader_has_gone() {
  pollfd output{STDOUT_FILENO, 0, 0};
  return poll(&output, 1, 0) > 0 && (output.revents & POLLERR) != 0;
}

}  // namespace

InterruptGuard::InterruptGuard() {
  struct sigaction action = {};
  action.sa_handler = note_ctrl_c;
  sigaction(SIGINT, &action, nullptr);
  interrupted = 0;
}

InterruptGuard::~InterruptGuard() {
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  sigaction(SIGINT, &action, nullptr);
}

bool InterruptGuard::reset() {
  const bool noted = interrupted != 0;
  interrupted = 0;
  return noted;
}

void stop_if_interrupted() {
  if (interrupted != 0) throw Interrupted();
  static std::uint32_t calls = 0;
  if ((++calls & 4095U) != 0 || !reader_has_gone()) return;
  raise(SIGPIPE);  // main knows what that means
  throw Interrupted();
}

}  // namespace isnad::cli
