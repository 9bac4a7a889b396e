#include "extract/corpus/corpus_reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "extract/corpus/byte_reader.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"
#include "graph/model/error.h"

namespace isnad::corpus {

namespace {

namespace fs = std::filesystem;

using ReadFormat = bool (*)(const Reading&);

/// Returns: the reader for a file's ending, that of a compressor passed over; nothing for an unknown ending.
ReadFormat format_of_name(const fs::path& path) {
  fs::path name = path.filename();
  const std::string outer = ascii_lower(name.extension().string());
  if (outer == ".gz" || outer == ".zst") name = name.stem();
  const std::string ending = ascii_lower(name.extension().string());
  if (ending == ".txt") return read_text;
  if (ending == ".html" || ending == ".htm") return read_html;
  if (ending == ".jsonl" || ending == ".ndjson") return read_jsonl;
  return nullptr;
}

ReadFormat format_of_content(ByteReader& bytes) {
  constexpr std::size_t kLookAtBytes = 1024;
  std::string_view head = bytes.peek(kLookAtBytes);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head = trimmed(head);
  if (head.starts_with('{')) return read_jsonl;
  return head.starts_with('<') ? read_html : read_text;
}

std::string lower_first(std::string text) {
  if (!text.empty()) text.replace(0, 1, ascii_lower(text.substr(0, 1)));
  return text;
}

/// Walks what the user named. All methods return false when the sink wants no more.
class Walk {
 public:
  Walk(Diagnostics& diagnostics, const std::function<bool(Document&&)>& sink)
      : diagnostics_(diagnostics), counting_([this, &sink](Document&& document) {
          ++documents_;
          return sink(std::move(document));
        }) {}

  bool named(const fs::path& path) {
    if (!fs::is_directory(path)) return file(path, format_of_name(path), true);
    const std::uint64_t documents = documents_;
    const std::size_t reports = diagnostics_.count();
    if (!folder(path, true)) return false;
    if (documents == documents_ && reports == diagnostics_.count())
      diagnostics_.report(path.string(), 0,
                          "no articles in this folder (.txt, .html, .htm, .jsonl, .ndjson, also with .gz or .zst)");
    return true;
  }

 private:
  bool folder(const fs::path& path, bool is_named) {
    // A folder that a link leads back to is read once.
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !seen_.emplace(status.st_dev, status.st_ino).second) return true;
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) entries.push_back(at->path());
    if (error) {
      const std::string message = lower_first(error.message());
      if (is_named) throw IoError(path.string() + ": " + message);
      diagnostics_.report(path.string(), 0, message);
    }
    std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& entry : entries) {
      if (entry.filename().native().starts_with('.')) continue;
      if (!inside(entry)) return false;
    }
    return true;
  }

  /// Something found in a folder, not named by the user.
  bool inside(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) return folder(path, false);
    const ReadFormat format = format_of_name(path);
    if (format == nullptr) return true;
    if (fs::exists(status) && !fs::is_regular_file(status)) return true;
    return file(path, format, false);
  }

  bool file(const fs::path& path, ReadFormat format, bool is_named) {
    std::optional<ByteReader> bytes;
    try {
      bytes.emplace(path);
    } catch (const Unusable& reason) {
      if (is_named) throw IoError(path.string() + ": " + reason.what());
      diagnostics_.report(path.string(), 0, reason.what());
      return true;
    }
    try {
      if (format == nullptr) format = format_of_content(*bytes);
      return format({path, *bytes, diagnostics_, counting_});
    } catch (const Unusable& reason) {
      diagnostics_.report(path.string(), reason.line(), reason.what());
    }
    return true;
  }

  Diagnostics& diagnostics_;
  std::function<bool(Document&&)> counting_;
  std::uint64_t documents_ = 0;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace

void read_corpus(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics,
                 const std::function<bool(Document&&)>& sink) {
  // A mistyped path is told before hours of work on the others.
  for (const fs::path& path : paths) {
    std::error_code error;
    if (!fs::exists(fs::status(path, error))) throw IoError(path.string() + ": " + lower_first(error.message()));
  }
  Walk walk(diagnostics, sink);
  for (const fs::path& path : paths) {
    if (!walk.named(path)) return;
  }
}

}  // namespace isnad::corpus
