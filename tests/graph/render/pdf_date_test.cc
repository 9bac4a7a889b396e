#include "graph/render/pdf_date.h"

#include <catch2/catch.hpp>
#include <string>

using isnad::render::fix_creation_date;

namespace {

std::string fixed(std::string pdf) {
  fix_creation_date(pdf);
  return pdf;
}

}  // namespace

TEST_CASE("pdf: the date of creation gives way to a constant of its length", "[graph][render]") {
  CHECK(fixed("<< /CreationDate (D:20261128204241Z) >>") == "<< /CreationDate (D:20000101000000Z) >>");
  CHECK(fixed("<< /CreationDate (D:20261128204241+02'00) >>") == "<< /CreationDate (D:20000101000000Z)      >>");
  CHECK(fixed("<< /CreationDate (D:20261128204241-03'30') >>") == "<< /CreationDate (D:20000101000000Z)       >>");
}

TEST_CASE("pdf: what has no such date stays as it is", "[graph][render]") {
  for (const std::string pdf : {"", "%PDF-1.5", "/CreationDate (", "/CreationDate (D:2026)", "/CreationDate (D:20261128204241Z",
                                "/CreationDate (something long that is no date at all, and goes on)"}) {
    CAPTURE(pdf);
    CHECK(fixed(pdf) == pdf);
  }
}
