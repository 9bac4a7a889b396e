#include "extract/names/name_features.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "extract/names/context_code.h"
#include "extract/names/name_tags.h"
#include "extract/text/arabic.h"
#include "extract/text/char_class.h"
#include "extract/text/normalizer.h"
#include "extract/text/utf8.h"

namespace isnad::names {

namespace {

/// What a document shows of a word, in bits of `WordView::document`.
enum Evidence : std::uint32_t {
  kAfterTitle = 1U << 0U,
  kAfterGivenName = 1U << 1U,
  kIsSubject = 1U << 2U,
  kAfterLocative = 1U << 3U,
  kAfterPlaceNoun = 1U << 4U,
  kAfterOrganisationNoun = 1U << 5U,
  kBeforeName = 1U << 6U,
  kBehindName = 1U << 7U,
  kKnownPerson = 1U << 8U,
  kKnownOrganisation = 1U << 9U,
  kKnownPlace = 1U << 10U,
  kSmallLetters = 1U << 11U,
  kCapitalInside = 1U << 12U,
};
constexpr unsigned kEvidenceBits = 13;

std::uint64_t mix(std::uint64_t hash, std::uint64_t more) {
  hash = (hash ^ more) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29U);
}

char32_t fold(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : text::fold_arabic(c); }

char32_t shape_of(char32_t c) {
  switch (text::char_class(c)) {
    case text::CharClass::kArabic:
      return U'a';
    case text::CharClass::kLatin:
    case text::CharClass::kLetter:
      return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE) ? U'X' : U'x';
    case text::CharClass::kDigit:
      return U'd';
    default:
      return c;
  }
}

/// Reads a form: its folded letters, affixes and shape.
class FormReader {
 public:
  void read(std::string_view form, WordView& view) {
    letters_.clear();
    std::uint64_t shape = 1;
    char32_t last = 0;
    for (std::size_t at = 0; at < form.size();) {
      const char32_t c = text::next_code_point(form, at);
      if (text::is_arabic_diacritic(c)) continue;
      letters_.push_back(fold(c));
      // A run counts as one sign, or as two when it is longer.
      const char32_t sign = shape_of(c);
      if (sign != last) {
        shape = mix(shape, sign);
        repeats_ = 1;
      } else if (++repeats_ == 2) {
        shape = mix(shape, 3);
      }
      last = sign;
    }
    view.shape = shape;
    view.form = hash(0, letters_.size());
    view.article = letters_.size() > 4 && letters_[0] == U'ا' && letters_[1] == U'ل';
    const std::size_t begin = view.article ? 2 : 0;
    for (std::size_t n = 1; n <= view.prefix.size() && begin + n < letters_.size(); ++n) {
      view.prefix[n - 1] = hash(begin, begin + n);
      view.suffix[n - 1] = hash(letters_.size() - n, letters_.size());
    }
  }

  /// Reads the triples of the form that was read last.
  void read_triples(WordView& view) const {
    for (std::size_t k = 0; k < view.triple.size() && k + 3 <= letters_.size(); ++k) view.triple[k] = hash(k, k + 3);
  }

  [[nodiscard]] std::uint64_t folded_hash(std::string_view form) {
    letters_.clear();
    for (std::size_t at = 0; at < form.size();) {
      const char32_t c = text::next_code_point(form, at);
      if (!text::is_arabic_diacritic(c)) letters_.push_back(fold(c));
    }
    return hash(0, letters_.size());
  }

  /// As `folded_hash`, but capitals stay.
  [[nodiscard]] std::uint64_t cased_hash(std::string_view form) {
    letters_.clear();
    for (std::size_t at = 0; at < form.size();) {
      const char32_t c = text::next_code_point(form, at);
      if (!text::is_arabic_diacritic(c)) letters_.push_back(text::fold_arabic(c));
    }
    return hash(0, letters_.size());
  }

 private:
  [[nodiscard]] std::uint64_t hash(std::size_t begin, std::size_t end) const {
    std::uint64_t value = 0x243F6A8885A308D3ULL;
    for (std::size_t k = begin; k < end; ++k) value = mix(value, letters_[k]);
    return value;
  }

  std::u32string letters_;
  int repeats_ = 0;
};

