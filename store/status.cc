#include "store/status.h"

#include <rocksdb/status.h>

#include <string>
#include <string_view>

#include "graph/model/error.h"

namespace isnad::store {

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// On one line, whatever RocksDB or a file's name put into it.
std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return text;
}

}  // namespace

void check(const rocksdb::Status& status, const std::filesystem::path& path) {
  if (status.ok()) return;
  const std::string text = one_line(status.ToString());
  const std::string name = path.string() + ": ";
  if (status.IsCorruption() || (status.IsInvalidArgument() && contains(text, "omparator"))) {
    throw CorruptionError(name + "the database is damaged: " + text);
  }
  if (contains(text, "lock hold by current process") || (contains(text, "/LOCK") && contains(text, "Resource temporarily unavailable"))) {
    throw IoError(name + "the database is in use by another process");
  }
  if (status.IsNoSpace() || contains(text, "No space left")) throw IoError(name + "no space left on the disk");
  if (contains(text, "Permission denied")) throw IoError(name + "permission denied");
  if (contains(text, "Read-only file system")) throw IoError(name + "the file system is read-only");
  if (contains(text, "File too large")) throw IoError(name + "a file grew beyond the limit that the system sets");
  if (contains(text, "Too many open files")) throw IoError(name + "too many open files");
  throw IoError(name + text);
}

}  // namespace isnad::store
