#include "graph/render/child_process.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <stdexcept>
#include <string>

using isnad::render::ChildResult;
using isnad::render::run_in_child;
using namespace std::chrono_literals;

TEST_CASE("child: brings back bytes of any size", "[graph][render]") {
  const std::string big(3'000'000, 'x');
  const auto result = run_in_child([&] { return big; }, 60s);
  CHECK(result.outcome == ChildResult::Outcome::kDone);
  CHECK(result.bytes == big);
  const auto nothing = run_in_child([] { return std::string(); }, 60s);
  CHECK(nothing.outcome == ChildResult::Outcome::kDone);
  CHECK(nothing.bytes.empty());
}

TEST_CASE("child: says why it failed", "[graph][render]") {
  const auto result = run_in_child([]() -> std::string { throw std::runtime_error("no such font"); }, 60s);
  CHECK(result.outcome == ChildResult::Outcome::kFailed);
  CHECK(result.bytes == "no such font");
}

TEST_CASE("child: a refusal is told from a failure", "[graph][render]") {
  const auto result = run_in_child([]() -> std::string { throw isnad::render::Refusal("too many dots"); }, 60s);
  CHECK(result.outcome == ChildResult::Outcome::kRefused);
  CHECK(result.bytes == "too many dots");
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("child: cannot take all of the machine's memory", "[graph][render]") {
  const auto reserve = [](std::size_t bytes) {
    return run_in_child(
        [bytes] {
          std::string out;
          out.reserve(bytes);
          return std::to_string(out.capacity());
        },
        60s);
  };
  CHECK(reserve(500'000'000).outcome == ChildResult::Outcome::kDone);
  const auto refused = reserve(3'000'000'000);
  CHECK(refused.outcome == ChildResult::Outcome::kFailed);
  CHECK(refused.bytes == "it takes too much memory");
}
#endif

TEST_CASE("child: a crash is a failure, not ours", "[graph][render]") {
  const auto result = run_in_child([]() -> std::string { ::_exit(139); }, 60s);
  CHECK(result.outcome == ChildResult::Outcome::kFailed);
  CHECK_FALSE(result.bytes.empty());
}

TEST_CASE("child: is ended at the deadline", "[graph][render]") {
  const auto result = run_in_child(
      []() -> std::string {
        while (true) ::pause();
      },
      100ms);
  CHECK(result.outcome == ChildResult::Outcome::kTimedOut);
}
