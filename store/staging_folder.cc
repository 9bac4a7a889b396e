#include "store/staging_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "graph/model/error.h"

namespace isnad::store {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& what, int error) {
  throw IoError(path.string() + ": " + what + ": " + std::generic_category().message(error));
}

/// Makes what was written durable: RocksDB syncs its own files, but not those that it restores.
void sync(const fs::path& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) fail(path, "cannot be opened", errno);
  const int result = fsync(file);
  const int error = errno;
  close(file);
  if (result != 0 && error != EINVAL) fail(path, "cannot be written through to the disk", error);
}

/// `db/` means `db`.
fs::path without_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

}  // namespace

StagingFolder::StagingFolder(const fs::path& path, std::string_view purpose) : target_(without_slash(path)), folder_(target_) {
  folder_ += '.';
  folder_ += purpose;
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) throw IoError(folder_.string() + ": cannot make the folder: " + error.message());
  lock_ = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0) fail(folder_, "cannot be opened", errno);
  if (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    close(lock_);
    throw IoError(folder_.string() + ": another process works there");
  }
  for (const auto& entry : fs::directory_iterator(folder_, error)) fs::remove_all(entry.path(), error);
  if (!error && !fs::is_empty(folder_, error) && !error) error = std::make_error_code(std::errc::directory_not_empty);
  if (error) {
    close(lock_);
    throw IoError(folder_.string() + ": cannot be cleared: " + error.message());
  }
}

StagingFolder::~StagingFolder() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  close(lock_);
}

void StagingFolder::move_into_place() {
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) sync(entry.path(), entry.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  sync(folder_, O_RDONLY | O_DIRECTORY);
  const fs::path parent = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
  const bool replaces = fs::exists(fs::symlink_status(target_));
  const unsigned flags = replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE;
  if (renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, target_.c_str(), flags) != 0) {
    // Some file systems cannot exchange two names: then there is a moment in which neither is there.
    if (errno != EINVAL && errno != ENOSYS) fail(target_, "cannot be put into place", errno);
    fs::path old = target_;
    old += ".old";
    std::error_code error;
    if (replaces) fs::rename(target_, old, error);
    if (!error) fs::rename(folder_, target_, error);
    if (error) throw IoError(target_.string() + ": cannot be put into place: " + error.message());
    if (replaces) fs::rename(old, folder_, error);
  }
  sync(parent, O_RDONLY | O_DIRECTORY);
}

}  // namespace isnad::store
