#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "extract/corpus/corpus_reader.h"
#include "graph/model/error.h"
#include "tests/extract/corpus/packed.h"
#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

namespace fs = std::filesystem;
using Complaints = std::vector<std::string>;

namespace {

const Members kMixed = {{"a/2020-02-13-one.txt", "First\n\nThe first text."},
                        {"a/two.jsonl", "{\"id\":\"2\",\"text\":\"The second text.\"}\n{broken\n"},
                        {"picture.png", "no"},
                        {".hidden/x.txt", "no"},
                        {"__MACOSX/a/x.txt", "no"},
                        {"خبر.html", "<p>The third text is long enough.</p>"}};

void check_mixed(const Read& got) {
  REQUIRE(got.documents.size() == 3);
  CHECK(got.documents[0].published == "2020-02-13");
  CHECK(got.documents[0].text == "First\n\nThe first text.");
  CHECK(got.documents[0].path.ends_with("!a/2020-02-13-one.txt"));
  CHECK(got.documents[1].id.str() == "2");
  CHECK(got.documents[1].line == 1);
  CHECK(got.documents[2].path.ends_with("!خبر.html"));
  CHECK(got.complaints == Complaints{"2: broken JSON at byte 2: invalid literal"});
}

std::vector<std::string> all_texts(const Read& got) {
  std::vector<std::string> out;
  for (const Document& document : got.documents) out.push_back(document.text);
  return out;
}

}  // namespace

TEST_CASE("archive: zip and tar under every compressor", "[extract][corpus][archive]") {
  check_mixed(read_one("a.zip", archive_of(kMixed, "zip")));
  check_mixed(read_one("a.tar", archive_of(kMixed, "tar")));
  for (const char* filter : {"gzip", "xz", "bzip2", "zstd"})
    check_mixed(read_one("a.tar." + std::string(filter), archive_of(kMixed, "tar", filter)));
  check_mixed(read_one("a.tgz", archive_of(kMixed, "tar", "gzip")));
  // The bytes decide.
  check_mixed(read_one("a.txt", archive_of(kMixed, "zip")));
}

TEST_CASE("archive: members keep the name of their archive, in folders too", "[extract][corpus][archive]") {
  const TemporaryFolder folder;
  folder.write("x/a.zip", archive_of({{"b.txt", "B."}}, "zip"));
  const Read got = read({folder.path()});
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].path == (folder.path() / "x/a.zip").string() + "!b.txt");
}

TEST_CASE("archive: archives and packed files in archives, to a depth", "[extract][corpus][archive]") {
  const std::string inner = archive_of({{"deep.txt", "Deep."}}, "zip");
  const std::string twice =
      archive_of({{"in.zip", inner}, {"z.jsonl.gz", packed("{\"text\":\"Packed.\"}\n", "gzip")}}, "tar", "xz");
  const Read got = read_one("out.tar.xz", twice);
  CHECK(all_texts(got) == std::vector<std::string>{"Deep.", "Packed."});
  CHECK(got.documents[0].path.ends_with("out.tar.xz!in.zip!deep.txt"));
  std::string nested = archive_of({{"deep.txt", "Deep."}}, "zip");
  for (int k = 0; k < 8; ++k) nested = archive_of({{"n.zip", nested}}, "zip");
  const Read deep = read_one("n.zip", nested);
  CHECK(deep.documents.empty());
  CHECK(deep.complaints == Complaints{"0: archives in archives deeper than 3"});
}

TEST_CASE("archive: a truncated one gives what came before, and a report", "[extract][corpus][archive]") {
  Members members;
  for (int k = 0; k < 200; ++k)
    members.emplace_back(std::to_string(1000 + k) + ".txt", "Text number " + std::to_string(k * 7919) + ".");
  for (const char* format : {"zip", "tar"}) {
    const std::string whole = archive_of(members, format);
    const Read got = read_one("a." + std::string(format), whole.substr(0, whole.size() / 2));
    INFO(format);
    CHECK(got.documents.size() > 50);
    CHECK(got.documents.size() < 200);
    REQUIRE_FALSE(got.complaints.empty());
    for (const std::string& complaint : got.complaints) CHECK(complaint.starts_with("0: archive: "));
  }
  CHECK(read_one("a.zip", "PK\x03\x04").complaints.size() == 1);
  CHECK(read_one("a.tar", "not a tar").complaints.size() == 1);
  CHECK(read_one("a.zip", archive_of({{"x.png", "no"}}, "zip")).complaints == Complaints{"0: no articles in this archive"});
}

