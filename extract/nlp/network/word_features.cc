#include "extract/nlp/network/word_features.h"

#include <algorithm>

#include "extract/text/utf8.h"

namespace isnad::nlp {
namespace {

constexpr std::size_t kLongestWord = 48;

bool is_ignored(char32_t c) {
  return (c >= 0x064B && c <= 0x0652) || c == 0x0670 || c == 0x0640 || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9); }

/// One letter a kind of character; runs of one kind count once.
char32_t kind_of(char32_t c) {
  if (is_digit(c)) return 'd';
  if (c >= 0x0620 && c <= 0x06FF && c != 0x060C && c != 0x061B && c != 0x061F) return 'a';
  if (lower(c) != c) return 'X';
  if ((c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x24F)) return 'x';
  if (c < 0x80) return c;
  return 'o';
}

/// FNV-1a over code points with a final avalanche, so that low bits serve as a bucket number.
class Hash {
 public:
  explicit Hash(char32_t tag) { add(tag); }
  void add(char32_t c) { state_ = (state_ ^ c) * 0x100000001B3ULL; }
  [[nodiscard]] std::uint32_t bucket(std::uint32_t buckets) const {
    std::uint64_t h = state_;
    h = (h ^ (h >> 33U)) * 0xFF51AFD7ED558CCDULL;
    h = (h ^ (h >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
    h ^= h >> 33U;
    return static_cast<std::uint32_t>(h % buckets);
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

std::uint32_t bucket_of(char32_t tag, std::u32string_view letters, std::uint32_t buckets) {
  Hash hash(tag);
  for (const char32_t c : letters) hash.add(c);
  return hash.bucket(buckets);
}

}  // namespace

char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c < 0xC0) return c;
  if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1U;
  if (c >= 0x14A && c <= 0x177) return c | 1U;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

std::u32string clean_form(std::string_view form) {
  std::u32string clean;
  std::u32string whole;
  clean.reserve(form.size());
  const bool valid = !text::first_invalid_utf8(form).has_value();
  for (std::size_t at = 0; at < form.size();) {
    char32_t c = 0xFFFD;
    if (valid) {
      c = text::next_code_point(form, at);
    } else {
      const auto byte = static_cast<unsigned char>(form[at++]);
      if (byte < 0x80) c = byte;
    }
    if (!is_ignored(c)) clean.push_back(c);
    if (clean.empty()) whole.push_back(c);
  }
  return clean.empty() ? whole : clean;
}

std::string vector_key(std::u32string_view clean) {
  std::u32string key;
  key.reserve(clean.size());
  for (const char32_t c : clean) {
    if (c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0671) {
      key.push_back(0x0627);
    } else if (is_digit(c)) {
      key.push_back('0');
    } else if (c == 0x2019) {
      key.push_back('\'');
    } else {
      key.push_back(lower(c));
    }
  }
  return to_utf8(key);
}

void append_ngram_buckets(std::u32string_view clean, std::uint32_t buckets, std::vector<std::uint32_t>& out) {
  std::u32string word;
  std::u32string shape;
  for (const char32_t c : clean) {
    const char32_t kind = kind_of(c);
    if (shape.size() < 8 && (shape.empty() || shape.back() != kind)) shape.push_back(kind);
    word.push_back(is_digit(c) ? U'0' : lower(c));
  }
  if (word.size() > kLongestWord) word.erase(kLongestWord / 2, word.size() - kLongestWord);
  const std::u32string_view view = word;
  out.push_back(bucket_of('h', shape, buckets));
  out.push_back(bucket_of('w', view, buckets));
  for (std::size_t n = 1; n <= std::min<std::size_t>(4, view.size()); ++n)
    out.push_back(bucket_of('p', view.substr(0, n), buckets));
  for (std::size_t n = 1; n <= std::min<std::size_t>(5, view.size()); ++n) {
    out.push_back(bucket_of('s', view.substr(view.size() - n), buckets));
  }
  for (std::size_t at = 0; at + 3 <= view.size(); ++at) out.push_back(bucket_of('g', view.substr(at, 3), buckets));
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) text::append_utf8(out, c);
  return out;
}

}  // namespace isnad::nlp
