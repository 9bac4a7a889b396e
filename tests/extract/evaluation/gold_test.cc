#include "extract/evaluation/gold.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "graph/model/error.h"

using namespace isnad::evaluation;

namespace {

/// A file of its own that goes with it.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content)
      : path_(std::filesystem::temp_directory_path() / ("isnad-gold-" + std::to_string(getpid()) + ".jsonl")) {
    std::ofstream(path_) << content;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("gold: articles with facts, entities and edges", "[extract][evaluation]") {
  const TemporaryFile file(
      R"({"id":"a","sentences":[{"id":"a#0","facts":[{"s":["[the] army","troops"],"r":["took"],"o":["town"],"attr":["monitor"],"neg":true,"req":false}]},{"id":"a#1"}],)"
      R"("entities":[{"id":"e1","ar":"الجيش","en":"army","aliases":["troops"]},{"id":"e2","en":"town"}],)"
      R"("edges":[{"s":"e1","rel":"CONTROL","o":"e2"},{"s":"e1","rel":"CONTROL","o":"e9"}]})"
      "\n\n");
  const auto articles = read_gold(file.path());
  REQUIRE(articles.size() == 1);
  REQUIRE(articles[0].sentences.size() == 2);
  const GoldFact& fact = articles[0].sentences[0].facts.at(0);
  CHECK(fact.subject.size() == 2);
  CHECK(fact.denied);
  CHECK_FALSE(fact.required);
  CHECK_FALSE(fact.elided);
  REQUIRE(articles[0].edges.size() == 1);
  CHECK(articles[0].edges[0].source == std::vector<std::string>{"الجيش", "army", "troops"});
}

TEST_CASE("gold: faults name file and line", "[extract][evaluation]") {
  const TemporaryFile file("{\"id\":\"a\",\"sentences\":[]}\n{\"id\":\"b\"}\n");
  CHECK_THROWS_WITH(read_gold(file.path()), Catch::Contains(file.path().string() + ":2: "));
  CHECK_THROWS_AS(read_facts(file.path()), isnad::FormatError);
  CHECK_THROWS_AS(read_gold("no/such/file.jsonl"), isnad::IoError);
}
