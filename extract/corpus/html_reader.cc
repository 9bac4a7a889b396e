#include <algorithm>
#include <string>
#include <utility>

#include "extract/corpus/date.h"
#include "extract/corpus/document_id.h"
#include "extract/corpus/encoding.h"
#include "extract/corpus/html_content.h"
#include "extract/corpus/html_metadata.h"
#include "extract/corpus/html_tree.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

/// Returns: paragraphs of the body that JSON-LD gives, which is plain text on one site and markup on the next.
std::string plain_body(const std::string& body) {
  if (body.find('<') != std::string::npos) return article_text(HtmlTree("<html><body><div>" + body + "</div></body></html>"), {});
  std::string out;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string line = one_line(std::string_view(body).substr(begin, end - begin));
    if (!line.empty()) out.append(out.empty() ? "" : "\n\n").append(line);
    begin = end + 1;
  }
  return out;
}

/// Templates often leave `lang="en"` on Arabic pages: the script has the last word between the two.
std::string checked_language(std::string lang, std::string_view text) {
  std::size_t arabic = 0;
  std::size_t latin = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xD8 && byte <= 0xDB) ++arabic;  // lead bytes of U+0600 to U+06FF
    if ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z') ++latin;
  }
  if (lang == "en" && arabic > latin) return "ar";
  if (lang == "ar" && latin > arabic) return {};
  return lang;
}

}  // namespace

Document page_document(std::string bytes, const PageOrigin& origin) {
  if (trimmed(bytes).empty()) throw Unusable("empty");
  std::string charset = origin.charset;
  if (charset.empty()) charset = declared_charset(bytes);
  const HtmlTree page(to_utf8(std::move(bytes), charset));
  const PageMetadata about = read_metadata(page);
  std::string text = article_text(page, about.title);
  // Some pages show a first paragraph and give the whole only to search engines.
  if (std::string body = plain_body(about.article_body); body.size() > 2 * text.size()) text = std::move(body);
  if (text.empty()) throw Unusable("no article found in the page");

  Document document;
  document.title = about.title;
  document.url = about.url.empty() ? origin.url : about.url;
  document.source = about.source.empty() ? host_of(document.url) : about.source;
  document.published = about.published;
  if (document.published.empty()) document.published = date_in_url(document.url).value_or("");
  if (document.published.empty()) document.published = leading_date(origin.file_name).value_or("");
  document.lang = checked_language(about.lang, text);
  document.text = with_headline(document.title, text);
  require_analysable(document.text);
  document.id = document_id({}, document);
  return document;
}

bool read_html(const Reading& reading) {
  Document document = page_document(reading.bytes.rest(), {{}, {}, reading.file_name});
  document.path = reading.name;
  return reading.sink(std::move(document));
}

}  // namespace isnad::corpus
