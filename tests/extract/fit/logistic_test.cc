#include "extract/fit/logistic.h"

#include <catch2/catch.hpp>
#include <string>

using namespace isnad::fit;

namespace {

/// `right` of `all` claims of one rule are right; four claims an article.
void add(std::vector<Example>& out, const std::string& rule, int right, int all) {
  for (int i = 0; i < all; ++i) {
    Example example;
    example.features = {{"bias", 1.0}, {"rule:" + rule, 1.0}};
    example.right = i < right;
    example.article = "article " + std::to_string(i / 4);
    out.push_back(example);
  }
}

Example of_rule(const std::string& rule) { return {{{"bias", 1.0}, {"rule:" + rule, 1.0}}, false, "", {}}; }

}  // namespace

TEST_CASE("logistic regression: gives back the shares that it was shown", "[extract][fit]") {
  std::vector<Example> examples;
  add(examples, "good", 360, 400);
  add(examples, "bad", 80, 400);
  const Weights weights = fit(examples, {.penalty = 0.01, .least_examples = 8});
  CHECK(probability(weights, of_rule("good")) == Approx(0.9).margin(0.005));
  CHECK(probability(weights, of_rule("bad")) == Approx(0.2).margin(0.005));
}

TEST_CASE("logistic regression: leaves out what few examples have", "[extract][fit]") {
  std::vector<Example> examples;
  add(examples, "common", 30, 60);
  add(examples, "rare", 3, 3);
  const Weights weights = fit(examples);
  CHECK(weights.contains("rule:common"));
  CHECK_FALSE(weights.contains("rule:rare"));
}

TEST_CASE("logistic regression: never learns from the article that it judges", "[extract][fit]") {
  // One article in which everything of one rule is right; elsewhere it is always wrong.
  std::vector<Example> examples;
  add(examples, "odd", 0, 40);
  Example lucky = of_rule("odd");
  lucky.right = true;
  lucky.article = "z";
  for (int i = 0; i < 40; ++i) examples.push_back(lucky);
  const std::vector<double> p = cross_validated(examples, 11);
  REQUIRE(p.size() == examples.size());
  CHECK(p.back() < 0.1);
}

TEST_CASE("logistic regression: the same examples give the same weights", "[extract][fit]") {
  std::vector<Example> examples;
  add(examples, "a", 10, 40);
  add(examples, "b", 30, 40);
  CHECK(fit(examples) == fit(examples));
  CHECK(fit({}).empty());
}
