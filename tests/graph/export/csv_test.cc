#include "graph/export/csv.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

using isnad::exporting::csv_field;
using isnad::exporting::write_row;

TEST_CASE("csv: fields are quoted only where they must be", "[graph][export]") {
  CHECK(csv_field("") == "");
  CHECK(csv_field("تركيا وروسيا") == "تركيا وروسيا");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(csv_field("a\nb") == "\"a\nb\"");
}

TEST_CASE("csv: no field is a formula", "[graph][export]") {
  CHECK(csv_field("=1+1") == "'=1+1");
  CHECK(csv_field("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(csv_field("+cmd|' /C calc'!A0") == "'+cmd|' /C calc'!A0");
  CHECK(csv_field("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_field("- قال") == "'- قال");
  CHECK(csv_field("\t=1") == "'\t=1");
  CHECK(csv_field("\r=1") == "\"'\r=1\"");
  CHECK(csv_field("\n=1") == "\"'\n=1\"");
  for (const auto* text : {"-", "+", "-1+2", "-inf", "+nan", "--1", "+-1", "-1e", "-1.2.3"}) {
    CAPTURE(text);
    CHECK(csv_field(text) == "'" + std::string(text));
  }
}

TEST_CASE("csv: numbers stay numbers, and what begins otherwise stays as it is", "[graph][export]") {
  for (const auto* text : {"-5", "+5", "-0.25", "+1.5e3", "-1E-7", "0", "2020-02-13", "a=b", "'quoted'", "#tag"}) {
    CAPTURE(text);
    CHECK(csv_field(text) == text);
  }
}

TEST_CASE("csv: a row ends as RFC 4180 has it, and tells when nobody reads it", "[graph][export]") {
  std::ostringstream out;
  CHECK(write_row(out, {"a", "", "b,c"}));
  CHECK(write_row(out, {"=", "-1"}));
  CHECK(out.str() == "a,,\"b,c\"\r\n'=,-1\r\n");
  out.setstate(std::ios::badbit);
  CHECK_FALSE(write_row(out, {"a"}));
}
