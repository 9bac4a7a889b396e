#include "extract/claims/lexicon.h"

#include <optional>
#include <utility>

#include "extract/claims/fold.h"
#include "extract/data_files.h"
#include "extract/tables/table.h"

namespace isnad::claims {

namespace {

constexpr std::pair<std::string_view, Trait> kClasses[] = {
    {"say", Trait::kSay},
    {"continue", Trait::kContinue},
    {"deny", Trait::kDeny},
    {"accuse", Trait::kAccuse},
    {"cognition", Trait::kCognition},
    {"chain", Trait::kChain},
    {"chain-possible", Trait::kChainPossible},
    {"chain-future", Trait::kChainFuture},
    {"chain-necessary", Trait::kChainNecessary},
    {"chain-denied", Trait::kChainDenied},
    {"request", Trait::kRequest},
    {"ask", Trait::kAsk},
    {"passive", Trait::kPassive},
    {"light", Trait::kLight},
    {"copula", Trait::kCopula},
    {"negation", Trait::kNegation},
    {"negative-noun", Trait::kNegativeNoun},
    {"future", Trait::kFuture},
    {"possible", Trait::kPossible},
    {"condition", Trait::kCondition},
    {"necessary", Trait::kNecessary},
    {"according", Trait::kAccording},
    {"agent", Trait::kAgent},
    {"partitive", Trait::kPartitive},
    {"kind", Trait::kKind},
    {"title", Trait::kTitle},
    {"honorific", Trait::kHonorific},
    {"time", Trait::kTime},
    {"saying", Trait::kSaying},
    {"masculine-place", Trait::kMasculinePlace},
    {"feminine", Trait::kFeminine},
    {"people", Trait::kPeople},
    {"impersonal", Trait::kImpersonal},
    {"relative", Trait::kRelative},
    {"relative-adverb", Trait::kRelativeAdverb},
    {"prepositional", Trait::kPrepositional},
    {"additive", Trait::kAdditive},
    {"locative", Trait::kLocative},
    {"country", Trait::kCountry},
    {"nationality", Trait::kNationality},
    {"backing", Trait::kBacking},
    {"name-link", Trait::kNameLink},
    {"saying-participle", Trait::kSayingParticiple},
    {"subject", Trait::kSubjectEvent},
    {"object", Trait::kObjectEvent},
    {"mutual", Trait::kMutualEvent},
    {"result", Trait::kResultEvent},
    {"intransitive", Trait::kIntransitive},
    {"going-on", Trait::kGoingOn},
    {"circumstance", Trait::kCircumstance},
    {"adverbial", Trait::kAdverbial},
    {"governed", Trait::kGoverned},
    {"through", Trait::kThrough},
    {"bound", Trait::kBound},
};

std::optional<Trait> trait_from(std::string_view name) {
  for (const auto& [label, trait] : kClasses) {
    if (label == name) return trait;
  }
  return std::nullopt;
}

}  // namespace

Lexicon::Lexicon(const std::string& lang) {
  const auto table = [&](const char* name) { return data_file("lexicon/claims/" + std::string(name) + "." + lang + ".tsv"); };
  read(table("verbs"), "verbs", verbs_);
  read(table("events"), "nouns", events_);
  read(table("words"), "words", words_);
}

void Lexicon::read(const std::filesystem::path& path, std::string_view column, Table& table) {
  tables::read_table(path, {"class", column}, [&](const tables::Row& row) {
    const std::optional<Trait> trait = trait_from(row.cells[0]);
    if (!trait) row.fail("no such class: " + std::string(row.cells[0]));
    for (const auto words : tables::alternatives(row.cells[1])) table[fold(words)].add(*trait);
  });
}

bool Lexicon::known(std::string_view key) const { return verbs_.contains(key) || events_.contains(key) || words_.contains(key); }

Traits Lexicon::look_up(const Table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? Traits{} : found->second;
}

}  // namespace isnad::claims
