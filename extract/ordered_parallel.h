#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace isnad {

/// Maps items on several threads and hands the results on in the order of the items, with bounded memory.
///
/// `produce(emit)` runs on a thread of its own and calls `emit(Item&&)` for each item; `emit` returns false when work should
/// stop. `map(Item&&) -> Result` runs on `threads` threads. `consume(Result&&)` runs on the calling thread, in order, and
/// returns false to stop. At most `window` items are in flight between `produce` and `consume`.
/// Requires: threads >= 1, window >= threads.
/// Throws: the first exception of any of the three, after all threads have ended.
template <class Item, class Result>
class OrderedParallel {
 public:
  OrderedParallel(std::size_t threads, std::size_t window) : threads_(threads), window_(window) {}

  void run(const std::function<void(const std::function<bool(Item&&)>&)>& produce, const std::function<Result(Item&&)>& map,
           const std::function<bool(Result&&)>& consume) {
    std::vector<std::thread> threads;
    guard(
        [&] {
          threads.emplace_back([&] { guard([&] { produce([&](Item&& item) { return push(std::move(item)); }); }, true); });
          for (std::size_t i = 0; i < threads_; ++i) threads.emplace_back([&] { guard([&] { work(map); }, false); });
          drain(consume);
        },
        false);
    stop();
    for (auto& thread : threads) thread.join();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct Cell {
    std::optional<Item> item;
    std::optional<Result> result;
    bool taken = false;
  };

  template <class Body>
  void guard(const Body& body, bool is_producer) {
    try {
      body();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!error_) error_ = std::current_exception();
      stopped_ = true;
    }
    const std::lock_guard lock(mutex_);
    if (is_producer) finished_ = true;
    changed_.notify_all();
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  bool push(Item&& item) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || cells_.size() < window_; });
    if (stopped_) return false;
    cells_.emplace_back();
    cells_.back().item = std::move(item);
    changed_.notify_all();
    return true;
  }

  Cell* next_untaken() {
    for (auto& cell : cells_) {
      if (!cell.taken) return &cell;
    }
    return nullptr;
  }

  void work(const std::function<Result(Item&&)>& map) {
    std::unique_lock lock(mutex_);
    while (true) {
      Cell* cell = nullptr;
      changed_.wait(lock, [&] { return stopped_ || (cell = next_untaken()) != nullptr || finished_; });
      if (stopped_ || cell == nullptr) return;
      cell->taken = true;
      Item item = std::move(*cell->item);
      cell->item.reset();
      lock.unlock();
      Result result = map(std::move(item));
      lock.lock();
      // A deque keeps its elements where they are while others come and go at its ends.
      cell->result = std::move(result);
      changed_.notify_all();
    }
  }

  void drain(const std::function<bool(Result&&)>& consume) {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] {
        return stopped_ || (!cells_.empty() && cells_.front().result) || (finished_ && cells_.empty());
      });
      if (stopped_ || cells_.empty()) return;
      Result result = std::move(*cells_.front().result);
      cells_.pop_front();
      changed_.notify_all();
      lock.unlock();
      const bool more = consume(std::move(result));
      lock.lock();
      if (!more) return;
    }
  }

  std::size_t threads_;
  std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Cell> cells_;
  bool finished_ = false;
  bool stopped_ = false;
  std::exception_ptr error_;
};

}  // namespace isnad
