#include "extract/conllu/reader.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "extract/conllu/writer.h"
#include "graph/model/error.h"

namespace isnad::conllu {
namespace {

// Comments in three orders, a multiword token with MISC and FEATS, words without a tree, an underscore as a word.
const char kFile[] =
    "# newdoc id = d\n# sent_id = d-1\n# text = للسلطة كتبت.\n# text_en = x\n"
    "1-2\tللسلطة\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tل\tل\tADP\tP\t_\t2\tcase\t_\t_\n"
    "2\tالسلطة\tسلطة\tNOUN\tN\tCase=Gen|Number=Sing\t3\tobl\t3:obl\t_\n"
    "3\tكتبت\tكتب\tVERB\t_\t_\t0\troot\t0:root\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_\n\n"
    "# text = _ x\n# a\n# sent_id = d-2\n"
    "1\t_\t_\tSYM\t_\t_\t_\t_\t_\t_\n"
    "2-3\tx\t_\t_\t_\tTypo=Yes\t_\t_\t_\tSpaceAfter=No\n"
    "2\tx\t_\tX\t_\t_\t_\t_\t_\t_\n"
    "3\ty\t_\tX\t_\t_\t_\t_\t_\t_\n\n"
    "# lone\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

std::vector<Sentence> read(const std::string& bytes) {
  std::istringstream input(bytes);
  Reader reader(input, "in.conllu");
  std::vector<Sentence> sentences;
  for (Sentence sentence; reader.next(sentence);) sentences.push_back(sentence);
  return sentences;
}

std::string written(const std::vector<Sentence>& sentences) {
  std::ostringstream out;
  for (const Sentence& sentence : sentences) write(out, sentence);
  return out.str();
}

/// Returns: the message of the FormatError that reading throws.
std::string failure(const std::string& bytes) {
  try {
    (void)read(bytes);
  } catch (const FormatError& error) {
    return error.what();
  }
  return "no error";
}

std::string word_line(const std::string& id, const std::string& head = "0") {
  return id + "\ta\ta\tX\t_\t_\t" + head + "\troot\t_\t_\n";
}

TEST_CASE("conllu: what was read is written byte for byte", "[extract][conllu]") { CHECK(written(read(kFile)) == kFile); }

TEST_CASE("conllu: fields, comments and multiword tokens are read", "[extract][conllu]") {
  const auto sentences = read(kFile);
  REQUIRE(sentences.size() == 3);
  const Sentence& first = sentences[0];
  CHECK(first.id == "d-1");
  CHECK(first.text == "للسلطة كتبت.");
  CHECK(first.comments == std::vector<std::string>{"newdoc id = d", "text_en = x"});
  REQUIRE(first.size() == 4);
  CHECK(first.word(2).feats == "Case=Gen|Number=Sing");
  CHECK(first.word(2).head == 3);
  CHECK(first.word(3).misc == "SpaceAfter=No");
  REQUIRE(first.multiword_tokens.size() == 1);
  CHECK(first.multiword_tokens[0].first == 1);
  CHECK(first.multiword_tokens[0].last == 2);
  CHECK(sentences[1].word(1).form == "_");
  CHECK(sentences[1].word(1).lemma.empty());
  CHECK(sentences[1].word(1).head == -1);
  CHECK(sentences[2].id.empty());
}

TEST_CASE("conllu: a sentence made by the program has its id and text first", "[extract][conllu]") {
  Sentence sentence;
  sentence.id = "x";
  sentence.text = "a\nb";
  sentence.comments = {"c"};
  sentence.words.resize(1);
  sentence.words[0].form = "a\tb";
  std::ostringstream out;
  write(out, sentence);
  CHECK(out.str() == "# sent_id = x\n# text = a b\n# c\n1\ta b\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
}

TEST_CASE("conllu: empty nodes are skipped", "[extract][conllu]") {
  const auto sentences = read(word_line("1") + "1.1\tz\t_\t_\t_\t_\t_\t_\t0:x\t_\n" + word_line("2", "1") + "\n");
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].size() == 2);
}

TEST_CASE("conllu: line ends of Windows, a byte order mark and a missing last line end are borne", "[extract][conllu]") {
  const auto sentences = read("\xEF\xBB\xBF# sent_id = a\r\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\r\n\r\n\r\n" + word_line("1"));
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].id == "a");
  CHECK(sentences[0].word(1).misc.empty());
}

TEST_CASE("conllu: malformed input is refused with file and line", "[extract][conllu]") {
  CHECK(failure("# x\n1\ta\tb\n\n") == "in.conllu:2: expected 10 columns divided by tabs, found 3");
  CHECK(failure(word_line("2") + "\n") == "in.conllu:1: expected word 1, found 2");
  CHECK(failure(word_line("one") + "\n") == "in.conllu:1: bad id 'one'");
  CHECK(failure(word_line("-1") + "\n") == "in.conllu:1: bad range of words '-1'");
  CHECK(failure(word_line("1", "x") + "\n") == "in.conllu:1: bad head 'x'");
  CHECK(failure(word_line("1", "-1") + "\n") == "in.conllu:1: bad head '-1'");
  CHECK(failure(word_line("1", "2") + "\n") == "in.conllu:1: word 1 has head 2, which is no word");
  CHECK(failure(word_line("1", "1") + "\n") == "in.conllu:1: word 1 is its own head");
  CHECK(failure(word_line("2-1") + "\n") == "in.conllu:1: bad range of words '2-1'");
  CHECK(failure(word_line("1-2") + word_line("1") + "\n") == "in.conllu:1: a multiword token reaches past the last word");
  CHECK(failure(word_line("1-2") + word_line("1-2") + "\n") == "in.conllu:2: the range 1-2 overlaps the one before");
  CHECK(failure(word_line("1") + "# c\n\n") == "in.conllu:2: a comment within a sentence");
  CHECK(failure("# only\n\n") == "in.conllu:1: a sentence without words");
  CHECK(failure("\n\n# \xFF\n") == "in.conllu:3: not UTF-8 at byte 2 of the line");
  CHECK(failure("1\t\ta\tX\t_\t_\t0\troot\t_\t_\n\n") == "in.conllu:1: the form is empty");
}

TEST_CASE("conllu: a missing file is an IoError", "[extract][conllu]") {
  CHECK_THROWS_AS((void)read_file("no/such/file.conllu"), IoError);
}

}  // namespace
}  // namespace isnad::conllu
