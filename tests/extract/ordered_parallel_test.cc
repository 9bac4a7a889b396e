#include "extract/ordered_parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>

using isnad::OrderedParallel;

namespace {

void count_up(int limit, const std::function<bool(int&&)>& emit) {
  for (int i = 0; i < limit; ++i) {
    if (!emit(int{i})) return;
  }
}

}  // namespace

TEST_CASE("ordered parallel: results come in the order of the items", "[extract]") {
  for (const std::size_t threads : {1U, 2U, 5U}) {
    OrderedParallel<int, long> parallel(threads, 8);
    long next = 0;
    parallel.run([](const auto& emit) { count_up(2000, emit); }, [](int&& i) { return static_cast<long>(i); },
                 [&](long&& result) {
                   CHECK(result == next);
                   ++next;
                   return true;
                 });
    CHECK(next == 2000);
  }
}

TEST_CASE("ordered parallel: never more in flight than the window", "[extract]") {
  std::atomic<int> produced = 0;
  std::atomic<int> consumed = 0;
  std::atomic<int> most = 0;
  OrderedParallel<int, int> parallel(2, 4);
  parallel.run(
      [&](const auto& emit) {
        for (int i = 0; i < 500; ++i) {
          if (!emit(int{i})) return;
          const int flight = ++produced - consumed;
          if (flight > most) most = flight;
        }
      },
      [](int&& i) { return i; },
      [&](int&&) {
        ++consumed;
        return true;
      });
  // One more may be between the window and the consumer.
  CHECK(most <= 6);
  CHECK(consumed == 500);
}

TEST_CASE("ordered parallel: an exception of any stage ends all and comes out", "[extract]") {
  OrderedParallel<int, int> parallel(2, 4);
  const auto forever = [](const auto& emit) { count_up(1 << 30, emit); };
  CHECK_THROWS_AS(parallel.run(
                      forever,
                      [](int&& i) {
                        if (i == 40) throw std::runtime_error("map");
                        return i;
                      },
                      [](int&&) { return true; }),
                  std::runtime_error);
  OrderedParallel<int, int> second(2, 4);
  CHECK_THROWS_AS(second.run(forever, [](int&& i) { return i; }, [](int&&) -> bool { throw std::logic_error("consume"); }), std::logic_error);
  OrderedParallel<int, int> third(2, 4);
  CHECK_THROWS_AS(third.run([](const auto&) { throw std::domain_error("produce"); }, [](int&& i) { return i; }, [](int&&) { return true; }),
                  std::domain_error);
}

TEST_CASE("ordered parallel: a consumer that has enough stops the producer", "[extract]") {
  OrderedParallel<int, int> parallel(2, 4);
  int seen = 0;
  parallel.run([](const auto& emit) { count_up(1 << 30, emit); }, [](int&& i) { return i; }, [&](int&&) { return ++seen < 10; });
  CHECK(seen == 10);
}
