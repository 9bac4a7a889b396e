#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/corpus/byte_source.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;

/// Gives back the bytes that were read to see what the stream is, then the rest of it.
class PrefixedSource final : public ByteSource {
 public:
  PrefixedSource(std::string prefix, std::unique_ptr<ByteSource> rest) : prefix_(std::move(prefix)), rest_(std::move(rest)) {}

  std::size_t read(std::span<char> to) override {
    if (at_ == prefix_.size()) return rest_->read(to);
    const std::size_t count = std::min(to.size(), prefix_.size() - at_);
    std::copy_n(prefix_.data() + at_, count, to.data());
    at_ += count;
    return count;
  }

 private:
  std::string prefix_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> raw) : raw_(std::move(raw)), buffer_(kBufferBytes) {
    constexpr int kGzipWindow = 15 + 16;
    if (inflateInit2(&stream_, kGzipWindow) != Z_OK) throw Unusable("gzip: cannot start decompression");
  }
  ~GzipSource() override { inflateEnd(&stream_); }

  std::size_t read(std::span<char> to) override {
    stream_.next_out = reinterpret_cast<Bytef*>(to.data());
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(to.size(), kBufferBytes));
    const uInt wanted = stream_.avail_out;
    while (stream_.avail_out == wanted) {
      if (stream_.avail_in == 0 && !refill()) {
        if (between_members_) return 0;
        throw Unusable("gzip: the file ends in the middle of its data");
      }
      if (between_members_) inflateReset(&stream_);
      between_members_ = false;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      if (status == Z_STREAM_END) {
        between_members_ = true;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        throw Unusable("gzip: the data are damaged");
      }
    }
    return wanted - stream_.avail_out;
  }

 private:
  bool refill() {
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(raw_->read(buffer_));
    return stream_.avail_in != 0;
  }

  std::unique_ptr<ByteSource> raw_;
  std::vector<char> buffer_;
  z_stream stream_{};
  bool between_members_ = false;
};

class ZstdSource final : public ByteSource {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> raw)
      : raw_(std::move(raw)), buffer_(kBufferBytes), context_(ZSTD_createDCtx()) {
    if (!context_) throw Unusable("zstd: cannot start decompression");
  }

  std::size_t read(std::span<char> to) override {
    ZSTD_outBuffer out{to.data(), to.size(), 0};
    while (out.pos == 0) {
      if (in_.pos == in_.size && !refill()) {
        // What the decoder still holds comes without further input; only then is a missing end an error.
        if (frame_done_) return 0;
        step(out);
        if (out.pos == 0) throw Unusable("zstd: the file ends in the middle of its data");
        break;
      }
      step(out);
    }
    return out.pos;
  }

 private:
  bool refill() {
    const std::size_t got = raw_->read(buffer_);
    in_ = {buffer_.data(), got, 0};
    return got != 0;
  }

  void step(ZSTD_outBuffer& out) {
    const std::size_t hint = ZSTD_decompressStream(context_.get(), &out, &in_);
    if (ZSTD_isError(hint) != 0U) throw Unusable("zstd: " + std::string(ZSTD_getErrorName(hint)));
    frame_done_ = hint == 0;
  }

  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };

  std::unique_ptr<ByteSource> raw_;
  std::vector<char> buffer_;
  std::unique_ptr<ZSTD_DCtx, Free> context_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  bool frame_done_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> raw) {
  using namespace std::string_view_literals;
  std::string head(4, '\0');
  std::size_t filled = 0;
  while (filled < head.size()) {
    const std::size_t got = raw->read(std::span(head).subspan(filled));
    if (got == 0) break;
    filled += got;
  }
  head.resize(filled);
  const bool gzip = head.starts_with("\x1f\x8b"sv);
  const bool zstd = head.starts_with("\x28\xb5\x2f\xfd"sv);
  auto whole = std::make_unique<PrefixedSource>(std::move(head), std::move(raw));
  if (gzip) return std::make_unique<GzipSource>(std::move(whole));
  if (zstd) return std::make_unique<ZstdSource>(std::move(whole));
  return whole;
}

}  // namespace isnad::corpus
