#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/corpus/http_message.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kMaxHeaderLineBytes = std::size_t{1} << 16U;
constexpr std::size_t kMaxHeaderLines = 256;

struct RecordHeader {
  std::string type;
  std::string url;
  std::string content_type;
  std::uint64_t length = 0;
};

class WarcReader {
 public:
  explicit WarcReader(const Reading& reading) : reading_(reading) {}

  bool read() {
    while (auto header = next_header()) {
      if (!record(*header)) return false;
    }
    if (records_ == 0) throw Unusable("no WARC record in it");
    return true;
  }

 private:
  /// Passes over what lies between records. Returns: the next record's header; nothing at the end.
  std::optional<RecordHeader> next_header() {
    std::string line;
    bool lost = false;
    for (;;) {
      const ByteReader::Line status = reading_.bytes.next_line(line, kMaxHeaderLineBytes);
      if (status == ByteReader::Line::kEnd) return std::nullopt;
      if (line.starts_with("WARC/")) break;
      if (!lost && (status == ByteReader::Line::kTooLong || !trimmed(line).empty())) {
        lost = true;
        reading_.diagnostics.report(
            reading_.name, 0, "record " + std::to_string(records_ + 1) + ": does not begin with WARC/; looking for the next one");
      }
    }
    ++records_;
    RecordHeader header;
    bool has_length = false;
    for (std::size_t k = 0; k < kMaxHeaderLines; ++k) {
      const ByteReader::Line status = reading_.bytes.next_line(line, kMaxHeaderLineBytes);
      if (status == ByteReader::Line::kEnd)
        throw Unusable("record " + std::to_string(records_) + ": the file ends in its header");
      if (status == ByteReader::Line::kRead && line.empty()) break;
      const std::size_t colon = line.find(':');
      if (colon == std::string::npos) continue;
      const std::string name = ascii_lower(line.substr(0, colon));
      const std::string value(trimmed(std::string_view(line).substr(colon + 1)));
      if (name == "warc-type") header.type = ascii_lower(value);
      if (name == "content-type") header.content_type = value;
      if (name == "warc-target-uri")
        header.url = value.starts_with('<') && value.ends_with('>') ? value.substr(1, value.size() - 2) : value;
      if (name == "content-length") {
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), header.length);
        has_length = error == std::errc() && end == value.data() + value.size();
      }
    }
    if (!has_length)
      throw Unusable("record " + std::to_string(records_) + ": no Content-Length, so what follows cannot be found");
    return header;
  }

  bool record(const RecordHeader& header) {
    const bool wanted = (header.type == "response" || header.type == "resource") && header.length <= kMaxRawBytes;
    if (!wanted) {
      if (header.length > kMaxRawBytes && header.type == "response")
        report(header, "longer than " + std::to_string(kMaxRawBytes >> 20U) + " MiB");
      if (reading_.bytes.skip(header.length) < header.length) cut_short();
      return true;
    }
    std::string block = reading_.bytes.take(static_cast<std::size_t>(header.length));
    if (block.size() < header.length) cut_short();
    std::optional<Document> document;
    try {
      document = page_of(header, std::move(block));
    } catch (const Unusable& reason) {
      report(header, reason.what());
    }
    return !document || reading_.sink(std::move(*document));
  }

  static bool is_page(std::string_view media_type) { return media_type == "text/html" || media_type == "application/xhtml+xml"; }

  /// Returns: nothing for what is no page: pictures, errors, redirections.
  std::optional<Document> page_of(const RecordHeader& header, std::string block) const {
    PageOrigin origin{header.url, {}, {}};
    if (header.type == "resource") {
      if (!is_page(media_type_of(header.content_type, origin.charset))) return std::nullopt;
    } else {
      std::string ignored;
      if (!media_type_of(header.content_type, ignored).starts_with("application/http")) return std::nullopt;
      HttpResponse response = parse_http_response(block);
      if (response.status != 200 || !is_page(response.media_type)) return std::nullopt;
      origin.charset = response.charset;
      block = std::move(response.body);
    }
    Document document = page_document(std::move(block), origin);
    document.path = name_of(header);
    return document;
  }

  [[nodiscard]] std::string name_of(const RecordHeader& header) const {
    return header.url.empty() ? reading_.name : reading_.name + "!" + header.url;
  }

  void report(const RecordHeader& header, const std::string& message) const {
    reading_.diagnostics.report(name_of(header), 0, "record " + std::to_string(records_) + ": " + message);
  }

  [[noreturn]] void cut_short() const {
    throw Unusable("record " + std::to_string(records_) + ": the file ends in the middle of it");
  }

  const Reading& reading_;
  std::uint64_t records_ = 0;
};

}  // namespace

bool read_warc(const Reading& reading) { return WarcReader(reading).read(); }

}  // namespace isnad::corpus
