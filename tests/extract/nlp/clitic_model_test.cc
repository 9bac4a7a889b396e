#include "extract/nlp/clitic_model.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "graph/model/error.h"

namespace isnad::nlp {
namespace {

namespace fs = std::filesystem;

class TemporaryFile {
 public:
  TemporaryFile() : path_(fs::temp_directory_path() / ("isnad-clitic-model-" + std::to_string(::getpid()))) {}
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }
  void write(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
  [[nodiscard]] std::string read() const {
    std::ifstream input(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
  }

 private:
  fs::path path_;
};

CliticModel small_model() {
  CliticModel model;
  model.weight_bits = 4;
  model.count_bits = 6;
  model.weights.resize(16);
  model.counts.resize(32);
  for (int k = 0; k < 16; ++k) model.weights[static_cast<std::size_t>(k)] = static_cast<std::int8_t>(k * 17 - 127);
  model.set_log_count(0x123456789ABCDEF0ULL, 7);
  return model;
}

TEST_CASE("clitic model: what was saved is loaded", "[extract][clitic]") {
  const TemporaryFile file;
  const CliticModel saved = small_model();
  saved.save(file.path());
  const CliticModel loaded = CliticModel::load(file.path());
  CHECK(loaded.weights == saved.weights);
  CHECK(loaded.counts == saved.counts);
  CHECK(loaded.log_count(0x123456789ABCDEF0ULL) == 7);
  CHECK(loaded.checksum != 0);
}

TEST_CASE("clitic model: counts only rise", "[extract][clitic]") {
  CliticModel model = small_model();
  model.set_log_count(0x123456789ABCDEF0ULL, 3);
  CHECK(model.log_count(0x123456789ABCDEF0ULL) == 7);
  model.set_log_count(0x123456789ABCDEF0ULL, 99);
  CHECK(model.log_count(0x123456789ABCDEF0ULL) == 15);
}

TEST_CASE("clitic model: any truncated or changed file is refused", "[extract][clitic]") {
  const TemporaryFile file;
  small_model().save(file.path());
  const std::string bytes = file.read();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    file.write(bytes.substr(0, size));
    CHECK_THROWS_AS((void)CliticModel::load(file.path()), ModelError);
  }
  for (std::size_t k = 0; k < bytes.size(); ++k) {
    std::string changed = bytes;
    changed[k] = static_cast<char>(changed[k] ^ 0x40);
    file.write(changed);
    CHECK_THROWS_AS((void)CliticModel::load(file.path()), ModelError);
  }
  file.write(bytes + "x");
  CHECK_THROWS_AS((void)CliticModel::load(file.path()), ModelError);
}

TEST_CASE("clitic model: the message of another version names file and versions", "[extract][clitic]") {
  const TemporaryFile file;
  small_model().save(file.path());
  std::string bytes = file.read();
  bytes[8] = 9;
  file.write(bytes);
  CHECK_THROWS_WITH((void)CliticModel::load(file.path()),
                    file.path().string() + ": clitic model of version 9, this program reads version 1");
}

TEST_CASE("clitic model: a missing file is an IoError", "[extract][clitic]") {
  CHECK_THROWS_AS((void)CliticModel::load("no/such.model"), IoError);
}

}  // namespace
}  // namespace isnad::nlp
