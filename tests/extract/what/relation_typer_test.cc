#include "extract/what/relation_typer.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

using isnad::Claim;
using isnad::Document;
using isnad::EntityKey;
using isnad::Modality;
using isnad::RelationType;

const isnad::what::RelationTyper& typer() {
  static const isnad::what::RelationTyper instance;
  return instance;
}

/// A claim as the extractor leaves it, without spans.
Claim claim(const std::string& lemma, const std::string& subject, const std::string& object) {
  Claim out;
  out.relation_lemma = lemma;
  out.relation.text = lemma;
  const auto fill = [](isnad::Slot& slot, const std::string& text) {
    if (text.find(':') != std::string::npos) slot.entity = EntityKey(text);
    slot.text = text;
  };
  fill(out.subject, subject);
  fill(out.object, object);
  return out;
}

Claim typed(const std::string& lemma, const std::string& subject, const std::string& object) {
  std::vector<Claim> claims = {claim(lemma, subject, object)};
  typer().type(Document{}, claims);
  return claims.front();
}

RelationType type_of(const std::string& lemma, const std::string& subject, const std::string& object) {
  return typed(lemma, subject, object).type;
}

}  // namespace

TEST_CASE("relation types: one word, its masdar and its participle share a type", "[extract][what]") {
  for (const char* lemma : {"اتهم", "اتهام", "متهم", "اِتَّهَمَ", "accuse", "accuse of"}) {
    INFO(lemma);
    CHECK(type_of(lemma, "gpe:russia", "gpe:turkey") == RelationType::kAccuse);
  }
  CHECK(typed("اتهم", "gpe:russia", "gpe:turkey").label_en == "accuses");
  CHECK(typed("اتهم", "gpe:russia", "gpe:turkey").label_ar == "يتهم");
  CHECK(typed("accuse", "gpe:russia", "gpe:turkey").label_ar == "يتهم");
}

TEST_CASE("relation types: the preposition decides", "[extract][what]") {
  CHECK(type_of("سيطر على", "org:x", "fac:m5") == RelationType::kControl);
  CHECK(type_of("تراجع عن", "gpe:x", "misc:y") == RelationType::kReject);
  CHECK(type_of("عاد إلى", "per:x", "gpe:y") == RelationType::kTravel);
  CHECK(type_of("call for", "gpe:x", "misc:y") == RelationType::kRequest);
  CHECK(type_of("fight for", "per:x", "org:y") == RelationType::kAssault);
  CHECK(type_of("withdraw from", "org:x", "gpe:y") == RelationType::kRetreat);
}

TEST_CASE("relation types: idioms and light verbs mean what their noun means", "[extract][what]") {
  CHECK(type_of("بسط السيطرة على", "org:x", "gpe:y") == RelationType::kControl);
  CHECK(type_of("شن هجوما على", "org:x", "org:y") == RelationType::kAssault);
  CHECK(type_of("قام ب تفجير", "org:x", "fac:y") == RelationType::kAssault);
  CHECK(type_of("أجرى مباحثات مع", "per:x", "per:y") == RelationType::kConsult);
  CHECK(type_of("carry out bombing of", "org:x", "gpe:y") == RelationType::kAssault);
  CHECK(type_of("launch attack on", "org:x", "gpe:y") == RelationType::kAssault);
  CHECK(type_of("ضرب مثلا ب", "per:x", "per:y") == RelationType::kOther);
}

TEST_CASE("relation types: arguments choose the sense", "[extract][what]") {
  CHECK(type_of("ضرب", "org:army", "gpe:idlib") == RelationType::kAssault);
  CHECK(type_of("ضرب", "event:storm", "gpe:idlib") == RelationType::kLocated);
  CHECK(type_of("زار", "per:x", "per:y") == RelationType::kConsult);
  CHECK(type_of("زار", "per:x", "gpe:y") == RelationType::kTravel);
  CHECK(type_of("visit", "per:x", "name:PER:y") == RelationType::kConsult);
  CHECK(type_of("visit", "per:x", "name:GPE:y") == RelationType::kTravel);
  CHECK(type_of("أرسل تعزيزات إلى", "gpe:x", "gpe:y") == RelationType::kMobilize);
  CHECK(type_of("أرسل مساعدات إلى", "gpe:x", "gpe:y") == RelationType::kAid);
  CHECK(type_of("أرسل رسالة إلى", "per:x", "per:y") == RelationType::kConsult);
}

