#pragma once

#include <string>
#include <string_view>

#include "extract/corpus/html_tree.h"

namespace isnad::corpus {

/// What a page says of itself, each field empty when it says nothing.
struct PageMetadata {
  std::string title;
  /// Absolute, and of the article: a site's front page is no article's address.
  std::string url;
  /// The site's name, else the host of `url`.
  std::string source;
  /// `YYYY-MM-DD`.
  std::string published;
  /// As `language_code` gives it.
  std::string lang;
  /// The whole text, where JSON-LD has it.
  std::string article_body;
};

/// Reads OpenGraph and other `meta` elements, JSON-LD, `link rel=canonical`, `h1`, `time` and `title`, the more explicit first.
[[nodiscard]] PageMetadata read_metadata(const HtmlTree& page);

/// Returns: the host in an absolute address, without `www.`; empty when there is none.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace isnad::corpus
