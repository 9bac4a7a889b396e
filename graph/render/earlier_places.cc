#include "graph/render/earlier_places.h"

#include <libxml/xmlreader.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/render/geometry.h"

namespace isnad::render {

namespace {

/// No sheet is larger; what is would only lose precision.
constexpr double kFarthest = 1e6;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ','; }

/// Returns: the number at the start of the text, taken off; nothing when there is none or none that a place can be.
std::optional<double> take_number(std::string_view& text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value) || std::abs(value) > kFarthest) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

class SvgReader {
 public:
  SvgReader(std::string_view svg, const std::string& file) : file_(file) {
    constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
    if (svg.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) throw FormatError(file, 0, "too large for a drawing");
    reader_.reset(xmlReaderForMemory(svg.data(), static_cast<int>(svg.size()), "", nullptr, kOptions));
    if (reader_ == nullptr) throw Error(file + ": cannot be read as XML");
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), keep_error, this);
  }

  EarlierPlaces run() {
    int more = 0;
    while ((more = xmlTextReaderRead(reader_.get())) == 1) {
      const int kind = xmlTextReaderNodeType(reader_.get());
      const int depth = xmlTextReaderDepth(reader_.get());
      if (kind == XML_READER_TYPE_END_ELEMENT && depth == node_depth_) finish_node();
      if (kind == XML_READER_TYPE_ELEMENT) element(depth);
    }
    if (more != 0) throw FormatError(file_, error_line_, "not well-formed XML" + (error_.empty() ? "" : ": " + error_));
    if (places_.empty()) throw FormatError(file_, 0, "holds no nodes with data-entity: no network that isnad render drew");
    return std::move(places_);
  }

 private:
  struct Free {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  };

  static void keep_error(void* self, xmlErrorPtr error) {
    auto& reader = *static_cast<SvgReader*>(self);
    if (!reader.error_.empty() || error == nullptr || error->level < XML_ERR_ERROR) return;
    reader.error_ = clean_text(error->message == nullptr ? "" : error->message);
    reader.error_line_ = static_cast<std::uint64_t>(std::max(error->line, 0));
  }

  [[nodiscard]] std::optional<std::string> attribute(const char* name) const {
    xmlChar* value = xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name));
    if (value == nullptr) return std::nullopt;
    std::string out(reinterpret_cast<const char*>(value));
    xmlFree(value);
    return out;
  }

  [[nodiscard]] std::string name() const {
    const xmlChar* name = xmlTextReaderConstLocalName(reader_.get());
    return name == nullptr ? std::string() : reinterpret_cast<const char*>(name);
  }

  [[noreturn]] void fail(const std::string& message) const {
    // The parser itself is some lines ahead.
    const long line = xmlGetLineNo(xmlTextReaderCurrentNode(reader_.get()));
    throw FormatError(file_, static_cast<std::uint64_t>(std::max(line, 0L)), message);
  }

  void element(int depth) {
    if (node_depth_ >= 0) return shape();
    auto entity = attribute("data-entity");
    if (!entity || xmlTextReaderIsEmptyElement(reader_.get()) == 1) return;
    node_depth_ = depth;
    entity_ = clean_text(*entity);
    shift_ = translation(attribute("transform").value_or(""));
    box_ = {};
  }

  /// Editors write a node that was moved as `translate(x,y)`.
  [[nodiscard]] Position translation(std::string_view transform) const {
    constexpr std::string_view kTranslate = "translate(";
    if (transform.substr(0, kTranslate.size()) != kTranslate) return {};
    transform.remove_prefix(kTranslate.size());
    const auto x = take_number(transform);
    if (!x) fail("transform: not a number that a place can be");
    return {*x, take_number(transform).value_or(0)};
  }

  /// Whatever draws the node's outline.
  void shape() {
    const std::string what = name();
    if (what == "polygon" || what == "polyline") {
      numbers(attribute("points").value_or(""), "points");
    } else if (what == "path") {
      numbers(attribute("d").value_or(""), "d");
    } else if (what == "ellipse") {
      numbers(attribute("cx").value_or("") + " " + attribute("cy").value_or(""), "cx, cy");
    }
  }

  /// Pairs of coordinates; the letters of a path, which are all absolute in what Graphviz writes, stand between them.
  void numbers(const std::string& value, const char* what) {
    std::string_view text = value;
    std::vector<double> found;
    while (true) {
      while (!text.empty() && (is_blank(text.front()) || std::string_view("MLCZ").find(text.front()) != std::string_view::npos)) {
        text.remove_prefix(1);
      }
      if (text.empty()) break;
      const auto number = take_number(text);
      if (!number) fail(std::string(what) + ": not a number that a place can be");
      found.push_back(*number);
    }
    if (found.size() % 2 != 0) fail(std::string(what) + ": a coordinate is missing");
    for (std::size_t i = 0; i < found.size(); i += 2) box_.add(Position{found[i], found[i + 1]});
  }

  void finish_node() {
    node_depth_ = -1;
    if (box_.empty()) return;
    const Position middle = box_.middle();
    places_.emplace(std::move(entity_), Position{middle.x + shift_.x, -(middle.y + shift_.y)});
  }

  std::string file_;
  std::unique_ptr<xmlTextReader, Free> reader_;
  std::string error_;
  std::uint64_t error_line_ = 0;
  /// Of the node's group that is being read; below 0: none is.
  int node_depth_ = -1;
  std::string entity_;
  Position shift_;
  Rect box_;
  EarlierPlaces places_;
};

EarlierPlaces read_lines(std::string_view text, const std::string& file) {
  EarlierPlaces places;
  std::uint64_t number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    // The numbers are the last two words; a key may hold blanks.
    const auto second = line.find_last_of(" \t");
    const auto first_end = second == std::string_view::npos ? second : line.find_last_not_of(" \t", second);
    const auto first = first_end == std::string_view::npos ? first_end : line.find_last_of(" \t", first_end);
    if (first == std::string_view::npos || first == 0) throw FormatError(file, number, "wanted: a key, x and y");
    std::string_view rest = line.substr(first);
    const auto x = take_number(rest);
    const auto y = x ? take_number(rest) : std::nullopt;
    if (!y || !rest.empty()) throw FormatError(file, number, "wanted: a key, x and y, which are numbers that a place can have");
    places.emplace(clean_text(line.substr(0, first)), Position{*x, -*y});
  }
  if (places.empty()) throw FormatError(file, 0, "holds no places");
  return places;
}

}  // namespace

EarlierPlaces read_earlier_places(std::string_view text, const std::string& file) {
  const auto start = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  const bool xml = start != std::string_view::npos && text[start] == '<';
  return xml ? SvgReader(text, file).run() : read_lines(text, file);
}

}  // namespace isnad::render
