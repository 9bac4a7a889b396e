#pragma once

#include <filesystem>
#include <random>

#include "extract/nlp/network/model_file.h"

namespace isnad::nlp::test {

/// A model of a few units with random weights: small enough to read in tests, yet with every part that a real one has.
class TinyModel {
 public:
  explicit TinyModel(std::uint32_t seed = 7) : random_(seed) {
    model.language = "ar";
    model.schemes = {"news", "other"};
    model.upos = {"ADP", "NOUN", "PUNCT", "VERB"};
    model.features = {{"Case", {"Acc", "Gen"}}, {"Number", {"Plur", "Sing"}}};
    model.lemma_scripts = {"al0,0,,", "al2,0,,", "al0,1,,ة", "tkkdk"};
    model.labels = {"nsubj", "obj", "punct", "root"};
    model.vocabulary = {"a", "b", "قال", "من"};
    model.words = table(5, 6);
    model.ngrams = table(31, 5);
    model.characters = matrix(7, 5);
    model.scheme_vectors = table(2, 3);
    const std::uint32_t hidden = 9;
    std::uint32_t inputs = 6 + 7 + 3;
    for (int layer = 0; layer < 2; ++layer) {
      StoredLstm& lstm = model.lstm.emplace_back();
      for (int direction = 0; direction < 2; ++direction) {
        lstm.input[direction] = matrix(4 * hidden, inputs);
        lstm.recurrent[direction] = matrix(4 * hidden, hidden);
      }
      inputs = 2 * hidden;
    }
    model.mix = {0.25F, 0.75F};
    model.tag_hidden = matrix(3 * 8, 2 * hidden + 16);
    model.upos_scores = matrix(4, 8);
    model.feature_scores = matrix(6, 8);
    model.lemma_scores = matrix(4, 8);
    model.arc_dependent = matrix(10, 2 * hidden);
    model.arc_head = matrix(10, 2 * hidden);
    model.arc_product = matrix(10, 10);
    model.label_dependent = matrix(6, 2 * hidden);
    model.label_head = matrix(6, 2 * hidden);
    model.label_scores = matrix(4, 18);
    model.root_arc = floats(10);
    model.root_label = floats(6);
    model.lemmas = {{"رجال", 1, "رجل"}};
    model.vocalised = {{"رجل", 1, "رَجُل"}};
  }

  StoredModel model;

 private:
  std::vector<float> floats(std::size_t n) {
    std::uniform_real_distribution<float> unit(-0.5F, 0.5F);
    std::vector<float> out(n);
    for (float& v : out) v = unit(random_);
    return out;
  }
  std::vector<std::int8_t> bytes(std::size_t n) {
    std::uniform_int_distribution<int> byte(-127, 127);
    std::vector<std::int8_t> out(n);
    for (std::int8_t& v : out) v = static_cast<std::int8_t>(byte(random_));
    return out;
  }
  StoredTable table(std::uint32_t rows, std::uint32_t columns) {
    return {rows, columns, bytes(std::size_t{rows} * columns), std::vector<float>(rows, 0.01F)};
  }
  StoredMatrix matrix(std::uint32_t outputs, std::uint32_t inputs) {
    return {outputs, inputs, bytes(std::size_t{outputs} * inputs), std::vector<float>(outputs, 0.005F), floats(outputs)};
  }
  std::mt19937 random_;
};

/// A file that goes away with the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("isnad-" + std::to_string(std::random_device{}()) + name)) {}
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace isnad::nlp::test
