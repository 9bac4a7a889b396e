#include "extract/corpus/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <system_error>
#include <utility>

#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

// How long a pipe that gives nothing may keep a person waiting after Ctrl-C.
constexpr int kPollMilliseconds = 100;

std::string reason(int error) {
  std::string text = std::generic_category().message(error);
  if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

class FileSource final : public ByteSource {
 public:
  FileSource(int descriptor, bool owned, Watch watch)
      : descriptor_(descriptor), owned_(owned), watch_(std::move(watch)) {
    struct stat status {};
    regular_ = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
  }
  ~FileSource() override {
    if (owned_) ::close(descriptor_);
  }

  std::size_t read(std::span<char> to) override {
    for (;;) {
      if (!regular_) await();
      const ssize_t got = ::read(descriptor_, to.data(), to.size());
      if (got >= 0) {
        if (watch_.bytes_read) watch_.bytes_read(static_cast<std::uint64_t>(got));
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR && errno != EAGAIN) throw Unusable(reason(errno));
    }
  }

  std::int64_t seek(std::int64_t offset, int whence) override { return regular_ ? ::lseek(descriptor_, offset, whence) : -1; }

 private:
  void await() const {
    for (;;) {
      if (watch_.stopped && watch_.stopped()) throw Stopped{};
      pollfd wanted{descriptor_, POLLIN, 0};
      const int ready = ::poll(&wanted, 1, kPollMilliseconds);
      // Any event, an error too, is for read(2) to tell.
      if (ready > 0 || (ready < 0 && errno != EINTR)) return;
    }
  }

  int descriptor_;
  bool owned_;
  bool regular_ = false;
  Watch watch_;
};

class PrefixedSource final : public ByteSource {
 public:
  PrefixedSource(std::string prefix, std::unique_ptr<ByteSource> rest) : prefix_(std::move(prefix)), rest_(std::move(rest)) {}

  std::size_t read(std::span<char> to) override {
    if (at_ == prefix_.size()) return rest_ ? rest_->read(to) : 0;
    const std::size_t count = std::min(to.size(), prefix_.size() - at_);
    std::copy_n(prefix_.data() + at_, count, to.data());
    at_ += count;
    return count;
  }

  std::int64_t seek(std::int64_t offset, int whence) override {
    if (!rest_) return -1;
    // The prefix was read from the front of `rest_`: what is left of it lies behind us there.
    if (whence == SEEK_CUR) offset -= static_cast<std::int64_t>(prefix_.size() - at_);
    const std::int64_t place = rest_->seek(offset, whence);
    if (place >= 0) at_ = prefix_.size();
    return place;
  }

 private:
  std::string prefix_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path, Watch watch) {
  // Not blocking: else a named pipe that nobody writes to would hold us here, out of reach of `Watch::stopped`.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) throw Unusable(reason(errno));
  return std::make_unique<FileSource>(descriptor, true, std::move(watch));
}

std::unique_ptr<ByteSource> open_standard_input(Watch watch) {
  return std::make_unique<FileSource>(STDIN_FILENO, false, std::move(watch));
}

std::unique_ptr<ByteSource> from_string(std::string bytes) { return prefixed(std::move(bytes), nullptr); }

std::unique_ptr<ByteSource> prefixed(std::string prefix, std::unique_ptr<ByteSource> rest) {
  return std::make_unique<PrefixedSource>(std::move(prefix), std::move(rest));
}

std::string read_front(ByteSource& source, std::size_t wanted) {
  std::string front(wanted, '\0');
  std::size_t filled = 0;
  while (filled < wanted) {
    const std::size_t got = source.read(std::span(front).subspan(filled));
    if (got == 0) break;
    filled += got;
  }
  front.resize(filled);
  return front;
}

}  // namespace isnad::corpus
