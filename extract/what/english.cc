#include "extract/what/english.h"

#include <array>
#include <utility>

namespace isnad::what {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kIrregular = {
    {{"be", "is"}, {"have", "has"}, {"do", "does"}, {"go", "goes"}, {"can", "can"}, {"must", "must"}}};
constexpr std::array<std::string_view, 6> kHissing = {"s", "x", "z", "ch", "sh", "o"};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string inflect(std::string_view verb) {
  for (const auto& [lemma, form] : kIrregular) {
    if (verb == lemma) return std::string(form);
  }
  std::string out(verb);
  if (verb.size() > 1 && verb.back() == 'y' && !is_vowel(verb[verb.size() - 2])) {
    out.back() = 'i';
    return out + "es";
  }
  for (const auto ending : kHissing) {
    if (verb.ends_with(ending)) return out + "es";
  }
  return out + "s";
}

}  // namespace

std::string third_person(std::string_view lemma) {
  const std::size_t space = lemma.find(' ');
  const std::string verb = lemma.empty() ? std::string{} : inflect(lemma.substr(0, space));
  return space == std::string_view::npos ? verb : verb + std::string(lemma.substr(space));
}

}  // namespace isnad::what
