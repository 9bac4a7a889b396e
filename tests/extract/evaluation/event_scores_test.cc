#include "extract/evaluation/event_scores.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "graph/model/error.h"

using namespace isnad;
using namespace isnad::evaluation;

namespace {

/// A file that goes away with the test.
class Lines {
 public:
  explicit Lines(const std::string& text)
      : path_(std::filesystem::temp_directory_path() / ("isnad-event-scores-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    std::ofstream(path_) << text;
  }
  ~Lines() { std::filesystem::remove(path_); }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

SystemEvent event(const std::string& sentence, const std::string& type, const std::string& s, const std::string& r, const std::string& o) {
  return {sentence, type, s, r, o};
}

}  // namespace

TEST_CASE("event scores: a sentence counts once, whatever else it claims", "[extract][evaluation][events]") {
  const Lines gold(R"({"id": "a", "event_type": "ASSAULT", "label": "yes"}
{"id": "b", "event_type": "ASSAULT", "label": "difficult no"}
{"id": "c", "event_type": "ASSAULT", "label": "yes"}
)");
  const auto scores = score_event_sentences(
      gold.path(), {event("a", "ASSAULT", "x", "hit", "y"), event("a", "ASSAULT", "x", "hit", "z"), event("b", "ASSAULT", "x", "hit", "y"),
                    event("c", "AID", "x", "helps", "y"), event("elsewhere", "ASSAULT", "x", "hit", "y")});
  CHECK(scores.system == 2);
  CHECK(scores.gold == 2);
  CHECK(scores.precision == Approx(0.5));
  CHECK(scores.recall == Approx(0.5));
  CHECK(scores.f1 == Approx(0.5));
}

TEST_CASE("event scores: of spans the best of all annotators and claims, and only of the class", "[extract][evaluation][events]") {
  const Lines gold(R"({"id": "a", "event_type": "ASSAULT", "annotations": [{"source": "armed rebels", "verb": "shot", "target": ""}, {"source": "rebels", "verb": "", "target": "two guards"}]}
{"id": "b", "event_type": "ASSAULT", "annotations": [{"source": "x", "verb": "y", "target": "z"}]}
)");
  const auto scores = score_event_spans(gold.path(), {event("a", "ASSAULT", "rebels", "shot", "guards"), event("b", "AID", "x", "y", "z")});
  CHECK(scores.sentences == 2);
  CHECK(scores.found == Approx(0.5));
  CHECK(scores.source == Approx(0.5));
  CHECK(scores.verb == Approx(0.5));
  CHECK(scores.target == Approx((2.0 / 3.0) / 2.0));
}

TEST_CASE("event scores: records by class as it is, and with merged classes as one", "[extract][evaluation][events]") {
  const Lines gold(R"({"id": 7, "event": "DEMAND", "source": [{"actorText": "Red"}], "target": [{"actorText": "Blue Party"}]}
{"id": "b", "event": "AID", "source": [{"actorText": "Red"}], "target": null}
)");
  const auto scores = score_event_records(
      gold.path(), {event("7", "REQUEST", "Red", "asks", "the Blue"), event("b", "AID", "Green", "helps", "Blue")});
  CHECK(scores.records == 2);
  CHECK(scores.type == Approx(0.5));
  CHECK(scores.source == Approx(0.0));
  CHECK(scores.merged_type == Approx(1.0));
  CHECK(scores.merged_source == Approx(0.5));
  CHECK(scores.merged_target == Approx(0.5));
}

TEST_CASE("event scores: a bad line is named", "[extract][evaluation][events]") {
  const Lines gold("{\"id\": \"a\", \"event_type\": \"ASSAULT\", \"label\": \"yes\"}\n{\n");
  CHECK_THROWS_AS(score_event_sentences(gold.path(), {}), FormatError);
  CHECK_THROWS_AS(read_events("/no/such/file"), IoError);
}
