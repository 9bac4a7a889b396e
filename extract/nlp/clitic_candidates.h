#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::nlp {

/// The letters of an Arabic word, few enough to be handled without allocation. All Arabic letters lie below U+10000.
class ArabicLetters {
 public:
  static constexpr std::size_t kMost = 24;

  ArabicLetters() = default;
  ArabicLetters(std::u16string_view letters) {
    for (const char16_t c : letters) push_back(c);
  }  // NOLINT: literals read as letters

  /// Returns: false when `form` (clean UTF-8) has other characters than Arabic letters, or too many of them.
  bool assign(std::string_view form);

  [[nodiscard]] std::u16string_view view() const { return {letters_.data(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  void push_back(char16_t c) { letters_[size_++] = c; }
  void append(std::u16string_view more) {
    for (const char16_t c : more) push_back(c);
  }
  [[nodiscard]] std::string utf8() const;

 private:
  // Room for what restoring adds.
  std::array<char16_t, kMost + 4> letters_{};
  std::size_t size_ = 0;
};

/// One way to read a token as proclitics, a host and an enclitic.
struct CliticCandidate {
  /// Indexes of `kProclitics` and `kEnclitics`.
  std::uint8_t proclitic = 0;
  std::uint8_t enclitic = 0;
  /// What was undone in the host's spelling.
  enum Restoration : std::uint8_t {
    kNone,
    kTehMarbuta,
    kAlefMaksura,
    kHamza,
    kAlefOfPlural,
    kArticle,
    kArticleBeforeLam,
    kPrepositionNun
  } restoration = kNone;
  ArabicLetters host;
};

struct Proclitics {
  /// The letters in the text.
  std::u16string_view letters;
  /// One or two words of one letter each.
  std::size_t words;
};

/// Question أ, conjunctions و ف, and after these ل ب ك س. Index 0 is none.
inline constexpr std::array<Proclitics, 16> kProclitics = {{{u"", 0},
                                                            {u"و", 1},
                                                            {u"ف", 1},
                                                            {u"ل", 1},
                                                            {u"ب", 1},
                                                            {u"ك", 1},
                                                            {u"س", 1},
                                                            {u"أ", 1},
                                                            {u"ول", 2},
                                                            {u"وب", 2},
                                                            {u"وك", 2},
                                                            {u"وس", 2},
                                                            {u"فل", 2},
                                                            {u"فب", 2},
                                                            {u"فك", 2},
                                                            {u"فس", 2}}};

/// Pronouns, and the second words of مما, ممن, ألا. Index 0 is none.
inline constexpr std::array<std::u16string_view, 16> kEnclitics = {u"",    u"ه",  u"ها", u"هم", u"هما", u"هن", u"ك",  u"كم",
                                                                   u"كما", u"كن", u"نا", u"ي",  u"ني",  u"ما", u"من", u"لا"};

/// Fills `out` with every reading of the token that the script allows, the whole word first.
/// Cost: at most a few dozen; no allocation once `out` has its capacity.
void generate_candidates(const ArabicLetters& token, std::vector<CliticCandidate>& out);

/// Returns: the words of a candidate in order, in UTF-8.
[[nodiscard]] std::vector<std::string> words_of(const CliticCandidate& candidate);

}  // namespace isnad::nlp