bool is_locative(std::uint64_t form) {
  static const auto kHashes = [] {
    std::array<std::uint64_t, 14> hashes{};
    FormReader reader;
    std::size_t k = 0;
    for (const std::string_view word : {"في", "ب", "إلى", "من", "قرب", "in", "at", "near", "to", "from", "into", "outside", "نحو", "across"})
      hashes[k++] = reader.folded_hash(word);
    return hashes;
  }();
  return std::find(kHashes.begin(), kHashes.end(), form) != kHashes.end();
}

bool is_name_like(const conllu::Word& word) {
  return word.upos == "PROPN" || word.upos == "X" || word.upos == "NOUN" || word.upos == "ADJ";
}

bool any_capital(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool has_capital(std::string_view form) { return !form.empty() && form.front() >= 'A' && form.front() <= 'Z'; }
bool has_small(std::string_view form) { return !form.empty() && form.front() >= 'a' && form.front() <= 'z'; }

std::uint32_t evidence_of(const conllu::Sentence& sentence, const SentenceView& view, std::size_t i) {
  const conllu::Word& word = sentence.words[i];
  std::uint32_t bits = 0;
  if (i > 0) {
    const WordView& before = view[i - 1];
    if (before.hint.noun_class == NounClass::kPersonTitle) bits |= kAfterTitle;
    if (before.hint.noun_class == NounClass::kPlace) bits |= kAfterPlaceNoun;
    if (before.hint.noun_class == NounClass::kOrganisation) bits |= kAfterOrganisationNoun;
    if (before.hint.given_name && sentence.words[i - 1].upos == "PROPN") bits |= kAfterGivenName;
    if (is_locative(before.form)) bits |= kAfterLocative;
    if (sentence.words[i - 1].upos == "PROPN") bits |= kBehindName;
    if (has_capital(word.form)) bits |= kCapitalInside;
  }
  if (i + 1 < view.size() && sentence.words[i + 1].upos == "PROPN") bits |= kBeforeName;
  if (conllu::base_deprel(word.deprel) == "nsubj") bits |= kIsSubject;
  if (has_small(word.form)) bits |= kSmallLetters;
  if (const Tag known = view[i].hint.known; known != kOutside) {
    const EntityType type = type_of(known);
    bits |= type == EntityType::kPerson         ? kKnownPerson
            : type == EntityType::kOrganisation ? kKnownOrganisation
                                                : kKnownPlace;
  }
  return bits;
}

/// Collects the features of a word.
class Collector {
 public:
  explicit Collector(std::vector<std::uint64_t>& out) : out_(out) { out_.clear(); }

  /// One more kind of feature, with what it saw. Kinds are numbered in the order of the calls.
  template <class... Parts>
  void add(Parts... parts) {
    std::uint64_t value = mix(0xB7E151628AED2A6BULL, ++kind_);
    ((value = mix(value, static_cast<std::uint64_t>(parts))), ...);
    out_.push_back(value);
  }

  /// Features of one kind for values that are not 0.
  void add_all(std::span<const std::uint64_t> values) {
    ++kind_;
    for (const std::uint64_t value : values) {
      if (value != 0) out_.push_back(mix(mix(0xB7E151628AED2A6BULL, kind_), value));
    }
  }

  /// As `add`, for what is mostly absent.
  template <class... Parts>
  void add_if(bool present, Parts... parts) {
    ++kind_;
    if (!present) return;
    --kind_;
    add(parts...);
  }

 private:
  std::vector<std::uint64_t>& out_;
  std::uint64_t kind_ = 0;
};

std::uint64_t hint_code(const WordHint& hint) {
  return hint.known | static_cast<std::uint64_t>(hint.demonym) << 8U | static_cast<std::uint64_t>(hint.common_word) << 9U;
}

const WordView& at(const SentenceView& sentence, int index) {
  static const WordView kNothing{};
  return index < 0 || index >= static_cast<int>(sentence.size()) ? kNothing : sentence[static_cast<std::size_t>(index)];
}

}  // namespace

std::uint64_t hash_form(std::string_view form) { return FormReader().folded_hash(form); }
std::uint64_t hash_cased_form(std::string_view form) { return FormReader().cased_hash(form); }

