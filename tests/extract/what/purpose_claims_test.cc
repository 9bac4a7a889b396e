#include "extract/what/purpose_claims.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/extract/what/told.h"

using namespace isnad;
using namespace isnad::what;

namespace {

/// One sentence, a word a line: `form lemma upos head deprel`, and its claims.
struct Purposes : testing::Told {
  std::vector<Claim> claims;

  explicit Purposes(const std::string& rows) : Told("en", rows, true) {}

  Purposes& claim(const std::string& subject, const std::string& relation, RelationType type, const std::string& object,
              const std::string& key = "") {
    Claim made;
    made.id = ClaimId("d#0#" + std::to_string(claims.size()));
    made.subject = slot(subject);
    made.relation = slot(relation);
    made.relation_lemma = relation == "threatened" ? "threaten" : relation;
    made.object = slot(object, key);
    made.type = type;
    claims.push_back(std::move(made));
    return *this;
  }

  Purposes& add() {
    static const WordClasses classes;
    PurposeClaims(classes).add(document, sentences, claims);
    return *this;
  }
};

}  // namespace

TEST_CASE("purposes: whom something is demanded of is whom the protest is against", "[extract][what][purposes]") {
  Purposes told("Students student NOUN 2 nsubj\nmarched march VERB 0 root\nto to PART 4 mark\ndemand demand VERB 2 advcl\nreforms reform NOUN 4 obj\n"
            "by by ADP 7 case\nRuritania Ruritania PROPN 5 nmod");
  told.claim("Students", "marched", RelationType::kProtest, "Students").claim("Students", "demand", RelationType::kRequest, "Ruritania", "gpe:ruritania").add();
  REQUIRE(told.claims.size() == 3);
  CHECK(told.claims[2].type == RelationType::kProtest);
  CHECK(told.claims[2].relation.text == "marched");
  CHECK(told.claims[2].object.text == "Ruritania");
  CHECK(told.claims[2].rule == "purpose");
  CHECK(told.claims[2].id == ClaimId("d#0#2"));
}

TEST_CASE("purposes: a threat to do something to somebody threatens him, and the deed is no fact", "[extract][what][purposes]") {
  const std::string rows = "Ministers minister NOUN 2 nsubj\nthreatened threaten VERB 0 root\nto to PART 4 mark\nsanction sanction VERB 2 advcl\nRuritania Ruritania PROPN 4 obj";
  Purposes told(rows);
  told.claim("Ministers", "threatened", RelationType::kThreaten, "Ministers").claim("Ministers", "sanction", RelationType::kSanction, "Ruritania", "gpe:ruritania").add();
  REQUIRE(told.claims.size() == 3);
  CHECK(told.claims[1].modality == Modality::kPossible);
  CHECK(told.claims[2].type == RelationType::kThreaten);
  CHECK(told.claims[2].object.entity == EntityKey("gpe:ruritania"));
  // What somebody else does is not what is threatened.
  Purposes other(rows);
  other.claim("Ministers", "threatened", RelationType::kThreaten, "Ministers").claim("Ruritania", "sanction", RelationType::kSanction, "Ministers", "org:x").add();
  CHECK(other.claims.size() == 2);
  CHECK(other.claims[1].modality == Modality::kFact);
}
