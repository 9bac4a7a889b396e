// What docs/store_format.md shows is what is written: the page and the code cannot drift apart unseen.

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/store.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace isnad;
using store::Database;
using store::OpenMode;
using store::Table;

Entity actor(const char* key, const char* ar, const char* en) {
  Entity entity;
  entity.key = EntityKey(key);
  entity.type = EntityType::kGpe;
  entity.name_ar = ar;
  entity.name_en = en;
  entity.from_lexicon = true;
  entity.aliases = {{ar, ar, "ar", 1}};
  return entity;
}

/// The document of the page's example.
Extraction example() {
  Extraction extraction;
  Document& document = extraction.document;
  document.id = DocumentId("d1");
  document.source = "wire";
  document.published = "2020-02-13";
  document.lang = "ar";
  document.text = "روسيا تتهم تركيا";
  document.path = "a.txt";
  extraction.sentences = {{{0, 30}, "d1#0", "ar"}};
  extraction.entities = {actor("gpe:russia", "روسيا", "Russia"), actor("gpe:turkey", "تركيا", "Turkey")};
  extraction.mentions = {{{0, 10}, EntityKey("gpe:russia"), 0, "lexicon"}, {{20, 30}, EntityKey("gpe:turkey"), 0, "lexicon"}};
  Claim claim;
  claim.id = ClaimId("d1#0#0");
  claim.document = document.id;
  claim.subject = {"روسيا", {{0, 10}}, {0, 10}, EntityKey("gpe:russia"), false};
  claim.relation = {"تتهم", {{11, 19}}, {11, 19}, {}, false};
  claim.object = {"تركيا", {{20, 30}}, {20, 30}, EntityKey("gpe:turkey"), false};
  claim.relation_lemma = "اتهم";
  claim.label_en = "accuses";
  claim.label_ar = "يتهم";
  claim.type = RelationType::kAccuse;
  claim.confidence = 0.75F;
  claim.rule = "verb";
  extraction.claims = {claim};
  extraction.words = 3;
  extraction.extractor = "isnad 0.1.0";
  return extraction;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    text.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  return text;
}

}  // namespace

TEST_CASE("format: the example of docs/store_format.md is what is written", "[store][format]") {
  std::vector<std::string> documented;
  std::ifstream page(ISNAD_STORE_FORMAT);
  REQUIRE(page);
  bool in_example = false;
  for (std::string line; std::getline(page, line);) {
    if (line == "```") {
      in_example = !in_example;
    } else if (in_example) {
      documented.push_back(line);
    }
  }

  const testing::TemporaryFolder folder;
  {
    store::Store store(folder.path(), OpenMode::kCreate);
    store.put(example());
  }
  const Database database(folder.path(), OpenMode::kReadOnly);
  const Database::Snapshot snapshot(database);
  std::vector<std::string> written;
  for (std::size_t i = 0; i < store::kTableCount; ++i) {
    for (auto row = database.scan(static_cast<Table>(i), {}, snapshot); row.valid(); row.next()) {
      const std::string value = hex(row.value());
      written.push_back(std::string(store::kTableNames[i]) + ' ' + hex(row.key()) + " ->" + (value.empty() ? "" : " " + value));
    }
  }
  CHECK(written == documented);
}
