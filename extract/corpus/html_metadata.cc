#include "extract/corpus/html_metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "extract/corpus/date.h"
#include "extract/corpus/json_ld.h"
#include "extract/corpus/plain_text.h"

namespace isnad::corpus {

namespace {

// Between a headline and the site's name.
constexpr std::array<std::string_view, 6> kBars = {" - ", " | ", " – ", " — ", " :: ", " « "};

/// Everything in the page that may say something of it, gathered in one walk.
struct Raw {
  /// `name`, `property`, `itemprop` or `http-equiv` of `meta`, in lower case, and its first content.
  std::map<std::string, std::string, std::less<>> meta;
  JsonLdArticle json_ld;
  std::string canonical;
  std::string html_lang;
  std::string title;
  std::string h1;
  std::string time;
  std::string published_time;
  /// The first date in the line under the headline, by the names of elements.
  std::string byline_day;
};

void set_once(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

/// Returns: whether `class` says that the element holds the line with author and date.
bool is_byline(const HtmlNode* node) {
  constexpr std::array<std::string_view, 7> kNames = {"date", "published", "posted", "byline", "entry-meta", "post-meta", "article-info"};
  const std::string names = ascii_lower(attribute(node, "class"));
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) { return names.find(name) != std::string::npos; });
}

void look_at(const HtmlNode* node, Raw& raw) {
  const std::string_view name = tag(node);
  constexpr std::size_t kMostBylineBytes = 160;
  if (raw.byline_day.empty() && !raw.h1.empty() && is_byline(node)) {
    const std::string line = one_line(inner_text(node));
    if (line.size() <= kMostBylineBytes) raw.byline_day = iso_date(line).value_or("");
  }
  if (name == "meta") {
    const std::string content = one_line(attribute(node, "content"));
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      if (const std::string value = attribute(node, key); !value.empty()) raw.meta.emplace(ascii_lower(value), content);
    }
  } else if (name == "script") {
    if (ascii_lower(attribute(node, "type")) == "application/ld+json") read_json_ld(inner_text(node), raw.json_ld);
  } else if (name == "link") {
    if (ascii_lower(attribute(node, "rel")) == "canonical") set_once(raw.canonical, attribute(node, "href"));
  } else if (name == "html") {
    raw.html_lang = attribute(node, "lang");
  } else if (name == "title") {
    set_once(raw.title, one_line(inner_text(node)));
  } else if (name == "h1") {
    set_once(raw.h1, one_line(inner_text(node)));
  } else if (name == "time") {
    std::string value = attribute(node, "datetime");
    if (attribute(node, "itemprop") == "datePublished") set_once(raw.published_time, value);
    set_once(raw.time, std::move(value));
  }
}

bool is_article_url(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return false;
  const std::size_t path = url.find('/', url.find("://") + 3);
  return path != std::string_view::npos && path + 1 < url.size();
}

/// Returns: the page's title without the site's name before or after it.
std::string without_site(const std::string& title, const std::string& site) {
  if (site.empty()) return title;
  for (const std::string_view bar : kBars) {
    const std::string after = std::string(bar) + site;
    const std::string before = site + std::string(bar);
    if (title.size() > after.size() && title.ends_with(after)) return title.substr(0, title.size() - after.size());
    if (title.size() > before.size() && title.starts_with(before)) return title.substr(before.size());
  }
  return title;
}

/// Returns: whether `title` is the headline `h1` and something of the site's after a bar.
bool continues(std::string_view title, std::string_view h1) {
  constexpr std::size_t kMinHeadlineBytes = 16;
  if (h1.size() < kMinHeadlineBytes || !title.starts_with(h1)) return false;
  const std::string_view rest = title.substr(h1.size());
  return std::any_of(kBars.begin(), kBars.end(), [rest](std::string_view bar) { return rest.starts_with(bar); });
}

class Chooser {
 public:
  explicit Chooser(Raw raw) : raw_(std::move(raw)) {}

  PageMetadata choose() {
    PageMetadata out;
    for (const std::string& url : {raw_.canonical, meta("og:url"), raw_.json_ld.url}) {
      if (const std::string_view clean = trimmed(url); out.url.empty() && is_article_url(clean)) out.url = clean;
    }
    out.source = first({meta("og:site_name"), raw_.json_ld.publisher, meta("application-name"), host_of(out.url)});
    out.title = first({meta("og:title"), raw_.json_ld.headline, raw_.h1, meta("twitter:title"), raw_.title});
    out.title = without_site(out.title, out.source);
    if (continues(out.title, raw_.h1)) out.title = raw_.h1;
    out.published = date(out.url);
    for (const std::string& lang : {raw_.html_lang, raw_.json_ld.language, meta("og:locale"), meta("content-language")}) {
      if (out.lang.empty()) out.lang = language_code(lang);
    }
    out.article_body = std::move(raw_.json_ld.body);
    return out;
  }

 private:
  [[nodiscard]] std::string meta(std::string_view name) const {
    const auto found = raw_.meta.find(name);
    return found == raw_.meta.end() ? std::string() : found->second;
  }

  static std::string first(std::initializer_list<std::string> values) {
    for (const std::string& value : values) {
      if (std::string line = one_line(value); !line.empty()) return line;
    }
    return {};
  }

  [[nodiscard]] std::string date(std::string_view url) const {
    constexpr std::array kNames = {
        "article:published_time", "datepublished",   "og:published_time", "pubdate",          "publishdate", "publish-date",
        "dc.date.issued",         "dcterms.created", "dc.date",           "parsely-pub-date", "date"};
    if (auto day = iso_date(raw_.json_ld.date_published)) return *day;
    for (const char* name : kNames) {
      if (auto day = iso_date(meta(name))) return *day;
    }
    for (const std::string& value : {raw_.published_time, raw_.time}) {
      if (auto day = iso_date(value)) return *day;
    }
    if (auto day = date_in_url(url)) return *day;
    return raw_.byline_day;
  }

  Raw raw_;
};

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin == std::string_view::npos) return {};
  std::string_view rest = url.substr(begin + 3);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  if (rest.starts_with("www.")) rest.remove_prefix(4);
  return std::string(rest);
}

PageMetadata read_metadata(const HtmlTree& page) {
  Raw raw;
  for_each_element(page.root(), [&raw](const HtmlNode* node) { look_at(node, raw); });
  return Chooser(std::move(raw)).choose();
}

}  // namespace isnad::corpus
