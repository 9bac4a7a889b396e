#include "extract/what/relation_typer.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ranges>
#include <string_view>
#include <utility>

#include "extract/what/date.h"
#include "extract/what/english.h"
#include "extract/what/event_claims.h"
#include "extract/what/event_dates.h"
#include "extract/what/event_reports.h"
#include "extract/what/implied_claims.h"
#include "extract/what/lemma_key.h"
#include "extract/what/own_word.h"
#include "extract/what/purpose_claims.h"
#include "extract/what/relation_lexicon.h"
#include "extract/what/relation_words.h"
#include "extract/what/type_groups.h"
#include "extract/what/word_classes.h"

namespace isnad::what {

namespace {

constexpr std::string_view kIs = "=is";

/// A noun of this type says what is done, also where somebody goes or goes away.
bool tells_deed(RelationType type) { return is_deed(type) || type == RelationType::kRetreat; }

/// مطرود، مدعوم: a participle of what was done to the subject, by its shape.
bool is_passive_participle(std::string_view lemma) {
  constexpr std::size_t kLetter = 2;
  const std::string key = lemma_key(lemma);
  const std::string_view word = std::string_view(key).substr(0, key.find(' '));
  return word.size() == 5 * kLetter && word.starts_with("م") && word.substr(3 * kLetter, kLetter) == "و";
}

/// Posts that nobody holds in a party.
bool is_post_of_state(std::string_view lemma) {
  for (const std::string_view word : {"minister", "Minister", "PM", "MP", "senator", "Senator", "congressman", "mayor", "Mayor", "chancellor",
                                      "Chancellor", "governor", "Governor", "lawmaker", "candidate", "وزير", "نائب", "سيناتور", "مرشح", "عمدة"}) {
    if (lemma.find(word) != std::string_view::npos) return true;
  }
  return false;
}

/// The kind of word that a claim's rule builds it on.
std::optional<WordKind> kind_of(const Claim& claim) {
  if (claim.rule.starts_with("verb")) return WordKind::kVerb;
  if (claim.rule.starts_with("noun") || claim.rule.starts_with("title")) return WordKind::kNoun;
  if (claim.rule.starts_with("participle") || claim.rule.starts_with("modifier")) return WordKind::kAdjective;
  return std::nullopt;
}

/// The verb of the text itself; of nouns what the lexicon says.
std::string english_label(const RelationLexicon::Match& match) {
  return match.kind == WordKind::kVerb && !match.entry->reversed ? third_person(match.form) : match.entry->gloss_en;
}

std::string with_preposition(std::string gloss, std::string_view preposition) {
  const bool single = !preposition.empty() && preposition.find(' ') == std::string_view::npos;
  return single ? gloss + " " + std::string(preposition) : gloss;
}

}  // namespace

struct RelationTyper::Impl {
  WordClasses classes;
  RelationLexicon lexicon{classes};
  EventClaims events{classes};
  PurposeClaims purposes{classes};
  ImpliedClaims implied{lexicon};
  EventReports reports{classes};
  DateFinder dates;
  /// What nobody can be in.
  ClassSet nowhere = classes.bit("person") | classes.bit("people") | classes.bit("thing") | classes.bit("accord");
  /// Whom somebody may work for or be of.
  ClassSet holder = classes.bit("polity") | classes.bit("org");

