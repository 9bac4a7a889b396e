#include "extract/what/event_reports.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/extract/what/told.h"

using namespace isnad;
using namespace isnad::what;

namespace {

const WordClasses& classes() {
  static const WordClasses instance;
  return instance;
}

/// One sentence, a word a line: `form lemma upos head deprel [feats]`, and a claim on the words named.
struct Report : testing::Told {
  Claim claim;

  Report(const std::string& lang, const std::string& rows) : Told(lang, rows, true) {
    claim.type = RelationType::kAssault;
    claim.rule = "verb";
  }

  Report& says(const std::string& subject, const std::string& relation, const std::string& object) {
    claim.subject = slot(subject);
    claim.relation = slot(relation);
    claim.object = slot(object);
    return *this;
  }

  [[nodiscard]] double value(const std::string& name) const {
    const auto features = report_features(document, claim, sentences.front(), classes());
    const auto found = std::find_if(features.begin(), features.end(), [&](const auto& feature) { return feature.first == name; });
    return found == features.end() ? 0 : found->second;
  }

  [[nodiscard]] Claim marked() const {
    static const EventReports reports(classes());
    std::vector<Claim> claims = {claim};
    reports.mark(document, sentences, claims);
    return claims.front();
  }
};

Report report() {
  return Report("ar", "قتل قتل VERB 0 root Aspect=Perf|Voice=Pass\n20 20 NUM 3 nummod\nشخصا شخص NOUN 1 nsubj\nفي في ADP 5 case\nهجوم هجوم NOUN 1 obl\n"
                    "بسيارة سيارة NOUN 5 nmod\nمفخخة مفخخ ADJ 6 amod\nوسط وسط NOUN 1 obl\nبغداد بغداد PROPN 8 nmod")
      .says("شخصا", "قتل", "هجوم");
}

Report background() {
  return Report("ar", "أدان أدان VERB 0 root Aspect=Perf\nالمجلس مجلس NOUN 1 nsubj\nالنظام نظام NOUN 1 obj\nالذي الذي PRON 5 nsubj\nقتل قتل VERB 3 acl Aspect=Perf|Voice=Act\n"
                    "الأبرياء بريء NOUN 5 obj\nعام عام NOUN 5 obl\n1988 1988 NUM 7 nmod")
      .says("النظام", "قتل", "الأبرياء");
}

}  // namespace

TEST_CASE("reports: what the features say", "[extract][what][reports]") {
  const Report told = background();
  CHECK(told.value("relative") == 1);
  CHECK(told.value("under:acl") == 1);
  CHECK(told.value("sentence:year") == 1);
  CHECK(told.value("subject:definite") == 1);
  CHECK(told.value("form:Voice=Act") == 1);
  CHECK(told.value("lemma:ادان") == 1);
  CHECK(report().value("relative") == 0);
  CHECK(report().value("sentence:digits") == 1);
  CHECK(report().value("object:attack") == 1);
  // Names are no features.
  CHECK(report().value("lemma:بغداد") == 0);
}

TEST_CASE("reports: an attack that is told as news is reported, one in a relative clause about the past only mentioned", "[extract][what][reports]") {
  CHECK_FALSE(is_mentioned(report().marked()));
  const Claim claim = background().marked();
  CHECK(is_mentioned(claim));
  CHECK(claim.rule == "verb-mentioned");
  CHECK(claim.type == RelationType::kAssault);
}

TEST_CASE("reports: other deeds and other languages are not judged", "[extract][what][reports]") {
  Report agreed = background();
  agreed.claim.type = RelationType::kAgree;
  CHECK_FALSE(is_mentioned(agreed.marked()));
  Report english = background();
  english.sentences.front().lang = "en";
  CHECK_FALSE(is_mentioned(english.marked()));
}

TEST_CASE("reports: the general regression knows no words, weapons or attacks", "[extract][what][reports]") {
  CHECK(is_general_feature("under:acl"));
  CHECK(is_general_feature("subject:armed"));
  for (const char* name : {"lemma:قتل", "subject:weapon", "object:attack"}) CHECK_FALSE(is_general_feature(name));
}
