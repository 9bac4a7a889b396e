#include "extract/corpus/corpus_reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "extract/corpus/archive.h"
#include "extract/corpus/byte_reader.h"
#include "extract/corpus/byte_source.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"

namespace isnad::corpus {

namespace {

namespace fs = std::filesystem;

// Archives in archives: further down there is nothing but malice.
constexpr int kMaxArchiveDepth = 3;
constexpr std::size_t kFrontBytes = 512;
constexpr std::string_view kKnownEndings =
    ".txt, .html, .htm, .jsonl, .ndjson, .json, .csv, .tsv, .rss, .atom, .xml, .warc, also with .gz, .zst, .xz or .bz2, and in "
    ".zip or .tar";

std::string lower_first(std::string text) {
  if (!text.empty()) text.replace(0, 1, ascii_lower(text.substr(0, 1)));
  return text;
}

/// A path as documents and messages name it: any bytes can stand in a file's name, but not in the outputs.
std::string shown(const std::string& path) { return clean_text(path) == path ? path : clean_text(path); }

/// Where a stream of bytes comes from.
struct Origin {
  /// As shown, and the bare name of the file itself.
  std::string name;
  std::string file_name;
  std::optional<InputFormat> format;
  /// Named by the user or in the list: then its content is looked at when the ending says nothing.
  bool named = false;
  int archive_depth = 0;
};

/// Walks what the user named. All methods return false when the sink wants no more.
class Walk {
 public:
  Walk(const CorpusOptions& options, Diagnostics& diagnostics, const std::function<bool(Document&&)>& sink)
      : options_(options), diagnostics_(diagnostics), counting_([this, &sink](Document&& document) {
          ++documents_;
          return sink(std::move(document));
        }) {}

  bool named(const fs::path& path) {
    if (path == "-") return stream(open_standard_input(watch()), {"-", "-", options_.format, true, 0});
    if (!fs::is_directory(path)) return file(path, true);
    const std::uint64_t documents = documents_;
    const std::size_t reports = diagnostics_.count();
    if (!folder(path, true)) return false;
    if (documents == documents_ && reports == diagnostics_.count())
      diagnostics_.report(shown(path.string()), 0, "no articles in this folder (" + std::string(kKnownEndings) + ")");
    return true;
  }

  /// A path of the list: what is wrong with it is reported.
  bool listed(const fs::path& path, std::uint64_t line) {
    std::error_code error;
    if (fs::exists(fs::status(path, error))) {
      try {
        return named(path);
      } catch (const IoError& fault) {
        diagnostics_.report(shown(options_.list.string()), line, fault.what());
        return true;
      }
    }
    diagnostics_.report(shown(options_.list.string()), line, shown(path.string()) + ": " + lower_first(error.message()));
    return true;
  }

  bool list() {
    ByteReader bytes(
        decompressed(options_.list == "-" ? open_standard_input(watch()) : open_file(options_.list, {options_.stopped, {}})));
    const std::string all = bytes.rest();
    const char separator = all.find('\0') == std::string::npos ? '\n' : '\0';
    std::uint64_t line = 0;
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = std::min(all.find(separator, begin), all.size());
      std::string path = all.substr(begin, end - begin);
      begin = end + 1;
      ++line;
      if (separator == '\n' && path.ends_with('\r')) path.pop_back();
      if (!path.empty() && !listed(path, line)) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] Watch watch() const { return {options_.stopped, options_.bytes_read}; }

  bool folder(const fs::path& path, bool is_named) {
    if (options_.stopped && options_.stopped()) throw Stopped{};
    // A folder that a link leads back to is read once.
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && !seen_.emplace(status.st_dev, status.st_ino).second) return true;
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) entries.push_back(at->path());
    if (error) {
      const std::string message = lower_first(error.message());
      if (is_named) throw IoError(shown(path.string()) + ": " + message);
      diagnostics_.report(shown(path.string()), 0, message);
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
    if (!format_of_name(path) && !is_archive_name(path)) return true;
    if (fs::exists(status) && !fs::is_regular_file(status)) return true;
    return file(path, false);
  }

  bool file(const fs::path& path, bool is_named) {
    std::unique_ptr<ByteSource> source;
    try {
      source = open_file(path, watch());
    } catch (const Unusable& reason) {
      if (is_named) throw IoError(shown(path.string()) + ": " + reason.what());
      diagnostics_.report(shown(path.string()), 0, reason.what());
      return true;
    }
    std::optional<InputFormat> format = is_named ? options_.format : std::nullopt;
    if (!format) format = format_of_name(path);
    return stream(std::move(source), {shown(path.string()), path.filename().string(), format, is_named, 0});
  }

