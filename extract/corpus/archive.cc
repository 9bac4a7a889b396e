#include "extract/corpus/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <exception>
#include <utility>
#include <vector>

#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 16U;

struct FreeArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};

/// libarchive's reader on top of a ByteSource. Exceptions of the source wait until libarchive, which is C, has returned.
class Reader {
 public:
  explicit Reader(std::unique_ptr<ByteSource> bytes)
      : bytes_(std::move(bytes)), block_(kBlockBytes), handle_(archive_read_new()) {
    if (!handle_) throw Unusable("archive: cannot start reading");
  }

  [[nodiscard]] archive* get() const { return handle_.get(); }
  [[nodiscard]] std::uint64_t bytes_in() const { return bytes_in_; }

  void open() {
    archive_read_set_callback_data(get(), this);
    archive_read_set_read_callback(get(), read_block);
    archive_read_set_seek_callback(get(), seek_to);
    check(archive_read_open1(get()));
  }

  /// Throws: what the source threw, or Unusable with libarchive's own words for a fatal status.
  void check(int status) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    if (status < ARCHIVE_WARN) throw Unusable(message());
  }

  [[nodiscard]] std::string message() const {
    const char* text = archive_error_string(get());
    return text == nullptr ? "archive: damaged" : "archive: " + std::string(text);
  }

 private:
  static la_ssize_t read_block(archive*, void* data, const void** buffer) {
    Reader& self = *static_cast<Reader*>(data);
    try {
      const std::size_t got = self.bytes_->read(self.block_);
      self.bytes_in_ += got;
      *buffer = self.block_.data();
      return static_cast<la_ssize_t>(got);
    } catch (...) {
      self.failure_ = std::current_exception();
      archive_set_error(self.get(), EIO, "cannot be read");
      return ARCHIVE_FATAL;
    }
  }

  static la_int64_t seek_to(archive*, void* data, la_int64_t offset, int whence) {
    const std::int64_t place = static_cast<Reader*>(data)->bytes_->seek(offset, whence);
    return place < 0 ? ARCHIVE_FAILED : place;
  }

  std::unique_ptr<ByteSource> bytes_;
  std::vector<char> block_;
  std::uint64_t bytes_in_ = 0;
  std::exception_ptr failure_;
  std::unique_ptr<archive, FreeArchive> handle_;
};

class MemberSource final : public ByteSource {
 public:
  MemberSource(Reader& reader, std::uint64_t& bytes_out) : reader_(reader), bytes_out_(bytes_out) {}

  std::size_t read(std::span<char> to) override {
    const la_ssize_t got = archive_read_data(reader_.get(), to.data(), to.size());
    reader_.check(got < 0 ? static_cast<int>(got) : ARCHIVE_OK);
    if (got < 0) throw Unusable(reader_.message());
    bytes_out_ += static_cast<std::uint64_t>(got);
    require_plausible_ratio(reader_.bytes_in(), bytes_out_);
    return static_cast<std::size_t>(got);
  }

 private:
  Reader& reader_;
  std::uint64_t& bytes_out_;
};

class FilteredSource final : public ByteSource {
 public:
  FilteredSource(std::unique_ptr<ByteSource> raw, const char* filter) : name_(filter), reader_(std::move(raw)) {
    archive_read_support_format_raw(reader_.get());
    // Only the one filter: what is packed twice is no text.
    if (name_ == "xz") {
      archive_read_support_filter_xz(reader_.get());
    } else {
      archive_read_support_filter_bzip2(reader_.get());
    }
  }

  std::size_t read(std::span<char> to) override {
    try {
      return unpack(to);
    } catch (const Unusable& reason) {
      const std::string_view what = reason.what();
      const bool cut = what.find("truncated") != std::string_view::npos || what.find("No progress") != std::string_view::npos;
      throw Unusable(name_ + (cut ? ": the file ends in the middle of its data" : ": the data are damaged"));
    }
  }

 private:
  std::size_t unpack(std::span<char> to) {
    if (!opened_) {
      opened_ = true;
      reader_.open();
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(reader_.get(), &entry);
      ended_ = status == ARCHIVE_EOF;
      if (!ended_) reader_.check(status);
    }
    if (ended_) return 0;
    const la_ssize_t got = archive_read_data(reader_.get(), to.data(), to.size());
    if (got < 0) reader_.check(ARCHIVE_FATAL);
    return static_cast<std::size_t>(got);
  }

  std::string name_;
  Reader reader_;
  bool opened_ = false;
  bool ended_ = false;
};

std::string name_of(archive_entry* entry) {
  // As the archive has it; what libarchive cannot say in this locale it can in UTF-8.
  if (const char* raw = archive_entry_pathname(entry)) return raw;
  if (const char* utf8 = archive_entry_pathname_utf8(entry)) return utf8;
  return "?";
}

}  // namespace

bool is_archive(std::string_view front) {
  using namespace std::string_view_literals;
  return front.starts_with("PK\x03\x04"sv) || front.starts_with("PK\x05\x06"sv) ||
         (front.size() >= 262 && front.substr(257, 5) == "ustar"sv);
}

bool visit_members(std::unique_ptr<ByteSource> bytes,
                   const std::function<bool(const std::string&, const std::function<std::unique_ptr<ByteSource>()>&)>& visit,
                   const ArchiveFault& fault) {
  Reader reader(std::move(bytes));
  archive_read_support_format_zip(reader.get());
  archive_read_support_format_tar(reader.get());
  reader.open();
  std::uint64_t bytes_out = 0;
  for (;;) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return true;
    if (status == ARCHIVE_FAILED && entry != nullptr) {
      fault(name_of(entry), reader.message());
      continue;
    }
    reader.check(status);
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const std::string name = name_of(entry);
    const auto open = [&]() -> std::unique_ptr<ByteSource> { return std::make_unique<MemberSource>(reader, bytes_out); };
    if (!visit(name, open)) return false;
  }
}

std::unique_ptr<ByteSource> unfiltered(std::unique_ptr<ByteSource> raw, const char* filter) {
  return std::make_unique<FilteredSource>(std::move(raw), filter);
}

}  // namespace isnad::corpus
