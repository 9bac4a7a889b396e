#include "graph/render/text_fit.h"

#include <catch2/catch.hpp>
#include <string>

#include "graph/model/plain_text.h"

using namespace isnad::render;
using isnad::clean_text;

TEST_CASE("text: direction by first letter, by any Arabic letter on an Arabic sheet", "[graph][render]") {
  CHECK(reads_right_to_left("تركيا", false));
  CHECK_FALSE(reads_right_to_left("Turkey تركيا", false));
  CHECK(reads_right_to_left("M5 طريق", true));
  CHECK(reads_right_to_left("«5» طريق M5", false));
  CHECK_FALSE(reads_right_to_left("M5", true));
  CHECK_FALSE(reads_right_to_left("2020", true));
  CHECK_FALSE(reads_right_to_left("", true));
}

TEST_CASE("text: wrapping loses no word and exceeds no width but for a single word", "[graph][render]") {
  const std::string text = "وقال المتحدث باسم الكرملين ديمتري بيسكوف إن the Turkish side did not keep its word about Idlib";
  for (const double width : {1.0, 5.0, 12.0, 40.0, 1000.0}) {
    std::string joined;
    for (const auto& line : wrap_text(text, width)) {
      CHECK((estimated_width_em(line) <= width + 1e-9 || line.find(' ') == std::string::npos));
      joined += (joined.empty() ? "" : " ") + line;
    }
    CHECK(joined == text);
  }
  CHECK(wrap_text("", 10).size() == 1);
}

TEST_CASE("text: excerpts keep the words that matter and are short", "[graph][render]") {
  std::string sentence;
  for (int i = 0; i < 80; ++i) sentence += (i == 0 ? "" : " ") + ("كلمة" + std::to_string(i));
  const auto begin = sentence.find("كلمة40");
  const auto end = begin + std::string("كلمة40").size();
  const auto cut = excerpt(sentence, begin, end, 60);
  CHECK(cut.find("كلمة40") != std::string::npos);
  CHECK(letter_count(cut) <= 64);  // with the two ellipses
  CHECK(cut.rfind("… ", 0) == 0);
  CHECK(cut.substr(cut.size() - 4) == " …");
  CHECK(clean_text(cut) == cut);  // no letter was cut in two
  CHECK(excerpt("short", 0, 5, 60) == "short");
  const auto beginning = excerpt(sentence, 0, 8, 60);
  CHECK(beginning.rfind("كلمة0 ", 0) == 0);
  // Words that are too long themselves are cut at their end.
  const auto all = excerpt(sentence, 0, sentence.size(), 60);
  CHECK(letter_count(all) <= 64);
  CHECK(clean_text(all) == all);
}

TEST_CASE("text: excerpts of any place stay valid", "[graph][render]") {
  const std::string sentence = "اتهم الكرملين تركيا بأنها لم تفِ بما تعهدت به في محافظة إدلب، وقال إن الهجمات مستمرة.";
  for (std::size_t begin = 0; begin <= sentence.size(); begin += 3) {
    for (std::size_t end = begin; end <= sentence.size() + 5; end += 7) {
      for (const std::size_t letters : {1, 5, 20, 40}) {
        const auto cut = excerpt(sentence, begin, end, letters);
        REQUIRE(clean_text(cut).find("\xEF\xBF\xBD") == std::string::npos);
        REQUIRE(letter_count(cut) <= letters + 4);
      }
    }
  }
}
