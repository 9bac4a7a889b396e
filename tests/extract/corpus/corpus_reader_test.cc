#include "extract/corpus/corpus_reader.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <stdexcept>

#include "graph/model/error.h"
#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

namespace fs = std::filesystem;
using Complaints = std::vector<std::string>;

namespace {

std::vector<std::string> texts(const Read& read) {
  std::vector<std::string> out;
  for (const Document& document : read.documents) out.push_back(document.text);
  return out;
}

std::string message_of_io_error(const std::vector<fs::path>& paths) {
  try {
    read(paths);
  } catch (const IoError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("corpus: folders in depth, in byte order of names, other endings passed over", "[extract][corpus]") {
  const TemporaryFolder folder;
  folder.write("b.txt", "b");
  folder.write("a/z.txt", "a/z");
  folder.write("a/B.TXT", "a/B");
  folder.write("a/notes.md", "no");
  folder.write("a/data.yaml", "no");
  folder.write("a/picture", "no");
  folder.write(".hidden/x.txt", "no");
  folder.write("a/._z.txt", "no");
  folder.write("c.jsonl", "{\"text\":\"c1\"}\n{\"text\":\"c2\"}\n");
  folder.write("é.txt", "e");
  const Read got = read({folder.path()});
  CHECK(texts(got) == std::vector<std::string>{"a/B", "a/z", "b", "c1", "c2", "e"});
  CHECK(got.complaints.empty());
}

TEST_CASE("corpus: a file given by name is read by its content when its ending says nothing", "[extract][corpus]") {
  const TemporaryFolder folder;
  CHECK(texts(read({folder.write("lines", " {\"text\":\"one\"}\n{\"text\":\"two\"}")})) ==
        std::vector<std::string>{"one", "two"});
  CHECK(texts(read({folder.write("lines.json", "{\"text\":\"one\"}")})) == std::vector<std::string>{"one"});
  CHECK(texts(read({folder.write("page.php", "\n<!doctype html><p>A paragraph.</p>")})) ==
        std::vector<std::string>{"A paragraph."});
  CHECK(texts(read({folder.write("prose.article", "Plain.")})) == std::vector<std::string>{"Plain."});
}

TEST_CASE("corpus: paths are read in the order given", "[extract][corpus]") {
  const TemporaryFolder folder;
  const auto one = folder.write("1.txt", "one");
  const auto two = folder.write("2.txt", "two");
  CHECK(texts(read({two, one})) == std::vector<std::string>{"two", "one"});
}

TEST_CASE("corpus: a missing path stops before anything is read", "[extract][corpus]") {
  const TemporaryFolder folder;
  const auto good = folder.write("a.txt", "a");
  const auto missing = folder.path() / "nowhere";
  std::size_t documents = 0;
  Diagnostics diagnostics;
  const auto count = [&](Document&&) { return ++documents != 0; };
  CHECK_THROWS_AS(read_corpus({good, missing}, diagnostics, count), IoError);
  CHECK(documents == 0);
  CHECK(message_of_io_error({missing}) == missing.string() + ": no such file or directory");
  CHECK(message_of_io_error({good / "below"}) == (good / "below").string() + ": not a directory");
}

TEST_CASE("corpus: what cannot be opened stops when it was named and is reported when it was found", "[extract][corpus]") {
  const TemporaryFolder folder;
  const auto locked = folder.write("locked.txt", "a");
  fs::permissions(locked, fs::perms::none);
  fs::create_symlink("nowhere", folder.path() / "dangling.txt");
  folder.write("open.txt", "open");
  const Read got = read({folder.path()});
  if (::geteuid() == 0) {  // root opens everything
    CHECK(got.complaints == Complaints{"0: no such file or directory"});
  } else {
    CHECK(texts(got) == std::vector<std::string>{"open"});
    CHECK(got.complaints == Complaints{"0: no such file or directory", "0: permission denied"});
    CHECK(message_of_io_error({locked}) == locked.string() + ": permission denied");
  }
}

TEST_CASE("corpus: a link back to a folder above ends", "[extract][corpus]") {
  const TemporaryFolder folder;
  folder.write("a/b/x.txt", "x");
  fs::create_directory_symlink(folder.path(), folder.path() / "a/b/up");
  fs::create_directory_symlink("b", folder.path() / "a/same");
  CHECK(texts(read({folder.path()})) == std::vector<std::string>{"x"});
}

TEST_CASE("corpus: a folder without articles is reported once", "[extract][corpus]") {
  const TemporaryFolder folder;
  fs::create_directories(folder.path() / "a/b");
  folder.write("a/readme.md", "no");
  const Read got = read({folder.path()});
  REQUIRE(got.complaints.size() == 1);
  CHECK(got.complaints[0].starts_with("0: no articles in this folder"));
}

TEST_CASE("corpus: the sink stops the reading", "[extract][corpus]") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", "{\"text\":\"1\"}\n{\"text\":\"2\"}\n{\"text\":\"3\"}\n");
  folder.write("b.txt", "4");
  Diagnostics diagnostics;
  std::size_t documents = 0;
  read_corpus({folder.path()}, diagnostics, [&](Document&&) { return ++documents < 2; });
  CHECK(documents == 2);
}

TEST_CASE("corpus: what the sink throws passes through", "[extract][corpus]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "a");
  Diagnostics diagnostics;
  const auto full = [](Document&&) -> bool { throw IoError("disk full"); };
  CHECK_THROWS_WITH(read_corpus({folder.path()}, diagnostics, full), "disk full");
  CHECK(diagnostics.count() == 0);
}

TEST_CASE("corpus: the samples are six articles in two languages", "[extract][corpus]") {
  const Read got = read({ISNAD_SAMPLES});
  CHECK(got.complaints.empty());
  REQUIRE(got.documents.size() == 6);
  for (const Document& document : got.documents) {
    INFO(document.path);
    CHECK(document.published.starts_with("2020-02-1"));
    CHECK_FALSE(document.title.empty());
    CHECK(document.text.starts_with(document.title + "\n\n"));
  }
}

}  // namespace isnad::corpus
