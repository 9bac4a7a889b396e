#include "store/slot_words.h"

namespace isnad::store {

namespace {

/// Hands on the characters of `words_at` one by one, until `next` returns false.
template <class Next>
void spell(const std::vector<Span>& spans, std::string_view text, const Next& next) {
  bool begun = false;
  bool space = false;
  for (const Span span : spans) {
    space = begun;
    for (const char c : span.of(text)) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        space = begun;
        continue;
      }
      if (space && !next(' ')) return;
      space = false;
      begun = true;
      if (!next(c)) return;
    }
  }
}

}  // namespace

std::string words_at(const std::vector<Span>& spans, std::string_view text) {
  std::string words;
  spell(spans, text, [&](char c) {
    words.push_back(c);
    return true;
  });
  return words;
}

bool is_spelled(std::string_view words, const std::vector<Span>& spans, std::string_view text) {
  std::size_t at = 0;
  bool same = true;
  spell(spans, text, [&](char c) { return same = at < words.size() && words[at++] == c; });
  return same && at == words.size();
}

}  // namespace isnad::store
