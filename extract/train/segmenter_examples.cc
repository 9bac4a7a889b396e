#include "extract/train/segmenter_examples.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/conllu/reader.h"
#include "extract/text/normalizer.h"

namespace isnad::train {

namespace {

constexpr std::array<std::string_view, 12> kPronouns = {"ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "كن", "نا", "ي", "ني"};

bool is_pronoun(std::string_view word) { return std::find(kPronouns.begin(), kPronouns.end(), word) != kPronouns.end(); }

bool replace_ending(std::string& word, std::string_view ending, std::string_view by) {
  if (!word.ends_with(ending) || word.size() == ending.size()) return false;
  word.replace(word.size() - ending.size(), ending.size(), by);
  return true;
}

/// The host before a pronoun in its free form.
void free_host(std::string& host, const LogCount& log_count) {
  if (host == "علي" || host == "إلي" || host == "لدي" || host == "الي") {
    replace_ending(host, "ي", "ى");
    return;
  }
  std::string with_marbuta = host;
  if (replace_ending(with_marbuta, "ت", "ة") && log_count(with_marbuta) > log_count(host)) host = with_marbuta;
}

/// `ل` + `لسلطة` of `للسلطة` is `ل` + `السلطة`, but `ل` + `لندن` of `للندن` is what it says.
void restore_article(std::string& host, const LogCount& log_count) {
  if (!host.starts_with("ل")) return;
  const std::string with_alef = "ا" + host;
  if (log_count(with_alef) > log_count(host)) host = with_alef;
}

void divide(std::vector<std::string>& words, std::string_view whole, std::string_view first, std::string_view second) {
  if (words.back() != whole) return;
  words.back() = first;
  words.emplace_back(second);
}

/// Treebanks made by machine leave some prepositions and conjunctions on a noun with its article: `بالفشل`, `والقدس`. Where the
/// noun is seen more often without them than with them, they are divided; `بالغ`, `والد` are not.
void divide_before_article(std::vector<std::string>& words, const LogCount& log_count) {
  static constexpr std::array<std::string_view, 4> kLetters = {"و", "ف", "ب", "ك"};
  for (const std::string_view letter : kLetters) {
    const std::string_view last = words.back();
    if (!last.starts_with(letter) || !last.substr(letter.size()).starts_with("ال")) continue;
    const std::string host(last.substr(letter.size()));
    if (log_count(host) <= log_count(last)) return;
    words.back() = letter;
    words.push_back(host);
    return;
  }
}

void harmonise(std::vector<std::string>& words, std::string_view form, const LogCount& log_count) {
  std::erase(words, std::string());
  if (words.empty()) {
    words.emplace_back(form);
    return;
  }
  for (std::size_t k = 0; k + 1 < words.size();) {
    if (words[k] == "ل" && (words[k + 1] == "أن" || words[k + 1] == "ان")) {
      words[k] += words[k + 1];
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(k) + 1);
      continue;
    }
    if (words[k] == "م" && (words[k + 1] == "ما" || words[k + 1] == "من")) words[k] = "من";
    if (words[k] == "أ" && words[k + 1] == "لا") words[k] = "أن";
    if (words[k] == "ل" && form.find("لل") != std::string_view::npos) restore_article(words[k + 1], log_count);
    if (is_pronoun(words[k + 1]) && k + 2 == words.size()) free_host(words[k], log_count);
    ++k;
  }
  if (words.size() == 1) divide_before_article(words, log_count);
  divide(words, "مما", "من", "ما");
  divide(words, "عما", "عن", "ما");
  divide(words, "ممن", "من", "من");
  divide(words, "عمن", "عن", "من");
  divide(words, "ألا", "أن", "لا");
  divide(words, "لذلك", "ل", "ذلك");
}

}  // namespace

std::vector<SegmentedSentence> read_segmented(const std::filesystem::path& treebank, const LogCount& log_count) {
  std::vector<SegmentedSentence> out;
  for (const conllu::Sentence& sentence : conllu::read_file(treebank)) {
    SegmentedSentence tokens;
    auto multiword = sentence.multiword_tokens.begin();
    for (int id = 1; id <= sentence.size();) {
      const bool divided = multiword != sentence.multiword_tokens.end() && multiword->first == id;
      const int last = divided ? multiword->last : id;
      SegmentedToken token;
      token.form = text::clean_form(divided ? multiword->form : sentence.word(id).form);
      token.is_name = !divided && sentence.word(id).upos == "PROPN";
      for (; id <= last; ++id) token.words.push_back(text::clean_form(sentence.word(id).form));
      if (divided) ++multiword;
      harmonise(token.words, token.form, log_count);
      if (!token.form.empty()) tokens.push_back(std::move(token));
    }
    out.push_back(std::move(tokens));
  }
  return out;
}

}  // namespace isnad::train
