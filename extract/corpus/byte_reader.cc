#include "extract/corpus/byte_reader.h"

#include <algorithm>

#include "extract/corpus/encoding.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 16U;

}  // namespace

bool ByteReader::refill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(kept + kChunkBytes);
  std::size_t got = 0;
  try {
    got = source_->read(std::span(buffer_).subspan(kept));
  } catch (...) {
    buffer_.resize(kept);
    ended_ = true;
    throw;
  }
  buffer_.resize(kept + got);
  ended_ = got == 0;
  return !ended_;
}

std::string_view ByteReader::peek(std::size_t wanted) {
  while (buffered().size() < wanted && refill()) {
  }
  return buffered().substr(0, wanted);
}

ByteReader::Line ByteReader::next_line(std::string& line, std::size_t limit_bytes) {
  line.clear();
  bool too_long = false;
  bool any = false;
  for (;;) {
    if (buffered().empty() && !refill()) break;
    any = true;
    const std::string_view chunk = buffered();
    const std::size_t newline = chunk.find('\n');
    const std::size_t count = newline == std::string_view::npos ? chunk.size() : newline;
    if (line.size() + count > limit_bytes) too_long = true;
    if (too_long) {
      std::string().swap(line);
    } else {
      line.append(chunk.substr(0, count));
    }
    at_ += count + (newline == std::string_view::npos ? 0 : 1);
    if (newline != std::string_view::npos) break;
  }
  if (!any) return Line::kEnd;
  if (too_long) return Line::kTooLong;
  if (line.ends_with('\r')) line.pop_back();
  return Line::kRead;
}

std::string ByteReader::rest(std::size_t limit_bytes) {
  std::string all(buffered());
  at_ = buffer_.size();
  while (refill()) {
    all.append(buffered());
    at_ = buffer_.size();
    if (all.size() > limit_bytes) throw Unusable("longer than " + std::to_string(limit_bytes >> 20U) + " MiB");
  }
  return all;
}

std::string ByteReader::take(std::size_t count) {
  std::string out;
  while (out.size() < count) {
    if (at_end()) break;
    const std::string_view chunk = buffered().substr(0, count - out.size());
    out.append(chunk);
    at_ += chunk.size();
  }
  return out;
}

std::uint64_t ByteReader::skip(std::uint64_t count) {
  std::uint64_t skipped = 0;
  while (skipped < count && !at_end()) {
    const std::size_t chunk = static_cast<std::size_t>(std::min<std::uint64_t>(buffered().size(), count - skipped));
    at_ += chunk;
    skipped += chunk;
  }
  return skipped;
}

void ByteReader::to_utf8() {
  source_ = utf8_source(prefixed(std::string(buffered()), std::move(source_)));
  buffer_.clear();
  at_ = 0;
  ended_ = false;
}

}  // namespace isnad::corpus
