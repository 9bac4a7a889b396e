#include <string>

#include "extract/who/lexicon.h"

namespace isnad::who {

namespace {

void add_with_article(NameIndex& index, const std::string& word, const Sense& sense) {
  index.add(word, sense);
  index.add("ال" + word, sense);
}

}  // namespace

void Lexicon::index_demonym(int country, const std::vector<std::string>& nisbas, const std::vector<std::string>& peoples_ar,
                            const std::vector<std::string>& adjectives, const std::vector<std::string>& peoples_en) {
  Demonym& demonym = demonyms_[country];
  if (!nisbas.empty()) demonym.nisba_ar = nisbas.front();
  if (!adjectives.empty()) demonym.adjective_en = adjectives.front();
  demonym.people_ar = !peoples_ar.empty() ? peoples_ar.front() : demonym.nisba_ar.empty() ? "" : demonym.nisba_ar + "ون";

  Sense adjective;
  adjective.kind = Sense::Kind::kDemonym;
  adjective.index = static_cast<std::uint32_t>(country);
  Sense people = adjective;
  people.kind = Sense::Kind::kPeople;
  for (const std::string& nisba : nisbas) {
    for (const std::string_view end : {"", "ا", "ة", "ان", "تان", "تين"})
      add_with_article(index_, nisba + std::string(end), adjective);
    for (const std::string_view end : {"ون", "ين", "ات"}) {
      add_with_article(index_, nisba + std::string(end), adjective);
      add_with_article(index_, nisba + std::string(end), people);
    }
  }
  for (const std::string& name : peoples_ar) {
    add_with_article(index_, name, adjective);
    add_with_article(index_, name, people);
  }
  for (const std::string& name : adjectives) {
    index_.add(name, adjective);
    if (name.ends_with("an") || name.ends_with("i")) index_.add(name + "s", people);
  }
  for (const std::string& name : peoples_en) index_.add(name, people);
}

}  // namespace isnad::who
