// Every reader of the corpus, fed with bytes that nobody vouches for: articles come out as valid UTF-8 with their parts in their
// place, or a complaint does; nothing else happens.
//
//   fuzz_readers [-n MUTATIONS] [-s SECONDS] [FILE...]
//
// The first byte of an input chooses the reader, the rest is the file. The plain program replays files, then mutates seeds
// MUTATIONS times (default 3,000) from a fixed seed, or for SECONDS. Built with `-fsanitize=fuzzer` and `-DISNAD_LIBFUZZER` it is a
// target for libFuzzer.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/corpus/archive.h"
#include "extract/corpus/byte_reader.h"
#include "extract/corpus/byte_source.h"
#include "extract/corpus/date.h"
#include "extract/corpus/encoding.h"
#include "extract/corpus/http_message.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"
#include "extract/diagnostics.h"
#include "graph/model/near_duplicate.h"
#include "tests/fuzz/replay.h"

namespace {

using namespace isnad::corpus;

constexpr std::size_t kFormats = 8;
constexpr std::size_t kKinds = kFormats + 4;

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

void check_document(const isnad::Document& document) {
  require(!document.id.empty(), "a document without id");
  require(!document.text.empty() && document.text.size() <= kMaxTextBytes, "a text of no or too many bytes");
  require(document.published.empty() || iso_date(document.published) == document.published, "a date that is none");
  std::size_t end = 0;
  for (const auto& sentence : document.sentences) {
    require(sentence.span.begin >= end && sentence.span.end <= document.text.size() && sentence.span.begin < sentence.span.end, "a sentence out of place");
    end = sentence.span.end;
  }
  // Throws Unusable, which no reader may let a document through with.
  require_text(document.text);
  static_cast<void>(isnad::shingles_of(document.text));
}

void read_as(InputFormat format, std::string bytes) {
  isnad::Diagnostics diagnostics;
  const FieldMap fields;
  const std::function<bool(isnad::Document&&)> sink = [](isnad::Document&& document) {
    check_document(document);
    return true;
  };
  ByteReader reader(decompressed(from_string(std::move(bytes))));
  reader_of(format)({"fuzz", "2020-02-13-fuzz", reader, diagnostics, fields, sink});
}

void read_members(std::string bytes) {
  visit_members(
      decompressed(from_string(std::move(bytes))),
      [](const std::string&, const auto& open) {
        const std::unique_ptr<ByteSource> member = open();
        static_cast<void>(read_front(*member, std::size_t{1} << 20U));
        return true;
      },
      [](const std::string&, const std::string&) {});
}

void run_one(std::string_view input) {
  if (input.empty()) return;
  const std::size_t kind = static_cast<unsigned char>(input[0]) % kKinds;
  std::string bytes(input.substr(1));
  try {
    if (kind < kFormats) {
      read_as(static_cast<InputFormat>(kind), std::move(bytes));
    } else if (kind == kFormats) {
      read_members(std::move(bytes));
    } else if (kind == kFormats + 1) {
      static_cast<void>(parse_http_response(bytes));
    } else if (kind == kFormats + 2) {
      ByteReader reader(decompressed(from_string(std::move(bytes))));
      read_as(format_of_content(reader), reader.rest());
    } else {
      static_cast<void>(iso_date(bytes));
      static_cast<void>(date_in_url(bytes));
      static_cast<void>(language_code(bytes));
    }
  } catch (const Unusable&) {
    // What cannot be used is told so.
  }
}

}  // namespace

#ifdef ISNAD_LIBFUZZER

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  run_one({reinterpret_cast<const char*>(data), size});
  return 0;
}

#else

int main(int argc, char** argv) {
  // What breaks parsers: their own marks in the wrong place.
  const std::vector<std::string> marks = {"\"", "\\", "{", "}", "[", "]", ",", "<", ">", "</", "&#", "<![CDATA[", "\r\n", "\n", "\xEF\xBB\xBF",
                                                  "\xFF\xFE", std::string(1, '\0'), "\xD9", "<!--", "Content-Length: 99999\r\n", "WARC/1.0\r\n", "\x1f\x8b", "PK\x03\x04", "1e999", "\\ud800"};
  return isnad::fuzz::replay(argc, argv, kKinds, marks, [](const std::string& input) { run_one(input); });
}

#endif
