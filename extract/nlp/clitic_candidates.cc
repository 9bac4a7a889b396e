#include "extract/nlp/clitic_candidates.h"

#include "extract/text/utf8.h"

namespace isnad::nlp {

namespace {

/// First of the pronouns, and of the words that only the irregular tokens end in.
constexpr std::uint8_t kFirstIrregular = 13;

struct Irregular {
  std::u16string_view token;
  std::u16string_view host;
  std::uint8_t enclitic;
};

/// Prepositions that lose their nun before ما and من, and أن before لا.
constexpr std::array<Irregular, 5> kIrregulars = {
    {{u"مما", u"من", 13}, {u"عما", u"عن", 13}, {u"ممن", u"من", 14}, {u"عمن", u"عن", 14}, {u"ألا", u"أن", 15}}};

bool ends_in_lam(std::uint8_t proclitic) { return kProclitics[proclitic].letters.ends_with(u'ل'); }

class Generator {
 public:
  explicit Generator(std::vector<CliticCandidate>& out) : out_(out) {}

  void add(std::uint8_t proclitic, std::uint8_t enclitic, CliticCandidate::Restoration restoration, std::u16string_view front,
           std::u16string_view host, std::u16string_view back = {}) {
    CliticCandidate& candidate = out_.emplace_back();
    candidate.proclitic = proclitic;
    candidate.enclitic = enclitic;
    candidate.restoration = restoration;
    candidate.host.append(front);
    candidate.host.append(host);
    candidate.host.append(back);
  }

  /// All readings of what follows the proclitics.
  void rest(std::uint8_t proclitic, std::u16string_view rest) {
    if (proclitic == 0 || rest.size() >= 2) add(proclitic, 0, CliticCandidate::kNone, {}, rest);
    if (ends_in_lam(proclitic) && rest.size() >= 3 && rest.front() == u'ل') {
      add(proclitic, 0, CliticCandidate::kArticle, u"ا", rest);
      add(proclitic, 0, CliticCandidate::kArticleBeforeLam, u"ال", rest);
    }
    for (std::uint8_t e = 1; e < kFirstIrregular; ++e) {
      if (rest.size() > kEnclitics[e].size() && rest.ends_with(kEnclitics[e]))
        pronoun(proclitic, e, rest.substr(0, rest.size() - kEnclitics[e].size()));
    }
    // The preposition and its pronoun alone: له, بها, and with a conjunction before: وله.
    if (proclitic != 0 && proclitic != 6 && proclitic != 7) {
      for (std::uint8_t e = 1; e < kFirstIrregular; ++e) {
        if (rest == kEnclitics[e]) preposition_alone(proclitic, e);
      }
    }
    for (const Irregular& irregular : kIrregulars) {
      if (rest == irregular.token) add(proclitic, irregular.enclitic, CliticCandidate::kPrepositionNun, {}, irregular.host);
    }
  }

 private:
  void pronoun(std::uint8_t proclitic, std::uint8_t enclitic, std::u16string_view host) {
    if (host.size() < 2) return;
    add(proclitic, enclitic, CliticCandidate::kNone, {}, host);
    const std::u16string_view stem = host.substr(0, host.size() - 1);
    switch (host.back()) {
      case u'ت':
        add(proclitic, enclitic, CliticCandidate::kTehMarbuta, {}, stem, u"ة");
        break;
      case u'ي':
      case u'ا':
        add(proclitic, enclitic, CliticCandidate::kAlefMaksura, {}, stem, u"ى");
        break;
      case u'ئ':
      case u'ؤ':
        add(proclitic, enclitic, CliticCandidate::kHamza, {}, stem, u"ء");
        break;
      case u'و':
        add(proclitic, enclitic, CliticCandidate::kAlefOfPlural, {}, host, u"ا");
        break;
      default:
        break;
    }
  }

  /// ل + ه has no host but the preposition, which is then the host; a conjunction before it stays a proclitic.
  void preposition_alone(std::uint8_t proclitic, std::uint8_t enclitic) {
    const std::u16string_view letters = kProclitics[proclitic].letters;
    const char16_t last = letters.back();
    if (last != u'ل' && last != u'ب' && last != u'ك') return;
    const std::uint8_t before = letters.size() == 1 ? 0 : (letters.front() == u'و' ? 1 : 2);
    add(before, enclitic, CliticCandidate::kNone, {}, letters.substr(letters.size() - 1));
  }

  std::vector<CliticCandidate>& out_;
};

}  // namespace

bool ArabicLetters::assign(std::string_view form) {
  size_ = 0;
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = text::next_code_point(form, at);
    const bool letter = (c >= 0x621 && c <= 0x63A) || (c >= 0x641 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D3);
    if (!letter || size_ == kMost) return false;
    push_back(static_cast<char16_t>(c));
  }
  return size_ > 0;
}

std::string ArabicLetters::utf8() const {
  std::string out;
  for (const char16_t c : view()) text::append_utf8(out, c);
  return out;
}

void generate_candidates(const ArabicLetters& token, std::vector<CliticCandidate>& out) {
  out.clear();
  Generator generator(out);
  const std::u16string_view letters = token.view();
  for (std::uint8_t p = 0; p < kProclitics.size(); ++p) {
    if (!letters.starts_with(kProclitics[p].letters) || letters.size() <= kProclitics[p].letters.size()) continue;
    generator.rest(p, letters.substr(kProclitics[p].letters.size()));
  }
}

std::vector<std::string> words_of(const CliticCandidate& candidate) {
  std::vector<std::string> words;
  for (const char16_t c : kProclitics[candidate.proclitic].letters) text::append_utf8(words.emplace_back(), c);
  words.push_back(candidate.host.utf8());
  if (candidate.enclitic != 0) {
    std::string& word = words.emplace_back();
    for (const char16_t c : kEnclitics[candidate.enclitic]) text::append_utf8(word, c);
  }
  return words;
}

}  // namespace isnad::nlp
