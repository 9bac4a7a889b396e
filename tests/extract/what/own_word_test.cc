#include "extract/what/own_word.h"

#include <catch2/catch.hpp>
#include <string>

#include "extract/what/relation_words.h"

namespace what = isnad::what;
using isnad::Claim;
using isnad::EntityKey;
using isnad::Modality;
using isnad::Polarity;
using isnad::RelationType;

namespace {

Claim deed(RelationType type, const std::string& relation, Modality modality = Modality::kFact) {
  Claim claim;
  claim.subject.text = "Turkey";
  claim.subject.entity = EntityKey("gpe:turkey");
  claim.object.text = "Syria";
  claim.relation.text = relation;
  claim.type = type;
  claim.modality = modality;
  return claim;
}

Claim said_by(Claim claim, const std::string& speaker) {
  isnad::Attribution attribution;
  attribution.speaker.text = speaker;
  attribution.speaker.entity = EntityKey(speaker);
  claim.attribution.push_back(attribution);
  return claim;
}

RelationType given(Claim claim) {
  what::give_word(claim);
  return claim.type;
}

}  // namespace

TEST_CASE("own word: who says of himself that he will gives his word or threatens", "[extract][what]") {
  CHECK(given(said_by(deed(RelationType::kAid, "will help", Modality::kFuture), "gpe:turkey")) == RelationType::kAgree);
  CHECK(given(said_by(deed(RelationType::kAssault, "will attack", Modality::kFuture), "gpe:turkey")) == RelationType::kThreaten);
  CHECK(given(said_by(deed(RelationType::kAssault, "سيهاجم", Modality::kFuture), "gpe:turkey")) == RelationType::kThreaten);
}

TEST_CASE("own word: what others say, what is done and what is denied stays what it is", "[extract][what]") {
  CHECK(given(said_by(deed(RelationType::kAssault, "will attack", Modality::kFuture), "gpe:russia")) == RelationType::kAssault);
  CHECK(given(deed(RelationType::kAssault, "will attack", Modality::kFuture)) == RelationType::kAssault);
  CHECK(given(said_by(deed(RelationType::kAssault, "attacked"), "gpe:turkey")) == RelationType::kAssault);
  Claim denied = said_by(deed(RelationType::kAid, "will help", Modality::kFuture), "gpe:turkey");
  denied.polarity = Polarity::kDenied;
  CHECK(given(denied) == RelationType::kAid);
}

TEST_CASE("own word: will is a word, not letters of another", "[extract][what]") {
  CHECK(given(deed(RelationType::kAid, "is ready to help")) == RelationType::kAgree);
  CHECK(what::names_will("willing to help"));
  CHECK_FALSE(what::names_will("unwilling to help"));
  CHECK_FALSE(what::names_will("unprepared for"));
  CHECK(given(deed(RelationType::kAssault, "has already attacked")) == RelationType::kAssault);
}
