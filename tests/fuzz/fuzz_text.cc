// What parses text that users or other programs give, fed with bytes that nobody vouches for: trees in CoNLL-U, patterns of
// queries, dates, tables of a user's lexicon, and the heads of model files. Each returns or throws one of the project's errors.
//
//   fuzz_text [-n MUTATIONS] [-s SECONDS] [FILE...]
//
// The first byte of an input chooses the parser, the rest is the text. The plain program replays files, then mutates them
// MUTATIONS times (default 3,000) from a fixed seed, or for SECONDS. Built with `-fsanitize=fuzzer` and `-DISNAD_LIBFUZZER` it is
// a target for libFuzzer.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/conllu/reader.h"
#include "extract/conllu/writer.h"
#include "extract/names/name_model.h"
#include "extract/nlp/clitic_model.h"
#include "extract/nlp/network/annotator.h"
#include "extract/nlp/scheme_model.h"
#include "extract/who/user_lexicon.h"
#include "graph/model/error.h"
#include "graph/query/date_range.h"
#include "graph/query/pattern.h"
#include "tests/fuzz/replay.h"
#include "tests/support/temporary_folder.h"

namespace {

constexpr std::size_t kKinds = 8;

std::filesystem::path written(std::string_view bytes) {
  static const isnad::testing::TemporaryFolder folder;
  auto path = folder.path() / "input";
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

/// What was read is written, and read back the same.
void trees(std::string_view text) {
  std::istringstream in{std::string(text)};
  isnad::conllu::Reader reader(in, "input");
  isnad::conllu::Sentence sentence;
  while (reader.next(sentence)) {
    std::ostringstream out;
    isnad::conllu::write(out, sentence);
    std::istringstream again(out.str());
    isnad::conllu::Reader second(again, "what was written");
    isnad::conllu::Sentence read_back;
    if (!second.next(read_back) || read_back.words.size() != sentence.words.size()) std::abort();
  }
}

void run(std::size_t kind, std::string_view text) {
  switch (kind) {
    case 0:
      return trees(text);
    case 1:
      static_cast<void>(isnad::query::parse_pattern(text));
      return;
    case 2: {
      const isnad::query::DateRange range(text, "");
      if (!range.unbounded() && !isnad::query::is_date(text)) std::abort();
      return;
    }
    case 3:
      static_cast<void>(isnad::who::read_user_file(written(text)));
      return;
    case 4:
      static_cast<void>(isnad::names::NameModel::load(written(text)));
      return;
    case 5:
      static_cast<void>(isnad::nlp::CliticModel::load(written(text)));
      return;
    case 6:
      static_cast<void>(isnad::nlp::SchemeModel::load(written(text)));
      return;
    default:
      static_cast<void>(isnad::nlp::Annotator::load(written(text)));
      return;
  }
}

void run_one(const std::string& input) {
  if (input.empty()) return;
  try {
    run(static_cast<unsigned char>(input.front()) % kKinds, std::string_view(input).substr(1));
  } catch (const isnad::Error&) {
    // What a caller is promised.
  }
}

}  // namespace

#ifdef ISNAD_LIBFUZZER

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run_one(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}

#else

int main(int argc, char** argv) {
  const std::vector<std::string> marks = {"\t",
                                          "\n",
                                          "\n\n",
                                          "_",
                                          "-",
                                          "1-2",
                                          "8.1",
                                          "# text = ",
                                          "?x",
                                          ".",
                                          "\"",
                                          "(",
                                          ")",
                                          ">=",
                                          "*",
                                          "|",
                                          "2020-02-30",
                                          "~",
                                          "!",
                                          "\xD9",
                                          "\xEF\xBB\xBF",
                                          std::string(1, '\0'),
                                          "\xFF\xFF\xFF\xFF"};
  return isnad::fuzz::replay(argc, argv, kKinds, marks, run_one);
}

#endif
