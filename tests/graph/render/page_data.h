#pragma once

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

namespace isnad::testing {

/// Returns: the data block of a web page, found as a browser finds it: up to the first end tag.
inline nlohmann::json page_data(const std::string& page) {
  const std::string open = "<script id=\"data\" type=\"application/json\">";
  const auto begin = page.find(open);
  const auto end = page.find("</", begin);
  if (begin == std::string::npos || end == std::string::npos) throw std::runtime_error("the page has no data block");
  return nlohmann::json::parse(page.substr(begin + open.size(), end - begin - open.size()));
}

}  // namespace isnad::testing
