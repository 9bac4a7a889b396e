#include "extract/what/implied_claims.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/what/event_claims.h"
#include "tests/extract/what/told.h"

using namespace isnad;
using namespace isnad::what;

namespace {

/// One sentence, a word a line: `form upos head deprel [feats]`.
struct Parsed : testing::Told {
  std::vector<Mention> mentions;

  Parsed(const std::string& lang, const std::string& rows) : Told(lang, rows, false) {}

  Parsed& mention(const std::string& words, const std::string& key, const std::string& rule = "lexicon") {
    mentions.push_back({span(words), EntityKey(key), 0, rule});
    return *this;
  }
};

Claim claim_of(Slot subject, Slot relation, Slot object, RelationType type) {
  Claim claim;
  claim.id = ClaimId("d#0#0");
  claim.document = DocumentId("d");
  claim.subject = std::move(subject);
  claim.relation = std::move(relation);
  claim.relation_lemma = claim.relation.text;
  claim.object = std::move(object);
  claim.type = type;
  claim.rule = "verb";
  return claim;
}

const WordClasses& classes() {
  static const WordClasses instance;
  return instance;
}

std::vector<std::string> implied(const Parsed& parsed, std::vector<Claim> claims = {}) {
  static const RelationLexicon lexicon(classes());
  static const ImpliedClaims rules(lexicon);
  const std::size_t stated = claims.size();
  rules.add(parsed.document, parsed.sentences, parsed.mentions, claims);
  std::vector<std::string> out;
  for (std::size_t i = stated; i < claims.size(); ++i) {
    CHECK(is_implied(claims[i]));
    const bool forward = claims[i].subject_is_source;
    const Slot& from = forward ? claims[i].subject : claims[i].object;
    const Slot& to = forward ? claims[i].object : claims[i].subject;
    out.push_back(from.entity->str() + " " + std::string(to_string(claims[i].type)) + " " + to.entity->str());
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("implied: whoever represents a country belongs to it, its own organs need not be told", "[extract][what][implied]") {
  Parsed embassy("ar", "احتفلت VERB 0 root\nالسفارة NOUN 1 nsubj\nالنرويجية ADJ 2 amod");
  embassy.mention("السفارة النرويجية", "org:embassy:norway", "compose").mention("النرويجية", "gpe:norway", "demonym");
  CHECK(implied(embassy) == Lines{"org:embassy:norway MEMBER gpe:norway"});
  Parsed army("en", "The DET 3 det\nNorwegian ADJ 3 amod\narmy NOUN 4 nsubj\nleft VERB 0 root");
  army.mention("Norwegian army", "org:armed-forces:norway", "compose").mention("Norwegian", "gpe:norway", "demonym");
  CHECK(implied(army).empty());
}

TEST_CASE("implied: an office without its holder's name, a consul", "[extract][what][implied]") {
  Parsed president("ar", "وصل VERB 0 root\nالرئيس NOUN 1 nsubj\nالبولندي ADJ 2 amod");
  president.mention("الرئيس البولندي", "per:somebody", "office").mention("البولندي", "gpe:poland", "demonym");
  CHECK(implied(president) == Lines{"per:somebody ROLE gpe:poland"});
  Parsed consul("ar", "وصل VERB 0 root\nالقنصل NOUN 1 nsubj\nالبولندي ADJ 2 amod");
  consul.mention("القنصل البولندي", "per:consul:poland", "compose").mention("البولندي", "gpe:poland", "demonym");
  CHECK(implied(consul) == Lines{"per:consul:poland ROLE gpe:poland"});
}

TEST_CASE("implied: an adjective within an organisation's name is the organisation's", "[extract][what][implied]") {
  Parsed parsed("en", "Polish ADJ 4 amod\nRail PROPN 3 compound\nAgency PROPN 4 compound\nspokeswoman NOUN 0 root\nAnna PROPN 4 appos");
  parsed.mention("Polish Rail Agency spokeswoman Anna", "per:anna", "title")
      .mention("Polish Rail Agency", "org:rail-agency:poland", "compose")
      .mention("Polish", "gpe:poland", "demonym");
  CHECK(implied(parsed) == Lines{"org:rail-agency:poland MEMBER gpe:poland", "per:anna ROLE org:rail-agency:poland"});
}

TEST_CASE("implied: places lie in the places of their phrase, unless the text ties them already", "[extract][what][implied]") {
  Parsed parsed("ar", "بلدة NOUN 0 root\nأ PROPN 1 nmod\nفي ADP 4 case\nمحافظة NOUN 1 nmod\nب PROPN 4 nmod\nغرب NOUN 4 nmod\nج PROPN 6 nmod");
  parsed.mention("بلدة أ", "gpe:a").mention("محافظة ب", "gpe:b").mention("ج", "gpe:c");
  CHECK(implied(parsed) == Lines{"gpe:a LOCATED gpe:b", "gpe:a LOCATED gpe:c", "gpe:b LOCATED gpe:c"});
  CHECK(implied(parsed, {claim_of(parsed.slot("بلدة أ", "gpe:a"), {}, parsed.slot("محافظة ب", "gpe:b"), RelationType::kLocated)}) ==
        Lines{"gpe:a LOCATED gpe:c", "gpe:b LOCATED gpe:c"});
}

TEST_CASE("implied: the owner of what nobody is", "[extract][what][implied]") {
  Parsed parsed("en", "Norway PROPN 2 nsubj\ncondemned VERB 0 root\nthe DET 4 det\ncrimes NOUN 2 obj\nof ADP 6 case\nRuritania PROPN 4 nmod");
  parsed.mention("Norway", "gpe:norway").mention("Ruritania", "gpe:ruritania");
  const Claim claim = claim_of(parsed.slot("Norway", "gpe:norway"), parsed.slot("condemned"), parsed.slot("crimes"), RelationType::kAccuse);
  CHECK(implied(parsed, {claim}) == Lines{"gpe:norway ACCUSE gpe:ruritania"});
}

TEST_CASE("implied: to say that another did wrong is to accuse him; to say that he did right is not", "[extract][what][implied]") {
  Parsed parsed("en", "Red PROPN 2 nsubj\nsaid VERB 0 root\nBlue PROPN 4 nsubj\nshelled VERB 2 ccomp\nTown PROPN 4 obj");
  Claim claim = claim_of(parsed.slot("Blue", "org:blue"), parsed.slot("shelled"), parsed.slot("Town", "gpe:town"), RelationType::kAssault);
  claim.attribution = {{parsed.slot("Red", "org:red"), "say"}};
  CHECK(implied(parsed, {claim}) == Lines{"org:red ACCUSE org:blue"});
  claim.polarity = Polarity::kDenied;
  CHECK(implied(parsed, {claim}).empty());
  claim.polarity = Polarity::kAffirmed;
  claim.type = RelationType::kAid;
  CHECK(implied(parsed, {claim}).empty());
  claim.type = RelationType::kOther;
  claim.relation_lemma = "comply with";
  CHECK(implied(parsed, {claim}).empty());
  claim.polarity = Polarity::kDenied;
  CHECK(implied(parsed, {claim}) == Lines{"org:red ACCUSE org:blue"});
}

TEST_CASE("implied: to say that another resists blames nobody", "[extract][what][implied]") {
  Parsed parsed("en", "Red PROPN 2 nsubj\nsaid VERB 0 root\nBlue PROPN 4 nsubj\nresists VERB 2 ccomp\nGreen PROPN 4 obj");
  Claim claim = claim_of(parsed.slot("Blue", "org:blue"), parsed.slot("resists"), parsed.slot("Green", "org:green"), RelationType::kAssault);
  claim.relation_lemma = "resist";
  claim.attribution = {{parsed.slot("Red", "org:red"), "say"}};
  CHECK(implied(parsed, {claim}).empty());
  claim.relation_lemma = "bomb";
  CHECK(implied(parsed, {claim}) == Lines{"org:red ACCUSE org:blue"});
}

TEST_CASE("implied: participles behind a hyphen tie a name to a noun, either way round", "[extract][what][implied]") {
  Parsed held("en", "They PRON 2 nsubj\nleft VERB 0 root\nHouthi PROPN 5 compound\n- PUNCT 3 punct\nheld VERB 6 amod\nSanaa PROPN 2 obj");
  held.mention("Houthi", "org:houthis").mention("Sanaa", "gpe:sanaa");
  CHECK(implied(held) == Lines{"org:houthis CONTROL gpe:sanaa"});
  Parsed based("en", "The DET 5 det\nLima PROPN 4 compound\n- PUNCT 2 punct\nbased VERB 5 amod\ngroup NOUN 6 nsubj\nspoke VERB 0 root");
  based.mention("Lima", "gpe:lima").mention("group", "org:group");
  CHECK(implied(based) == Lines{"org:group LOCATED gpe:lima"});
  // A word that the table lacks says nothing.
  Parsed other("en", "The DET 5 det\nLima PROPN 4 compound\n- PUNCT 2 punct\nminded VERB 5 amod\ngroup NOUN 6 nsubj\nspoke VERB 0 root");
  other.mention("Lima", "gpe:lima").mention("group", "org:group");
  CHECK(implied(other).empty());
}

TEST_CASE("implied: a place west of another lies there, not the other in it", "[extract][what][implied]") {
  Parsed parsed("en", "Six NUM 2 nsubj\ndied VERB 0 root\nin ADP 5 case\nAtareb PROPN 5 compound\nwest NOUN 2 obl\nof ADP 7 case\nAleppo PROPN 5 nmod");
  parsed.mention("Atareb", "gpe:atareb").mention("west of Aleppo", "gpe:aleppo");
  CHECK(implied(parsed).empty());
}

TEST_CASE("implied: ids go on from those of the sentence, and no edge is told twice", "[extract][what][implied]") {
  Parsed parsed("ar", "احتفلت VERB 0 root\nالسفارة NOUN 1 nsubj\nالنرويجية ADJ 2 amod");
  parsed.mention("السفارة النرويجية", "org:embassy:norway", "compose").mention("النرويجية", "gpe:norway", "demonym");
  Claim claim = claim_of(parsed.slot("السفارة", "org:embassy:norway"), {}, parsed.slot("النرويجية", "gpe:norway"), RelationType::kMember);
  CHECK(implied(parsed, {claim}).empty());
  claim.type = RelationType::kOther;
  claim.id = ClaimId("d#0#6");
  std::vector<Claim> claims = {claim};
  static const RelationLexicon lexicon(classes());
  ImpliedClaims(lexicon).add(parsed.document, parsed.sentences, parsed.mentions, claims);
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].id == ClaimId("d#0#7"));
}

TEST_CASE("events: who launched the attack in which somebody was killed", "[extract][what][events]") {
  Parsed parsed("ar", "قتل VERB 0 root Voice=Pass\nجنود NOUN 1 nsubj\nفي ADP 4 case\nهجوم NOUN 1 obl\nشنه VERB 4 acl\nمسلحون NOUN 5 nsubj");
  Claim killed = claim_of(parsed.slot("جنود"), parsed.slot("قتل"), parsed.slot("هجوم"), RelationType::kAssault);
  Claim launched = claim_of(parsed.slot("مسلحون"), parsed.slot("شنه"), parsed.slot("هجوم"), RelationType::kAssault);
  launched.id = ClaimId("d#0#1");
  std::vector<Claim> claims = {killed, launched};
  const EventClaims events(classes());
  events.add(parsed.document, parsed.sentences, claims);
  REQUIRE(claims.size() == 3);
  CHECK(claims[2].subject.text == "مسلحون");
  CHECK(claims[2].object.text == "جنود");
  CHECK(claims[2].rule == "event");
  CHECK(claims[2].id == ClaimId("d#0#2"));
  // Without anybody who launched it the attack itself killed them.
  claims = {killed};
  events.add(parsed.document, parsed.sentences, claims);
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].subject.text == "هجوم");
  // An American attack: what is linked to America is still the attack.
  Claim american = killed;
  american.object.entity = EntityKey("gpe:united-states");
  claims = {american};
  events.add(parsed.document, parsed.sentences, claims);
  REQUIRE(claims.size() == 2);
  CHECK(claims[1].subject.entity == EntityKey("gpe:united-states"));
  CHECK(claims[1].object.text == "جنود");
  // What is denied did not happen.
  killed.polarity = Polarity::kDenied;
  claims = {killed, launched};
  events.add(parsed.document, parsed.sentences, claims);
  CHECK(claims.size() == 2);
}
