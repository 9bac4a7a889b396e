#include "extract/what/purpose_claims.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

using namespace isnad;
using namespace isnad::what;

namespace {

/// One sentence, a word a line: `form lemma upos head deprel`.
struct Told {
  Document document;
  std::vector<conllu::Sentence> sentences;
  std::vector<Claim> claims;

  explicit Told(const std::string& rows) {
    document.id = DocumentId("d");
    conllu::Sentence sentence;
    sentence.lang = "en";
    std::istringstream lines(rows);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream fields(line);
      conllu::Word word;
      fields >> word.form >> word.lemma >> word.upos >> word.head >> word.deprel;
      if (!document.text.empty()) document.text += ' ';
      word.span.begin = static_cast<std::uint32_t>(document.text.size());
      document.text += word.form;
      word.span.end = static_cast<std::uint32_t>(document.text.size());
      sentence.words.push_back(word);
    }
    sentences.push_back(sentence);
  }

  [[nodiscard]] Slot slot(const std::string& words, const std::string& key = "") const {
    Slot out;
    out.text = words;
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    out.head = {at, at + static_cast<std::uint32_t>(words.size())};
    out.spans = {out.head};
    if (!key.empty()) out.entity = EntityKey(key);
    return out;
  }

  Told& claim(const std::string& subject, const std::string& relation, RelationType type, const std::string& object,
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

  Told& add() {
    static const WordClasses classes;
    PurposeClaims(classes).add(document, sentences, claims);
    return *this;
  }
};

}  // namespace

TEST_CASE("purposes: whom something is demanded of is whom the protest is against", "[extract][what][purposes]") {
  Told told("Students student NOUN 2 nsubj\nmarched march VERB 0 root\nto to PART 4 mark\ndemand demand VERB 2 advcl\nreforms reform NOUN 4 obj\n"
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
  Told told(rows);
  told.claim("Ministers", "threatened", RelationType::kThreaten, "Ministers").claim("Ministers", "sanction", RelationType::kSanction, "Ruritania", "gpe:ruritania").add();
  REQUIRE(told.claims.size() == 3);
  CHECK(told.claims[1].modality == Modality::kPossible);
  CHECK(told.claims[2].type == RelationType::kThreaten);
  CHECK(told.claims[2].object.entity == EntityKey("gpe:ruritania"));
  // What somebody else does is not what is threatened.
  Told other(rows);
  other.claim("Ministers", "threatened", RelationType::kThreaten, "Ministers").claim("Ruritania", "sanction", RelationType::kSanction, "Ministers", "org:x").add();
  CHECK(other.claims.size() == 2);
  CHECK(other.claims[1].modality == Modality::kFact);
}
