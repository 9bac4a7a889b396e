#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "graph/model/claim.h"
#include "graph/model/edge.h"
#include "graph/model/entity.h"
#include "graph/model/relation_type.h"
#include "graph/model/span.h"

using namespace isnad;

TEST_CASE("span: of() never reads past the text", "[graph][model]") {
  const std::string text = "موسكو";
  CHECK(Span{0, 4}.of(text) == "مو");
  CHECK(Span{0, 400}.of(text) == text);
  CHECK(Span{40, 44}.of(text).empty());
  CHECK(Span{3, 3}.of(text).empty());
  CHECK(Span{2, 6}.overlaps({5, 9}));
  CHECK_FALSE(Span{2, 5}.overlaps({5, 9}));
}

TEST_CASE("relation types: table order is the enumeration's, names come back", "[graph][model]") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < relation_types().size(); ++i) {
    const auto& row = relation_types()[i];
    CHECK(static_cast<std::size_t>(row.type) == i);
    CHECK(relation_type_from(row.name) == row.type);
    CHECK_FALSE(row.label_ar.empty());
    CHECK_FALSE(row.label_en.empty());
    CHECK(names.insert(row.name).second);
  }
  CHECK(relation_type_from("accuse") == RelationType::kAccuse);
  CHECK_FALSE(relation_type_from("ACCUS").has_value());
}

TEST_CASE("entity types and modalities: names come back", "[graph][model]") {
  for (const auto* name : {"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC"}) CHECK(to_string(*entity_type_from(name)) == name);
  CHECK_FALSE(entity_type_from("per").has_value());
  for (const auto* name : {"fact", "future", "possible", "necessary"}) CHECK(to_string(*modality_from(name)) == name);
  CHECK_FALSE(modality_from("").has_value());
}

TEST_CASE("edge: runs from source to target, whichever slot is the source", "[graph][model]") {
  Claim claim;
  claim.subject.entity = EntityKey("gpe:turkey");
  claim.object.entity = EntityKey("gpe:russia");
  claim.type = RelationType::kAccuse;
  CHECK(edge_key_of(claim)->source.str() == "gpe:turkey");
  claim.subject_is_source = false;
  CHECK(edge_key_of(claim)->source.str() == "gpe:russia");
  CHECK(edge_key_of(claim)->target.str() == "gpe:turkey");
}

TEST_CASE("edge: none without two different entities", "[graph][model]") {
  Claim claim;
  claim.subject.entity = EntityKey("gpe:turkey");
  CHECK_FALSE(edge_key_of(claim).has_value());
  claim.object.entity = EntityKey("gpe:turkey");
  CHECK_FALSE(edge_key_of(claim).has_value());
}

TEST_CASE("entity: a name falls back on the other language", "[graph][model]") {
  Entity entity;
  entity.name_en = "Turkey";
  CHECK(entity.name("ar") == "Turkey");
  entity.name_ar = "تركيا";
  CHECK(entity.name("ar") == "تركيا");
  CHECK(entity.name("en") == "Turkey");
}
