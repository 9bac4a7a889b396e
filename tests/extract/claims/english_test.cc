#include <catch2/catch.hpp>

#include "tests/extract/claims/testing.h"

using namespace isnad::claims::testing;

TEST_CASE("english: passive with its agent turns round", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(The the DET 2 det
bridge bridge NOUN 4 nsubj:pass
was be AUX 4 aux:pass
destroyed destroy VERB 0 root
by by ADP 7 case
the the DET 7 det
rebels rebel NOUN 4 obl:agent
)");
  CHECK_CLAIM(claims, "the rebels | was destroyed | The bridge");
}

TEST_CASE("english: reported speech, negation, future", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Chile Chile PROPN 2 nsubj
said say VERB 0 root
Peru Peru PROPN 6 nsubj
will will AUX 6 aux
not not PART 6 advmod
sign sign VERB 2 ccomp
the the DET 8 det
treaty treaty NOUN 6 obj
)");
  CHECK_CLAIM(claims, "Chile | said | Peru will not sign the treaty");
  CHECK_CLAIM(claims, "Peru | will not sign | the treaty ! ?future @Chile");
}

TEST_CASE("english: control and raising", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Peru Peru PROPN 2 nsubj
tried try VERB 0 root
to to PART 4 mark
leave leave VERB 2 xcomp
the the DET 6 det
pact pact NOUN 4 obj
)");
  CHECK_CLAIM(claims, "Peru | tried to leave | the pact ?possible");
}

TEST_CASE("english: relative and participial clauses", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(The the DET 2 det
troops troop NOUN 7 nsubj
who who PRON 4 nsubj
took take VERB 2 acl:relcl
the the DET 6 det
port port NOUN 4 obj
left leave VERB 0 root
)");
  CHECK_CLAIM(claims, "The troops | took | the port");
  CHECK_CLAIM(claims, "The troops | left | ");
}

TEST_CASE("english: offices and appositions", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Ana Ana PROPN 8 nsubj
, , PUNCT 4 punct
a a DET 4 det
spokeswoman spokeswoman NOUN 1 appos
for for ADP 6 case
Chile Chile PROPN 4 nmod
, , PUNCT 1 punct
resigned resign VERB 0 root
)");
  CHECK_CLAIM(claims, "Ana | spokeswoman for | Chile");
}

TEST_CASE("english: copula", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Lima Lima PROPN 4 nsubj
is be AUX 4 cop
the the DET 4 det
capital capital NOUN 0 root
of of ADP 6 case
Peru Peru PROPN 4 nmod
)");
  CHECK_CLAIM(claims, "Lima | is | the capital of Peru");
}

TEST_CASE("english: according to", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Chile Chile PROPN 2 nsubj
bought buy VERB 0 root
ships ship NOUN 2 obj
according accord VERB 6 case
to to ADP 4 fixed
Peru Peru PROPN 2 obl
)");
  CHECK_CLAIM(claims, "Chile | bought | ships @Peru");
}

TEST_CASE("english: what hangs on an object, seen from the subject", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Peru Peru PROPN 2 nsubj
signed sign VERB 0 root
a a DET 4 det
treaty treaty NOUN 2 obj
with with ADP 6 case
Chile Chile PROPN 4 nmod
)");
  CHECK_CLAIM(claims, "Peru | signed | a treaty");
  CHECK_CLAIM(claims, "Peru | signed a treaty with | Chile");
}

TEST_CASE("english: obliques are told through the object", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Chile Chile PROPN 2 nsubj
opened open VERB 0 root
its its PRON 4 nmod:poss
border border NOUN 2 obj
on on ADP 6 case
Monday Monday PROPN 2 obl
)");
  CHECK_CLAIM(claims, "Chile | opened its border on | Monday");
}

TEST_CASE("english: a relative clause without pronoun leaves its object out", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(The the DET 2 det
ships ship NOUN 5 nsubj
Peru Peru PROPN 4 nsubj
bought buy VERB 2 acl:relcl
sank sink VERB 0 root
)");
  CHECK_CLAIM(claims, "Peru | bought | The ships");
}

TEST_CASE("english: coordinated participles share their auxiliary", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Lima Lima PROPN 3 nsubj:pass
was be AUX 3 aux:pass
founded found VERB 0 root Tense=Past|VerbForm=Part
and and CCONJ 5 cc
named name VERB 3 conj Tense=Past|VerbForm=Part
after after ADP 8 case
the the DET 8 det
river river NOUN 5 obl
)");
  CHECK_CLAIM(claims, "Lima | was named after | the river");
}

TEST_CASE("english: able to", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Troops troop NOUN 3 nsubj
were be AUX 3 cop
able able ADJ 0 root
to to PART 5 mark
hold hold VERB 3 xcomp
the the DET 7 det
bridge bridge NOUN 5 obj
)");
  CHECK_CLAIM(claims, "Troops | were able to hold | the bridge");
}

TEST_CASE("english: a possessor stays with what it owns", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Peru+ Peru PROPN 3 nmod:poss
's 's PART 1 case
army army NOUN 4 nsubj
took take VERB 0 root
the the DET 6 det
pass pass NOUN 4 obj
)");
  CHECK_CLAIM(claims, "Peru's army | took | the pass");
}

TEST_CASE("english: who has an intent does what it is for, if he does it", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Troops troop NOUN 2 nsubj
attacked attack VERB 0 root
in in ADP 5 case
a a DET 5 det
bid bid NOUN 2 obl
to to PART 7 mark
take take VERB 5 acl VerbForm=Inf
the the DET 9 det
port port NOUN 7 obj
)");
  CHECK_CLAIM(claims, "Troops | take | the port ?possible");
  CHECK_NO_CLAIM(claims, "a bid | take | the port");
}

TEST_CASE("english: whose attempt it is, its agent tells", "[extract][claims][en]") {
  const auto claims = claims_of("en", R"(Attempts attempt NOUN 7 nsubj
by by ADP 3 case
Peru Peru PROPN 1 nmod
to to PART 5 mark
leave leave VERB 1 acl VerbForm=Inf
Lima Lima PROPN 5 obj
failed fail VERB 0 root
)");
  CHECK_CLAIM(claims, "Peru | leave | Lima ?possible");
}
