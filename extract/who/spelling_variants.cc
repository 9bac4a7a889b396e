#include "extract/who/spelling_variants.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/name_key.h"
#include "extract/text/utf8.h"
#include "extract/who/transliteration.h"
#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

constexpr std::size_t kPairLetters = 5;
constexpr std::size_t kVowelLetters = 6;

constexpr std::uint8_t kSameWordsScore = 90;
constexpr std::uint8_t kLetterScore = 80;
constexpr std::uint8_t kSoundScore = 80;
constexpr std::uint8_t kVowelScore = 75;

/// Two letters that writers of one name confuse.
struct LetterPair {
  char32_t first;
  char32_t second;
  /// Only where nothing else in the name is an Arab's: there the two tell names apart (السهري, الشهري; الحمادي, الحميدي).
  bool foreign_only = false;
};

constexpr std::array kPairs = {
    LetterPair{U'ت', U'ط'}, LetterPair{U'ت', U'ث'}, LetterPair{U'ث', U'س'}, LetterPair{U'د', U'ض'},
    LetterPair{U'د', U'ذ'}, LetterPair{U'ذ', U'ز'}, LetterPair{U'ذ', U'ظ'}, LetterPair{U'ز', U'ظ'},
    LetterPair{U'ض', U'ظ'}, LetterPair{U'ز', U'س'}, LetterPair{U'س', U'ص'}, LetterPair{U'ج', U'غ'},
    LetterPair{U'غ', U'ق'}, LetterPair{U'ج', U'ك'}, LetterPair{U'ق', U'ك'},
    LetterPair{U'ب', U'ف', true}, LetterPair{U'خ', U'ك', true}, LetterPair{U'س', U'ش', true}, LetterPair{U'ا', U'ي', true},
    LetterPair{U'و', U'ي', true},
};

struct Name {
  std::vector<std::u32string> words;
  /// As `name_words` gives them.
  std::vector<std::string> folded;
  /// The same, each as it may be heard, joined by spaces.
  std::string sound;
  bool arabic = false;
};

/// A Latin word as Arabic, Slavic and other foreign names may be heard in it: `sergey` as `sergei`, `hussain` as `hussein`, `mansoor` as
/// `mansour`, double letters once. Vowels that tell names apart (Salem, Salim; Smith, Smyth) stay.
std::string heard(const std::string& word) {
  constexpr std::size_t kShort = 5;
  if (word.size() < kShort) return word;
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::string_view rest = std::string_view(word).substr(at);
    std::string_view sound = rest.substr(0, 1);
    std::size_t length = 1;
    const auto reads = [&](std::string_view letters, std::string_view as) {
      if (length > 1 || !rest.starts_with(letters)) return;
      sound = as;
      length = letters.size();
    };
    const auto ends = [&](std::string_view letters) {
      if (rest == letters) reads(letters, "i");
    };
    for (const std::string_view ending : {"ei", "ey", "iy", "ii", "yi"}) ends(ending);
    if (rest == "y") sound = "i";
    reads("ee", "i");
    reads("oo", "u");
    reads("ou", "u");
    for (const std::string_view diphthong : {"ei", "ey", "ay"}) reads(diphthong, "ai");
    reads("iya", "ia");
    if (out.empty() || sound.size() > 1 || out.back() != sound.front()) out += sound;
    at += length;
  }
  return out;
}

bool is_long_vowel(char32_t c) { return c == U'ا' || c == U'و' || c == U'ي'; }

const LetterPair* pair_of(char32_t a, char32_t b) {
  const auto found = std::find_if(kPairs.begin(), kPairs.end(), [&](const LetterPair& pair) {
    return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
  });
  return found == kPairs.end() ? nullptr : &*found;
}

bool is_in_pair(char32_t c) {
  return std::any_of(kPairs.begin(), kPairs.end(), [&](const LetterPair& pair) { return pair.first == c || pair.second == c; });
}

