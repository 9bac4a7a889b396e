#include "extract/corpus/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "extract/corpus/plain_text.h"
#include "extract/corpus/unusable.h"
#include "extract/text/utf8.h"

namespace isnad::corpus {

namespace {

using namespace std::string_view_literals;

std::size_t line_of(std::string_view text, std::size_t at, std::size_t first_line) {
  return first_line + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string hex(char byte) {
  std::array<char, 8> out{};
  std::snprintf(out.data(), out.size(), "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return out.data();
}

void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') continue;
      text[to++] = '\n';
    } else {
      text[to++] = text[from];
    }
  }
  text.resize(to);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string converted(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status) != 0) throw Unusable("character set \"" + charset + "\" is not known");
  // Pages of the web hold stray bytes; each becomes U+FFFD, as in a browser.
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status) != 0) throw Unusable("cannot be read in the character set \"" + charset + "\"");
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// The names that pages use for their superset on the web (WHATWG Encoding Standard).
std::string charset_on_the_web(std::string_view name) {
  const std::string lower = ascii_lower(name);
  if (lower == "iso-8859-1" || lower == "latin1" || lower == "us-ascii" || lower == "ascii") return "windows-1252";
  return lower;
}

bool claims_utf8(std::string_view charset) {
  return charset.empty() || charset.starts_with("utf-8") || charset == "utf8" || charset.starts_with("utf-16");
}

}  // namespace

void require_text(std::string_view text, std::size_t first_line) {
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
    throw Unusable("NUL at byte " + std::to_string(nul) + ": not a text", line_of(text, nul, first_line));
  if (const auto at = text::first_invalid_utf8(text))
    throw Unusable("not valid UTF-8 at byte " + std::to_string(*at) + " (" + hex(text[*at]) + ")",
                   line_of(text, *at, first_line));
}

std::string to_utf8(std::string bytes, std::string_view declared) {
  std::string text;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    text = bytes.substr(3);
    require_text(text);
  } else if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
    text = converted(std::string_view(bytes).substr(2), bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE");
    require_text(text);
  } else {
    const bool binary = bytes.find('\0') != std::string::npos;
    std::string charset = charset_on_the_web(declared);
    if (claims_utf8(charset)) charset.clear();
    if (binary || (charset.empty() && text::first_invalid_utf8(bytes))) charset = detected_charset(bytes);
    if (charset.empty() || (!binary && !text::first_invalid_utf8(bytes))) {
      require_text(bytes);
      text = std::move(bytes);
    } else {
      text = converted(bytes, charset);
    }
  }
  unify_line_ends(text);
  return text;
}

std::string declared_xml_charset(std::string_view xml) {
  constexpr std::size_t kLookAtBytes = 256;
  std::string_view head = xml.substr(0, kLookAtBytes);
  if (!head.starts_with("<?xml")) return {};
  head = head.substr(0, head.find("?>"));
  const std::size_t at = head.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t begin = head.find_first_of("\"'", at);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = head.find(head[begin], begin + 1);
  return end == std::string_view::npos ? std::string() : ascii_lower(head.substr(begin + 1, end - begin - 1));
}

std::string declared_charset(std::string_view html) {
  constexpr std::size_t kLookAtBytes = 4096;
  const std::string head = ascii_lower(html.substr(0, kLookAtBytes));
  for (std::size_t at = 0; (at = head.find("<meta", at)) != std::string::npos; at += 5) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    std::size_t value = tag.find("charset");
    if (value == std::string_view::npos) continue;
    value = tag.find_first_not_of(" \t\r\n", value + 7);
    if (value == std::string_view::npos || tag[value] != '=') continue;
    value = tag.find_first_not_of(" \t\r\n\"'", value + 1);
    if (value == std::string_view::npos) continue;
    const std::size_t end = std::min(tag.find_first_of(" \t\r\n\"';/", value), tag.size());
    return std::string(tag.substr(value, end - value));
  }
  return {};
}

}  // namespace isnad::corpus
