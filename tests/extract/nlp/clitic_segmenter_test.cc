#include "extract/nlp/clitic_segmenter.h"

#include <catch2/catch.hpp>
#include <string>

#include "extract/data_files.h"

namespace isnad::nlp {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : "+") + word;
  return out;
}

/// How the shipped models divide a token between two others.
class Shipped {
 public:
  explicit Shipped(const std::string& name) : segmenter_(CliticSegmenter::load(data_file("models/" + name))) {}
  std::string operator()(const std::string& token, const std::string& before = "", const std::string& after = "") {
    return joined(segmenter_.segment(token, before, after, scratch_));
  }

 private:
  CliticSegmenter segmenter_;
  CliticSegmenter::Scratch scratch_;
};

TEST_CASE("clitic: the shipped models divide what every reader would", "[extract][clitic]") {
  for (const char* name : {"ar-segment.model", "ar-free-segment.model"}) {
    INFO(name);
    Shipped divide(name);
    CHECK(divide("وقال", "", "الرئيس") == "و+قال");
    CHECK(divide("للسلطة", "التابعة", "الفلسطينية") == "ل+السلطة");
    CHECK(divide("مدينته", "في", ".") == "مدينة+ه");
    CHECK(divide("عليه", "وقع", "الرئيس") == "على+ه");
    CHECK(divide("مما", "،", "أدى") == "من+ما");
    CHECK(divide("بالفشل", "أنقرة", "") == "ب+الفشل");
    CHECK(divide("سيزور", "،", "موسكو") == "س+يزور");
    CHECK(divide("قواتها", "سحب", "من") == "قوات+ها");
  }
}

TEST_CASE("clitic: the shipped models leave whole what only looks divided", "[extract][clitic]") {
  for (const char* name : {"ar-segment.model", "ar-free-segment.model"}) {
    INFO(name);
    Shipped divide(name);
    for (const char* word : {"وزير", "فلسطين", "لندن", "باريس", "سوريا", "كانت", "بعض", "الله", "هذه", "بين", "وفد", "لبنان",
                             "كما", "عندما", "إنما"}) {
      CHECK(divide(word, "في", "أمس") == word);
    }
  }
}

TEST_CASE("clitic: words that are not Arabic letters alone come back whole", "[extract][clitic]") {
  Shipped divide("ar-segment.model");
  CHECK(divide("الاتحاد_الأوروبي") == "الاتحاد_الأوروبي");
  CHECK(divide("CNN") == "CNN");
  const std::string endless(100000, 'x');
  CHECK(divide(endless) == endless);
}

TEST_CASE("clitic: letters glued to numbers and Latin words are divided by rule", "[extract][clitic]") {
  CHECK(joined(segment_mixed("و6")) == "و+6");
  CHECK(joined(segment_mixed("ول15")) == "و+ل+15");
  CHECK(joined(segment_mixed("لCNN")) == "ل+CNN");
  CHECK(joined(segment_mixed("ال24")) == "ال24");
  CHECK(joined(segment_mixed("في2018")) == "في+2018");
  CHECK(joined(segment_mixed("ب2.5")) == "ب+2.5");
}

}  // namespace
}  // namespace isnad::nlp