/// A place in the list of names, by what two of them may have in common.
using Probe = std::pair<std::size_t, std::uint32_t>;

class Search {
 public:
  Search(const SpellingVariants::Names& known, const std::vector<std::string>& names) : known_(known) {
    names_.reserve(names.size());
    for (const std::string& name : names) {
      Name& entry = names_.emplace_back();
      entry.arabic = is_arabic(name);
      for (const auto word : tables::alternatives(name, ' ')) entry.words.push_back(text::decode_utf8(word));
      entry.folded = name_words(name);
      for (const std::string& word : entry.folded) entry.sound += (entry.sound.empty() ? "" : " ") + sound_of(word, entry.arabic);
    }
  }

  std::vector<SpellingPair> run() {
    for (std::size_t i = 0; i < names_.size(); ++i) probe(i);
    std::sort(probes_.begin(), probes_.end());
    probes_.erase(std::unique(probes_.begin(), probes_.end()), probes_.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates;
    for (std::size_t begin = 0, end = 0; begin < probes_.size(); begin = end) {
      while (end < probes_.size() && probes_[end].first == probes_[begin].first) ++end;
      for (std::size_t i = begin; i < end; ++i) {
        for (std::size_t k = i + 1; k < end; ++k) candidates.emplace_back(probes_[i].second, probes_[k].second);
      }
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::vector<SpellingPair> pairs;
    for (const auto& [a, b] : candidates) {
      if (auto pair = judge(names_[a], names_[b])) {
        pair->first = a;
        pair->second = b;
        pairs.push_back(std::move(*pair));
      }
    }
    return pairs;
  }

 private:
  /// Whatever two spellings of one name share: the name with a letter less, a letter blotted out, its words folded.
  void probe(std::size_t at) {
    const Name& name = names_[at];
    if (name.folded.size() < 2) return;
    const auto add = [&](char32_t kind, std::u32string_view rest) {
      std::u32string key(1, kind);
      key += rest;
      probes_.emplace_back(std::hash<std::u32string>{}(key), static_cast<std::uint32_t>(at));
    };
    add(U'=', text::decode_utf8(name.sound));
    if (!name.arabic) return;
    std::u32string whole;
    for (const auto& word : name.words) (whole += whole.empty() ? U"" : U" ") += word;
    add(U'-', whole);
    std::size_t begin = 0;
    for (const auto& word : name.words) {
      for (std::size_t i = 0; i < word.size(); ++i) {
        if (word.size() >= kPairLetters && is_in_pair(word[i])) {
          std::u32string blotted = whole;
          blotted[begin + i] = U'?';
          add(U'?', blotted);
        }
        if (word.size() >= kVowelLetters && i > 0 && i + 1 < word.size() && is_long_vowel(word[i])) {
          std::u32string less = whole;
          less.erase(begin + i, 1);
          add(U'-', less);
        }
      }
      begin += word.size() + 1;
    }
  }

  [[nodiscard]] bool is_given_name(const std::u32string& word) const { return known_.given.contains(text::encode_utf8(word)); }

  /// The first of the spellings of one name that the table has, else how the word may be heard.
  [[nodiscard]] std::string sound_of(const std::string& word, bool arabic) const {
    const auto known = known_.spellings.find(word);
    if (known != known_.spellings.end()) return known->second;
    return arabic ? word : heard(word);
  }

  [[nodiscard]] std::optional<SpellingPair> judge(const Name& a, const Name& b) const {
    if (a.arabic != b.arabic) return std::nullopt;
    if (a.sound == b.sound) return judge_sound(a, b);
    if (!a.arabic || a.words.size() != b.words.size()) return std::nullopt;
    std::size_t at = a.words.size();
    for (std::size_t i = 0; i < a.words.size(); ++i) {
      if (a.words[i] == b.words[i]) continue;
      if (at < a.words.size()) return std::nullopt;
      at = i;
    }
    return judge_arabic(a, b, at);
  }

  /// Names that sound alike, word by word.
  static std::optional<SpellingPair> judge_sound(const Name& a, const Name& b) {
    if (a.folded == b.folded) return SpellingPair{0, 0, "the same words, written together or apart", kSameWordsScore};
    std::string words;
    for (std::size_t i = 0; i < std::min(a.folded.size(), b.folded.size()); ++i) {
      if (a.folded[i] != b.folded[i]) words += (words.empty() ? "" : ", ") + a.folded[i] + " ~ " + b.folded[i];
    }
    return SpellingPair{0, 0, words + ": one name in two spellings", kSoundScore};
  }

  /// Names of which only the words at `at` differ.
  [[nodiscard]] std::optional<SpellingPair> judge_arabic(const Name& a, const Name& b, std::size_t at) const {
    const std::u32string& x = a.words[at];
    const std::u32string& y = b.words[at];
    const std::string words = text::encode_utf8(x) + " ~ " + text::encode_utf8(y) + ": ";
    const auto differ = std::mismatch(x.begin(), x.end(), y.begin(), y.end());
    if (x.size() == y.size()) {
      const LetterPair* pair = pair_of(*differ.first, *differ.second);
      if (pair == nullptr || x.size() < kPairLetters || !std::equal(differ.first + 1, x.end(), differ.second + 1)) return std::nullopt;
      const bool inner = differ.first != x.begin() && differ.first + 1 != x.end();
      if (is_long_vowel(pair->first) && !inner) return std::nullopt;
      if (pair->foreign_only && has_arab_name(a, at)) return std::nullopt;
      return SpellingPair{0, 0, words + text::encode_utf8({&*differ.first, 1}) + " or " + text::encode_utf8({&*differ.second, 1}), kLetterScore};
    }
    const bool first_longer = x.size() > y.size();
    const std::u32string& longer = first_longer ? x : y;
    const std::u32string& shorter = first_longer ? y : x;
    const auto place = static_cast<std::size_t>(first_longer ? differ.first - x.begin() : differ.second - y.begin());
    if (longer.size() != shorter.size() + 1 || longer.size() < kVowelLetters || place == 0 || place + 1 >= longer.size()) return std::nullopt;
    if (!is_long_vowel(longer[place]) || longer.compare(place + 1, std::u32string::npos, shorter, place) != 0) return std::nullopt;
    if (is_given_name(x) || is_given_name(y)) return std::nullopt;
    return SpellingPair{0, 0, words + "with or without " + text::encode_utf8({&longer[place], 1}), kVowelScore};
  }

  /// Another word than that at `at` is a given name of Arabs.
  [[nodiscard]] bool has_arab_name(const Name& name, std::size_t at) const {
    for (std::size_t i = 0; i < name.words.size(); ++i) {
      if (i != at && known_.arab.contains(text::encode_utf8(name.words[i]))) return true;
    }
    return false;
  }

  const SpellingVariants::Names& known_;
  std::vector<Name> names_;
  std::vector<Probe> probes_;
};

}  // namespace

SpellingVariants::SpellingVariants() {
  tables::read_table(data_file("lexicon/who/given_names.tsv"), {"lang", "names"}, [&](const tables::Row& row) {
    for (const auto name : tables::alternatives(row.cells[1])) {
      known_.given.insert(text::name_key(name));
      if (row.cells[0] == "ar") known_.arab.insert(text::name_key(name));
    }
  });
  tables::read_table(data_file("lexicon/who/name_spellings.tsv"), {"lang", "spellings"}, [&](const tables::Row& row) {
    std::string first;
    for (const auto name : tables::alternatives(row.cells[1])) {
      const std::string key = text::name_key(name);
      if (first.empty()) first = key;
      if (!known_.spellings.emplace(key, first).second) row.fail("`" + key + "` is there already");
    }
  });
}

std::vector<SpellingPair> SpellingVariants::pairs(const std::vector<std::string>& names) const { return Search(known_, names).run(); }

}  // namespace isnad::who
