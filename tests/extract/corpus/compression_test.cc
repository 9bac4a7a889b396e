#include <zlib.h>
#include <zstd.h>

#include <catch2/catch.hpp>
#include <stdexcept>

#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

using Complaints = std::vector<std::string>;

namespace {

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("deflateInit2");
  std::string in(bytes);
  std::string out(deflateBound(&stream, static_cast<uLong>(in.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("deflate");
  return out;
}

std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

/// Some hundred thousand lines' worth of bytes, so that buffers fill many times.
std::string many_lines(std::size_t count) {
  std::string out;
  for (std::size_t k = 0; k < count; ++k)
    out += "{\"id\":" + std::to_string(k) + ",\"text\":\"قال الوزير رقم " + std::to_string(k * 7919) + "\"}\n";
  return out;
}

}  // namespace

TEST_CASE("compression: gzip and Zstandard under every ending, several members in a row", "[extract][corpus]") {
  for (const auto& compress : {gzip, zstd}) {
    const std::string name = compress == gzip ? ".gz" : ".zst";
    const Read lines = read_one("a.jsonl" + name, compress(many_lines(20000)) + compress("{\"id\":\"last\",\"text\":\"x\"}\n"));
    REQUIRE(lines.documents.size() == 20001);
    for (std::size_t k = 0; k < 20000; ++k) REQUIRE(lines.documents[k].id.str() == std::to_string(k));
    CHECK(lines.documents.back().id.str() == "last");
    CHECK(lines.complaints.empty());

    const Read text = read_one("2021-05-06-a.txt" + name, compress("Title\n\nText."));
    REQUIRE(text.documents.size() == 1);
    CHECK(text.documents[0].published == "2021-05-06");
    CHECK(read_one("a.HTML" + name, compress("<p>A long enough paragraph.</p>")).documents.size() == 1);
  }
}

TEST_CASE("compression: the bytes decide, not the ending", "[extract][corpus]") {
  CHECK(read_one("a.txt", gzip("Text.")).documents.at(0).text == "Text.");
  CHECK(read_one("a.txt.gz", "Text.").documents.at(0).text == "Text.");
  CHECK(read_one("a.txt.gz", zstd("Text.")).documents.at(0).text == "Text.");
}

TEST_CASE("compression: a cut or damaged file gives what came before the fault, and a report", "[extract][corpus]") {
  const std::string lines = many_lines(20000);
  const std::string gz = gzip(lines);
  const Read cut = read_one("a.jsonl.gz", gz.substr(0, gz.size() / 2));
  CHECK(cut.documents.size() > 1000);
  CHECK(cut.documents.size() < 20000);
  CHECK(cut.complaints == Complaints{"0: gzip: the file ends in the middle of its data"});

  const std::string zst = zstd(lines);
  const Read cut_zst = read_one("a.jsonl.zst", zst.substr(0, zst.size() - 5));
  CHECK(cut_zst.complaints == Complaints{"0: zstd: the file ends in the middle of its data"});

  std::string bad = gz;
  bad[bad.size() - 6] = static_cast<char>(bad[bad.size() - 6] ^ 0x55);  // in the checksum
  CHECK(read_one("a.jsonl.gz", bad).complaints == Complaints{"0: gzip: the data are damaged"});
  std::string bad_zst = zst;
  bad_zst.replace(zst.size() / 2, 64, 64, '\xFF');
  REQUIRE(read_one("a.jsonl.zst", bad_zst).complaints.size() == 1);
  CHECK(read_one("a.txt", "\x1f\x8b").complaints == Complaints{"0: gzip: the file ends in the middle of its data"});
}

TEST_CASE("compression: a bomb is cut at the limit", "[extract][corpus]") {
  CHECK(read_one("a.txt.gz", gzip(std::string(std::size_t{100} << 20U, 'x'))).complaints == Complaints{"0: longer than 64 MiB"});
  CHECK(read_one("a.jsonl.zst", zstd(std::string(std::size_t{100} << 20U, 'x'))).complaints ==
        Complaints{"1: a line longer than 64 MiB"});
}

}  // namespace isnad::corpus
