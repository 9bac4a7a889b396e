#include "store/lexicon_rows.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "store/store.h"
#include "store/verify.h"

using isnad::store::LexiconRow;
using isnad::store::OpenMode;

TEST_CASE("lexicon rows: kept in order, replaced as a whole, no fault to verify", "[store][lexicon]") {
  const auto path = std::filesystem::temp_directory_path() / "isnad_lexicon_rows_test.db";
  std::filesystem::remove_all(path);
  const LexiconRow actor{"per:b", 0, {"per:b", "PER", "", "B"}, "mine.tsv:3"};
  const LexiconRow term{"per:b leader org:a 2001", 1, {"per:b", "leader", "org:a", "2001", ""}, "mine.tsv:5"};
  const LexiconRow other{"org:a", 0, {"org:a", "ORG"}, "mine.tsv:2"};
  isnad::store::replace_lexicon_rows(path, OpenMode::kCreate, {term, actor, other});
  CHECK(isnad::store::lexicon_rows(path) == std::vector<LexiconRow>{other, actor, term});
  {
    const isnad::store::Store store(path, OpenMode::kReadWrite);
    CHECK(isnad::store::verify(store, 10).empty());
    // One process writes at a time.
    CHECK_THROWS_AS(isnad::store::replace_lexicon_rows(path, OpenMode::kReadWrite, {}), isnad::IoError);
    CHECK(isnad::store::lexicon_rows(path).size() == 3);
  }
  isnad::store::replace_lexicon_rows(path, OpenMode::kReadWrite, {actor});
  CHECK(isnad::store::lexicon_rows(path) == std::vector<LexiconRow>{actor});
  std::filesystem::remove_all(path);
}
