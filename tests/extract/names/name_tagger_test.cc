#include "extract/names/name_tagger.h"

#include <catch2/catch.hpp>
#include <span>

#include "extract/names/name_features.h"

using namespace isnad;
using namespace isnad::names;

namespace {

conllu::Sentence sentence_of(const std::vector<std::string>& forms) {
  conllu::Sentence sentence;
  sentence.lang = "en";
  for (const std::string& form : forms) {
    conllu::Word word;
    word.form = form;
    word.lemma = form;
    word.upos = "PROPN";
    sentence.words.push_back(word);
  }
  return sentence;
}

/// Gives the word's own features weights for a tag.
void teach(NameModel& model, const std::string& form, Tag tag, std::int8_t weight) {
  const std::vector<conllu::Sentence> document = {sentence_of({form})};
  std::vector<std::uint64_t> features;
  name_features(view_document(document, {std::vector<WordHint>(1)}, model.words, "en")[0], 0, features);
  // The first feature is the word's form.
  NameModel::Weights row{};
  row[tag] = weight;
  model.insert(features[0], row);
}

NameModel model_of_two_words() {
  NameModel model;
  model.scale = 10;
  model.reset(64);
  teach(model, "Anna", begin_tag(EntityType::kPerson), 50);
  teach(model, "Lee", inside_tag(EntityType::kPerson), 40);
  teach(model, "Oslo", begin_tag(EntityType::kGpe), 30);
  return model;
}

}  // namespace

TEST_CASE("name tagger: spans of tags", "[extract][names]") {
  const std::vector<Tag> tags = {begin_tag(EntityType::kPerson), inside_tag(EntityType::kPerson), kOutside, begin_tag(EntityType::kGpe),
                                 begin_tag(EntityType::kGpe)};
  CHECK(spans_of(tags) == std::vector<NameSpan>{{1, 2, EntityType::kPerson, 0}, {4, 4, EntityType::kGpe, 0}, {5, 5, EntityType::kGpe, 0}});
}

TEST_CASE("name tagger: what goes on must have begun", "[extract][names]") {
  CHECK(may_follow(begin_tag(EntityType::kPerson), inside_tag(EntityType::kPerson)));
  CHECK_FALSE(may_follow(kOutside, inside_tag(EntityType::kPerson)));
  CHECK_FALSE(may_follow(begin_tag(EntityType::kGpe), inside_tag(EntityType::kPerson)));
  CHECK(may_follow(inside_tag(EntityType::kGpe), begin_tag(EntityType::kGpe)));
}

TEST_CASE("name tagger: the best sequence and how much it beats the others", "[extract][names]") {
  const NameTagger tagger(model_of_two_words());
  const std::vector<conllu::Sentence> document = {sentence_of({"Anna", "Lee", "saw", "Oslo"}), sentence_of({"Lee"}), sentence_of({})};
  Hints hints;
  for (const auto& sentence : document) hints.emplace_back(sentence.words.size());
  const auto names = tagger.tag(document, hints, "en");
  REQUIRE(names.size() == 3);
  // Anna is PER by 50; without Lee's 40 inside it the reading loses 40: 4.00 at a scale of 10. Oslo is GPE by 30.
  CHECK(names[0] == std::vector<NameSpan>{{1, 2, EntityType::kPerson, 400}, {4, 4, EntityType::kGpe, 300}});
  // Lee could only begin a name there, which nothing speaks for but the other Lee: one of two votes, each worth 5.00.
  CHECK(names[1] == std::vector<NameSpan>{{1, 1, EntityType::kPerson, 250}});
  CHECK(tagger.tag(std::span(document).subspan(1, 1), {hints[1]}, "en")[0].empty());
  CHECK(names[2].empty());
  CHECK(tagger.tag(document, hints, "ar")[0].empty());
}