TEST_CASE("relation types: another argument of the same verb chooses its sense", "[extract][what]") {
  std::vector<Claim> claims = {claim("أرسل", "gpe:turkey", "تعزيزات"), claim("أرسل إلى", "gpe:turkey", "gpe:idlib")};
  for (auto& c : claims) c.relation.head = {10, 18};
  claims[0].object.head = {30, 44};
  claims[1].object.head = {50, 58};
  Document document;
  document.text = std::string(30, ' ') + "تعزيزات" + std::string(30, ' ');
  typer().type(document, claims);
  CHECK(claims[1].type == RelationType::kMobilize);
}

TEST_CASE("relation types: a deed in a place is located there", "[extract][what]") {
  CHECK(type_of("قتل في", "per:x", "gpe:y") == RelationType::kLocated);
  CHECK(typed("قتل في", "per:x", "gpe:y").label_en == "kills in");
  CHECK(type_of("قتل في", "per:x", "هجوم") == RelationType::kAssault);
  CHECK(type_of("clash in", "org:x", "loc:y") == RelationType::kLocated);
  CHECK(type_of("مسؤول في", "per:x", "gpe:y") == RelationType::kMember);
  CHECK(type_of("تدخل في", "gpe:x", "gpe:y") == RelationType::kMobilize);
}

TEST_CASE("relation types: titles, ties and identity", "[extract][what]") {
  CHECK(type_of("متحدث باسم", "per:x", "org:kremlin") == RelationType::kRole);
  CHECK(typed("متحدث ب اسم", "per:x", "org:kremlin").label_en == "spokesman of");
  CHECK(type_of("رئيس", "per:x", "gpe:y") == RelationType::kRole);
  CHECK(type_of("رئيسة", "per:x", "gpe:y") == RelationType::kRole);
  CHECK(type_of("spokesman for", "per:x", "org:y") == RelationType::kRole);
  CHECK(type_of("عضو في", "per:x", "org:y") == RelationType::kMember);
  CHECK(type_of("شقيق", "per:x", "per:y") == RelationType::kKin);
  CHECK(type_of("wife of", "per:x", "per:y") == RelationType::kKin);
  CHECK(type_of("عاصمة", "gpe:x", "gpe:y") == RelationType::kLocated);
  CHECK(type_of("=is", "ديمتري بيسكوف", "المتحدث باسم الكرملين") == RelationType::kRole);
  CHECK(type_of("=is", "Dmitry Peskov", "the spokesman for the Kremlin") == RelationType::kRole);
  CHECK(type_of("=is", "الكتاب", "هدية") == RelationType::kOther);
}

TEST_CASE("relation types: passives with an agent and reversed frames run from the object", "[extract][what]") {
  const Claim agent = typed("قتل على يد", "per:x", "org:y");
  CHECK(agent.type == RelationType::kAssault);
  CHECK_FALSE(agent.subject_is_source);
  const Claim backed = typed("مدعوم من", "org:x", "gpe:y");
  CHECK(backed.type == RelationType::kSupport);
  CHECK_FALSE(backed.subject_is_source);
  const Claim suffered = typed("تعرض ل هجوم من", "org:x", "org:y");
  CHECK(suffered.type == RelationType::kAssault);
  CHECK_FALSE(suffered.subject_is_source);
  CHECK_FALSE(typed("kill by", "per:x", "org:y").subject_is_source);
  CHECK(typed("kill", "org:x", "per:y").subject_is_source);
}

TEST_CASE("relation types: auxiliaries leave the type and weaken the modality", "[extract][what]") {
  const Claim tried = typed("حاول اغتيال", "org:x", "per:y");
  CHECK(tried.type == RelationType::kAssault);
  CHECK(tried.modality == Modality::kPossible);
  const Claim planned = typed("plan to visit", "per:x", "gpe:y");
  CHECK(planned.type == RelationType::kTravel);
  CHECK(planned.modality == Modality::kFuture);
  CHECK(typed("واصل قصف", "org:x", "gpe:y").type == RelationType::kAssault);
  CHECK(typed("واصل قصف", "org:x", "gpe:y").modality == Modality::kFact);
}