  /// Any bytes: an archive, or one file in a format, packed or not.
  bool stream(std::unique_ptr<ByteSource> source, const Origin& origin) {
    if (options_.stopped && options_.stopped()) throw Stopped{};
    try {
      source = decompressed(std::move(source));
      std::string front = read_front(*source, kFrontBytes);
      const bool archive = is_archive(front) || (!origin.format && is_archive_name(origin.file_name));
      source = prefixed(std::move(front), std::move(source));
      if (archive) return members(std::move(source), origin);
      ByteReader bytes(std::move(source));
      const InputFormat format = origin.format ? *origin.format : format_of_content(bytes);
      return reader_of(format)({origin.name, origin.file_name, bytes, diagnostics_, options_.fields, counting_});
    } catch (const Unusable& reason) {
      diagnostics_.report(origin.name, reason.line(), reason.what());
    }
    return true;
  }

  bool members(std::unique_ptr<ByteSource> source, const Origin& origin) {
    if (origin.archive_depth == kMaxArchiveDepth)
      throw Unusable("archives in archives deeper than " + std::to_string(kMaxArchiveDepth));
    std::uint64_t files = 0;
    const auto member = [&](const std::string& name, const std::function<std::unique_ptr<ByteSource>()>& open) {
      const fs::path path(name);
      const bool hidden = std::any_of(path.begin(), path.end(), [](const fs::path& part) {
        return part != "." && part != ".." && part.native().starts_with('.');
      });
      const auto format = format_of_name(path);
      if (hidden || name.starts_with("__MACOSX/") || (!format && !is_archive_name(path))) return true;
      ++files;
      return stream(open(), {origin.name + "!" + shown(name), path.filename().string(), format, false, origin.archive_depth + 1});
    };
    const auto fault = [&](const std::string& name, const std::string& message) {
      diagnostics_.report(origin.name + "!" + shown(name), 0, message);
    };
    if (!visit_members(std::move(source), member, fault)) return false;
    if (files == 0) throw Unusable("no articles in this archive");
    return true;
  }

  const CorpusOptions& options_;
  Diagnostics& diagnostics_;
  std::function<bool(Document&&)> counting_;
  std::uint64_t documents_ = 0;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace

ReadFormat reader_of(InputFormat format) {
  switch (format) {
    case InputFormat::kText:
      return read_text;
    case InputFormat::kHtml:
      return read_html;
    case InputFormat::kJsonl:
      return read_jsonl;
    case InputFormat::kJson:
      return read_json;
    case InputFormat::kCsv:
      return read_csv;
    case InputFormat::kTsv:
      return read_tsv;
    case InputFormat::kFeed:
      return read_feed;
    case InputFormat::kWarc:
      return read_warc;
  }
  return read_text;
}

std::optional<std::uint64_t> corpus_size_bytes(const CorpusOptions& options) {
  if (!options.list.empty()) return std::nullopt;
  std::uint64_t bytes = 0;
  for (const fs::path& path : options.paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_regular_file(status)) {
      bytes += fs::file_size(path, error);
    } else if (fs::is_directory(status)) {
      for (fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        const bool read = at->is_regular_file(ignored) && (format_of_name(at->path()) || is_archive_name(at->path()));
        if (read) bytes += at->file_size(ignored);
      }
    } else {
      return std::nullopt;
    }
  }
  return bytes;
}

void require_paths(const std::vector<std::filesystem::path>& paths) {
  for (const fs::path& path : paths) {
    std::error_code error;
    if (path != "-" && !fs::exists(fs::status(path, error)))
      throw IoError(shown(path.string()) + ": " + lower_first(error.message()));
  }
}

void read_corpus(const CorpusOptions& options, Diagnostics& diagnostics, const std::function<bool(Document&&)>& sink) {
  // A mistyped path is told before hours of work on the others.
  require_paths(options.paths);
  if (!options.list.empty()) require_paths({options.list});
  Walk walk(options, diagnostics, sink);
  try {
    for (const fs::path& path : options.paths) {
      if (!walk.named(path)) return;
    }
    if (!options.list.empty()) walk.list();
  } catch (const Stopped&) {
    // What was under way is no article yet.
  } catch (const Unusable& reason) {
    throw IoError(shown(options.list.string()) + ": " + reason.what());
  }
}

void read_corpus(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics,
                 const std::function<bool(Document&&)>& sink) {
  CorpusOptions options;
  options.paths = paths;
  read_corpus(options, diagnostics, sink);
}

}  // namespace isnad::corpus
