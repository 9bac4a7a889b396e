#include "extract/what/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/arabic.h"
#include "extract/text/char_class.h"
#include "extract/text/utf8.h"
#include "extract/what/lemma_key.h"

namespace isnad::what {

namespace {

constexpr std::array<std::pair<std::string_view, TimeWord>, 29> kKinds = {{
    {"month", TimeWord::kMonth},
    {"hijri", TimeWord::kHijri},
    {"weekday", TimeWord::kWeekday},
    {"offset", TimeWord::kOffset},
    {"part", TimeWord::kPart},
    {"unit", TimeWord::kUnit},
    {"weekend", TimeWord::kWeekend},
    {"past", TimeWord::kPast},
    {"next", TimeWord::kNext},
    {"this", TimeWord::kThis},
    {"demonstrative", TimeWord::kDemonstrative},
    {"edge", TimeWord::kEdge},
    {"ago", TimeWord::kAgo},
    {"last", TimeWord::kLast},
    {"during", TimeWord::kDuring},
    {"in", TimeWord::kIn},
    {"season", TimeWord::kSeason},
    {"about", TimeWord::kAbout},
    {"vague", TimeWord::kVague},
    {"number", TimeWord::kNumber},
    {"ordinal", TimeWord::kOrdinal},
    {"of", TimeWord::kOf},
    {"and", TimeWord::kAnd},
    {"hijri-mark", TimeWord::kHijriMark},
    {"common-mark", TimeWord::kCommonMark},
    {"narrative", TimeWord::kNarrative},
    {"now", TimeWord::kNow},
    {"suffix", TimeWord::kSuffix},
    {"named-today", TimeWord::kNamedToday},
}};

constexpr std::size_t kLongestEntry = 4;
/// `آب` without its madda is a father.
constexpr std::string_view kAugust = "اب";
constexpr std::array<std::string_view, 5> kClitics = {"و", "ف", "ب", "ل", "ك"};

bool is_mark(char32_t c) { return text::is_arabic_diacritic(c) || text::is_invisible(c); }

/// -1 when it is no digit.
int digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= 0x0660 && c <= 0x0669) return static_cast<int>(c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9) return static_cast<int>(c - 0x06F0);
  return -1;
}

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0x00C0 && c <= 0x024F) || text::is_arabic_letter(c);
}

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0x00A0; }

/// A word, that word without a clitic, and both without the article.
std::vector<std::string> variants(const std::string& word) {
  std::vector<std::string> out = {word};
  const auto add_bare = [&](std::string_view form) {
    if (const std::string_view bare = text::without_article(form); bare.size() < form.size()) out.emplace_back(bare);
  };
  if (!has_arabic(word)) return out;
  add_bare(word);
  constexpr std::size_t kClitic = 2;
  constexpr std::size_t kShortest = 3 * kClitic;
  for (const auto clitic : kClitics) {
    if (!word.starts_with(clitic) || word.size() < kClitic + kShortest) continue;
    const std::string rest = word.substr(kClitic);
    out.push_back(rest);
    add_bare(rest);
    if (clitic == "ل" && rest.starts_with("ل")) {  // للشهر
      out.push_back("ا" + rest);
      out.push_back(rest.substr(kClitic));
    }
  }
  return out;
}

}  // namespace

std::vector<TimeToken> time_tokens(std::string_view text) {
  std::vector<TimeToken> out;
  bool spaced = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    char32_t c = text::next_code_point(text, at);
    if (is_space(c)) {
      spaced = true;
      continue;
    }
    if (is_mark(c)) continue;
    TimeToken token;
    token.spaced = spaced;
    spaced = false;
    const bool number = digit_of(c) >= 0;
    if (number || is_letter(c)) {
      int value = 0;
      std::string letters;
      for (std::size_t end = begin; end < text.size();) {
        std::size_t next = end;
        c = text::next_code_point(text, next);
        const int digit = digit_of(c);
        if (number ? digit < 0 : !(is_letter(c) || is_mark(c))) break;
        if (number) {
          if (++token.digits <= 4) value = value * 10 + digit;
          letters.push_back(static_cast<char>('0' + digit));
        } else {
          if (letters.empty() && c >= U'A' && c <= U'Z') token.marked = true;
          if (c == 0x0622) token.marked = true;
          text::append_utf8(letters, c);
        }
        end = next;
        at = next;
      }
      token.word = number ? letters : lemma_key(letters);
      if (number && token.digits <= 4) token.number = value;
    } else {
      text::append_utf8(token.word, c);
    }
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
    out.push_back(std::move(token));
  }
  return out;
}

int DateWords::Found::number() const {
  int out = 0;
  std::from_chars(value.data(), value.data() + value.size(), out);
  return out;
}

DateWords::DateWords(std::string_view file) {
  tables::read_table(data_file(file), {"kind", "value", "words"}, [&](const tables::Row& row) {
    for (const auto& [name, kind] : kKinds) {
      if (name != row.cells[0]) continue;
      for (const auto word : tables::alternatives(row.cells[2])) {
        const std::string key = lemma_key(word);
        std::size_t length = 1;
        for (const char c : key) length += c == ' ' ? 1 : 0;
        first_words_.insert(key.substr(0, key.find(' ')));
        words_[key].push_back({kind, std::string(row.cells[1]), length});
      }
      return;
    }
    row.fail("no such kind: " + std::string(row.cells[0]));
  });
}

const DateWords::Meaning* DateWords::look_up(const std::string& key, TimeWord kind) const {
  const auto found = words_.find(key);
  if (found == words_.end()) return nullptr;
  for (const auto& meaning : found->second) {
    if (meaning.kind == kind) return &meaning;
  }
  return nullptr;
}

void DateWords::mark(std::vector<TimeToken>& tokens) const {
  for (TimeToken& token : tokens) {
    if (token.digits > 0) continue;
    const auto forms = variants(token.word);
    token.known = std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return first_words_.contains(form); });
  }
}

std::optional<DateWords::Found> DateWords::find(const std::vector<TimeToken>& tokens, std::size_t at, TimeWord kind) const {
  if (at >= tokens.size() || tokens[at].number >= 0 || !tokens[at].known) return std::nullopt;
  for (std::string key : variants(tokens[at].word)) {
    const Meaning* best = nullptr;
    if (key != kAugust || tokens[at].marked) best = look_up(key, kind);
    for (std::size_t length = 2; length <= kLongestEntry && at + length <= tokens.size(); ++length) {
      key += " " + tokens[at + length - 1].word;
      if (const Meaning* longer = look_up(key, kind)) best = longer;
    }
    if (best != nullptr) return Found{best->value, best->length};
  }
  return std::nullopt;
}

}  // namespace isnad::what
