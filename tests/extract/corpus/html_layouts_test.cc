// Pages of many layouts against text that a person marked in them: how much of it is found, and how much else.

#include <algorithm>
#include <catch2/catch.hpp>

#include <map>
#include <sstream>

#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

namespace fs = std::filesystem;

namespace {

std::map<std::string, long> tokens(const std::string& text) {
  std::map<std::string, long> counts;
  std::istringstream in(text);
  for (std::string word; in >> word;) ++counts[word];
  return counts;
}

double f1(const std::map<std::string, long>& gold, const std::map<std::string, long>& system) {
  long common = 0;
  long in_gold = 0;
  long in_system = 0;
  for (const auto& [word, count] : gold) {
    in_gold += count;
    const auto found = system.find(word);
    if (found != system.end()) common += std::min(count, found->second);
  }
  for (const auto& [word, count] : system) in_system += count;
  return 2.0 * static_cast<double>(common) / static_cast<double>(in_gold + in_system);
}

}  // namespace

TEST_CASE("html: at least 95 % of the words of every layout, and no more than 5 % others", "[extract][corpus][html]") {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(ISNAD_TEST_LAYOUTS)) {
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  REQUIRE(pages.size() >= 6);
  for (const fs::path& page : pages) {
    INFO(page);
    const Read got = read({page});
    REQUIRE(got.documents.size() == 1);
    const Document& document = got.documents[0];
    CHECK_FALSE(document.title.empty());
    std::string body = document.text;
    if (body.starts_with(document.title)) body.erase(0, document.title.size());
    const double score = f1(tokens(file_bytes(fs::path(page).replace_extension(".gold"))), tokens(body));
    INFO("F1 " << score << "\n" << body);
    CHECK(score >= 0.95);
  }
}

TEST_CASE("html: a date that only the line under the headline gives", "[extract][corpus][html]") {
  const Read got = read({fs::path(ISNAD_TEST_LAYOUTS) / "embeds_and_boxes.html"});
  CHECK(got.documents.at(0).published == "2022-06-14");
}

}  // namespace isnad::corpus
