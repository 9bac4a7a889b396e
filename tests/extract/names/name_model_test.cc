#include "extract/names/name_model.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "graph/model/error.h"
#include "tests/support/temporary_folder.h"

using namespace isnad;
using namespace isnad::names;
using Catch::Matchers::Contains;

namespace {

NameModel small_model() {
  NameModel model;
  model.scale = 20;
  model.reset(16);
  NameModel::Weights row{};
  row[begin_tag(EntityType::kPerson)] = 100;
  row[kOutside] = -127;
  model.insert(0x123456789ABCDEF0ULL, row);
  model.transitions[1] = -3;
  model.words = WordTable(8);
  model.words.at(42).fine = 7;
  return model;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE("name model: comes back from its file as it was", "[extract][names]") {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "m.model";
  const NameModel model = small_model();
  model.save(path);
  const NameModel read_back = NameModel::load(path);
  CHECK(read_back.scale == model.scale);
  CHECK(read_back.transitions == model.transitions);
  CHECK(read_back.fingerprints == model.fingerprints);
  CHECK(read_back.weights == model.weights);
  CHECK(read_back.words.slots() == model.words.slots());
  CHECK(read_back.checksum != 0);
  CHECK(NameModel::stated_checksum(path) == read_back.checksum);
  REQUIRE(read_back.find(0x123456789ABCDEF0ULL) != nullptr);
  CHECK((*read_back.find(0x123456789ABCDEF0ULL))[begin_tag(EntityType::kPerson)] == 100);
  CHECK(read_back.find(0x123456789ABCDEF1ULL) == nullptr);
}

TEST_CASE("name model: damaged files are refused by name", "[extract][names]") {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "m.model";
  small_model().save(path);
  const std::string good = read(path);

  write(path, "ISNADSEG" + good.substr(8));
  CHECK_THROWS_WITH(NameModel::load(path), Contains("m.model") && Contains("no model of names"));
  write(path, good.substr(0, good.size() - 1));
  CHECK_THROWS_WITH(NameModel::load(path), Contains("truncated"));
  std::string bad = good;
  bad.back() = static_cast<char>(bad.back() ^ 1);
  write(path, bad);
  CHECK_THROWS_WITH(NameModel::load(path), Contains("checksum"));
  bad = good;
  bad[8] = 9;
  write(path, bad);
  CHECK_THROWS_WITH(NameModel::load(path), Contains("version 9"));
  write(path, "");
  CHECK_THROWS_AS(NameModel::load(path), ModelError);
  CHECK_THROWS_AS(NameModel::load(folder.path() / "none"), IoError);
}

TEST_CASE("name model: a table without a free slot is refused", "[extract][names]") {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "m.model";
  NameModel model = small_model();
  std::fill(model.fingerprints.begin(), model.fingerprints.end(), std::uint16_t{5});
  model.save(path);
  CHECK_THROWS_WITH(NameModel::load(path), Contains("full table"));
}
