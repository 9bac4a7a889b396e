#include "extract/train/scheme_trainer.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "extract/conllu/reader.h"
#include "graph/model/error.h"
#include "tests/support/temporary_folder.h"

namespace isnad::train {
namespace {

/// Writes sentences of ten words that both kinds have, of which `mark` is frequent in one kind and rare in the other.
void write_text(const std::filesystem::path& path, std::size_t marks_a_sentence) {
  std::ofstream out(path);
  for (int s = 0; s < 60; ++s) {
    for (std::size_t w = 0; w < 10; ++w) {
      const bool mark = w < marks_a_sentence || (s % 10 == 0 && w == 9);
      out << w + 1 << '\t' << (mark ? "mark" : "word" + std::to_string((static_cast<std::size_t>(s) + w) % 7))
          << "\t_\t_\t_\t_\t_\t_\t_\t_\n";
    }
    out << '\n';
  }
}

TEST_CASE("scheme trainer: learns what is frequent where", "[extract][train]") {
  const testing::TemporaryFolder folder;
  write_text(folder.path() / "plain.conllu", 0);
  write_text(folder.path() / "marked.conllu", 3);
  SchemeOptions options;
  options.sources = {{"own", folder.path() / "plain.conllu"}, {"other", folder.path() / "marked.conllu"}};
  options.held_out = {{"other", folder.path() / "marked.conllu"}};
  options.weight_bits = 12;
  options.pieces = 500;
  std::ostringstream log;
  const nlp::SchemeModel model = train_schemes(options, log);
  CHECK(log.str().find("pieces of 60 sentences: other 1\n") != std::string::npos);
  const auto choice = [&](const char* name) {
    const auto sentences = conllu::read_file(folder.path() / name);
    std::vector<const conllu::Sentence*> all;
    for (const auto& sentence : sentences) all.push_back(&sentence);
    return model.choose(all);
  };
  CHECK(choice("plain.conllu") == "own");
  CHECK(choice("marked.conllu") == "other");
  std::ostringstream again;
  CHECK(train_schemes(options, again).schemes[0].weights == model.schemes[0].weights);
}

TEST_CASE("scheme trainer: one scheme is no choice", "[extract][train]") {
  const testing::TemporaryFolder folder;
  write_text(folder.path() / "plain.conllu", 0);
  SchemeOptions options;
  options.sources = {{"own", folder.path() / "plain.conllu"}};
  std::ostringstream log;
  CHECK_THROWS_AS(train_schemes(options, log), UsageError);
}

}  // namespace
}  // namespace isnad::train
