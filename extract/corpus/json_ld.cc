#include "extract/corpus/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace isnad::corpus {

namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 32;

struct TooDeep {};

/// Returns: a string member, or that of the first object in it (`publisher: {name}`), or of the first list element.
std::string text_of(const Json& value, const char* inner) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array() && !value.empty()) return text_of(value.front(), inner);
  if (value.is_object() && value.contains(inner) && value[inner].is_string()) return value[inner].get<std::string>();
  return {};
}

bool is_article(const Json& object) {
  const auto named_article = [](const Json& type) {
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    return name.ends_with("Article") || name == "BlogPosting" || name == "LiveBlogPosting" || name == "Report";
  };
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  return type->is_array() ? std::any_of(type->begin(), type->end(), named_article) : named_article(*type);
}

void fill(std::string& field, const Json& object, const char* name, const char* inner = "@value") {
  if (!field.empty()) return;
  if (const auto found = object.find(name); found != object.end()) field = text_of(*found, inner);
}

void collect(const Json& value, JsonLdArticle& article) {
  if (value.is_array()) {
    for (const Json& element : value) collect(element, article);
  } else if (value.is_object()) {
    if (is_article(value)) {
      fill(article.headline, value, "headline");
      fill(article.date_published, value, "datePublished");
      fill(article.url, value, "mainEntityOfPage", "@id");
      fill(article.url, value, "url", "@id");
      fill(article.publisher, value, "publisher", "name");
      fill(article.language, value, "inLanguage", "alternateName");
      fill(article.body, value, "articleBody");
    }
    if (const auto graph = value.find("@graph"); graph != value.end()) collect(*graph, article);
  }
}

}  // namespace

void read_json_ld(std::string_view script, JsonLdArticle& article) {
  try {
    const auto shallow = [](int depth, Json::parse_event_t, Json&) -> bool {
      if (depth > kMaxDepth) throw TooDeep{};
      return true;
    };
    const Json value = Json::parse(script.begin(), script.end(), shallow, false);
    if (!value.is_discarded()) collect(value, article);
  } catch (const TooDeep&) {
    // No article needs this depth: the script says nothing that we want.
  }
}

}  // namespace isnad::corpus
