#include "extract/train/segmenter_trainer.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "extract/nlp/clitic_segmenter.h"
#include "extract/train/segmenter_examples.h"
#include "graph/model/error.h"

namespace isnad::train {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("isnad-segmenter-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] fs::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

 private:
  fs::path path_;
};

/// A sentence of one token, divided into words if there are several.
std::string sentence(const std::string& form, const std::vector<std::string>& words, const std::string& upos = "NOUN") {
  const std::string empty = "\t_\t_\t_\t_\t_\t_\t_\t_\n";
  std::string out;
  if (words.size() > 1) out += "1-" + std::to_string(words.size()) + "\t" + form + empty;
  for (std::size_t k = 0; k < words.size(); ++k)
    out += std::to_string(k + 1) + "\t" + words[k] + "\t_\t" + upos + "\t_\t_\t_\t_\t_\t_\n";
  return out + "\n";
}

const LogCount kNeverSeen = [](std::string_view) { return 0U; };

TEST_CASE("segmenter examples: other treebanks' ways become the project's", "[extract][train]") {
  const Folder folder;
  const auto words_of = [&](const std::string& form, const std::vector<std::string>& words, const LogCount& counts) {
    const auto read = read_segmented(folder.write("t.conllu", sentence(form, words)), counts);
    std::string out;
    for (const auto& word : read.at(0).at(0).words) out += (out.empty() ? "" : "+") + word;
    return out;
  };
  CHECK(words_of("عليه", {"علي", "ه"}, kNeverSeen) == "على+ه");
  CHECK(words_of("مما", {"مما"}, kNeverSeen) == "من+ما");
  CHECK(words_of("مما", {"م", "ما"}, kNeverSeen) == "من+ما");
  CHECK(words_of("لأنه", {"ل", "أن", "ه"}, kNeverSeen) == "لأن+ه");
  const LogCount article = [](std::string_view form) { return form == "السلطة" || form == "الفشل" || form == "حياة" ? 9U : 0U; };
  CHECK(words_of("للسلطة", {"ل", "لسلطة"}, article) == "ل+السلطة");
  CHECK(words_of("للندن", {"ل", "لندن"}, article) == "ل+لندن");
  CHECK(words_of("حياته", {"حيات", "ه"}, article) == "حياة+ه");
  CHECK(words_of("كانته", {"كانت", "ه"}, article) == "كانت+ه");
  CHECK(words_of("بالفشل", {"بالفشل"}, article) == "ب+الفشل");
  CHECK(words_of("بالغ", {"بالغ"}, article) == "بالغ");
}

TEST_CASE("segmenter trainer: learns what it is shown, the same every time", "[extract][train]") {
  const Folder folder;
  std::string treebank;
  for (int k = 0; k < 20; ++k) {
    treebank += sentence("وقال", {"و", "قال"}) + sentence("وزير", {"وزير"}) + sentence("كتابه", {"كتاب", "ه"}) +
                sentence("للسلطة", {"ل", "السلطة"});
  }
  SegmenterOptions options;
  options.treebanks = {folder.write("t.conllu", treebank)};
  options.raw_text = folder.write("raw.txt", "قال قال قال وزير وزير وزير\n");
  options.held_out = options.treebanks;
  options.weight_bits = 14;
  options.count_bits = 10;
  std::ostringstream report;
  const nlp::CliticModel model = train_segmenter(options, report);
  CHECK(report.str().find("80 of 80 tokens") != std::string::npos);
  std::ostringstream again;
  CHECK(train_segmenter(options, again).weights == model.weights);
  const nlp::CliticSegmenter segmenter(model);
  nlp::CliticSegmenter::Scratch scratch;
  CHECK(segmenter.segment("وزير", "", "", scratch).size() == 1);
  CHECK(segmenter.segment("وقال", "", "", scratch) == std::vector<std::string>{"و", "قال"});
}

TEST_CASE("segmenter trainer: bad input is named", "[extract][train]") {
  const Folder folder;
  SegmenterOptions options;
  options.raw_text = folder.write("raw.txt", "نص\n\xFF\n");
  std::ostringstream report;
  CHECK_THROWS_AS((void)train_segmenter(options, report), UsageError);
  options.treebanks = {folder.write("t.conllu", sentence("من", {"من"}))};
  CHECK_THROWS_WITH((void)train_segmenter(options, report), Catch::Contains("raw.txt:2: not UTF-8"));
  options.raw_text = folder.write("raw.txt", "نص\n");
  CHECK_THROWS_AS((void)train_segmenter(options, report), UsageError);  // no token has two readings
  options.treebanks = {"no/such.conllu"};
  CHECK_THROWS_AS((void)train_segmenter(options, report), IoError);
}

}  // namespace
}  // namespace isnad::train
