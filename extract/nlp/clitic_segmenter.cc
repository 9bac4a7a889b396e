#include "extract/nlp/clitic_segmenter.h"

#include <algorithm>
#include <limits>

#include "extract/nlp/clitic_features.h"
#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {

CliticSegmenter CliticSegmenter::load(const std::filesystem::path& model) { return CliticSegmenter(CliticModel::load(model)); }

std::vector<std::string> CliticSegmenter::segment(std::string_view token, std::string_view before, std::string_view after,
                                                  Scratch& scratch) const {
  ArabicLetters letters;
  if (!letters.assign(token)) return {std::string(token)};
  generate_candidates(letters, scratch.candidates);
  if (scratch.candidates.size() == 1) return {std::string(token)};
  const CliticContext context = clitic_context(letters, before, after, scratch.candidates, model_);
  CliticFeatures features;
  const CliticCandidate* best = nullptr;
  int best_score = std::numeric_limits<int>::min();
  for (const CliticCandidate& candidate : scratch.candidates) {
    clitic_features(context, candidate, model_, features);
    int score = 0;
    for (const std::uint64_t feature : features) score += model_.weight(feature);
    if (score > best_score) {
      best_score = score;
      best = &candidate;
    }
  }
  return words_of(*best);
}

std::vector<std::string> segment_mixed(std::string_view token) {
  std::size_t letters_end = 0;
  for (std::size_t at = 0; at < token.size();) {
    if (text::char_class(text::next_code_point(token, at)) != text::CharClass::kArabic) break;
    letters_end = at;
  }
  ArabicLetters letters;
  if (letters_end == 0 || letters_end == token.size() || !letters.assign(token.substr(0, letters_end)))
    return {std::string(token)};
  if (letters.view().ends_with(u"ال")) return {std::string(token)};
  std::vector<std::string> words;
  const auto known = std::find_if(kProclitics.begin(), kProclitics.end(),
                                  [&](const Proclitics& p) { return p.words > 0 && p.letters == letters.view(); });
  if (known != kProclitics.end()) {
    for (const char16_t c : known->letters) text::append_utf8(words.emplace_back(), c);
  } else {
    words.emplace_back(token.substr(0, letters_end));
  }
  words.emplace_back(token.substr(letters_end));
  return words;
}

}  // namespace isnad::nlp
