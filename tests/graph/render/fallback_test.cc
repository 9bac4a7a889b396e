#include "graph/render/fallback.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "graph/model/error.h"
#include "graph/render/child_process.h"

using isnad::Error;
using isnad::render::first_done;
using namespace std::chrono_literals;

namespace {

std::string hang() {
  while (true) ::pause();
}
std::string crash() { ::_exit(1); }
std::string fail() { throw std::runtime_error("no font"); }
std::string work() { return "bytes"; }

}  // namespace

TEST_CASE("fallback: the first that is done wins", "[graph][render]") {
  CHECK(first_done({{"a", work, 1}, {"b", fail, 1}}, 60s).name == "a");
  const auto done = first_done({{"a", fail, 1}, {"b", crash, 1}, {"c", work, 1}}, 60s);
  CHECK(done.name == "c");
  CHECK(done.bytes == "bytes");
}

TEST_CASE("fallback: an attempt that hangs loses its share of the time and no more", "[graph][render]") {
  CHECK(first_done({{"slow", hang, 0.002}, {"slower", hang, 0.002}, {"quick", work, 1}}, 60s).name == "quick");
}

TEST_CASE("fallback: nothing is tried after a refusal", "[graph][render]") {
  const auto refuse = []() -> std::string { throw isnad::render::Refusal("too many dots"); };
  CHECK_THROWS_WITH(first_done({{"a", fail, 0.5}, {"b", refuse, 0.5}, {"c", work, 1}}, 60s), "too many dots");
}

TEST_CASE("fallback: says why the last attempt failed", "[graph][render]") {
  CHECK_THROWS_WITH(first_done({{"a", work, 0}, {"b", fail, 1}}, 0ms), "the time was too short");
  CHECK_THROWS_WITH(first_done({{"a", crash, 0.5}, {"b", fail, 1}}, 60s), "no font");
  CHECK_THROWS_WITH(first_done({{"a", hang, 1}, {"b", work, 1}}, 50ms), "the time was too short");
  CHECK_THROWS_AS(first_done({}, 60s), Error);
}
