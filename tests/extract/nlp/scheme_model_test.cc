#include "extract/nlp/scheme_model.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "tests/support/temporary_folder.h"

namespace isnad::nlp {
namespace {

conllu::Sentence sentence_of(const std::vector<std::string>& forms) {
  conllu::Sentence sentence;
  for (const std::string& form : forms) sentence.words.emplace_back().form = form;
  return sentence;
}

/// A model for which أ speaks for scheme `other`.
SchemeModel small_model() {
  SchemeModel model;
  model.weight_bits = 16;
  model.fallback = "own";
  SchemeModel::Scheme& other = model.schemes.emplace_back();
  other.name = "other";
  other.bias = -2.5F;
  other.scale = 0.5F;
  other.weights.assign(std::size_t{1} << 16, 0);
  const conllu::Sentence sign = sentence_of({"أولا"});
  const conllu::Sentence* one = &sign;
  for (const std::uint64_t f : SchemeModel::features({&one, 1})) other.weights[f >> 48] = 10;
  return model;
}

std::string chosen(const SchemeModel& model, const std::vector<std::string>& forms, std::size_t times) {
  const std::vector<conllu::Sentence> sentences(times, sentence_of(forms));
  std::vector<const conllu::Sentence*> all;
  for (const auto& sentence : sentences) all.push_back(&sentence);
  return model.choose(all);
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

TEST_CASE("scheme model: follows the likeliest scheme of a text that is long enough", "[extract][scheme]") {
  const SchemeModel model = small_model();
  CHECK(chosen(model, {"قال", "أولا", "كلمة"}, 40) == "other");
  CHECK(chosen(model, {"قال", "ثانيا", "كلمة"}, 40) == "own");
  CHECK(chosen(model, {"قال", "أولا", "كلمة"}, 5) == "own");
  CHECK(model.choose({}) == "own");
}

TEST_CASE("scheme model: spelling of alif and vowel signs is one", "[extract][scheme]") {
  const conllu::Sentence a = sentence_of({"أُخرى"});
  const conllu::Sentence b = sentence_of({"اخرى"});
  const conllu::Sentence* first = &a;
  const conllu::Sentence* second = &b;
  CHECK(SchemeModel::features({&first, 1}) == SchemeModel::features({&second, 1}));
}

TEST_CASE("scheme model: what was saved is loaded", "[extract][scheme]") {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "s.model";
  const SchemeModel saved = small_model();
  saved.save(path);
  const SchemeModel loaded = SchemeModel::load(path);
  CHECK(loaded.fallback == "own");
  REQUIRE(loaded.schemes.size() == 1);
  CHECK(loaded.schemes[0].name == "other");
  CHECK(loaded.schemes[0].bias == -2.5F);
  CHECK(loaded.schemes[0].scale == 0.5F);
  CHECK(loaded.schemes[0].weights == saved.schemes[0].weights);
  CHECK(loaded.checksum != 0);
}

TEST_CASE("scheme model: truncated, changed and foreign files are refused", "[extract][scheme]") {
  const testing::TemporaryFolder folder;
  const auto path = folder.path() / "s.model";
  small_model().save(path);
  const std::string whole = bytes_of(path);
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{23}, std::size_t{40}, whole.size() - 1}) {
    write(path, whole.substr(0, size));
    CHECK_THROWS_AS(SchemeModel::load(path), ModelError);
  }
  std::string changed = whole;
  changed.back() = static_cast<char>(changed.back() + 1);
  write(path, changed);
  CHECK_THROWS_WITH(SchemeModel::load(path), Catch::Contains("checksum"));
  changed = whole;
  changed[8] = 9;
  write(path, changed);
  CHECK_THROWS_WITH(SchemeModel::load(path), Catch::Contains("version 9"));
  CHECK_THROWS_AS(SchemeModel::load(folder.path() / "none"), IoError);
}

}  // namespace
}  // namespace isnad::nlp
