#include "extract/who/described_nouns.h"

#include <array>
#include <vector>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/name_key.h"
#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

/// The cases and the construct of a sound masculine plural: صيادون, صيادين, صيادو.
std::vector<std::string> forms_of(std::string_view word) {
  std::vector<std::string> forms = {std::string(word)};
  constexpr std::string_view kPlural = "ون";
  constexpr std::size_t kLetter = 2;
  if (word.ends_with(kPlural) && word.size() >= kPlural.size() + 3 * kLetter) {
    const std::string stem(word.substr(0, word.size() - kPlural.size()));
    for (const std::string_view ending : {"ين", "و", "ي"}) forms.push_back(stem + std::string(ending));
  }
  return forms;
}

bool is_plural(const conllu::Word& word) { return word.feats.find("Number=Plur") != std::string::npos; }

}  // namespace

DescribedNouns::DescribedNouns() {
  tables::read_table(data_file("lexicon/who/described.tsv"), {"type", "words_ar", "words_en"}, [&](const tables::Row& row) {
    const bool counts = row.cells[0] == "QUANT";
    const auto type = entity_type_from(row.cells[0]);
    if (!type && !counts) row.fail("no such entity type: " + std::string(row.cells[0]));
    for (const std::size_t column : {std::size_t{1}, std::size_t{2}}) {
      for (const std::string_view word : tables::alternatives(row.cells[column])) {
        for (const std::string& form : forms_of(word)) {
          const std::string key = text::name_key(form);
          if (counts) {
            quantifiers_.insert(key);
          } else {
            types_.try_emplace(key, *type);
          }
        }
      }
    }
  });
}

std::optional<EntityType> DescribedNouns::type_of(const conllu::Word& word) const {
  for (const std::string_view form : {std::string_view(word.form), std::string_view(word.lemma), without_tanwin(word.form)}) {
    const auto found = types_.find(text::name_key(form));
    if (found == types_.end()) continue;
    return found->second == EntityType::kPerson && is_plural(word) ? EntityType::kNorp : found->second;
  }
  return std::nullopt;
}

bool DescribedNouns::is_quantifier(const conllu::Word& word) const {
  return word.upos == "NUM" || quantifiers_.contains(text::name_key(word.form)) || quantifiers_.contains(text::name_key(word.lemma));
}

}  // namespace isnad::who
