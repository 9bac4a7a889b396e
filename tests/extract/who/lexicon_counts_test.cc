#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <string_view>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/who/lexicon.h"

using isnad::who::Lexicon;
using isnad::who::LexiconEntry;

namespace {

const Lexicon& lexicon() {
  static const Lexicon the_lexicon;
  return the_lexicon;
}

std::size_t entries_of(std::string_view file) {
  const auto& all = lexicon().entries();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const LexiconEntry& entry) { return entry.source.starts_with(file); }));
}

}  // namespace

TEST_CASE("lexicon tables: every country has a capital in both languages", "[extract][who][lexicon]") {
  // Brussels speaks for the European Union, and which town is Palestine's capital is what the news is about.
  const std::set<std::string_view> without = {"gpe:belgium", "gpe:palestine"};
  std::size_t countries = 0;
  isnad::tables::read_table(
      isnad::data_file("lexicon/who/countries.tsv"),
      {"key", "iso2", "name_ar", "name_en", "aliases_ar", "aliases_en", "capital_ar", "capital_en", "nisba_ar", "people_ar",
       "adjective_en", "people_en"},
      [&](const isnad::tables::Row& row) {
        ++countries;
        INFO("countries.tsv:" << row.line << ": " << row.cells[0]);
        CHECK((row.cells[6].empty() && row.cells[7].empty()) == without.contains(row.cells[0]));
        CHECK(row.cells[6].empty() == row.cells[7].empty());
      },
      isnad::tables::ShortRows::kAllowed);
  CHECK(countries >= 195);
}

TEST_CASE("lexicon tables: nearly every country has demonyms in both languages", "[extract][who][lexicon]") {
  // Some have none in use (جزر القمر), or one that means something else (قمري, lunar).
  std::size_t arabic = 0;
  std::size_t english = 0;
  std::size_t countries = 0;
  for (std::size_t i = 0; i < lexicon().entries().size(); ++i) {
    if (!lexicon().entries()[i].is_country) continue;
    const auto& demonym = lexicon().demonym(static_cast<int>(i));
    ++countries;
    arabic += demonym.nisba_ar.empty() ? 0U : 1U;
    english += demonym.adjective_en.empty() ? 0U : 1U;
  }
  CAPTURE(countries, arabic, english);
  CHECK(arabic * 100 >= countries * 93);
  CHECK(english * 100 >= countries * 95);
}

TEST_CASE("lexicon tables: as many actors, offices and places as promised", "[extract][who][lexicon]") {
  CHECK(entries_of("organisations.tsv") >= 150);
  CHECK(entries_of("groups.tsv") >= 250);
  const auto& terms = lexicon().terms();
  CHECK(std::count_if(terms.begin(), terms.end(), [](const auto& term) { return term.to.empty() || term.to >= "2000"; }) >= 600);
  const std::set<std::string_view> region = {"algeria",       "bahrain",
                                             "egypt",         "iran",
                                             "iraq",          "israel",
                                             "jordan",        "kuwait",
                                             "lebanon",       "libya",
                                             "morocco",       "oman",
                                             "qatar",         "saudi-arabia",
                                             "sudan",         "syria",
                                             "tunisia",       "turkey",
                                             "yemen",         "palestine",
                                             "mauritania",    "united-arab-emirates",
                                             "western-sahara"};
  std::size_t places = 0;
  for (const LexiconEntry& entry : lexicon().entries()) {
    if (!entry.source.starts_with("places.tsv") || entry.country < 0) continue;
    places += region.contains(isnad::who::slug_of(lexicon().entry(entry.country).key)) ? 1U : 0U;
  }
  CAPTURE(places);
  CHECK(places >= 500);
}
