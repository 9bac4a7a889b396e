#include "graph/render/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "graph/model/error.h"

namespace isnad::render {

namespace {

[[noreturn]] void fail(const std::string& path, int code) { throw IoError("cannot write " + path + ": " + std::strerror(code)); }

/// Returns: 0, or the error's number.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return 0;
}

void write_in_place(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) fail(path, errno);
  int code = write_all(file, bytes);
  if (::close(file) != 0 && code == 0) code = errno;
  if (code != 0) fail(path, code);
}

/// Returns: where the links lead, whether or not a file is there yet: a rename onto a link would put the file in its place.
std::string target_of(const std::string& path) {
  constexpr int kMostLinks = 40;  // as many as Linux follows
  std::filesystem::path target(path);
  for (int links = 0; std::filesystem::is_symlink(target); ++links) {
    if (links == kMostLinks) fail(path, ELOOP);
    target = target.parent_path() / std::filesystem::read_symlink(target);
  }
  return target.string();
}

void replace_file(const std::string& path, std::string_view bytes, mode_t mode) {
  std::string temporary = path + ".XXXXXX";
  const int file = ::mkstemp(temporary.data());
  if (file < 0) fail(path, errno);
  int code = write_all(file, bytes);
  if (code == 0 && ::fchmod(file, mode) != 0) code = errno;
  // Else a power cut could leave the name with an empty file, the old one being gone.
  if (code == 0 && ::fsync(file) != 0) code = errno;
  if (::close(file) != 0 && code == 0) code = errno;
  if (code == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) code = errno;
  if (code != 0) {
    ::unlink(temporary.c_str());
    fail(path, code);
  }
}

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
  struct stat info {};
  const bool exists = ::stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) fail(path, EISDIR);
  if (exists && !S_ISREG(info.st_mode)) {
    write_in_place(path, bytes);
    return;
  }
  if (exists && ::access(path.c_str(), W_OK) != 0) fail(path, errno);  // a rename would overrule the file's own protection
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? info.st_mode & 0777U : 0666U & ~mask;
  try {
    replace_file(target_of(path), bytes, mode);
  } catch (const std::filesystem::filesystem_error& error) {
    fail(path, error.code().value());
  }
}

}  // namespace isnad::render