TEST_CASE("archive: bombs are cut off", "[extract][corpus][archive]") {
  const std::string zeros(std::size_t{80} << 20U, 'x');
  const std::string bomb =
      archive_of({{"a.txt", zeros}, {"b.txt", zeros}, {"c.txt", zeros}, {"d.txt", zeros}, {"e.txt", "After."}}, "zip");
  CHECK(bomb.size() < zeros.size() / 100);
  const Read got = read_one("bomb.zip", bomb);
  CHECK(got.documents.empty());
  CHECK(got.complaints.size() >= 4);
  CHECK(got.complaints.back() == "0: unpacks to more than 300 times its size: no text does, so it is read no further");
  // Lines of a JSON stream can be passed over one by one, but not for ever.
  std::string lines;
  for (int k = 0; k < 5; ++k) lines += std::string(std::size_t{65} << 20U, 'x') + "\n";
  const Read stream = read_one("a.jsonl.bz2", packed(lines, "bzip2"));
  CHECK(stream.complaints.back() != stream.complaints.front());
}

TEST_CASE("compression: xz and bzip2, cut and damaged too", "[extract][corpus][archive]") {
  std::string lines;
  for (int k = 0; k < 20000; ++k)
    lines += "{\"id\":" + std::to_string(k) + ",\"text\":\"Text " + std::to_string(k * 7919) + "\"}\n";
  for (const std::string filter : {"xz", "bzip2"}) {
    const std::string name = filter == "xz" ? "a.jsonl.xz" : "a.jsonl.bz2";
    const std::string whole = packed(lines, filter);
    CHECK(read_one(name, whole).documents.size() == 20000);
    CHECK(read_one(name, whole + packed("{\"text\":\"last\"}\n", filter)).documents.size() == 20001);
    const Read cut = read_one(name, whole.substr(0, whole.size() / 2));
    REQUIRE_FALSE(cut.complaints.empty());
    CHECK(cut.complaints[0] == "0: " + filter + ": the file ends in the middle of its data");
    std::string bad = whole;
    bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 0x55);
    CHECK_FALSE(read_one(name, bad).complaints.empty());
  }
}

TEST_CASE("corpus: a list of files, one a line or ended by NUL", "[extract][corpus]") {
  const TemporaryFolder folder;
  const auto one = folder.write("one.txt", "One.");
  const auto two = folder.write("tw\no.txt", "Two.");
  const auto read_list = [&](const std::string& bytes) {
    CorpusOptions options;
    options.list = folder.write("list", bytes);
    Diagnostics diagnostics;
    Read out;
    read_corpus(options, diagnostics, [&](Document&& document) {
      out.documents.push_back(std::move(document));
      return true;
    });
    for (const Diagnostic& diagnostic : diagnostics.sorted())
      out.complaints.push_back(std::to_string(diagnostic.line) + ": " + diagnostic.message);
    return out;
  };
  const Read lines = read_list(one.string() + "\r\n\n" + (folder.path() / "none.txt").string() + "\n");
  CHECK(all_texts(lines) == std::vector<std::string>{"One."});
  CHECK(lines.complaints == Complaints{"3: " + (folder.path() / "none.txt").string() + ": no such file or directory"});
  const Read nul = read_list(two.string() + '\0' + one.string() + '\0');
  CHECK(all_texts(nul) == std::vector<std::string>{"Two.", "One."});
  // A name may hold anything but what is shown may not.
  CHECK(nul.documents[0].path.find('\n') == std::string::npos);
}

TEST_CASE("corpus: the format of a named file can be told", "[extract][corpus]") {
  const TemporaryFolder folder;
  CorpusOptions options;
  options.paths = {folder.write("table.dat", "text,date\nOne.,2020-02-13\n")};
  options.format = InputFormat::kCsv;
  Diagnostics diagnostics;
  std::vector<std::string> texts;
  read_corpus(options, diagnostics, [&](Document&& document) {
    texts.push_back(document.text + document.published);
    return true;
  });
  CHECK(texts == std::vector<std::string>{"One.2020-02-13"});
}

TEST_CASE("corpus: waiting for a pipe that gives nothing ends when asked", "[extract][corpus]") {
  const TemporaryFolder folder;
  const std::string pipe = (folder.path() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::atomic<bool> stopped = false;
  CorpusOptions options;
  options.paths = {pipe};
  options.stopped = [&] { return stopped.load(); };
  Diagnostics diagnostics;
  std::size_t documents = 0;
  std::thread reader([&] { read_corpus(options, diagnostics, [&](Document&&) { return ++documents != 0; }); });
  stopped = true;
  reader.join();  // Without an end to the waiting this test would never end.
  CHECK(documents == 0);
  CHECK(diagnostics.count() == 0);
}

}  // namespace isnad::corpus
