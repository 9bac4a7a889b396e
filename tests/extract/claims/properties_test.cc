#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>

#include "extract/claims/claim_extractor.h"
#include "tests/extract/claims/testing.h"

using namespace isnad;
using namespace isnad::claims;

namespace {

/// A sentence of random words, tags and labels in a random tree, now and then a broken one.
std::string random_tree(std::mt19937& random, bool arabic) {
  constexpr std::array kTags = {"VERB", "NOUN", "PROPN", "ADJ",   "PRON",  "ADP", "AUX",
                                "PART", "NUM",  "SCONJ", "CCONJ", "PUNCT", "ADV", "DET"};
  constexpr std::array kLabels = {"nsubj", "obj",   "obl",    "nmod",      "amod",  "conj",  "cc",        "case",       "ccomp",
                                  "xcomp", "advcl", "acl",    "acl:relcl", "appos", "flat",  "parataxis", "nsubj:pass", "aux",
                                  "cop",   "mark",  "advmod", "fixed",     "det",   "punct", "csubj"};
  constexpr std::array kArabic = {"قال", "أعلن", "روسيا", "هجوم", "على", "لم", "تم", "من",      "رئيس",
                                  "هدد", "قصف",  "التي",  "ه",    "إذا", "\"", ":",  "المدينة", "يمكن"};
  constexpr std::array kEnglish = {"said", "attack", "Russia", "on", "not",  "who",  "it", "president",
                                   "of",   "tried",  "\"",     ":",  "will", "city", "by", "was"};
  const auto pick = [&](const auto& list) { return std::string(list[random() % list.size()]); };
  const int n = 1 + static_cast<int>(random() % 14);
  std::string out;
  for (int i = 0; i < n; ++i) {
    const std::string form = arabic ? pick(kArabic) : pick(kEnglish);
    const bool glue = random() % 4 == 0;
    const int head = random() % 20 == 0 ? n + 5 : static_cast<int>(random() % static_cast<unsigned>(n + 1));
    out += form + (glue ? "+ " : " ") + form + " " + pick(kTags) + " " + std::to_string(head) + " " + pick(kLabels) + "\n";
  }
  return out;
}

void check_slot(const Slot& slot, const Document& document) {
  std::string text;
  std::uint32_t end = 0;
  bool first = true;
  for (const Span span : slot.spans) {
    REQUIRE_FALSE(span.empty());
    REQUIRE(span.end <= document.text.size());
    if (!first) REQUIRE(span.begin > end);
    end = span.end;
    if (!first) text += ' ';
    text += span.of(document.text);
    first = false;
  }
  REQUIRE(text == slot.text);
  REQUIRE(slot.head.end <= document.text.size());
}

}  // namespace

TEST_CASE("claims: any tree gives well-formed claims", "[extract][claims]") {
  const ClaimExtractor extractor({.least_confidence = 0.0F});
  std::mt19937 random(20260211);
  for (int round = 0; round < 4000; ++round) {
    const bool arabic = round % 2 == 0;
    std::string trees;
    const int sentences = 1 + static_cast<int>(random() % 3);
    for (int i = 0; i < sentences; ++i) trees += random_tree(random, arabic) + "\n";
    const auto parsed = testing::parse(arabic ? "ar" : "en", trees);
    const auto claims = extractor.extract(parsed.document, parsed.sentences);
    std::set<std::string> ids;
    std::uint32_t last = 0;
    INFO(trees);
    for (const Claim& claim : claims) {
      check_slot(claim.subject, parsed.document);
      check_slot(claim.relation, parsed.document);
      check_slot(claim.object, parsed.document);
      for (const auto& link : claim.attribution) check_slot(link.speaker, parsed.document);
      REQUIRE(claim.sentence < parsed.sentences.size());
      REQUIRE(claim.sentence >= last);
      last = claim.sentence;
      const Span sentence = parsed.sentences[claim.sentence].span;
      for (const Span span : claim.relation.spans) REQUIRE(sentence.contains(span));
      if (!claim.object.elided) {
        for (const Span span : claim.object.spans) REQUIRE(span.end <= sentence.end);
      }
      REQUIRE(claim.confidence > 0.0F);
      REQUIRE(claim.confidence <= 1.0F);
      REQUIRE_FALSE(claim.rule.empty());
      REQUIRE_FALSE(claim.relation_lemma.empty());
      REQUIRE(ids.insert(claim.id.str()).second);
    }
    const auto again = extractor.extract(parsed.document, parsed.sentences);
    REQUIRE(again.size() == claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) REQUIRE(again[i].object.text == claims[i].object.text);
  }
}

TEST_CASE("claims: no sentence, no words, no tree", "[extract][claims]") {
  const ClaimExtractor extractor;
  CHECK(extractor.extract({}, {}).empty());
  CHECK(extractor.extract({}, {conllu::Sentence{}}).empty());
  auto parsed = testing::parse("en", "no no DET -1 _\ntree tree NOUN -1 _\n");
  CHECK(extractor.extract(parsed.document, parsed.sentences).empty());
}

TEST_CASE("claims: the bound of confidence only leaves out", "[extract][claims]") {
  const auto parsed = testing::parse("ar", R"(قصفت قصف VERB 0 root
الطائرات طائرة NOUN 1 nsubj
القرى قرية NOUN 1 obj
في في ADP 5 case
الشمال شمال NOUN 1 obl
)");
  const auto all = ClaimExtractor({.least_confidence = 0.0F}).extract(parsed.document, parsed.sentences);
  const auto none = ClaimExtractor({.least_confidence = 1.0F}).extract(parsed.document, parsed.sentences);
  REQUIRE(all.size() == 2);
  CHECK(none.empty());
  const auto usual = ClaimExtractor().extract(parsed.document, parsed.sentences);
  CHECK(usual.size() <= all.size());
}
