#pragma once

#include <string>
#include <string_view>

namespace isnad::corpus {

/// A server's answer as a web archive keeps it.
struct HttpResponse {
  int status = 0;
  /// Media type in lower case, without parameters: `text/html`.
  std::string media_type;
  /// The character set that `Content-Type` names, in lower case; empty for none.
  std::string charset;
  /// Without transfer and content encodings.
  std::string body;
};

/// Reads an HTTP/1 response: chunked or not, its body plain, gzip, deflate or Zstandard. Archives that have undone an encoding
/// but kept its header, as many do, are understood. Throws: Unusable for what is no HTTP response, an encoding that is not known,
/// damaged data, a body of more than 64 MiB.
[[nodiscard]] HttpResponse parse_http_response(std::string_view message);

/// Returns: the media type of a `Content-Type`, in lower case, and in `charset` its character set.
[[nodiscard]] std::string media_type_of(std::string_view content_type, std::string& charset);

}  // namespace isnad::corpus
