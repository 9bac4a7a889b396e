#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/what/english.h"
#include "extract/what/lemma_key.h"
#include "extract/what/relation_lexicon.h"
#include "extract/what/word_classes.h"

namespace {

using isnad::tables::alternatives;
using isnad::tables::Row;
using isnad::what::has_arabic;
using isnad::what::RelationLexicon;
using isnad::what::WordClasses;

const std::vector<std::string_view> kColumns = {"type", "verb", "noun", "adj", "prep", "gloss_en", "gloss_ar", "when", "flags"};

std::vector<std::filesystem::path> relation_tables(std::string_view lang) {
  std::vector<std::filesystem::path> out;
  for (const char* topic : {"conflict", "cooperation", "structure", "movement", "speech", "other"}) {
    out.push_back(isnad::data_file("lexicon/what/" + std::string(lang) + "_" + topic + ".tsv"));
  }
  return out;
}

bool has_latin(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

TEST_CASE("relation tables: every cell is in its column's language, no alternative stands twice", "[extract][what][lexicon]") {
  for (const std::string_view lang : {"ar", "en"}) {
    for (const auto& path : relation_tables(lang)) {
      isnad::tables::read_table(path, kColumns, [&](const Row& row) {
        INFO(path << ":" << row.line);
        std::set<std::string> seen;
        for (std::size_t column = 1; column <= 4; ++column) {
          for (const auto word : alternatives(row.cells[column])) {
            if (column == 4 && word == "-") continue;
            INFO(word);
            CHECK((lang == "ar" ? has_arabic(word) && !has_latin(word) : has_latin(word) && !has_arabic(word)));
            CHECK(seen.insert(std::to_string(column) + isnad::what::lemma_key(word)).second);
          }
        }
        CHECK_FALSE(seen.empty());
        CHECK_FALSE(has_arabic(row.cells[5]));
        CHECK((has_arabic(row.cells[6]) && !has_latin(row.cells[6])));
      });
    }
  }
}

TEST_CASE("relation tables: as many words as promised", "[extract][what][lexicon]") {
  const WordClasses classes;
  const RelationLexicon lexicon(classes);
  CHECK(lexicon.forms("ar") >= 1200);
  CHECK(lexicon.forms("en") >= 1200);
  for (const std::string_view lang : {"ar", "en"}) {
    // Without counting a word once for each of its prepositions.
    std::set<std::string> words;
    for (const auto& path : relation_tables(lang)) {
      isnad::tables::read_table(path, kColumns, [&](const Row& row) {
        for (std::size_t column = 1; column <= 3; ++column) {
          for (const auto word : alternatives(row.cells[column])) words.insert(isnad::what::lemma_key(word));
        }
      });
    }
    INFO(lang);
    CHECK(words.size() >= 1200);
  }
}

TEST_CASE("relation tables: each type has words in both languages", "[extract][what][lexicon]") {
  const WordClasses classes;
  const RelationLexicon lexicon(classes);
  std::set<std::pair<bool, isnad::RelationType>> seen;
  for (const auto& entry : lexicon.entries()) {
    seen.emplace(std::filesystem::path(lexicon.files()[entry.file]).filename().string().starts_with("ar"), entry.type);
  }
  for (const auto& row : isnad::relation_types()) {
    INFO(row.name);
    CHECK(seen.contains({true, row.type}));
    CHECK(seen.contains({false, row.type}));
  }
}

TEST_CASE("lemma keys: usual spellings of a word share one", "[extract][what][lexicon]") {
  using isnad::what::lemma_key;
  CHECK(lemma_key("اِتَّهَمَ") == lemma_key("اتهم"));
  CHECK(lemma_key("أعلن") == lemma_key("اعلن"));
  CHECK(lemma_key("سيطر  عَلى") == lemma_key("سيطر علي"));
  CHECK(lemma_key("بـ") == "ب");
  CHECK(lemma_key("Accuse") == "accuse");
  CHECK(isnad::what::key_words("متحدث ب اسم") == std::vector<std::string>{"متحدث", "باسم"});
}

TEST_CASE("english: third person", "[extract][what][lexicon]") {
  using isnad::what::third_person;
  CHECK(third_person("accuse") == "accuses");
  CHECK(third_person("carry out") == "carries out");
  CHECK(third_person("play") == "plays");
  CHECK(third_person("push into") == "pushes into");
  CHECK(third_person("be aware of") == "is aware of");
  CHECK(third_person("have") == "has");
  CHECK(third_person("go to") == "goes to");
  CHECK(third_person("").empty());
}

TEST_CASE("word classes: entities by type, words by their head with clitics off", "[extract][what][lexicon]") {
  const WordClasses classes;
  const auto slot = [&](const std::string& entity, const std::string& text) {
    isnad::Slot out;
    out.text = text;
    if (!entity.empty()) out.entity = isnad::EntityKey(entity);
    return classes.of_slot(out, "");
  };
  CHECK((slot("gpe:turkey", "تركيا") & classes.bit("place")) != 0);
  CHECK((slot("gpe:turkey", "تركيا") & classes.bit("actor")) != 0);
  CHECK((slot("name:FAC:x", "x") & classes.bit("facility")) != 0);
  CHECK((slot("per:x", "x") & classes.bit("place")) == 0);
  CHECK((slot("", "للقوات") & classes.bit("armed")) != 0);
  CHECK((slot("", "وبالصواريخ") & classes.bit("weapon")) != 0);
  CHECK((slot("", "the missiles") & classes.bit("weapon")) != 0);
  CHECK(slot("", "زقزقة") == 0);
  CHECK(classes.bit("no such class") == 0);
}
