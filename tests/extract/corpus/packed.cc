#include "tests/extract/corpus/packed.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace isnad::corpus {

namespace {

la_ssize_t append(archive*, void* out, const void* data, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

void check(archive* handle, int status) {
  if (status < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(handle));
}

void write_member(archive* handle, const std::string& name, std::string_view bytes) {
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  check(handle, archive_write_header(handle, entry.get()));
  if (archive_write_data(handle, bytes.data(), bytes.size()) < 0) throw std::runtime_error(archive_error_string(handle));
}

}  // namespace

std::string archive_of(const Members& members, const std::string& format, const std::string& filter) {
  std::string out;
  const std::unique_ptr<archive, int (*)(archive*)> handle(archive_write_new(), archive_write_free);
  check(handle.get(), archive_write_set_format_by_name(handle.get(), format == "tar" ? "pax" : format.c_str()));
  if (!filter.empty()) check(handle.get(), archive_write_add_filter_by_name(handle.get(), filter.c_str()));
  archive_write_set_bytes_in_last_block(handle.get(), 1);
  check(handle.get(), archive_write_open(handle.get(), &out, nullptr, append, nullptr));
  for (const auto& [name, bytes] : members) write_member(handle.get(), name, bytes);
  check(handle.get(), archive_write_close(handle.get()));
  return out;
}

std::string packed(std::string_view bytes, const std::string& filter) {
  return archive_of({{"data", std::string(bytes)}}, "raw", filter);
}

}  // namespace isnad::corpus