  void type_one(const Document& document, Claim& claim, ClassSet others) const;
  void type_profession(Claim& claim, const std::string& lang, const Arguments& arguments) const;
  void type_identity(Claim& claim, const std::string& lang, const Arguments& arguments) const;
  void go_to_meetings(const Claim& meeting, const std::vector<std::size_t>& members, std::vector<Claim>& claims, const Document& document) const;
  void share_type(const Document& document, const std::vector<std::size_t>& members, std::vector<Claim>& claims) const;
  [[nodiscard]] ClassSet classes_of_relation(const Claim& claim) const;
  [[nodiscard]] bool attacks_on(const std::string& words_of_relation, const RelationEntry& entry, const Arguments& arguments) const;
  [[nodiscard]] RelationLexicon::Match carried_by_object(const Document& document, const Claim& claim, const std::string& lemma,
                                                         const std::string& lang, const Arguments& arguments,
                                                         const RelationLexicon::Match& match) const;
};

RelationTyper::RelationTyper() : impl_(std::make_unique<Impl>()) {}
RelationTyper::~RelationTyper() = default;

ClassSet RelationTyper::Impl::classes_of_relation(const Claim& claim) const {
  ClassSet out = 0;
  for (const std::string& text : {claim.relation_lemma, claim.relation.text}) {
    const auto words = key_words(text);
    for (std::size_t i = 1; i < words.size(); ++i) out |= classes.of_word(words[i]);
  }
  return out;
}

/// A copula or apposition says what its noun says: `X هو رئيس تركيا`.
void RelationTyper::Impl::type_identity(Claim& claim, const std::string& lang, const Arguments& arguments) const {
  // He is in the capital.
  const RelationLexicon::Match where = lexicon.find(claim.relation.text, lang, arguments);
  if (!claim.relation.text.empty() && where.entry != nullptr && where.entry->type == RelationType::kLocated &&
      where.kind == WordKind::kAdjective) {
    claim.type = RelationType::kLocated;
    claim.label_en = where.entry->gloss_en;
    claim.label_ar = where.entry->gloss_ar;
    return;
  }
  // Atlanta, United States: a place beside a country lies there.
  const ClassSet place = classes.bit("place");
  if (claim.rule.starts_with("apposition") && claim.subject.entity && claim.object.entity && (arguments.subject & place) != 0 &&
      (arguments.object & classes.bit("polity")) != 0 && (arguments.subject & classes.bit("person")) == 0) {
    claim.type = RelationType::kLocated;
    claim.label_en = info(claim.type).label_en;
    claim.label_ar = info(claim.type).label_ar;
    return;
  }
  const RelationEntry* entry = lexicon.find_noun(claim.object.text, lang, arguments);
  // What somebody is called is no deed: `the blast was an attack on us`.
  if (entry != nullptr && is_deed(entry->type)) entry = nullptr;
  claim.type = entry == nullptr ? RelationType::kOther : entry->type;
  claim.label_en = entry == nullptr ? "is" : entry->gloss_en;
  claim.label_ar = entry == nullptr ? "هو" : entry->gloss_ar;
  claim.subject_is_source = entry == nullptr || !entry->reversed;
}

/// `القس الأمريكي فلان`, `الأمين العام للأمم المتحدة`: people of a country belong to it, people of an organisation serve it.
void RelationTyper::Impl::type_profession(Claim& claim, const std::string& lang, const Arguments& arguments) const {
  claim.type = (arguments.object & classes.bit("polity")) != 0 ? RelationType::kMember : RelationType::kRole;
  claim.label_en = lang == "en" ? claim.relation_lemma : std::string(info(claim.type).label_en);
  claim.label_ar = lang == "ar" ? claim.relation_lemma : std::string(info(claim.type).label_ar);
  claim.subject_is_source = true;
}

/// `finished the bombing of`, `intensified shelling on`: a deed of no type of its own, an attack, and whom it is on.
bool RelationTyper::Impl::attacks_on(const std::string& words_of_relation, const RelationEntry& entry,
                                     const Arguments& arguments) const {
  if (entry.type != RelationType::kOther || (arguments.subject & classes.bit("attack")) != 0) return false;
  const auto words = key_words(lemma_key(words_of_relation));
  if (words.size() < 3) return false;
  constexpr std::array<std::string_view, 6> kUpon = {"on", "against", "upon", "at", "علي", "ضد"};
  if (std::find(kUpon.begin(), kUpon.end(), words.back()) == kUpon.end()) return false;
  return std::any_of(words.begin() + 1, words.end() - 1,
                     [&](const std::string& word) { return (classes.of_word(word) & classes.bit("attack")) != 0; });
}

/// `نفذت عمليات انتحارية`, `أسفر عن مقتل`, `lifted a state of emergency`: of a light verb its object's noun says what is done, of others
/// a row of the table for verb and noun together.
RelationLexicon::Match RelationTyper::Impl::carried_by_object(const Document& document, const Claim& claim, const std::string& lemma,
                                                              const std::string& lang, const Arguments& arguments,
                                                              const RelationLexicon::Match& match) const {
  if (claim.object.head.empty() || (match.entry == nullptr && lang == "ar")) return {};
  const bool light = match.entry != nullptr && (match.entry->light || match.entry->auxiliary);
  const std::string head(claim.object.head.of(document.text));
  // The noun with the word that goes with it: عمليات انتحارية, mediation efforts.
  std::string pair;
  if (const std::size_t at = claim.object.text.find(head); at != std::string::npos && !head.empty()) {
    if (lang == "ar") {
      const std::size_t begin = std::min(claim.object.text.size(), at + head.size() + 1);
      pair = claim.object.text.substr(begin, claim.object.text.find(' ', begin) - begin);
    } else if (at > 1) {
      const std::size_t begin = claim.object.text.rfind(' ', at - 2);
      pair = claim.object.text.substr(begin == std::string::npos ? 0 : begin + 1, at - 1 - (begin == std::string::npos ? 0 : begin + 1));
    }
  }
  // تعرض ل + لهجوم: the text writes the preposition and the article with the noun.
  std::string bare = head;
  for (const std::string_view clitic : {"لل", "ل", "ب"}) {
    if (lang == "ar" && bare.starts_with(clitic) && claim.relation_lemma.ends_with(clitic.substr(0, 2))) {
      bare.erase(0, clitic.size());
      break;
    }
  }
  if (lang == "en" && bare.size() > 3 && bare.ends_with('s') && !bare.ends_with("ss")) bare.pop_back();
  std::vector<std::string> nouns = {bare};
  if (const std::size_t of = claim.object.text.find(head + " of "); lang == "en" && of != std::string::npos) {
    const std::size_t begin = of + head.size() + std::string_view(" of ").size();
    nouns.insert(nouns.begin(), bare + " of " + claim.object.text.substr(begin, claim.object.text.find(' ', begin) - begin));
  }
  if (!pair.empty()) nouns.insert(nouns.begin(), lang == "ar" ? bare + " " + pair : pair + " " + bare);
  Arguments behind = arguments;
  behind.kind = std::nullopt;
  for (const std::string& noun : nouns) {
    for (const std::string* before : {&lemma, &match.form}) {
      if (before->empty()) continue;
      RelationLexicon::Match found = lexicon.find(*before + " " + noun, lang, behind);
      if (found.entry == nullptr || found.entry == match.entry || !tells_deed(found.entry->type)) continue;
      if (light) return found;
      const bool idiom = found.kind == WordKind::kVerb && found.form.ends_with(lemma_key(noun)) && found.form.size() > noun.size();
      if (idiom) return found;
    }
  }
  return {};
}

void RelationTyper::Impl::type_one(const Document& document, Claim& claim, ClassSet others) const {
  const std::string lang = language_of(document, claim);
  const Arguments arguments{classes.of_slot(claim.subject, document.text) | classes.means_of(claim.subject, lang == "en"),
                            classes.of_slot(claim.object, document.text) | classes.means_of(claim.object, lang == "en"),
                            others | classes_of_relation(claim), kind_of(claim)};
  if (claim.relation_lemma.empty() || claim.relation_lemma == kIs) {
    type_identity(claim, lang, arguments);
    return;
  }
  const std::string lemma =
      claim.relation_lemma.starts_with("=is ") ? "be " + claim.relation_lemma.substr(4) : claim.relation_lemma;
  RelationLexicon::Match match = lexicon.find(lemma, lang, arguments);
  const RelationLexicon::Match carried = carried_by_object(document, claim, lemma, lang, arguments, match);
  // Of the same type the verb alone says it better of what is signed or lifted.
  if (carried.entry != nullptr && (match.entry == nullptr || carried.entry->type != match.entry->type)) match = carried;
  // Who orders an arrest arrests.
  if (match.entry != nullptr && match.entry->type == RelationType::kRequest && orders(lemma)) {
    // ordered | the arrest of, ordered the arrest of | somebody
    const auto words = key_words(lemma_key(lemma));
    const std::string noun = words.size() > 2 ? words[1] : claim.object.entity ? std::string{} : claim.object.text;
    if (const RelationEntry* deed = noun.empty() ? nullptr : lexicon.find_noun(noun, lang, {}); deed != nullptr && is_hostile(deed->type)) {
      match.entry = deed;
      match.kind = WordKind::kNoun;
      match.rest.clear();
    }
  }
  if (claim.rule.starts_with("title") && (match.entry == nullptr || match.entry->type == RelationType::kOther) &&
      (arguments.object & holder) != 0) {
    type_profession(claim, lang, arguments);
    return;
  }
  if (match.entry == nullptr) {
    claim.type = RelationType::kOther;
    claim.subject_is_source = !match.agent;
    claim.label_en = lang == "ar" ? std::string(info(claim.type).label_en) : third_person(lemma);
    claim.label_ar = lang == "ar" ? claim.relation_lemma : std::string(info(claim.type).label_ar);
    return;
  }
  const RelationEntry& entry = *match.entry;
  claim.type = entry.type;
  // The Labour prime minister is of his party; its leader holds a post in it.
  if (entry.type == RelationType::kRole && claim.rule.starts_with("title") && claim.object.entity &&
      claim.object.entity->str().find("-party") != std::string::npos && is_post_of_state(claim.relation_lemma))
    claim.type = RelationType::kMember;
  claim.label_en = lang == "en" ? with_preposition(english_label(match), match.rest) : entry.gloss_en;
  claim.label_ar = lang == "ar" ? with_preposition(entry.gloss_ar, match.rest) : entry.gloss_ar;
  const bool suffers = !entry.reversed && is_deed(entry.type) &&
                       ((match.kind == WordKind::kNoun && (match.rest == "من" || match.rest == "from")) ||
                        (match.kind == WordKind::kAdjective && is_passive_participle(claim.relation_lemma)));
  claim.subject_is_source = entry.reversed == (match.agent || suffers);
  // Killed in a raid on the town: the raid is no place.
  const bool place = (arguments.object & classes.bit("place")) != 0 && (arguments.object & classes.bit("attack")) == 0;
  std::string_view where = locative(match.rest);
  if (entry.type == RelationType::kOther) {
    const std::string key = lemma_key(lemma);
    if (const std::size_t space = key.rfind(' '); space != std::string::npos)
      where = locative(std::string_view(key).substr(space + 1));
    if (key.ends_with(" ب")) where = {};  // with or by, more often than in: بدأ بدعم روسي
  }
  if (where.empty() && claim.rule.find("nested") != std::string::npos) {
    if (const std::size_t space = match.rest.rfind(' '); space != std::string::npos)
      where = locative(std::string_view(match.rest).substr(space + 1));
  }
  // The bomb went off near the gate: what an attack or a weapon does somewhere it does to what is there.
  const ClassSet means = classes.bit("attack") | classes.bit("weapon");
  const bool strikes_there = entry.strikes_place || (entry.type == RelationType::kAssault && (arguments.subject & means) != 0 &&
                                                     (arguments.subject & classes.bit("actor")) == 0);
  if (attacks_on(lemma, entry, arguments) || attacks_on(claim.relation.text, entry, arguments)) {
    claim.type = RelationType::kAssault;
    claim.subject_is_source = true;
  } else if (!where.empty() && place && may_become_location(entry.type) && !strikes_there) {
    // Who meets others somewhere has gone there.
    const bool meets = entry.type == RelationType::kConsult && (arguments.subject & classes.bit("person")) != 0;
    claim.type = meets ? RelationType::kTravel : RelationType::kLocated;
    if (lang == "ar") claim.label_en = entry.gloss_en + " " + std::string(where);
    claim.subject_is_source = true;
  } else if (claim.type == RelationType::kLocated && !place && match.kind != WordKind::kNoun &&
             (arguments.object & nowhere) != 0) {
    claim.type = RelationType::kOther;
  }
  if (match.modality && claim.modality == Modality::kFact) claim.modality = *match.modality;
  // Met before the summit: that is when, and nothing is done to the summit.
  if (tells_when(claim.relation.text) && (arguments.object & means) == 0) {
    claim.type = RelationType::kOther;
    claim.subject_is_source = true;
  }
}

/// Who holds a meeting somewhere has gone there.
void RelationTyper::Impl::go_to_meetings(const Claim& meeting, const std::vector<std::size_t>& members, std::vector<Claim>& claims,
                                         const Document& document) const {
  if ((classes.of_slot(meeting.subject, document.text) & classes.bit("person")) == 0) return;
  for (const std::size_t i : members) {
    if (claims[i].type == RelationType::kLocated && claims[i].subject.head == meeting.subject.head) claims[i].type = RelationType::kTravel;
  }
}

/// `ended mediation efforts between A and B`: what a verb with its object means holds for whom it is done to, with or against as well.
void RelationTyper::Impl::share_type(const Document& document, const std::vector<std::size_t>& members, std::vector<Claim>& claims) const {
  const ClassSet somebody =
      classes.bit("actor") | classes.bit("org") | classes.bit("armed") | classes.bit("people") | classes.bit("person");
  const auto is_core = [&](const Claim& claim) {
    return claim.rule.find("oblique") == std::string::npos && claim.rule.find("nested") == std::string::npos && !claim.relation.head.empty() &&
           !claim.object.head.empty() && claim.subject_is_source && is_deed(claim.type) && !claim.object.entity &&
           (classes.of_slot(claim.object, document.text) & (somebody | classes.bit("place"))) == 0;
  };
  const auto core = std::find_if(members.begin(), members.end(), [&](std::size_t i) { return is_core(claims[i]); });
  if (core == members.end()) return;
  if (claims[*core].type == RelationType::kConsult) go_to_meetings(claims[*core], members, claims, document);
  constexpr std::array<std::string_view, 14> kParties = {"to",  "with", "against", "between", "among", "on", "for",
                                                         "مع", "ضد",   "علي",     "الي",     "ل",     "بين", "بحق"};
  for (const std::size_t i : members) {
    Claim& claim = claims[i];
    if (i == *core || claim.type != RelationType::kOther || !(claim.subject.head == claims[*core].subject.head)) continue;
    const auto words = key_words(lemma_key(claim.relation.text));
    if (words.size() < 2 || std::find(kParties.begin(), kParties.end(), words.back()) == kParties.end()) continue;
    if (!claim.object.entity && (classes.of_slot(claim.object, document.text) & somebody) == 0) continue;
    claim.type = claims[*core].type;
    claim.subject_is_source = true;
    if (claim.modality == Modality::kFact) claim.modality = claims[*core].modality;
  }
}

void RelationTyper::type(const Document& document, std::vector<Claim>& claims) const {
  // What else the same predicate governs tells its senses apart: `أرسل تعزيزات` and `إلى إدلب` are two claims of one verb.
  const auto predicate = [](const Claim& claim) { return std::pair{claim.sentence, claim.relation.head.begin}; };
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> by_predicate;
  for (std::size_t i = 0; i < claims.size(); ++i) by_predicate[predicate(claims[i])].push_back(i);

  for (std::size_t i = 0; i < claims.size(); ++i) {
    ClassSet others = 0;
    if (!claims[i].relation.head.empty()) {
      for (const std::size_t k : by_predicate[predicate(claims[i])]) {
        if (k != i && claims[k].object.head != claims[i].object.head) {
          others |= impl_->classes.of_slot(claims[k].object, document.text);
        }
      }
    }
    impl_->type_one(document, claims[i], others);
  }
  for (const auto& members : by_predicate | std::views::values) {
    if (members.size() > 1) impl_->share_type(document, members, claims);
  }
  for (Claim& claim : claims) give_word(claim);
  date_events(document, impl_->dates, claims);
}

void RelationTyper::compose_events(const Document& document, const std::vector<conllu::Sentence>& sentences,
                                   std::vector<Claim>& claims) const {
  impl_->events.add(document, sentences, claims);
  impl_->purposes.add(document, sentences, claims);
}

void RelationTyper::mark_mentions(const Document& document, const std::vector<conllu::Sentence>& sentences,
                                  std::vector<Claim>& claims) const {
  impl_->reports.mark(document, sentences, claims);
}

void RelationTyper::imply(const Document& document, const std::vector<conllu::Sentence>& sentences,
                          const std::vector<Mention>& mentions, std::vector<Claim>& claims) const {
  impl_->implied.add(document, sentences, mentions, claims);
}

std::string RelationTyper::gloss(const std::string& lemma, const std::string& lang) const {
  RelationLexicon::Match match = impl_->lexicon.find(lemma, lang, {});
  if (match.entry == nullptr) {
    constexpr ClassSet kAny = ~ClassSet{0};
    match = impl_->lexicon.find(lemma, lang, {kAny, kAny, kAny});
  }
  return match.entry == nullptr ? std::string{} : match.entry->gloss_en;
}

}  // namespace isnad::what
