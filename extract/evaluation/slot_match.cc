#include "extract/evaluation/slot_match.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <set>

#include "graph/model/error.h"

namespace isnad::evaluation {

namespace {

constexpr std::string_view kFunctionWords =
    "في من على الى إلى عن مع بين حتى منذ خلال ضد نحو لدى عند عبر حول تجاه إزاء أن إن ان بأن بان إنه أنه انه the a an of to in on at by for with from "
    "that and as is was were be been has have had will would و ف ب ل ك س";
constexpr std::string_view kCopulas = "هو هي هم هما يكون تكون كان كانت يعد تعد يعتبر is are was were be been being";
constexpr std::array<std::u32string_view, 9> kPronouns = {U"هما", U"هم", U"هن", U"ها", U"كم", U"نا", U"ني", U"ه", U"ك"};

bool is_arabic(char32_t c) { return c >= 0x600 && c <= 0x6FF; }

bool is_ignored(char32_t c) {
  return (c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640 || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_word_character(char32_t c) {
  return c == U'=' || c == U'∅' || (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

bool divides(char32_t c) {
  static const std::u32string kMarks = U"-–—/،؛,;:()«»\"“”'’#";
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || (c >= 0x1C && c <= 0x1F) || kMarks.find(c) != std::u32string::npos;
}

char32_t folded(char32_t c) {
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ': return U'ا';
    case U'ى':
    case U'ئ': return U'ي';
    case U'ة': return U'ه';
    case U'ؤ': return U'و';
    default: return c;
  }
}

std::u32string to_utf32(const icu::UnicodeString& text) {
  std::u32string out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) out.push_back(static_cast<char32_t>(text.char32At(i)));
  return out;
}

WordKey key_of(const icu::UnicodeString& word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status) != 0) throw Error("ICU: no NFKC data");
  icu::UnicodeString normal = nfkc->normalize(word, status);
  normal.toLower(icu::Locale::getRoot());
  WordKey key;
  for (const char32_t c : to_utf32(normal)) {
    if (!is_ignored(c) && is_word_character(c)) key.push_back(c);
  }
  if (std::any_of(key.begin(), key.end(), is_arabic)) std::transform(key.begin(), key.end(), key.begin(), folded);
  return key;
}

std::set<WordKey> keys_of_list(std::string_view list) {
  std::set<WordKey> out;
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    const std::string_view word = list.substr(begin, end - begin);
    out.insert(key_of(icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())})));
    begin = end + 1;
  }
  return out;
}

bool counts(const icu::UnicodeString& word, const WordKey& key) {
  static const std::set<WordKey> kSkipped = keys_of_list(kFunctionWords);
  if (key.empty()) return false;
  // آ tells آن from أن, capitals tell names from function words.
  return !kSkipped.contains(key) || word.indexOf(static_cast<UChar32>(U'آ')) >= 0 || word == u"IS" || word == u"US" || word == u"IT";
}

void strip_heads(std::set<WordKey>& keys, const std::vector<WordKey>& heads) {
  const std::vector<WordKey> before(keys.begin(), keys.end());
  for (const auto& key : before) {
    for (const auto& head : heads) {
      if (key.starts_with(head) && key.size() >= head.size() + 2) keys.insert(key.substr(head.size()));
    }
  }
}

/// The word without what may be attached to it: two words are the same when they share one of these.
std::set<WordKey> variants(const WordKey& word) {
  std::set<WordKey> out = {word};
  if (std::none_of(word.begin(), word.end(), is_arabic)) return out;
  strip_heads(out, {U"و", U"ف"});
  strip_heads(out, {U"ب", U"ل", U"ك", U"س"});
  const std::vector<WordKey> before_article(out.begin(), out.end());
  for (const auto& key : before_article) {
    if (!key.starts_with(U"لل") || key.size() < 4) continue;
    out.insert(key.substr(2));
    out.insert(U"ا" + key);
  }
  strip_heads(out, {U"ال"});
  const std::vector<WordKey> before_pronouns(out.begin(), out.end());
  for (const auto& key : before_pronouns) {
    for (const auto pronoun : kPronouns) {
      if (!key.ends_with(pronoun) || key.size() < pronoun.size() + 3) continue;
      WordKey host = key.substr(0, key.size() - pronoun.size());
      out.insert(host);
      if (host.back() == U'ت') {
        host.back() = U'ه';
        out.insert(host);
      }
    }
  }
  return out;
}

