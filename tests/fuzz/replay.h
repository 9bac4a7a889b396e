#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::fuzz {

/// Some changes of an input, behind its first byte, that break parsers: `marks` in the wrong place, parts cut, doubled and
/// garbled.
inline std::string mutated(std::string input, const std::vector<std::string>& marks, std::mt19937& random) {
  for (auto changes = 1 + random() % 6; changes > 0; --changes) {
    const std::size_t at = 1 + random() % input.size();
    switch (random() % 6) {
      case 0:
        input.insert(at, marks[random() % marks.size()]);
        break;
      case 1:
        input.resize(at);
        break;
      case 2:
        input.insert(at, input.substr(1 + random() % input.size(), random() % 64));
        break;
      case 3:
        if (at < input.size()) input.erase(at, 1 + random() % 8);
        break;
      case 4:
        if (at < input.size()) input[at] = static_cast<char>(random());
        break;
      default:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << (random() % 8)));
    }
  }
  return input;
}

/// What a fuzz target does under any compiler: runs the files named on the command line, then `-n` mutations of them from a fixed
/// seed, or as many as `-s` seconds allow. ISNAD_FUZZ_LAST names a file that gets each input before it is run.
///
/// `kinds`: how many values of the first byte, which chooses the parser, mean something else.
/// Returns: the exit status.
inline int replay(int argc, char** argv, std::size_t kinds, const std::vector<std::string>& marks,
                  const std::function<void(const std::string&)>& run_one) {
  long mutations = 3'000;
  long seconds = 0;
  std::vector<std::string> inputs;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if ((argument == "-n" || argument == "-s") && i + 1 < argc) {
      (argument == "-n" ? mutations : seconds) = std::atol(argv[++i]);
      continue;
    }
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 1;
    }
    inputs.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    run_one(inputs.back());
  }
  std::erase_if(inputs, [](const std::string& input) { return input.size() < 2; });
  if (inputs.empty()) return 0;
  std::mt19937 random(20200213);
  const auto start = std::chrono::steady_clock::now();
  long done = 0;
  for (; seconds != 0 ? std::chrono::steady_clock::now() - start < std::chrono::seconds(seconds) : done < mutations; ++done) {
    std::string input = mutated(inputs[random() % inputs.size()], marks, random);
    // Any parser may get any input.
    if (random() % 8 == 0) input[0] = static_cast<char>(random() % kinds);
    if (const char* last = std::getenv("ISNAD_FUZZ_LAST")) std::ofstream(last, std::ios::binary) << input;
    run_one(input);
  }
  std::printf("%zu files, %ld mutations\n", inputs.size(), done);
  return 0;
}

}  // namespace isnad::fuzz
