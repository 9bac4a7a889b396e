#include "extract/claims/repair_english.h"

#include <catch2/catch.hpp>

#include "tests/extract/claims/testing.h"

using isnad::claims::testing::claims_of;
using isnad::claims::testing::joined;

TEST_CASE("repair: who follows a verb of saying that has its words before it is the speaker", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Rebels rebel NOUN 2 nsubj
took take VERB 5 ccomp
Aleppo Aleppo PROPN 2 obj
, , PUNCT 5 punct
said say VERB 0 root
Peskov Peskov PROPN 5 obj
)");
  CHECK_CLAIM(claims, "Rebels | took | Aleppo @Peskov");
}

TEST_CASE("repair: a source that no comma sets off is the source of the sentence", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Troops troops NOUN 2 nsubj
left leave VERB 0 root
the the DET 4 det
town town NOUN 2 obj
a a DET 6 det
group group NOUN 7 nsubj
said say VERB 4 acl VerbForm=Fin
)");
  CHECK_CLAIM(claims, "Troops | left | the town @a group");
}

TEST_CASE("repair: what is said without that has its own subject", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Activists activist NOUN 2 nsubj
said say VERB 0 root
insurgents insurgent NOUN 2 obj
took take VERB 3 acl VerbForm=Fin
the the DET 6 det
hill hill NOUN 4 obj
)");
  CHECK_CLAIM(claims, "insurgents | took | the hill @Activists");
  CHECK_NO_CLAIM(claims, "Activists | said | insurgents");
}

TEST_CASE("repair: who speaks goes on speaking behind a relative clause", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Jordan Jordan PROPN 2 nsubj
condemned condemn VERB 0 root
the the DET 4 det
raids raid NOUN 2 obj
militias militia NOUN 6 nsubj
carry carry VERB 4 acl:relcl VerbForm=Fin
stressing stress VERB 6 advcl VerbForm=Part|Tense=Pres
that that SCONJ 10 mark
civilians civilian NOUN 10 nsubj
need need VERB 7 ccomp
help help NOUN 10 obj
)");
  CHECK_CLAIM(claims, "civilians | need | help @Jordan");
}

TEST_CASE("quotations: a mark that nobody closes ends with its sentence", "[extract][claims][attribution]") {
  const auto claims = claims_of("en", R"(Jordan Jordan PROPN 2 nsubj
said say VERB 0 root
" " PUNCT 5 punct
rebels rebel NOUN 5 nsubj
took take VERB 2 ccomp
Homs Homs PROPN 5 obj

Troops troops NOUN 2 nsubj
left leave VERB 0 root
Aleppo Aleppo PROPN 2 obj
)");
  CHECK_CLAIM(claims, "rebels | took | Homs @Jordan");
  CHECK_CLAIM(claims, "Troops | left | Aleppo");
}

TEST_CASE("repair: an office and the name right behind it are one subject", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(coach coach NOUN 3 nsubj
Tony Tony PROPN 3 nsubj
won win VERB 0 root
the the DET 5 det
cup cup NOUN 3 obj
)");
  CHECK_CLAIM(claims, "coach Tony | won | the cup");
  CHECK_NO_CLAIM(claims, "coach | won | the cup");
}

TEST_CASE("english: the place in a name of a place is no further party", "[extract][claims]") {
  const auto claims = claims_of("en", R"(Troops troops NOUN 2 nsubj
took take VERB 0 root
the the DET 4 det
town town NOUN 2 obj
of of ADP 6 case
Atareb Atareb PROPN 4 nmod
)");
  CHECK_CLAIM(claims, "Troops | took | the town of Atareb");
  CHECK(claims.size() == 1);
}

TEST_CASE("repair: what an attack is on is no place where its victims were", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Six six NUM 4 nsubj:pass
were be AUX 4 aux:pass
not not PART 4 advmod
killed kill VERB 0 root
in in ADP 6 case
airstrikes airstrike NOUN 4 obl
on on ADP 8 case
Atareb Atareb PROPN 4 obl
on on ADP 10 case
Saturday Saturday NOUN 4 obl
)");
  CHECK_NO_CLAIM(claims, "Six | were not killed on | Atareb !");
  CHECK_CLAIM(claims, "Six | were not killed in airstrikes on | Atareb !");
}

TEST_CASE("repair: what is done to a place stays with its verb", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Jets jet NOUN 2 nsubj
fired fire VERB 0 root
in in ADP 5 case
the the DET 5 det
morning morning NOUN 2 obl
on on ADP 7 case
Atareb Atareb PROPN 2 obl
)");
  CHECK_CLAIM(claims, "Jets | fired on | Atareb");
}

TEST_CASE("repair: the two sides between whom something goes on", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Clashes clash NOUN 2 nsubj
resumed resume VERB 0 root
between between ADP 4 case
soldiers soldier NOUN 2 obl
and and CCONJ 6 cc
rebels rebel NOUN 4 conj
)");
  CHECK_CLAIM(claims, "soldiers | Clashes | rebels");
}

TEST_CASE("repair: the first of two subjects of a late verb of saying is of what is said", "[extract][claims][repair]") {
  const auto claims = claims_of("en", R"(Forces force NOUN 7 nsubj
have have AUX 7 aux
tortured torture VERB 7 ccomp
refugees refugee NOUN 3 obj
, , PUNCT 6 punct
HRW HRW PROPN 7 nsubj
said say VERB 0 root
)");
  CHECK_CLAIM(claims, "Forces | have tortured | refugees @HRW");
  CHECK_NO_CLAIM(claims, "Forces | have said | tortured refugees");
}