std::vector<SentenceView> view_document(std::span<const conllu::Sentence> sentences, const Hints& hints, const WordTable& words,
                                        std::string_view lang) {
  std::vector<SentenceView> views(sentences.size());
  std::unordered_map<std::uint64_t, std::uint32_t> evidence;
  FormReader reader;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const conllu::Sentence& sentence = sentences[s];
    SentenceView& view = views[s];
    if (sentence.lang != lang) continue;
    view.resize(sentence.words.size());
    for (std::size_t i = 0; i < view.size(); ++i) {
      const conllu::Word& word = sentence.words[i];
      const WordClass cased = any_capital(word.form) ? words.find(reader.cased_hash(word.form)) : WordClass();
      reader.read(word.form, view[i]);
      view[i].word_class = words.find(view[i].form);
      // A word in capitals is another word where raw text knows it.
      if (cased.fine != 0 || cased.contexts != 0) {
        const std::uint8_t lists = view[i].word_class.lists;
        view[i].word_class = cased;
        view[i].word_class.lists |= lists;
      }
      if (view[i].word_class.fine == 0) reader.read_triples(view[i]);
      view[i].lemma = reader.folded_hash(word.lemma);
      view[i].upos = hash_text(word.upos);
      view[i].deprel = hash_text(conllu::base_deprel(word.deprel));
      view[i].head = word.head > 0 ? word.head - 1 : -1;
      view[i].hint = hints[s][i];
    }
    for (std::size_t i = 0; i < view.size(); ++i) {
      if (is_name_like(sentence.words[i])) evidence[view[i].form] |= evidence_of(sentence, view, i);
    }
  }
  for (SentenceView& view : views) {
    for (WordView& word : view) {
      if (const auto found = evidence.find(word.form); found != evidence.end()) word.document = found->second;
    }
  }
  return views;
}

