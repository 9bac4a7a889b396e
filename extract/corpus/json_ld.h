#pragma once

#include <string>
#include <string_view>

namespace isnad::corpus {

/// The article in a page's JSON-LD (schema.org `NewsArticle` and its kin), as written; empty fields are not given.
struct JsonLdArticle {
  std::string headline;
  std::string date_published;
  std::string url;
  std::string publisher;
  std::string language;
  std::string body;
};

/// Adds what one `<script type="application/ld+json">` says to `article`; what is there already stays. Broken JSON says nothing.
void read_json_ld(std::string_view script, JsonLdArticle& article);

}  // namespace isnad::corpus
