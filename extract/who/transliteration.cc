#include "extract/who/transliteration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/arabic.h"
#include "extract/text/utf8.h"
#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

constexpr std::size_t kArabicPiece = 2;
constexpr std::size_t kLatinPiece = 3;
/// Arabic letters have two bytes in UTF-8.
constexpr std::size_t kArabicBytes = 2;

bool is_latin_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_servant(std::string_view word) {
  constexpr std::array<std::string_view, 6> kServants = {"abd", "abdul", "abdel", "abdal", "abdol", "abdoul"};
  return word == "عبد" || std::find(kServants.begin(), kServants.end(), word) != kServants.end();
}

/// `abdulrahman` and `abdelrahman` as `abdrahman`.
std::string without_inner_article(std::string word) {
  for (const std::string_view servant : {"abdul", "abdel", "abdal", "abdol", "abdoul"}) {
    if (word.size() >= servant.size() + 3 && word.starts_with(servant)) return "abd" + word.substr(servant.size());
  }
  return word;
}

/// The class of a consonant; 0 for what keys leave out.
char class_of(char32_t c) {
  switch (c) {
    case U'ب': case U'پ': case U'b': case U'p': return 'B';
    case U'ف': case U'ڤ': case U'f': case U'v': return 'F';
    case U'ت': case U'ط': case U'د': case U'ض': case U'ث': case U't': case U'd': return 'T';
    case U'س': case U'ص': case U'ز': case U'ش': case U'ج': case U'چ': case U'ژ': case U'ك': case U'ق': case U'خ': case U'غ': case U'گ':
    case U'c': case U'g': case U'j': case U'k': case U'q': case U's': case U'x': case U'z': return 'C';
    case U'م': case U'm': return 'M';
    case U'ن': case U'n': return 'N';
    case U'ل': case U'l': return 'L';
    case U'ر': case U'r': return 'R';
    default: return 0;
  }
}

/// Classes of a word, neighbours that are the same once. A stop before a hiss is one sound in one script and two in the other.
std::string key_of(std::string_view word, char emphatic) {
  std::string key;
  char before = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::next_code_point(word, at);
    // ذ and ظ are dh or z.
    const bool either = c == U'ذ' || c == U'ظ';
    const char now = either ? emphatic : word.substr(at - 1).starts_with("ph") ? 'F' : class_of(c);
    if (now == 0) continue;
    if (now == 'C' && before == 'T' && !key.empty()) key.pop_back();
    if (key.empty() || key.back() != now) key += now;
    before = now;
  }
  return key;
}

}  // namespace

Transliteration::Transliteration() {
  tables::read_table(
      data_file("lexicon/who/transliteration.tsv"), {"cost", "arabic", "latin"},
      [&](const tables::Row& row) {
        int cost = 0;
        const std::string_view digits = row.cells[0];
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), cost);
        if (error != std::errc() || end != digits.data() + digits.size() || cost < 0) row.fail("`" + std::string(digits) + "` is no cost");
        if (!is_latin_word(row.cells[2]) || row.cells[2].size() > kLatinPiece) row.fail("a Latin piece has up to three small letters");
        if (row.cells[1].size() > kArabicPiece * kArabicBytes || row.cells[1].size() % kArabicBytes != 0) row.fail("an Arabic piece has up to two letters");
        if (row.cells[1].empty() && row.cells[2].empty()) row.fail("a row needs one piece at least");
        if (!costs_[std::string(row.cells[1])].emplace(row.cells[2], cost).second) row.fail("this pair of pieces is there already");
      },
      tables::ShortRows::kAllowed);
}

int Transliteration::distance(std::string_view arabic, std::string_view latin) const {
  if (arabic.size() % kArabicBytes != 0 || latin.empty()) return kFar;
  const std::size_t rows = arabic.size() / kArabicBytes;
  const std::size_t columns = latin.size();
  // [Arabic letters written][Latin letters written]
  std::vector<int> best((rows + 1) * (columns + 1), kFar * 10);
  const auto at = [&](std::size_t i, std::size_t k) -> int& { return best[i * (columns + 1) + k]; };
  at(0, 0) = 0;
  std::array<const std::unordered_map<std::string, int>*, kArabicPiece + 1> pieces{};
  for (std::size_t i = 0; i <= rows; ++i) {
    for (std::size_t a = 0; a <= std::min(kArabicPiece, rows - i); ++a) {
      const auto found = costs_.find(std::string(arabic.substr(i * kArabicBytes, a * kArabicBytes)));
      pieces[a] = found == costs_.end() ? nullptr : &found->second;
    }
    for (std::size_t k = 0; k <= columns; ++k) {
      const int here = at(i, k);
      if (here >= kFar) continue;
      for (std::size_t a = 0; a <= std::min(kArabicPiece, rows - i); ++a) {
        if (pieces[a] == nullptr) continue;
        for (std::size_t l = 0; l <= std::min(kLatinPiece, columns - k); ++l) {
          if (a + l == 0) continue;
          const auto cost = pieces[a]->find(std::string(latin.substr(k, l)));
          if (cost != pieces[a]->end()) at(i + a, k + l) = std::min(at(i + a, k + l), here + cost->second);
        }
      }
    }
  }
  return at(rows, columns) >= kFar ? kFar : at(rows, columns) / static_cast<int>(columns);
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  bool joins = false;
  for (const Atom& atom : fold_atoms(name)) {
    std::string word(text::without_article(atom.text));
    if (word == "ابن" || word == "ibn") word = word == "ibn" ? "bin" : "بن";
    if (word == "al" || word == "el" || word == "ul" || word == "ur") continue;
    if (word == "لله") word = "له";
    word = without_inner_article(std::move(word));
    // عبدالله: the article within.
    constexpr std::string_view kServant = "عبدال";
    if (word.starts_with(kServant) && word.size() > kServant.size() + kArabicBytes) word = "عبد" + word.substr(kServant.size());
    const bool servant = is_servant(word);
    if (servant) word = is_latin_word(word) ? "abd" : "عبد";
    if (joins) {
      words.back() += word;
    } else {
      words.push_back(std::move(word));
    }
    joins = servant;
  }
  return words;
}

std::vector<std::string> consonant_keys(const std::vector<std::string>& words) {
  std::vector<std::string> keys;
  for (const char emphatic : {'T', 'C'}) {
    std::string key;
    for (const std::string_view word : words) {
      // Folding takes the beginning of ألكسندر for an article.
      const bool like_article = word.size() > 4 && (word.starts_with("al") || word.starts_with("el"));
      key.append(key.empty() ? "" : " ").append(key_of(like_article ? word.substr(2) : word, emphatic));
    }
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace isnad::who