TEST_CASE("relation types: words that the lexicon lacks are OTHER with a usable label", "[extract][what]") {
  const Claim arabic = typed("تفلسف", "per:x", "org:y");
  CHECK(arabic.type == RelationType::kOther);
  CHECK(arabic.label_en == "relates to");
  CHECK(arabic.label_ar == "تفلسف");
  const Claim english = typed("philosophise about", "per:x", "org:y");
  CHECK(english.type == RelationType::kOther);
  CHECK(english.label_en == "philosophises about");
  CHECK(typed("قال", "per:x", "org:y").label_en == "says");
  CHECK(typer().gloss("اتهم", "ar") == "accuses");
  CHECK(typer().gloss("تفلسف", "ar").empty());
}

TEST_CASE("relation types: lemmas that a tagger left inflected still find their word", "[extract][what]") {
  for (const char* lemma : {"سنضرب", "تهاجم", "استول على", "وقعت مع", "رسل إلى"}) {
    INFO(lemma);
    CHECK_FALSE(typed(lemma, "org:x", "gpe:y").label_en == "relates to");
  }
  CHECK(type_of("استول على", "org:x", "gpe:y") == RelationType::kControl);
  CHECK(type_of("committ massacre in", "org:x", "gpe:y") == RelationType::kAssault);
}

TEST_CASE("relation types: who suffers it", "[extract][what]") {
  const Claim expelled = typed("مطرود من", "norp:workers", "gpe:y");
  CHECK(expelled.type == RelationType::kCoerce);
  CHECK_FALSE(expelled.subject_is_source);
  std::vector<Claim> support = {claim("دعم من", "org:army", "org:coalition")};
  support.front().rule = "noun";
  typer().type(Document{}, support);
  CHECK(support.front().type == RelationType::kSupport);
  CHECK_FALSE(support.front().subject_is_source);
}

TEST_CASE("relation types: a title that the lexicon lacks is still one", "[extract][what]") {
  std::vector<Claim> claims = {claim("خزاف", "per:x", "gpe:y"), claim("خزاف", "per:x", "org:y"),
                               claim("خزاف", "per:x", "event:y")};
  for (auto& c : claims) c.rule = "title";
  typer().type(Document{}, claims);
  CHECK(claims[0].type == RelationType::kMember);
  CHECK(claims[0].label_ar == "خزاف");
  CHECK(claims[1].type == RelationType::kRole);
  CHECK(claims[2].type == RelationType::kOther);
}

TEST_CASE("relation types: one spelling, two words: the rule tells which", "[extract][what]") {
  std::vector<Claim> claims = {claim("حاكم", "per:x", "gpe:y"), claim("حاكم", "org:court", "per:y")};
  claims[0].rule = "title";
  claims[1].rule = "verb";
  typer().type(Document{}, claims);
  CHECK(claims[0].type == RelationType::kRole);
  CHECK(claims[1].type == RelationType::kAccuse);
}

TEST_CASE("relation types: a predicate in a place", "[extract][what]") {
  Claim is = claim("=is", "per:x", "gpe:y");
  is.relation.text = "في";
  std::vector<Claim> claims = {is};
  typer().type(Document{}, claims);
  CHECK(claims.front().type == RelationType::kLocated);
}

TEST_CASE("relation types: an attack on a place is no deed in it", "[extract][what]") {
  CHECK(type_of("انفجر قرب", "سيارة مفخخة", "gpe:baghdad") == RelationType::kAssault);
  CHECK(type_of("فجر في", "per:x", "gpe:baghdad") == RelationType::kAssault);
  CHECK(type_of("قتل في", "per:x", "gpe:baghdad") == RelationType::kLocated);
  CHECK(type_of("explode near", "a bomb", "fac:embassy") == RelationType::kAssault);
}

TEST_CASE("relation types: a strike that its country stands for is a strike", "[extract][what]") {
  Claim killed = claim("قتل في", "مسلحين", "غارة اميركية");
  killed.object.entity = EntityKey("gpe:united-states");
  std::vector<Claim> claims = {killed};
  typer().type(Document{}, claims);
  CHECK(claims.front().type == RelationType::kAssault);
  CHECK_FALSE(claims.front().subject_is_source);
  CHECK(type_of("نجا من", "per:x", "محاولة اغتيال") == RelationType::kAssault);
}

TEST_CASE("relation types: what is left behind is no journey", "[extract][what]") {
  CHECK(type_of("leave", "per:x", "gpe:turkey") == RelationType::kTravel);
  CHECK(type_of("leave", "org:x", "dozens of casualties") == RelationType::kOther);
  CHECK(type_of("bear", "org:x", "responsibility") == RelationType::kOther);
}

