#include "extract/what/wrongs.h"

#include <algorithm>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/arabic.h"
#include "extract/what/lemma_key.h"

namespace isnad::what {

namespace {

bool is_conflict(RelationType type) {
  switch (type) {
    case RelationType::kAssault:
    case RelationType::kCoerce:
    case RelationType::kThreaten:
    case RelationType::kSanction:
      return true;
    default:
      return false;
  }
}

}  // namespace

Wrongs::Wrongs() {
  tables::read_table(data_file("lexicon/what/wrongs.tsv"), {"kind", "words_ar", "words_en"}, [&](const tables::Row& row) {
    auto* words = row.cells[0] == "wrong" ? &wrongs_ : row.cells[0] == "duty" ? &duties_ : row.cells[0] == "defence" ? &defences_ : nullptr;
    if (words == nullptr) row.fail("no such kind of deed: " + std::string(row.cells[0]));
    for (const std::size_t column : {std::size_t{1}, std::size_t{2}}) {
      for (const auto word : tables::alternatives(row.cells[column])) words->insert(lemma_key(word));
    }
  });
}

bool Wrongs::is_wrong(const Claim& claim) const {
  const bool denied = claim.polarity == Polarity::kDenied;
  const auto words = key_words(lemma_key(claim.relation_lemma));
  const auto defends = [&](const std::string& word) { return defences_.contains(std::string(text::without_article(word))); };
  if (std::any_of(words.begin(), words.end(), defends)) return false;
  if (is_conflict(claim.type)) return !denied;
  for (const std::string& word : words) {
    const std::string bare(text::without_article(word));
    if ((denied ? duties_ : wrongs_).contains(bare)) return true;
  }
  return false;
}

}  // namespace isnad::what