bool take(const WordKey& word, std::vector<WordKey>& pool) {
  const auto found = std::find_if(pool.begin(), pool.end(), [&](const WordKey& other) { return same_word(word, other); });
  if (found == pool.end()) return false;
  pool.erase(found);
  return true;
}

bool is_within(const std::vector<WordKey>& words, std::vector<WordKey> pool) {
  return std::all_of(words.begin(), words.end(), [&](const WordKey& word) { return take(word, pool); });
}

bool all_copulas(const std::vector<WordKey>& slot) {
  static const std::set<WordKey> kAll = [] {
    // Copulas are compared as they are written, without folding.
    std::set<WordKey> out;
    for (const auto& key : keys_of_list(kCopulas)) out.insert(key);
    return out;
  }();
  return std::all_of(slot.begin(), slot.end(), [](const WordKey& word) { return kAll.contains(word); });
}

}  // namespace

double overlap_f1(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  if (a.empty() || b.empty()) return 0.0;
  std::vector<WordKey> pool = b;
  const auto hits = std::count_if(a.begin(), a.end(), [&](const WordKey& word) { return take(word, pool); });
  return 2.0 * static_cast<double>(hits) / static_cast<double>(a.size() + b.size());
}

std::vector<WordKey> word_keys(std::string_view text) {
  const auto all = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::vector<WordKey> out;
  icu::UnicodeString word;
  const auto finish = [&] {
    WordKey key = key_of(word);
    if (counts(word, key)) out.push_back(std::move(key));
    word.remove();
  };
  for (const char32_t c : to_utf32(all)) {
    if (divides(c)) {
      finish();
    } else {
      word.append(static_cast<UChar32>(c));
    }
  }
  finish();
  return out;
}

bool same_word(const WordKey& a, const WordKey& b) {
  if (a == b) return true;
  const std::set<WordKey> left = variants(a);
  const std::set<WordKey> right = variants(b);
  return std::any_of(left.begin(), left.end(), [&](const WordKey& key) { return right.contains(key); });
}

bool Formulation::is_copula() const { return std::find(required.begin(), required.end(), U"=is") != required.end(); }

bool Formulation::is_empty() const { return std::find(required.begin(), required.end(), U"∅") != required.end(); }

Formulation formulation_from(std::string_view text) {
  Formulation out;
  std::vector<WordKey> optional;
  int depth = 0;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of("[]", begin), text.size());
    auto words = word_keys(text.substr(begin, end - begin));
    auto& into = depth > 0 ? optional : out.required;
    into.insert(into.end(), words.begin(), words.end());
    if (end < text.size()) depth = text[end] == '[' ? depth + 1 : std::max(0, depth - 1);
    begin = end + 1;
  }
  out.allowed = out.required;
  out.allowed.insert(out.allowed.end(), optional.begin(), optional.end());
  return out;
}

bool matches_exactly(const std::vector<WordKey>& slot, const Formulations& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const Formulation& form) {
    if (form.is_copula()) return all_copulas(slot);
    if (form.is_empty()) return slot.empty();
    return !slot.empty() && is_within(form.required, slot) && is_within(slot, form.allowed);
  });
}

bool matches_loosely(const std::vector<WordKey>& slot, const Formulations& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const Formulation& form) {
    return (form.is_empty() && slot.empty()) || std::max(overlap_f1(slot, form.required), overlap_f1(slot, form.allowed)) >= 0.5;
  });
}

bool relation_matches_loosely(const std::vector<WordKey>& slot, const Formulations& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const Formulation& form) {
    if (form.is_copula()) return all_copulas(slot);
    if (!form.required.empty()) return is_within(form.required, slot);
    return std::any_of(slot.begin(), slot.end(), [&](const WordKey& word) {
      return std::any_of(form.allowed.begin(), form.allowed.end(), [&](const WordKey& other) { return same_word(word, other); });
    });
  });
}

}  // namespace isnad::evaluation
