#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/extract/who/testing.h"

using namespace isnad::who::testing;

TEST_CASE("resolver: English titles, offices and adjectives", "[extract][who][english]") {
  const auto doc = parse(
      "en", {"Turkish ADJ 2 amod\nPresident PROPN 4 compound\nRecep PROPN 4 compound\nErdogan PROPN 5 nsubj\nspoke VERB 0 root",
             "The DET 4 det\nTurkish ADJ 4 amod\nforeign ADJ 4 amod\nminister NOUN 5 nsubj\nspoke VERB 0 root",
             "The DET 2 det\npresident NOUN 3 nsubj\nleft VERB 0 root"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "Erdogan") == "per:recep-tayyip-erdogan");
  CHECK(linked(resolver(), doc, found, "Turkish") == "gpe:turkey");
  CHECK(linked(resolver(), doc, found, "minister") == "per:mevlut-cavusoglu");
  CHECK(linked(resolver(), doc, found, "president") == "per:recep-tayyip-erdogan");
}

TEST_CASE("resolver: English composes actors from adjectives, owners and complements", "[extract][who][english]") {
  const auto doc = parse(
      "en", {"Turkish ADJ 2 amod\nforces NOUN 3 nsubj\nadvanced VERB 0 root",
             "Syrian ADJ 3 amod\nregime NOUN 3 compound\nforces NOUN 4 nsubj\nfled VERB 0 root",
             "Syria PROPN 3 nmod:poss\n's PART 1 case\nopposition NOUN 4 nsubj\nagreed VERB 0 root",
             "the DET 3 det\nRussian ADJ 3 amod\nDefense PROPN 3 compound\nMinistry PROPN 5 nsubj\nsaid VERB 0 root",
             "the DET 2 det\nState PROPN 3 compound\nDepartment PROPN 4 nsubj\ndenied VERB 0 root",
             "the DET 2 det\nMinistry PROPN 6 nsubj\nof ADP 4 case\nDefence PROPN 2 nmod\nof ADP 6 case\nEgypt PROPN 2 nmod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "forces", 0) == "org:armed-forces:turkey");
  CHECK(linked(resolver(), doc, found, "forces", 1) == "org:armed-forces:syria");
  CHECK(linked(resolver(), doc, found, "opposition") == "org:opposition:syria");
  CHECK(linked(resolver(), doc, found, "Ministry", 0) == "org:ministry-of-defence:russia");
  CHECK(linked(resolver(), doc, found, "Department") == "org:ministry-of-foreign-affairs:united-states");
  CHECK(key_of(doc, found, "Ministry of Defence of Egypt") == "org:ministry-of-defence:egypt");
}

TEST_CASE("resolver: capitals decide: US is not us, IS is not is, Turkey is no turkey", "[extract][who][english]") {
  const auto doc = parse("en", {"IS PROPN 2 nsubj\nattacked VERB 0 root\nUS PROPN 4 compound\ntroops NOUN 2 obj",
                                "it PRON 3 nsubj\nis AUX 3 cop\nus PRON 0 root\nturkey NOUN 3 obj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "IS") == "org:islamic-state");
  CHECK(linked(resolver(), doc, found, "troops") == "org:armed-forces:united-states");
  CHECK(linked(resolver(), doc, found, "is").empty());
  CHECK(linked(resolver(), doc, found, "us").empty());
  CHECK(linked(resolver(), doc, found, "turkey").empty());
}

TEST_CASE("resolver: places in English, with what stands beside them", "[extract][who][english]") {
  const auto doc = parse("en", {"They PRON 2 nsubj\nentered VERB 0 root\nIdlib PROPN 4 compound\nprovince NOUN 2 obj\nin ADP 7 "
                                "case\nnorthern ADJ 7 amod\nSyria PROPN 2 obl"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "province") == "gpe:idlib");
  CHECK(linked(resolver(), doc, found, "Syria") == "gpe:syria");
}

TEST_CASE("resolver: name parts and hyphenated articles", "[extract][who][english]") {
  const auto doc =
      parse("en", {"Bashar PROPN 4 nsubj\nal PROPN 1 flat\n- PUNCT 1 punct\nAssad PROPN 1 flat\nleft VERB 0 root",
                   "Matt PROPN 3 nsubj\nTonroe PROPN 1 flat\ndied VERB 0 root", "Tonroe PROPN 2 nsubj\nserved VERB 0 root"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "Assad") == "per:bashar-assad");
  CHECK(linked(resolver(), doc, found, "Bashar") == "per:bashar-assad");
  CHECK(linked(resolver(), doc, found, "Tonroe", 1) == linked(resolver(), doc, found, "Matt"));
  CHECK(linked(resolver(), doc, found, "Matt").starts_with("name:PER:"));
}

TEST_CASE("resolver: both languages meet in one node", "[extract][who]") {
  const auto arabic = parse("ar", {"اتهم VERB 0 root\nالكرملين PROPN 1 nsubj\nتركيا PROPN 1 obj"});
  const auto english = parse("en", {"The DET 2 det\nKremlin PROPN 3 nsubj\naccused VERB 0 root\nTurkey PROPN 3 obj"});
  const auto a = resolver().resolve(arabic.document, arabic.sentences);
  const auto e = resolver().resolve(english.document, english.sentences);
  CHECK(linked(resolver(), arabic, a, "الكرملين") == linked(resolver(), english, e, "Kremlin"));
  CHECK(linked(resolver(), arabic, a, "تركيا") == linked(resolver(), english, e, "Turkey"));
}

TEST_CASE("resolver: the same document gives the same answer, in order", "[extract][who]") {
  const auto doc =
      parse("en", {"Russia PROPN 2 nsubj\naccused VERB 0 root\nTurkey PROPN 2 obj\nin ADP 5 case\nMoscow PROPN 2 obl"});
  const auto first = resolver().resolve(doc.document, doc.sentences);
  const auto second = resolver().resolve(doc.document, doc.sentences);
  CHECK(first.entities == second.entities);
  CHECK(describe(doc, first) == describe(doc, second));
  CHECK(first.heads.size() == first.mentions.size());
  CHECK(std::is_sorted(first.entities.begin(), first.entities.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));
  for (std::size_t i = 1; i < first.mentions.size(); ++i) CHECK(first.mentions[i - 1].span.begin <= first.mentions[i].span.begin);
}

TEST_CASE("resolver: aliases hold what the document says, and no bare adjectives", "[extract][who]") {
  const auto doc =
      parse("ar", {"قال VERB 0 root\nالجانب NOUN 1 nsubj\nالتركي ADJ 2 amod", "ردت VERB 0 root\nتركيا PROPN 1 nsubj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  REQUIRE(found.entities.size() == 1);
  std::uint32_t side = 0;
  std::uint32_t name = 0;
  for (const auto& alias : found.entities[0].aliases) {
    CHECK(alias.name != "التركي");
    CHECK(!alias.key.empty());
    if (alias.name == "الجانب التركي") side = alias.mentions;
    if (alias.name == "تركيا") name = alias.mentions;
  }
  CHECK(side == 1);
  CHECK(name == 1);
}

TEST_CASE("resolver: nothing in, nothing out", "[extract][who]") {
  const auto doc = parse("ar", {});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(found.entities.empty());
  CHECK(found.mentions.empty());
}

TEST_CASE("resolver: lost apostrophes and fused articles", "[extract][who][english]") {
  const auto doc =
      parse("en", {"Syrias PROPN 2 compound\narmy NOUN 3 nsubj\nfled VERB 0 root", "Hamas PROPN 2 nsubj\nagreed VERB 0 root"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "Syrias") == "gpe:syria");
  CHECK(linked(resolver(), doc, found, "army") == "org:armed-forces:syria");
  CHECK(linked(resolver(), doc, found, "Hamas") == "org:hamas");
}

TEST_CASE("resolver: capitals at the start of a sentence make no name", "[extract][who][english]") {
  const auto doc =
      parse("en", {"Dozens PROPN 2 nsubj\ndied VERB 0 root", "Meanwhile PROPN 3 nsubj\nThursday PROPN 3 obl\npassed VERB 0 root",
                   "Bombs PROPN 2 nsubj\nfell VERB 0 root\nand CCONJ 4 cc\nbombs NOUN 2 conj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(describe(doc, found).empty());
}

TEST_CASE("resolver: fighters need no article", "[extract][who][english]") {
  const auto doc = parse("en", {"They PRON 2 nsubj\nkilled VERB 0 root\n100 NUM 4 nummod\nmilitants NOUN 2 obj",
                                "rebels NOUN 2 nsubj\nfled VERB 0 root"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "militants") == "norp:militants");
  CHECK(linked(resolver(), doc, found, "rebels") == "org:opposition");
}

TEST_CASE("resolver: articles that the tokeniser cuts off inside a name", "[extract][who][english]") {
  const auto doc = parse(
      "en",
      {"Hayat PROPN 6 nsubj\nTahrir PROPN 1 flat\nal PROPN 1 flat\n- PUNCT 1 punct\nSham PROPN 1 flat\nadvanced VERB 0 root"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "Hayat") == "org:hayat-tahrir-sham");
  CHECK(linked(resolver(), doc, found, "Sham") == "org:hayat-tahrir-sham");
}

TEST_CASE("resolver: envoys are told apart by where they are sent, leaders by the leading post", "[extract][who][english]") {
  const auto doc = parse("en",
                         {"UN PROPN 2 compound\nenvoy NOUN 5 nsubj\nto ADP 4 case\nSyria PROPN 2 nmod\nspoke VERB 0 root",
                          "the DET 3 det\nTurkish ADJ 3 amod\nleader NOUN 4 nsubj\nspoke VERB 0 root"},
                         "2020-02-12");
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "envoy") == "per:geir-pedersen");
  CHECK(linked(resolver(), doc, found, "leader") == "per:recep-tayyip-erdogan");
}

TEST_CASE("resolver: a headline's capitals make no names", "[extract][who][english]") {
  const auto doc = parse("en", {"Regime PROPN 2 compound\nBombing PROPN 3 nsubj\nKills PROPN 0 root\nNine PROPN 5 "
                                "nummod\nVillagers PROPN 3 obj\nNear PROPN 7 case\nTonroe PROPN 3 obl",
                                "They PRON 2 nsubj\nlived VERB 0 root\nin ADP 4 case\nTonroe PROPN 2 obl"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "Kills").empty());
  CHECK(linked(resolver(), doc, found, "Bombing").empty());
  CHECK(linked(resolver(), doc, found, "Tonroe", 0) == linked(resolver(), doc, found, "Tonroe", 1));
}

TEST_CASE("resolver: whose name comes later, and whom an age means", "[extract][who][english]") {
  const auto doc = parse(
      "en", {"A DET 3 det\nBritish ADJ 3 amod\nsoldier NOUN 6 nsubj:pass\nhas AUX 6 aux\nbeen AUX 6 aux:pass\nnamed VERB 0 root\nas ADP 8 case\n"
             "Sgt PROPN 6 obl\nMatt PROPN 8 flat\nStokes PROPN 9 flat",
             "The DET 6 det\n33 NUM 4 nummod\n- PUNCT 2 punct\nyear NOUN 6 compound\n- PUNCT 4 punct\nold ADJ 7 nsubj\ndied VERB 0 root",
             "Theresa PROPN 3 nsubj\nMay PROPN 1 flat\nspoke VERB 0 root",
             "The DET 6 det\n62 NUM 4 nummod\n- PUNCT 2 punct\nyear NOUN 6 compound\n- PUNCT 4 punct\nold ADJ 7 nsubj\nleft VERB 0 root"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  const std::string stokes = key_of(doc, found, "Matt Stokes");
  REQUIRE(!stokes.empty());
  CHECK(linked(resolver(), doc, found, "soldier") == stokes);
  CHECK(linked(resolver(), doc, found, "old", 0) == stokes);
  // A statesman is not called by his age.
  CHECK(linked(resolver(), doc, found, "old", 1) == stokes);
}

TEST_CASE("resolver: an active verb introduces nobody", "[extract][who][english]") {
  const auto doc = parse("en", {"A DET 3 det\nBritish ADJ 3 amod\nsoldier NOUN 4 nsubj\nnamed VERB 0 root\nhis PRON 6 nmod:poss\nson NOUN 4 obj\nas ADP 8 case\n"
                                "Sgt PROPN 4 obl\nMatt PROPN 8 flat\nStokes PROPN 9 flat"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "soldier") != key_of(doc, found, "Matt Stokes"));
}
