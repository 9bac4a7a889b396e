#include "graph/render/words.h"

#include <array>
#include <utility>

namespace isnad::render {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 5> kFamilies = {{{"تعاون", "cooperation"},
                                            {"صراع", "conflict"},
                                            {"سيطرة", "control"},
                                            {"منصب أو انتماء أو مكان", "post, membership, place"},
                                            {"علاقة أخرى", "other"}}};

constexpr std::array<Pair, 8> kTypes = {{{"شخص", "person"},
                                         {"منظمة", "organisation"},
                                         {"دولة أو مدينة", "country or city"},
                                         {"مكان", "place"},
                                         {"منشأة أو طريق", "facility or road"},
                                         {"جماعة", "people"},
                                         {"حدث", "event"},
                                         {"غير ذلك", "other"}}};

constexpr std::array<Pair, 12> kMonths = {{{"يناير", "January"},
                                           {"فبراير", "February"},
                                           {"مارس", "March"},
                                           {"أبريل", "April"},
                                           {"مايو", "May"},
                                           {"يونيو", "June"},
                                           {"يوليو", "July"},
                                           {"أغسطس", "August"},
                                           {"سبتمبر", "September"},
                                           {"أكتوبر", "October"},
                                           {"نوفمبر", "November"},
                                           {"ديسمبر", "December"}}};

/// Arabic counts: 1 and 2 have forms of their own, 3 to 10 take the plural, more the singular accusative.
std::string arabic_count(std::size_t count, std::string_view one, std::string_view two, std::string_view plural,
                         std::string_view many) {
  if (count == 1) return std::string(one);
  if (count == 2) return std::string(two);
  const std::size_t rest = count % 100;
  return std::to_string(count) + " " + std::string(rest >= 3 && rest <= 10 ? plural : many);
}

std::string english_count(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }
bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

/// `accuses` -> `accuse`, `denies` -> `deny`, `reaches` -> `reach`; nothing when the word is no third person.
std::string infinitive(std::string_view verb) {
  if (verb.size() < 3 || !ends_with(verb, "s") || ends_with(verb, "ss")) return {};
  if (ends_with(verb, "ies") && verb.size() > 4) return std::string(verb.substr(0, verb.size() - 3)) + "y";
  for (const std::string_view ending : {"ches", "shes", "sses", "xes", "zzes", "oes"}) {
    if (ends_with(verb, ending)) return std::string(verb.substr(0, verb.size() - 2));
  }
  return std::string(verb.substr(0, verb.size() - 1));
}

std::string english_denied(std::string_view label) {
  const auto space = label.find(' ');
  const auto verb = label.substr(0, space);
  const auto rest = space == std::string_view::npos ? std::string_view{} : label.substr(space);
  if (verb == "is" || verb == "was" || verb == "will" || verb == "can" || verb == "may" || verb == "must") {
    return std::string(verb) + " not" + std::string(rest);
  }
  if (verb == "has") return "does not have" + std::string(rest);
  if (const auto base = infinitive(verb); !base.empty()) return "does not " + base + std::string(rest);
  return "not " + std::string(label);
}

std::string arabic_denied(std::string_view label) {
  // A verb of the present is negated by لا; what a noun or a verb of the past needs, its letters do not tell.
  const bool present = starts_with(label, "ي") || starts_with(label, "ت");
  return (present ? "لا " : "نفي: ") + std::string(label);
}

}  // namespace

std::string Words::family(RelationFamily family) const {
  const auto& [arabic, english] = kFamilies[static_cast<std::size_t>(family)];
  return pick(arabic, english);
}

std::string Words::entity_type(EntityType type) const {
  const auto& [arabic, english] = kTypes[static_cast<std::size_t>(type)];
  return pick(arabic, english);
}

std::string Words::denied(std::string_view label) const { return arabic_ ? arabic_denied(label) : english_denied(label); }

std::string Words::date(std::string_view date) const {
  const auto digit = [&](std::size_t i) { return date[i] - '0'; };
  if (date.size() != 7 && date.size() != 10) return std::string(date);
  const int month = digit(5) * 10 + digit(6);
  if (month < 1 || month > 12) return std::string(date);
  const auto& [arabic, english] = kMonths[static_cast<std::size_t>(month - 1)];
  std::string out = pick(arabic, english) + " " + std::string(date.substr(0, 4));
  if (date.size() == 10) out = std::to_string(digit(8) * 10 + digit(9)) + " " + out;
  return out;
}

std::string Words::period(std::string_view first, std::string_view last) const {
  if (first == last) return date(first);
  const std::string from = date(first);
  const std::string to = date(last);
  if (first.size() == 10 && last.size() == 10 && first.substr(0, 7) == last.substr(0, 7))
    return from.substr(0, from.find(' ')) + "–" + to;
  return from + " – " + to;
}

std::string Words::documents(std::size_t count) const {
  return arabic_ ? arabic_count(count, "مقال واحد", "مقالان", "مقالات", "مقالا") : english_count(count, "article", "articles");
}

std::string Words::sources(std::size_t count) const {
  return arabic_ ? arabic_count(count, "مصدر واحد", "مصدران", "مصادر", "مصدرا") : english_count(count, "source", "sources");
}

std::string Words::actors(std::size_t count) const {
  return arabic_ ? arabic_count(count, "جهة واحدة", "جهتان", "جهات", "جهة") : english_count(count, "actor", "actors");
}

std::string Words::others(std::size_t count) const {
  if (!arabic_) return "and " + english_count(count, "other", "others");
  return count == 1 ? "وآخر" : count == 2 ? "وآخران" : "و" + std::to_string(count) + " آخرون";
}

}  // namespace isnad::render
