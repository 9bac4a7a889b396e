#include "extract/train/agreement.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace isnad;
using train::agreed;

namespace {

conllu::Word word(std::string form, std::string upos, int head, std::string deprel, std::string feats = "") {
  conllu::Word out;
  out.form = std::move(form);
  out.upos = std::move(upos);
  out.head = head;
  out.deprel = std::move(deprel);
  out.feats = std::move(feats);
  return out;
}

conllu::Sentence killed() {
  conllu::Sentence out;
  out.words = {word("قُتل", "VERB", 0, "root", "Aspect=Perf|Voice=Pass"), word("جندي", "NOUN", 1, "nsubj:pass", "Number=Sing"),
               word("في", "ADP", 4, "case"), word("حلب", "PROPN", 1, "obl")};
  return out;
}

conllu::Sentence toured() {
  conllu::Sentence out;
  out.words = {word("زار", "VERB", 0, "root", "Voice=Act"), word("الوزير", "NOUN", 1, "nsubj"), word("حلب", "PROPN", 1, "obj"),
               word("وعاد", "VERB", 1, "conj", "Voice=Act")};
  return out;
}

}  // namespace

TEST_CASE("agreement: what shows the voice teaches it, and the damma goes", "[extract][train]") {
  const auto passive = agreed(killed(), killed(), {});
  REQUIRE(passive.has_value());
  CHECK(passive->word(1).form == "قتل");
  CHECK(passive->word(1).feats == "Voice=Pass");
  CHECK(passive->word(2).feats.empty());
  const auto active = agreed(toured(), toured(), {});
  REQUIRE(active.has_value());
  CHECK(active->word(1).feats == "Voice=Act");
  CHECK(active->word(4).feats.empty());
  CHECK(active->word(4).misc == "Unmarked=Voice");
}

TEST_CASE("agreement: sentences that are seen differently teach nothing", "[extract][train]") {
  conllu::Sentence other = killed();
  other.word(4).head = 2;
  CHECK_FALSE(agreed(killed(), other, {}).has_value());
  CHECK(agreed(killed(), other, {.least = 0.75}).has_value());
  other = killed();
  other.word(2).deprel = "nsubj";
  CHECK(agreed(killed(), other, {.least = 1}).has_value());
}

TEST_CASE("agreement: sentences of no use are left out", "[extract][train]") {
  CHECK_FALSE(agreed(toured(), toured(), {.passives_only = true}).has_value());
  CHECK(agreed(killed(), killed(), {.passives_only = true}).has_value());
  conllu::Sentence brief = killed();
  brief.words.pop_back();
  CHECK_FALSE(agreed(brief, brief, {}).has_value());
  conllu::Sentence nominal = killed();
  nominal.word(1).upos = "NOUN";
  CHECK_FALSE(agreed(nominal, nominal, {}).has_value());
}
