#include "extract/nlp/network/model_file.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <limits>

#include "extract/nlp/network/annotator.h"
#include "graph/model/error.h"
#include "tests/extract/nlp/network/tiny_model.h"

using namespace isnad;
using nlp::read_model;
using nlp::StoredModel;
using nlp::write_model;
using nlp::test::TemporaryFile;
using nlp::test::TinyModel;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
}

bool is_refused(const std::filesystem::path& path) {
  try {
    static_cast<void>(read_model(path));
  } catch (const ModelError&) {
    return true;
  }
  return false;
}

}  // namespace

TEST_CASE("model file: what is written comes back, and writes the same bytes again", "[extract][network]") {
  const TemporaryFile one(".model");
  const TemporaryFile two(".model");
  write_model(one.path(), TinyModel().model);
  const StoredModel read = read_model(one.path());
  CHECK(read.vocabulary == TinyModel().model.vocabulary);
  CHECK(read.lstm[1].recurrent[1].weights == TinyModel().model.lstm[1].recurrent[1].weights);
  CHECK(read.root_label == TinyModel().model.root_label);
  write_model(two.path(), read);
  CHECK(bytes_of(one.path()) == bytes_of(two.path()));
}

TEST_CASE("model file: a flipped byte anywhere is noticed", "[extract][network]") {
  const TemporaryFile file(".model");
  write_model(file.path(), TinyModel().model);
  const std::string good = bytes_of(file.path());
  for (std::size_t at = 0; at < good.size(); at += at < 64 ? 1 : 97) {
    for (const int flip : {0x01, 0x80}) {
      std::string bad = good;
      bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ static_cast<unsigned>(flip));
      put(file.path(), bad);
      INFO(at);
      CHECK(is_refused(file.path()));
    }
  }
}

TEST_CASE("model file: truncated or lengthened is refused", "[extract][network]") {
  const TemporaryFile file(".model");
  write_model(file.path(), TinyModel().model);
  const std::string good = bytes_of(file.path());
  for (std::size_t size = 0; size < good.size(); size += size < 64 ? 1 : 61) {
    put(file.path(), good.substr(0, size));
    INFO(size);
    CHECK(is_refused(file.path()));
  }
  put(file.path(), good + '\0');
  CHECK(is_refused(file.path()));
}

TEST_CASE("model file: the message names the file and the version", "[extract][network]") {
  const TemporaryFile file(".model");
  write_model(file.path(), TinyModel().model);
  std::string bytes = bytes_of(file.path());
  bytes[8] = 99;
  put(file.path(), bytes);
  CHECK_THROWS_WITH(nlp::Annotator::load(file.path()), Catch::Contains(file.path().string()) && Catch::Contains("version is 99"));
  CHECK_THROWS_AS(nlp::Annotator::load("/nowhere/to/be/found.model"), IoError);
}

TEST_CASE("model file: parts that do not fit are neither written nor used", "[extract][network]") {
  const TemporaryFile file(".model");
  const auto refuses = [&](auto change) {
    TinyModel tiny;
    change(tiny.model);
    CHECK_FALSE(inconsistency(tiny.model).empty());
    CHECK_THROWS_AS(write_model(file.path(), tiny.model), ModelError);
  };
  CHECK(inconsistency(TinyModel().model).empty());
  refuses([](StoredModel& m) { m.upos.clear(); });
  refuses([](StoredModel& m) { m.lemma_scripts[0] = "z"; });
  refuses([](StoredModel& m) { m.vocabulary.pop_back(); });
  refuses([](StoredModel& m) { std::swap(m.vocabulary.front(), m.vocabulary.back()); });
  refuses([](StoredModel& m) { m.arc_head.inputs -= 1; });
  refuses([](StoredModel& m) { m.label_scores.weights.pop_back(); });
  refuses([](StoredModel& m) { m.characters.scale[0] = std::numeric_limits<float>::quiet_NaN(); });
  refuses([](StoredModel& m) { m.lemmas[0].upos = 200; });
  refuses([](StoredModel& m) { m.mix.push_back(0); });
  refuses([](StoredModel& m) { m.root_arc.clear(); });
}
