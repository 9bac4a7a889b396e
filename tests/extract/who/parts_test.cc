#include <catch2/catch.hpp>

#include "extract/who/edit_distance.h"
#include "extract/who/lexicon.h"
#include "extract/who/word_fold.h"

using namespace isnad::who;

namespace {

std::string folded(std::string_view form) {
  std::string out;
  for (const Atom& atom : fold_atoms(form)) out += (out.empty() ? "" : " ") + atom.text;
  return out;
}

}  // namespace

TEST_CASE("word fold: one key for the usual spellings, the article kept", "[extract][who][fold]") {
  CHECK(folded("أَرْدُوغان") == folded("اردوغان"));
  CHECK(folded("القاهرة") == folded("القاهره"));
  CHECK(folded("على") == folded("علي"));
  CHECK(folded("الأسد") != folded("أسد"));
  CHECK(folded("Erdoğan") == "erdogan");
  CHECK(folded("Çavuşoğlu") == "cavusoglu");
  CHECK(folded("U.S.") == "us");
  CHECK(folded("al-Assad") == "assad");
  CHECK(folded("بوكو_حرام") == folded("بوكو حرام"));
  CHECK(folded("٢٠١٨") == "2018");
  CHECK(folded("—«»").empty());
  CHECK(folded("Željko Łukasz") == "zeljko lukasz");
  CHECK(folded("4×100÷2") == "4 100 2");
}

TEST_CASE("word fold: remembers capitals", "[extract][who][fold]") {
  CHECK(fold_atoms("US").front().all_caps);
  CHECK_FALSE(fold_atoms("Us").front().all_caps);
  CHECK(fold_atoms("Us").front().upper);
  CHECK_FALSE(fold_atoms("us").front().upper);
  CHECK(fold_atoms("Élysée").front().upper);
  for (const char* name : {"Željko", "Łukasz", "Žižek", "Ľubomír", "Šefčovič", "Þór"}) {
    INFO(name);
    CHECK(fold_atoms(name).front().upper);
    CHECK_FALSE(fold_atoms(name).front().all_caps);
  }
  for (const char* word : {"želva", "łódź", "ľudia", "ňu", "ßa"}) {
    INFO(word);
    CHECK_FALSE(fold_atoms(word).front().upper);
  }
  CHECK(fold_atoms("ŽIŽEK").front().all_caps);
  CHECK(fold_atoms("ŁÓDŹ").front().all_caps);
  CHECK_FALSE(fold_atoms("GROß").front().all_caps);
}

TEST_CASE("edit distance: one letter apart in a long word", "[extract][who]") {
  CHECK(is_spelling_variant("بورينكوف", "بورنكوف"));
  CHECK(is_spelling_variant("شيبوك", "شيبكوك"));
  CHECK_FALSE(is_spelling_variant("علي", "عمي"));
  CHECK_FALSE(is_spelling_variant("tonroe", "monrow"));
  CHECK(is_spelling_variant("a", "a"));
}

TEST_CASE("lexicon: holders by date", "[extract][who][lexicon]") {
  const Lexicon lexicon;
  std::uint32_t president = 0;
  while (lexicon.offices()[president].slug != "president") ++president;
  const auto holder = [&](std::string_view date) {
    const auto person = lexicon.holder(president, "gpe:united-states", date);
    return person ? lexicon.entry(*person).key : "";
  };
  CHECK(holder("2016-12-31") == "per:barack-obama");
  CHECK(holder("2017-01-21") == "per:donald-trump");
  CHECK(holder("2022") == "per:joe-biden");
  // On the day of a change, and without a date, nobody is named.
  CHECK(holder("2017-01-20").empty());
  CHECK(holder("").empty());
  CHECK(holder("1850").empty());
}
