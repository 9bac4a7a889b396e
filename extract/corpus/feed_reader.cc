#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/corpus/article_record.h"
#include "extract/corpus/encoding.h"
#include "extract/corpus/html_fragment.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"
#include "extract/corpus/xml_tree.h"

namespace isnad::corpus {

namespace {

/// What a feed says once for all its items.
struct Channel {
  std::string title;
  std::string lang;
};

bool is_content_module(const HtmlNode* node) { return vocabulary(node) == "http://purl.org/rss/1.0/modules/content/"; }

/// Returns: the text of an element that may hold escaped markup, markup in earnest (Atom's `xhtml`), or plain text.
std::string text_of(const HtmlNode* element) {
  const std::string type = ascii_lower(attribute(element, "type"));
  const std::string content = type == "xhtml" ? inner_markup(element) : inner_text(element);
  return type == "xhtml" || looks_like_html(content) ? html_fragment_text(content) : std::string(trimmed(content));
}

/// Returns: the article's address: Atom's `alternate` link, RSS's link, or a guid that is one.
void take_link(const HtmlNode* node, ArticleRecord& record) {
  const std::string href = attribute(node, "href");
  const std::string rel = ascii_lower(attribute(node, "rel"));
  if (href.empty()) {
    record.set({Field::kUrl, 0}, inner_text(node));
  } else if (rel.empty() || rel == "alternate") {
    record.set({Field::kUrl, 0}, href);
  }
}

void take_guid(const HtmlNode* node, ArticleRecord& record) {
  std::string guid(trimmed(inner_text(node)));
  if (guid.empty()) return;
  if (guid.starts_with("http://") || guid.starts_with("https://")) record.set({Field::kUrl, 1}, guid);
  record.set({Field::kId, 0}, std::move(guid));
}

ArticleRecord record_of(const HtmlNode* item, const Channel& channel) {
  ArticleRecord record;
  for (const HtmlNode* node = first_child(item); node != nullptr; node = next_sibling(node)) {
    const std::string_view name = tag(node);
    if (name == "title" && !vocabulary(node).ends_with("mrss/")) {
      record.set({Field::kTitle, 0}, text_of(node));
    } else if (name == "link") {
      take_link(node, record);
    } else if (name == "guid" || name == "id") {
      take_guid(node, record);
    } else if (name == "pubDate" || name == "published" || name == "issued") {
      record.set({Field::kDate, 0}, inner_text(node));
    } else if (name == "date" || name == "created") {
      record.set({Field::kDate, 1}, inner_text(node));
    } else if (name == "updated" || name == "modified") {
      record.set({Field::kDate, 2}, inner_text(node));
    } else if (name == "source") {
      // Atom's source is an element with a title, RSS's a name.
      for (const HtmlNode* inner = first_child(node); inner != nullptr; inner = next_sibling(inner)) {
        if (tag(inner) == "title") record.set({Field::kSource, 0}, inner_text(inner));
      }
      if (record.get(Field::kSource).empty()) record.set({Field::kSource, 0}, inner_text(node));
    } else if (name == "language") {
      record.set({Field::kLang, 0}, inner_text(node));
    } else if ((name == "encoded" && is_content_module(node)) || name == "content") {
      // Media RSS has a `content` too, a picture.
      if (attribute(node, "url").empty()) record.set({Field::kText, 0}, text_of(node));
    } else if (name == "description" || name == "summary") {
      record.set({Field::kText, 1}, text_of(node));
    }
  }
  record.set({Field::kSource, 9}, channel.title);
  record.set({Field::kLang, 9}, attribute(item, "lang"));
  record.set({Field::kLang, 9}, channel.lang);
  return record;
}

class Feed {
 public:
  Feed(const Reading& reading, bool cut_short) : reading_(reading), cut_short_(cut_short) {}

  bool read(const HtmlNode* root) {
    const std::string name = ascii_lower(tag(root));
    if (name != "rss" && name != "rdf" && name != "feed")
      throw Unusable("this XML is neither RSS nor Atom (<" + std::string(tag(root)) + ">)", line_of(root));
    return children(root);
  }

  [[nodiscard]] std::uint64_t items() const { return items_; }

 private:
  bool children(const HtmlNode* element) {
    if (channel_.lang.empty()) channel_.lang = attribute(element, "lang");
    for (const HtmlNode* node = first_child(element); node != nullptr; node = next_sibling(node)) {
      const std::string_view name = tag(node);
      if (name == "channel") {
        if (!children(node)) return false;
      } else if (name == "title" && channel_.title.empty()) {
        channel_.title = text_of(node);
      } else if (name == "language" && channel_.lang.empty()) {
        channel_.lang = inner_text(node);
      } else if (name == "item" || name == "entry") {
        // Half an article is none.
        if (cut_short_ && is_last(node)) continue;
        if (!item(node)) return false;
      }
    }
    return true;
  }

  static bool is_last(const HtmlNode* node) {
    for (const HtmlNode* next = next_sibling(node); next != nullptr; next = next_sibling(next)) {
      if (!tag(next).empty()) return false;
    }
    return true;
  }

  bool item(const HtmlNode* node) {
    const std::uint64_t line = line_of(node);
    const std::string what = "item " + std::to_string(++items_) + ": ";
    std::optional<Document> document;
    try {
      document = to_document(record_of(node, channel_), reading_, line, what);
    } catch (const Unusable& reason) {
      reading_.diagnostics.report(reading_.name, line, what + reason.what());
      return true;
    }
    return reading_.sink(std::move(*document));
  }

  const Reading& reading_;
  bool cut_short_;
  Channel channel_;
  std::uint64_t items_ = 0;
};

}  // namespace

bool read_feed(const Reading& reading) {
  std::string bytes = reading.bytes.rest();
  if (trimmed(bytes).empty()) throw Unusable("empty");
  const std::string charset = declared_xml_charset(bytes);
  const XmlTree tree(std::string(trimmed(to_utf8(std::move(bytes), charset))));
  Feed feed(reading, tree.cut_short());
  if (!feed.read(tree.root())) return false;
  if (tree.cut_short())
    throw Unusable("broken XML: " + tree.fault() + "; nothing is read after item " + std::to_string(feed.items()),
                   tree.fault_line());
  if (!tree.fault().empty())
    reading.diagnostics.warn(reading.name, tree.fault_line(), "broken XML, read as well as it can be: " + tree.fault());
  if (feed.items() == 0) throw Unusable("a feed without items");
  return true;
}

}  // namespace isnad::corpus
