#include "graph/render/fallback.h"

#include <utility>

#include "graph/model/error.h"
#include "graph/render/child_process.h"

namespace isnad::render {

Done first_done(const std::vector<Attempt>& attempts, std::chrono::milliseconds deadline) {
  const std::string too_short = "the time was too short";
  const auto end = std::chrono::steady_clock::now() + deadline;
  std::string why = too_short;
  for (const auto& attempt : attempts) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    const std::chrono::milliseconds time(static_cast<long long>(static_cast<double>(left.count()) * attempt.share));
    if (time.count() <= 0) break;
    auto result = run_in_child(attempt.work, time);
    if (result.outcome == ChildResult::Outcome::kDone) return {attempt.name, std::move(result.bytes)};
    if (result.outcome == ChildResult::Outcome::kRefused) throw Refusal(result.bytes);
    why = result.outcome == ChildResult::Outcome::kTimedOut ? too_short : result.bytes;
  }
  throw Error(why);
}

}  // namespace isnad::render
