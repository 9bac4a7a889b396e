#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "extract/corpus/encoding.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kLookAtBytes = std::size_t{1} << 16U;
// Statistics of fewer bytes than these say nothing.
constexpr std::size_t kMinWideBytes = 32;
constexpr std::size_t kMinArabicBytes = 12;
constexpr std::int32_t kMinConfidence = 25;

/// UTF-16 of Arabic or English has nearly only 00, 06 and 20 (punctuation) as the upper halves of its characters.
bool is_utf16(std::string_view bytes, std::size_t upper_half) {
  const std::size_t pairs = bytes.size() / 2;
  if (bytes.size() < kMinWideBytes) return false;
  std::size_t plausible = 0;
  std::size_t spaces = 0;
  for (std::size_t k = 0; k < pairs; ++k) {
    const auto upper = static_cast<unsigned char>(bytes[2 * k + upper_half]);
    const auto lower = static_cast<unsigned char>(bytes[2 * k + 1 - upper_half]);
    const bool text = (upper == 0x00 && (lower >= 0x20 || (lower >= '\t' && lower <= '\r'))) || upper == 0x06 || upper == 0x20;
    if (text) ++plausible;
    if (upper == 0x00 && lower == ' ') ++spaces;
  }
  return plausible * 100 >= pairs * 97 && spaces * 100 >= pairs;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// English with a few typographic marks: every byte above ASCII is one of those, or a letter with letters around it.
bool is_western(std::string_view bytes) {
  std::size_t high = 0;
  for (std::size_t k = 0; k < bytes.size(); ++k) {
    const auto byte = static_cast<unsigned char>(bytes[k]);
    if (byte < 0x80) continue;
    ++high;
    const bool mark = byte == 0x85 || (byte >= 0x91 && byte <= 0x97) || byte == 0xA0 || byte == 0xA3 || byte == 0xAB ||
                      byte == 0xBB || byte == 0xB7 || byte == 0x80 || byte == 0x99;
    const auto letter_at = [&](std::size_t at) {
      return at < bytes.size() && ((static_cast<unsigned char>(bytes[at]) | 0x20U) >= 'a') &&
             ((static_cast<unsigned char>(bytes[at]) | 0x20U) <= 'z');
    };
    const bool accented = byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 && ((k > 0 && letter_at(k - 1)) || letter_at(k + 1));
    if (!mark && !accented) return false;
  }
  return high * 8 <= bytes.size();
}

}  // namespace

std::string detected_charset(std::string_view bytes) {
  bytes = bytes.substr(0, kLookAtBytes);
  if (bytes.find('\0') != std::string_view::npos) {
    if (is_utf16(bytes, 1)) return "UTF-16LE";
    return is_utf16(bytes, 0) ? "UTF-16BE" : "";
  }
  const auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }));
  if (is_western(bytes)) return "windows-1252";
  if (high < kMinArabicBytes) return {};

  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status) != 0) return {};
  // Tags of a page are no text in any language.
  ucsdet_enableInputFilter(detector.get(), static_cast<UBool>(bytes.find("</") != std::string_view::npos));
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) != 0 || count == 0) return {};
  constexpr std::array<std::string_view, 2> kArabic = {"windows-1256", "ISO-8859-6"};
  const std::string_view best = ucsdet_getName(matches[0], &status);
  const std::int32_t confidence = ucsdet_getConfidence(matches[0], &status);
  if (U_FAILURE(status) != 0 || confidence < kMinConfidence) return {};
  return std::find(kArabic.begin(), kArabic.end(), best) != kArabic.end() ? std::string(best) : std::string();
}

}  // namespace isnad::corpus
