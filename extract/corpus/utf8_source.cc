#include <unicode/ucnv.h>

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "extract/corpus/encoding.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/unusable.h"
#include "extract/text/utf8.h"

namespace isnad::corpus {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLookAtBytes = std::size_t{1} << 16U;
constexpr std::size_t kPivotUnits = 4096;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status) != 0) throw Unusable("character set \"" + charset + "\" is not known");
  return converter;
}

class TranscodingSource final : public ByteSource {
 public:
  TranscodingSource(std::unique_ptr<ByteSource> raw, const std::string& charset)
      : raw_(std::move(raw)), from_(open_converter(charset)), to_(open_converter("UTF-8")) {}

  std::size_t read(std::span<char> to) override {
    char* out = to.data();
    while (out == to.data() && !done_) {
      if (at_ == end_ && !ended_) {
        const std::size_t got = raw_->read(buffer_);
        at_ = buffer_.data();
        end_ = at_ + got;
        ended_ = got == 0;
      }
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &out, to.data() + to.size(), &at_, end_, pivot_.data(), &pivot_source_,
                     &pivot_target_, pivot_.data() + pivot_.size(), 0, static_cast<UBool>(ended_), &status);
      if (U_FAILURE(status) != 0 && status != U_BUFFER_OVERFLOW_ERROR) throw Unusable("cannot be converted to UTF-8");
      if (ended_ && status != U_BUFFER_OVERFLOW_ERROR) done_ = true;
    }
    return static_cast<std::size_t>(out - to.data());
  }

 private:
  std::unique_ptr<ByteSource> raw_;
  Converter from_;
  Converter to_;
  std::array<char, kLookAtBytes> buffer_{};
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::array<UChar, kPivotUnits> pivot_{};
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  bool ended_ = false;
  bool done_ = false;
};

/// Returns: whether `front` is UTF-8 but for a last character that the cut may have halved.
bool is_utf8(std::string_view front) {
  const auto at = text::first_invalid_utf8(front);
  return !at || *at + 4 > front.size();
}

/// Returns: up to 64 KiB, what can be had without waiting for a slow pipe to give more than a few.
std::string look_at_front(ByteSource& source) {
  constexpr std::size_t kEnoughBytes = 4096;
  std::string front(kLookAtBytes, '\0');
  std::size_t filled = 0;
  while (filled < kEnoughBytes) {
    const std::size_t got = source.read(std::span(front).subspan(filled));
    if (got == 0) break;
    filled += got;
  }
  front.resize(filled);
  return front;
}

}  // namespace

std::unique_ptr<ByteSource> utf8_source(std::unique_ptr<ByteSource> raw, std::string_view declared) {
  std::string front = look_at_front(*raw);
  std::string charset;
  std::size_t mark = 0;
  if (front.starts_with("\xEF\xBB\xBF")) {
    mark = 3;
  } else if (front.starts_with("\xFF\xFE"sv) || front.starts_with("\xFE\xFF"sv)) {
    mark = 2;
    charset = front[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
  } else if (front.find('\0') != std::string::npos) {
    charset = detected_charset(front);
  } else if (!is_utf8(front)) {
    charset = ascii_lower(declared);
    if (charset.empty() || charset.starts_with("utf-8") || charset == "utf8") charset = detected_charset(front);
  }
  front.erase(0, mark);
  auto whole = prefixed(std::move(front), std::move(raw));
  if (charset.empty()) return whole;
  return std::make_unique<TranscodingSource>(std::move(whole), charset);
}

}  // namespace isnad::corpus
