// What it costs to find out which unknown persons are one, by numbers of persons.
//   bench_identities [FILE]     FILE: names, one a line; without it made ones
//
// Prints a line for a quarter, a half and all of the names: seconds, microseconds a name, identities. The yardstick in the same run is
// sorting the names.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "extract/text/name_key.h"
#include "extract/who/identity.h"

namespace {

using namespace isnad;

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Names of two words of five to eight letters, every tenth with another that differs in one letter.
std::vector<std::string> made_names(std::size_t count) {
  std::mt19937 random(1);
  const std::vector<std::string> letters = {"ا", "ب", "ت", "ج", "د", "ر", "س", "ص", "ض", "ط", "ع", "ق", "ك", "ل", "م", "ن", "و", "ي"};
  const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); };
  std::vector<std::string> names;
  while (names.size() < count) {
    std::vector<std::string> name(11 + below(5));
    for (std::string& letter : name) letter = letters[below(letters.size())];
    name[5] = " ";
    const auto joined = [&] {
      std::string all;
      for (const std::string& letter : name) all += letter;
      return all;
    };
    names.push_back(joined());
    if (names.size() % 10 != 0) continue;
    name[7] = name[7] == "ط" ? "ت" : "ط";
    names.push_back(joined());
  }
  return names;
}

}  // namespace

int main(int argc, char** argv) {
  std::set<std::string> keys;
  if (argc > 1) {
    std::ifstream in(argv[1]);
    for (std::string line; std::getline(in, line);) keys.insert(text::name_key(line));
  } else {
    for (const std::string& name : made_names(100'000)) keys.insert(text::name_key(name));
  }
  std::vector<EntityKey> people;
  for (const std::string& key : keys) people.emplace_back("name:PER:" + key);
  std::shuffle(people.begin(), people.end(), std::mt19937(2));
  const who::Transliteration model;
  const who::SpellingVariants variants;
  for (const std::size_t part : {4U, 2U, 1U}) {
    std::vector<EntityKey> some(people.begin(), people.begin() + static_cast<std::ptrdiff_t>(people.size() / part));
    const double start = now_s();
    const std::size_t found = who::find_identities(model, variants, some).size();
    const double seconds = now_s() - start;
    const double sort_start = now_s();
    std::sort(some.begin(), some.end());
    const double sort_seconds = std::max(now_s() - sort_start, 1e-9);
    std::printf("identities\t%zu names\t%.3f s\t%.1f µs/name\t%zu joined\t%.0f times sorting them\n", some.size(), seconds,
                seconds * 1e6 / static_cast<double>(some.size()), found, seconds / sort_seconds);
  }
}
