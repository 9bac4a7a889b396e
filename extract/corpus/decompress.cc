#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/corpus/archive.h"
#include "extract/corpus/byte_source.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16U;

// Text packs to a tenth, at most a hundredth of its size. What unpacks to more than this multiple, after the first bytes that
// cost nobody anything, was made to exhaust whoever unpacks it.
constexpr std::uint64_t kMaxRatio = 300;
constexpr std::uint64_t kFreeBytes = std::uint64_t{256} << 20U;

/// Counts what passes.
class CountingSource final : public ByteSource {
 public:
  CountingSource(std::unique_ptr<ByteSource> raw, std::uint64_t& count) : raw_(std::move(raw)), count_(count) {}

  std::size_t read(std::span<char> to) override {
    const std::size_t got = raw_->read(to);
    count_ += got;
    return got;
  }

 private:
  std::unique_ptr<ByteSource> raw_;
  std::uint64_t& count_;
};

/// Refuses bombs: a decompressor between two counters.
class GuardedSource final : public ByteSource {
 public:
  GuardedSource(std::unique_ptr<ByteSource> raw,
                const std::function<std::unique_ptr<ByteSource>(std::unique_ptr<ByteSource>)>& decompressor)
      : unpacked_(decompressor(std::make_unique<CountingSource>(std::move(raw), bytes_in_))) {}

  std::size_t read(std::span<char> to) override {
    const std::size_t got = unpacked_->read(to);
    bytes_out_ += got;
    require_plausible_ratio(bytes_in_, bytes_out_);
    return got;
  }

 private:
  std::uint64_t bytes_in_ = 0;
  std::uint64_t bytes_out_ = 0;
  std::unique_ptr<ByteSource> unpacked_;
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

void require_plausible_ratio(std::uint64_t bytes_in, std::uint64_t bytes_out) {
  if (bytes_out > kFreeBytes && bytes_out / kMaxRatio > bytes_in)
    throw Unusable("unpacks to more than " + std::to_string(kMaxRatio) +
                   " times its size: no text does, so it is read no further");
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> raw) {
  using namespace std::string_view_literals;
  std::string head = read_front(*raw, 6);
  const bool gzip = head.starts_with("\x1f\x8b"sv);
  const bool zstd = head.starts_with("\x28\xb5\x2f\xfd"sv);
  const bool xz = head.starts_with("\xfd\x37zXZ\0"sv);
  const bool bzip2 = head.size() > 3 && head.starts_with("BZh"sv) && head[3] >= '1' && head[3] <= '9';
  auto whole = prefixed(std::move(head), std::move(raw));
  using Raw = std::unique_ptr<ByteSource>;
  if (gzip)
    return std::make_unique<GuardedSource>(std::move(whole), [](Raw in) { return std::make_unique<GzipSource>(std::move(in)); });
  if (zstd)
    return std::make_unique<GuardedSource>(std::move(whole), [](Raw in) { return std::make_unique<ZstdSource>(std::move(in)); });
  if (xz || bzip2) {
    const char* name = xz ? "xz" : "bzip2";
    return std::make_unique<GuardedSource>(std::move(whole), [name](Raw in) { return unfiltered(std::move(in), name); });
  }
  return whole;
}

std::string inflated(std::string packed) {
  constexpr int kRaw = -15;
  constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
  for (const int window : {15, kRaw}) {
    z_stream stream{};
    if (inflateInit2(&stream, window) != Z_OK) throw Unusable("deflate: cannot start decompression");
    const std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, [](z_stream* ended) { return inflateEnd(ended); });
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::vector<char> buffer(kBufferBytes);
    int status = Z_OK;
    while (status == Z_OK) {
      stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream.avail_out = static_cast<uInt>(buffer.size());
      status = inflate(&stream, Z_NO_FLUSH);
      out.append(buffer.data(), buffer.size() - stream.avail_out);
      if (out.size() > kMostBytes) throw Unusable("longer than " + std::to_string(kMostBytes >> 20U) + " MiB");
    }
    if (status == Z_STREAM_END) return out;
  }
  throw Unusable("deflate: the data are damaged");
}

}  // namespace isnad::corpus
