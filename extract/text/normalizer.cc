#include "extract/text/normalizer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "extract/text/char_class.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace isnad::text {

namespace {

const icu::Normalizer2& normalizer(bool compatibility) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found =
      compatibility ? icu::Normalizer2::getNFKCInstance(status) : icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) throw Error(std::string("ICU has no normalisation data: ") + u_errorName(status));
  return *found;
}

bool is_presentation_form(char32_t c) { return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC); }

/// Marks that change the letter before them, and so are kept where vowel signs go.
bool is_composing(char32_t c) {
  return (c >= 0x653 && c <= 0x655) || (c >= 0x300 && c <= 0x36F) ||
         (c > 0x6ED && u_getCombiningClass(static_cast<UChar32>(c)) != 0 && !is_invisible(c));
}

bool is_dropped(char32_t c) { return is_invisible(c) || (is_arabic_diacritic(c) && !is_composing(c)); }

/// Code points below this are their own normal form and no mark.
constexpr char32_t kFirstSpecial = 0xA0;

bool is_plain(char32_t c) {
  return (c < kFirstSpecial) || (c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A) || c == 0x60C || c == 0x61B ||
         c == 0x61F || (c >= 0x660 && c <= 0x669);
}

class Writer {
 public:
  explicit Writer(std::size_t size_hint) {
    out_.text.reserve(size_hint);
    out_.origin.reserve(size_hint + 1);
  }

  void copy(std::string_view original, std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) put(original[k], begin);
  }

  void put(char byte, std::size_t from) {
    out_.text.push_back(byte);
    out_.origin.push_back(static_cast<std::uint32_t>(from));
  }

  /// Writes the normal form of one character with its marks.
  void cluster(const std::u32string& letters, bool compatibility, std::size_t from) {
    const auto source = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(letters.data()),
                                                      static_cast<std::int32_t>(letters.size()));
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString made = normalizer(compatibility).normalize(source, status);
    if (U_FAILURE(status) != 0) throw Error(std::string("ICU cannot normalise: ") + u_errorName(status));
    std::string bytes;
    for (std::int32_t k = 0; k < made.length(); k = made.moveIndex32(k, 1)) {
      const auto c = static_cast<char32_t>(made.char32At(k));
      if (!is_dropped(c)) append_utf8(bytes, c);
    }
    for (const char byte : bytes) put(byte, from);
  }

  Normalized finish(std::size_t original_size) {
    out_.origin.push_back(static_cast<std::uint32_t>(original_size));
    return std::move(out_);
  }

 private:
  Normalized out_;
};

}  // namespace

Normalized normalize(std::string_view original) {
  Writer writer(original.size());
  std::u32string cluster;
  for (std::size_t at = 0; at < original.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(original, at);
    // The character and the composing marks after it, vowel signs between them skipped.
    cluster.assign(1, c);
    std::size_t end = at;
    while (at < original.size()) {
      std::size_t next = at;
      const char32_t mark = next_code_point(original, next);
      if (is_plain(mark)) break;
      if (is_composing(mark)) {
        cluster.push_back(mark);
      } else if (!is_dropped(mark)) {
        break;
      }
      at = end = next;
    }
    if (is_dropped(c) && cluster.size() == 1) continue;
    if (is_plain(c) && cluster.size() == 1) {
      std::size_t after = begin;
      (void)next_code_point(original, after);
      writer.copy(original, begin, after);
    } else if (char_class(c) == CharClass::kSpace && c >= kFirstSpecial) {
      writer.put(' ', begin);
    } else {
      writer.cluster(cluster, is_presentation_form(c), begin);
    }
  }
  return writer.finish(original.size());
}

std::string clean_form(std::string_view form) {
  bool plain = true;
  for (std::size_t at = 0; at < form.size() && plain;) plain = is_plain(next_code_point(form, at));
  return plain ? std::string(form) : normalize(form).text;
}

std::string fold_arabic(std::string_view form) {
  std::string out;
  out.reserve(form.size());
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = next_code_point(form, at);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c >= U'A' && c <= U'Z' ? c + 32 : c));
    } else if (c < 0x600) {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    } else {
      append_utf8(out, fold_arabic(c));
    }
  }
  return out;
}

}  // namespace isnad::text