TEST_CASE("relation types: a place beside a country lies there", "[extract][what]") {
  Claim beside = claim("=is", "gpe:dubai", "gpe:united-arab-emirates");
  beside.rule = "apposition";
  std::vector<Claim> claims = {beside};
  typer().type(Document{}, claims);
  CHECK(claims.front().type == RelationType::kLocated);
}

namespace {

/// A claim of one's own about what one will do.
Claim promised(const std::string& lemma, const std::string& speaker) {
  Claim out = claim(lemma, "gpe:ruritania", "gpe:graustark");
  out.relation.text = "will " + lemma;
  out.modality = Modality::kFuture;
  isnad::Attribution said;
  said.speaker.text = speaker;
  said.speaker.entity = EntityKey(speaker);
  out.attribution.push_back(said);
  return out;
}

}  // namespace

TEST_CASE("relation types: who says that he will do it gives his word or threatens", "[extract][what]") {
  std::vector<Claim> claims = {promised("aid", "gpe:ruritania"), promised("bomb", "gpe:ruritania"), promised("bomb", "per:somebody")};
  typer().type(Document{}, claims);
  CHECK(claims[0].type == RelationType::kAgree);
  CHECK(claims[1].type == RelationType::kThreaten);
  CHECK(claims[2].type == RelationType::kAssault);
  // A mere purpose is no promise: `to bomb them`.
  claims = {promised("bomb", "gpe:ruritania")};
  claims.front().relation.text = "bomb";
  typer().type(Document{}, claims);
  CHECK(claims.front().type == RelationType::kAssault);
}

TEST_CASE("relation types: a word that has a type of its own keeps it where it is an auxiliary too", "[extract][what]") {
  CHECK(type_of("decide bomb", "gpe:ruritania", "gpe:graustark") == RelationType::kAssault);
  CHECK(type_of("promise", "gpe:ruritania", "gpe:graustark") == RelationType::kAgree);
}

TEST_CASE("relation types: verb and object mean something together, also for whom it is done with", "[extract][what]") {
  Document document;
  document.text = "Ruritania ended mediation efforts between Graustark and Edelweiss";
  const auto part = [&](const std::string& words) {
    isnad::Slot slot;
    slot.text = words;
    const auto at = static_cast<std::uint32_t>(document.text.find(words));
    slot.head = {at, at + static_cast<std::uint32_t>(words.size())};
    slot.spans = {slot.head};
    return slot;
  };
  Claim ended;
  ended.subject = part("Ruritania");
  ended.relation = part("ended");
  ended.relation_lemma = "end";
  ended.object = part("mediation efforts");
  ended.object.head = part("efforts").head;
  ended.rule = "verb";
  Claim between = ended;
  between.relation.text = "ended mediation efforts between";
  between.relation_lemma = "end effort between";
  between.object = part("Graustark");
  between.object.entity = EntityKey("gpe:graustark");
  between.rule = "verb-nested";
  std::vector<Claim> claims = {ended, between};
  typer().type(document, claims);
  CHECK(claims[0].type == RelationType::kSanction);
  CHECK(claims[1].type == RelationType::kSanction);
}

TEST_CASE("relation types: who orders an arrest arrests", "[extract][what]") {
  CHECK(type_of("أمر ب", "org:court", "حبس فلان") == RelationType::kCoerce);
  CHECK(type_of("order", "org:court", "the arrest") == RelationType::kCoerce);
  CHECK(type_of("order arrest of", "org:court", "per:somebody") == RelationType::kCoerce);
  CHECK(type_of("order", "org:court", "a review") == RelationType::kRequest);
}

TEST_CASE("relation types: when something is done is not to whom", "[extract][what]") {
  CHECK(type_of("التقى قبل", "per:x", "event:summit") == RelationType::kOther);
  CHECK(type_of("meet before", "per:x", "event:summit") == RelationType::kOther);
  CHECK(type_of("قتل خلال", "per:x", "هجوم") == RelationType::kAssault);
  CHECK(type_of("اتهم من قبل", "gpe:turkey", "gpe:russia") == RelationType::kAccuse);
}

TEST_CASE("relation types: protests by what is gone to and seen", "[extract][what]") {
  CHECK(type_of("خرج في", "المئات", "مسيرة حاشدة") == RelationType::kProtest);
  CHECK(type_of("شهد", "gpe:basra", "مظاهرات") == RelationType::kProtest);
  CHECK(type_of("شهد", "gpe:basra", "انتخابات") == RelationType::kLocated);
  CHECK(type_of("فرق", "org:police", "متظاهرين") == RelationType::kCoerce);
}
