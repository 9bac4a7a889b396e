#include "extract/corpus/input_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "extract/corpus/plain_text.h"

namespace isnad::corpus {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLookAtBytes = std::size_t{1} << 16U;

constexpr std::array<std::pair<std::string_view, InputFormat>, 15> kNames = {{{"txt", InputFormat::kText},
                                                                              {"text", InputFormat::kText},
                                                                              {"html", InputFormat::kHtml},
                                                                              {"htm", InputFormat::kHtml},
                                                                              {"xhtml", InputFormat::kHtml},
                                                                              {"jsonl", InputFormat::kJsonl},
                                                                              {"ndjson", InputFormat::kJsonl},
                                                                              {"json", InputFormat::kJson},
                                                                              {"csv", InputFormat::kCsv},
                                                                              {"tsv", InputFormat::kTsv},
                                                                              {"tab", InputFormat::kTsv},
                                                                              {"rss", InputFormat::kFeed},
                                                                              {"atom", InputFormat::kFeed},
                                                                              {"xml", InputFormat::kFeed},
                                                                              {"warc", InputFormat::kWarc}}};

constexpr std::array<std::string_view, 4> kCompressors = {".gz", ".zst", ".xz", ".bz2"};
constexpr std::array<std::string_view, 7> kArchives = {".zip", ".tar", ".tgz", ".tzst", ".txz", ".tbz", ".tbz2"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Returns: the ending in lower case, that of a compressor passed over.
std::string inner_ending(const fs::path& path) {
  fs::path name = path.filename();
  if (contains(kCompressors, ascii_lower(name.extension().string()))) name = name.stem();
  return ascii_lower(name.extension().string());
}

/// Returns: whether an XML document is a feed, by the first element in it.
bool is_feed(std::string_view front) {
  constexpr std::array<std::string_view, 4> kRoots = {"<rss", "<feed", "<rdf:RDF", "<atom:feed"};
  for (std::size_t at = front.find('<'); at != std::string_view::npos; at = front.find('<', at + 1)) {
    const std::string_view rest = front.substr(at);
    if (rest.starts_with("<?") || rest.starts_with("<!")) continue;
    return std::any_of(kRoots.begin(), kRoots.end(), [rest](std::string_view root) { return rest.starts_with(root); });
  }
  return false;
}

}  // namespace

std::optional<InputFormat> format_named(std::string_view name) {
  const auto* const found = std::find_if(kNames.begin(), kNames.end(), [name](const auto& row) { return row.first == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->second;
}

std::optional<InputFormat> format_of_name(const fs::path& name) {
  const std::string ending = inner_ending(name);
  return ending.empty() ? std::nullopt : format_named(std::string_view(ending).substr(1));
}

bool is_archive_name(const fs::path& name) { return contains(kArchives, inner_ending(name)); }

bool looks_like_json_lines(std::string_view front) {
  if (!front.starts_with('{')) return false;
  const std::size_t newline = front.find('\n');
  if (newline == std::string_view::npos) return false;
  if (!trimmed(front.substr(0, newline)).ends_with('}')) return false;
  const std::string_view next = trimmed(front.substr(newline));
  return next.empty() || next.starts_with('{');
}

InputFormat format_of_content(ByteReader& bytes) {
  std::string_view front = bytes.peek(kLookAtBytes);
  if (front.starts_with("\xEF\xBB\xBF")) front.remove_prefix(3);
  front = trimmed(front);
  if (front.starts_with("WARC/1.")) return InputFormat::kWarc;
  if (front.starts_with('[')) return InputFormat::kJson;
  if (front.starts_with('{')) return looks_like_json_lines(front) ? InputFormat::kJsonl : InputFormat::kJson;
  if (front.starts_with('<')) return is_feed(front) ? InputFormat::kFeed : InputFormat::kHtml;
  return InputFormat::kText;
}

}  // namespace isnad::corpus
