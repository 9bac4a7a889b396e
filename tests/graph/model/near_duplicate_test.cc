#include "graph/model/near_duplicate.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace {

using isnad::are_near_duplicates;
using isnad::shingle_bands;
using isnad::shingles_of;

std::string words(std::mt19937& random, std::size_t count) {
  std::string text;
  for (std::size_t k = 0; k < count; ++k) text += "w" + std::to_string(random() % 5000) + " ";
  return text;
}

bool share_a_band(const std::string& a, const std::string& b) {
  const auto left = shingle_bands(shingles_of(a));
  const auto right = shingle_bands(shingles_of(b));
  for (std::size_t k = 0; k < left.size(); ++k) {
    if (left[k] == right[k]) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("near duplicates: spelling that differs between outlets makes no difference", "[graph][model][copies]") {
  CHECK(shingles_of("قالَ الوزيرُ إنّ أحمد ذهب إلى المدينة") == shingles_of("قال الوزيـر ان احمد ذهب الي المدينه!"));
  CHECK(shingles_of("The Minister said: \"no comment\" at 10") == shingles_of("the minister said no comment AT ١٠"));
  CHECK(shingles_of("one two three four five") != shingles_of("one two three four six"));
  CHECK(shingles_of("one two three four").empty());
  CHECK(shingles_of("").empty());
  CHECK(shingles_of("\xFF\xFE broken bytes are no words here").size() == 2);
}

TEST_CASE("near duplicates: what was cut or changed a little is a copy, what shares a paragraph is not", "[graph][model][copies]") {
  std::mt19937 random(7);
  const std::string body = words(random, 300);
  const auto original = shingles_of(body);
  CHECK(are_near_duplicates(original, original));
  CHECK(are_near_duplicates(original, shingles_of("A new headline of six words. " + body + " Reporting by others")));
  CHECK(are_near_duplicates(original, shingles_of(body.substr(0, body.size() / 3))));
  CHECK_FALSE(are_near_duplicates(original, shingles_of(body.substr(0, body.size() / 4) + words(random, 225))));
  CHECK_FALSE(are_near_duplicates(original, shingles_of(words(random, 300))));
  CHECK_FALSE(are_near_duplicates(original, {}));
}

TEST_CASE("near duplicates: bands find copies and nothing else", "[graph][model][copies]") {
  std::mt19937 random(20200213);
  int found = 0;
  int mistaken = 0;
  for (int round = 0; round < 200; ++round) {
    const std::string body = words(random, 250);
    // Cutting a fifth leaves a resemblance of 0.8.
    if (share_a_band(body, body.substr(0, body.size() * 4 / 5))) ++found;
    if (share_a_band(body, words(random, 250))) ++mistaken;
  }
  CHECK(found == 200);
  CHECK(mistaken == 0);
}
