#include "extract/corpus/http_message.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdint>
#include <utility>

#include "extract/corpus/byte_reader.h"
#include "extract/corpus/byte_source.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

namespace http = boost::beast::http;

constexpr std::uint32_t kMaxHeaderBytes = std::uint32_t{1} << 18U;

using Parser = http::response_parser<http::string_body>;

/// Returns: whether the whole message was understood.
bool parse(Parser& parser, std::string_view message) {
  boost::beast::error_code error;
  parser.body_limit(kMaxRawBytes);
  parser.header_limit(kMaxHeaderBytes);
  parser.eager(true);
  while (!message.empty() && !parser.is_done()) {
    const std::size_t used = parser.put(boost::asio::const_buffer(message.data(), message.size()), error);
    if (error || used == 0) break;
    message.remove_prefix(used);
  }
  if (error) return false;
  if (!parser.is_done()) parser.put_eof(error);
  return !error && parser.is_done();
}

std::string after_header(std::string_view message) {
  for (const std::string_view end : {std::string_view("\r\n\r\n"), std::string_view("\n\n")}) {
    if (const std::size_t at = message.find(end); at != std::string_view::npos)
      return std::string(message.substr(at + end.size()));
  }
  return {};
}

std::string unpacked(std::string body, std::string_view encoding) {
  const bool gzip = body.starts_with("\x1f\x8b");
  const bool zstd = body.starts_with("\x28\xb5\x2f\xfd");
  // What no longer begins like packed data was unpacked by the archive's maker.
  if (gzip || zstd) return ByteReader(decompressed(from_string(std::move(body)))).rest();
  if (encoding == "deflate") return inflated(std::move(body));
  if (encoding == "br" && !trimmed(body).starts_with('<')) throw Unusable("Content-Encoding br is not read");
  return body;
}

}  // namespace

std::string media_type_of(std::string_view content_type, std::string& charset) {
  const std::string lower = ascii_lower(content_type);
  if (const std::size_t at = lower.find("charset="); at != std::string::npos) {
    const std::string_view value = trimmed(std::string_view(lower).substr(at + 8));
    const std::size_t begin = value.find_first_not_of("\"'");
    if (begin != std::string_view::npos) charset = value.substr(begin, value.find_first_of("\"'; ", begin) - begin);
  }
  return std::string(trimmed(std::string_view(lower).substr(0, lower.find(';'))));
}

HttpResponse parse_http_response(std::string_view message) {
  Parser parser;
  const bool whole = parse(parser, message);
  if (!parser.is_header_done()) throw Unusable("no HTTP response");
  HttpResponse response;
  response.status = static_cast<int>(parser.get().result_int());
  const auto type = parser.get()[http::field::content_type];
  response.media_type = media_type_of({type.data(), type.size()}, response.charset);
  const auto encoding = parser.get()[http::field::content_encoding];
  response.body = whole ? std::move(parser.get().body()) : after_header(message);
  response.body = unpacked(std::move(response.body), ascii_lower(trimmed({encoding.data(), encoding.size()})));
  return response;
}

}  // namespace isnad::corpus