std::size_t name_features(const SentenceView& sentence, int index, std::vector<std::uint64_t>& out) {
  const WordView& w = at(sentence, index);
  const WordView& p1 = at(sentence, index - 1);
  const WordView& p2 = at(sentence, index - 2);
  const WordView& n1 = at(sentence, index + 1);
  const WordView& n2 = at(sentence, index + 2);
  const WordView& head = at(sentence, w.head);
  Collector collect(out);

  const WordClass& c = w.word_class;
  const WordClass& cp = p1.word_class;
  const WordClass& cn = n1.word_class;
  const std::uint64_t hint = hint_code(w.hint);

  collect.add(w.form);
  collect.add(p1.form, w.form);
  collect.add(w.form, n1.form);
  collect.add(w.lemma);
  for (std::size_t n = 0; n < w.prefix.size(); ++n) {
    collect.add_if(w.prefix[n] != 0, w.prefix[n]);
    collect.add_if(w.suffix[n] != 0, w.suffix[n]);
  }
  collect.add(w.article, w.suffix[1]);
  collect.add_if(c.fine != 0, c.fine);
  collect.add(cp.fine, c.fine);
  collect.add(c.fine, cn.fine);
  collect.add_if(hint != 0, hint, w.form);
  collect.add_if(c.fine == 0, w.upos, w.article);
  collect.add_if(c.fine == 0, cp.fine == 0, p1.upos);
  collect.add_if(c.fine == 0, cn.fine == 0, n1.upos);
  collect.add_if(c.fine == 0, p1.form);
  collect.add_if(c.fine == 0, w.deprel, w.upos);
  collect.add_all(w.triple);
  const std::size_t own = out.size();

  collect.add(0);
  collect.add(p1.form);
  collect.add(n1.form);
  collect.add(p2.form);
  collect.add(n2.form);
  collect.add(p2.form, p1.form);
  collect.add(n1.form, n2.form);
  collect.add(p1.lemma);
  collect.add(n1.lemma);
  collect.add(w.shape);
  collect.add(p1.shape, w.shape);
  collect.add(w.shape, n1.shape);
  collect.add(p1.shape, w.shape, n1.shape);

  collect.add(w.upos);
  collect.add(p1.upos, w.upos);
  collect.add(w.upos, n1.upos);
  collect.add(p1.upos, w.upos, n1.upos);
  collect.add(p2.upos, p1.upos, w.upos);
  collect.add(w.upos, n1.upos, n2.upos);
  collect.add(p1.form, w.upos);
  collect.add(n1.form, w.upos);
  collect.add(p1.lemma, w.upos, w.article);
  collect.add(index == 0, w.upos, w.shape);

  collect.add_if(cp.fine != 0, cp.fine);
  collect.add_if(cn.fine != 0, cn.fine);
  collect.add_if(p2.word_class.fine != 0, p2.word_class.fine);
  collect.add_if(n2.word_class.fine != 0, n2.word_class.fine);
  collect.add(c.coarse, w.upos);
  collect.add(cp.coarse, c.coarse);
  collect.add(c.coarse, cn.coarse);
  collect.add(cp.coarse, c.coarse, cn.coarse);
  collect.add(p2.word_class.coarse, cp.coarse, c.coarse);
  collect.add(cp.fine, w.upos);
  collect.add(cn.fine, w.upos);
  collect.add_if(c.middle != 0, c.middle);
  collect.add_if(cp.middle != 0, cp.middle);
  collect.add_if(cn.middle != 0, cn.middle);
  collect.add(cp.middle, c.middle);
  collect.add(c.middle, cn.middle);
  collect.add(cp.middle, c.coarse, w.upos);
  collect.add(c.coarse, cn.middle, w.upos);
  collect.add_if(c.lists != 0, c.lists);
  collect.add(cp.lists, c.lists, w.upos);
  collect.add(c.lists, cn.lists, w.upos);
  collect.add(cp.lists, c.lists, cn.lists);

  const std::uint8_t kind = context_kind(c.contexts);
  const std::uint8_t kind_before = context_kind(cp.contexts);
  const std::uint8_t kind_behind = context_kind(cn.contexts);
  collect.add(c.contexts);
  collect.add(c.contexts, w.upos);
  collect.add(kind, w.shape);
  collect.add(kind_before, kind);
  collect.add(kind, kind_behind);
  collect.add(kind_before, kind, kind_behind);
  collect.add(kind, p1.form);
  collect.add(kind, n1.form);
  collect.add(kind, c.lists, w.upos);
  collect.add(kind_before, w.upos);
  collect.add(kind_behind, w.upos);

  collect.add(hint);
  collect.add(hint, w.upos);
  collect.add_if(hint != 0, hint, p1.form);
  collect.add(hint_code(p1.hint), hint);
  collect.add(hint, hint_code(n1.hint));
  collect.add(hint_code(p2.hint), hint_code(p1.hint), w.upos);
  collect.add(hint_code(n1.hint), hint_code(n2.hint), w.upos);
  collect.add_if(w.hint.noun != 0, w.hint.noun);
  collect.add_if(p1.hint.noun != 0, p1.hint.noun, w.upos);
  collect.add_if(n1.hint.noun != 0, n1.hint.noun, w.upos);
  collect.add_if(p2.hint.noun != 0, p2.hint.noun, p1.upos, w.upos);
  collect.add(p2.hint.noun_class, p1.hint.noun_class, w.hint.noun_class, w.upos);
  collect.add(w.hint.noun_class, n1.hint.noun_class, n1.upos);
  collect.add(w.hint.given_name, p1.hint.given_name, n1.hint.given_name, w.upos);
  collect.add_if(w.hint.given_name || p1.hint.given_name, w.hint.given_name, n1.upos, n2.upos, p1.upos);

  collect.add(w.deprel, w.upos);
  collect.add(w.deprel, head.lemma);
  collect.add(w.deprel, head.word_class.coarse, w.upos);
  collect.add(w.deprel, head.upos, w.head < index);
  collect.add_if(head.hint.noun != 0, w.deprel, head.hint.noun);
  collect.add_if(head.hint.known != 0, w.deprel, hint_code(head.hint));

  for (unsigned bit = 0; bit < kEvidenceBits; ++bit) collect.add_if((w.document >> bit & 1U) != 0, w.upos);
  collect.add(w.document & (kKnownPerson | kKnownOrganisation | kKnownPlace | kAfterTitle | kAfterGivenName | kAfterLocative));
  return own;
}

}  // namespace isnad::names
