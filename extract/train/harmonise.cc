#include "extract/train/harmonise.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extract/nlp/network/word_features.h"
#include "graph/model/error.h"

namespace isnad::train {
namespace {

using conllu::Sentence;
using conllu::Word;

using Features = std::map<std::string, std::string, std::less<>>;

Features parse_feats(std::string_view feats) {
  Features out;
  while (!feats.empty()) {
    const std::string_view item = feats.substr(0, feats.find('|'));
    feats.remove_prefix(std::min(feats.size(), item.size() + 1));
    const std::size_t equals = item.find('=');
    if (equals != std::string_view::npos) out.emplace(item.substr(0, equals), item.substr(equals + 1));
  }
  return out;
}

std::string join_feats(const Features& features) {
  std::string out;
  for (const auto& [name, value] : features) {
    if (!out.empty()) out += '|';
    out += name;
    out += '=';
    out += value;
  }
  return out;
}

std::string unvocalised(const std::string& lemma) {
  std::u32string clean = nlp::clean_form(lemma);
  // Alif wasla is a vowel sign in all but name.
  std::replace(clean.begin(), clean.end(), char32_t{0x0671}, char32_t{0x0627});
  return nlp::to_utf8(clean);
}

bool is_number(const std::string& form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         std::all_of(form.begin(), form.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
}

/// Whether the text was withheld: most words are made of underscores, one a letter.
bool is_blanked(const Sentence& sentence) {
  const auto blanks = std::count_if(sentence.words.begin(), sentence.words.end(),
                                    [](const Word& w) { return w.form.find_first_not_of('_') == std::string::npos; });
  return 2 * blanks > static_cast<std::ptrdiff_t>(sentence.words.size());
}

bool is_punctuation(const std::string& form) {
  static const std::set<std::string, std::less<>> kMarks = {"،", "؛", "؟", "«", "»", "“", "”", "‘", "’", "…", "–", "—"};
  if (kMarks.contains(form)) return true;
  return !form.empty() && std::all_of(form.begin(), form.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80 && std::ispunct(c) != 0; });
}

void arabic_label(std::string& label) {
  static const std::set<std::string, std::less<>> kKept = {"nsubj:pass", "csubj:pass", "acl:relcl", "obl:agent"};
  if (!kKept.contains(label)) label.resize(label.find(':') == std::string::npos ? label.size() : label.find(':'));
}

void arabic_features(std::string& feats) {
  Features features = parse_feats(feats);
  // What follows from the part of speech or from another feature, and what only one source has.
  for (const char* name : {"AdpType", "NumForm", "NumValue", "NumType", "VerbForm", "Tense"}) features.erase(name);
  if (features.erase("Negative") > 0) features["Polarity"] = "Neg";
  if (const auto foreign = features.find("Foreign"); foreign != features.end()) foreign->second = "Yes";
  if (const auto definite = features.find("Definite"); definite != features.end() && definite->second == "Com")
    definite->second = "Def";
  feats = join_feats(features);
}

/// Turns `SG;PSSD;N;GEN` into NOUN and `Case=Gen|Definite=Cons|Number=Sing`.
void from_unimorph(Word& word) {
  struct Meaning {
    std::string_view tag;
    const char* upos;
    const char* feature;
    const char* value;
  };
  static constexpr std::array kMeanings = std::to_array<Meaning>({
      {"N", "NOUN", nullptr, nullptr},     {"V", "VERB", nullptr, nullptr},      {"ADJ", "ADJ", nullptr, nullptr},
      {"ADP", "ADP", nullptr, nullptr},    {"PRO", "PRON", nullptr, nullptr},    {"CONJ", "CCONJ", nullptr, nullptr},
      {"DET", "DET", nullptr, nullptr},    {"PART", "PART", nullptr, nullptr},   {"ADV", "ADV", nullptr, nullptr},
      {"NUM", "NUM", nullptr, nullptr},    {"INTJ", "INTJ", nullptr, nullptr},   {"PROPN", "PROPN", nullptr, nullptr},
      {"SG", nullptr, "Number", "Sing"},   {"DU", nullptr, "Number", "Dual"},    {"PL", nullptr, "Number", "Plur"},
      {"NOM", nullptr, "Case", "Nom"},     {"ACC", nullptr, "Case", "Acc"},      {"GEN", nullptr, "Case", "Gen"},
      {"DEF", nullptr, "Definite", "Def"}, {"INDF", nullptr, "Definite", "Ind"}, {"PSSD", nullptr, "Definite", "Cons"},
      {"MASC", nullptr, "Gender", "Masc"}, {"FEM", nullptr, "Gender", "Fem"},    {"PFV", nullptr, "Aspect", "Perf"},
      {"IPFV", nullptr, "Aspect", "Imp"},  {"IND", nullptr, "Mood", "Ind"},      {"SBJV", nullptr, "Mood", "Sub"},
      {"JUS", nullptr, "Mood", "Jus"},     {"IMP", nullptr, "Mood", "Imp"},      {"ACT", nullptr, "Voice", "Act"},
      {"PASS", nullptr, "Voice", "Pass"},  {"1", nullptr, "Person", "1"},        {"2", nullptr, "Person", "2"},
      {"3", nullptr, "Person", "3"},       {"NEG", nullptr, "Polarity", "Neg"},  {"FIN", nullptr, nullptr, nullptr},
  });
  Features features;
  std::string_view rest = word.feats;
  word.upos.clear();
  while (!rest.empty()) {
    const std::string_view tag = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), tag.size() + 1));
    const auto* const found = std::find_if(kMeanings.begin(), kMeanings.end(), [&](const Meaning& m) { return m.tag == tag; });
    if (found == kMeanings.end()) throw FormatError("UniMorph", 0, "unknown tag " + std::string(tag));
    if (found->upos != nullptr) word.upos = found->upos;
    if (found->feature != nullptr) features[found->feature] = found->value;
  }
  word.feats = join_feats(features);
  if (word.upos.empty() && is_punctuation(word.form)) word.upos = "PUNCT";
  if (word.upos.empty() && is_number(word.form)) word.upos = "NUM";
}

/// Puts the article of words such as `ال` + `شعر` back on the noun. There are no trees to mend.
void attach_articles(Sentence& sentence) {
  std::vector<Word> words;
  // new_id[k]: id after attaching of the word whose id was k.
  std::vector<int> new_id(sentence.words.size() + 1, 0);
  std::string article;
  for (std::size_t k = 0; k < sentence.words.size(); ++k) {
    Word& word = sentence.words[k];
    new_id[k + 1] = static_cast<int>(words.size()) + 1;
    if (article.empty() && word.form == "ال" && word.upos == "DET" && k + 1 < sentence.words.size()) {
      article = word.form;
      continue;
    }
    word.form.insert(0, article);
    article.clear();
    words.push_back(std::move(word));
  }
  std::vector<conllu::MultiwordToken> tokens;
  for (conllu::MultiwordToken token : sentence.multiword_tokens) {
    token.first = new_id[static_cast<std::size_t>(token.first)];
    token.last = new_id[static_cast<std::size_t>(token.last)];
    if (token.last > token.first) tokens.push_back(std::move(token));
  }
  sentence.words = std::move(words);
  sentence.multiword_tokens = std::move(tokens);
}

bool starts_with(const std::string& text, std::string_view start) {
  return std::string_view(text).substr(0, start.size()) == start;
}

/// Gives words the form that they have when they stand alone: للسلطة is ل + السلطة (PUD writes لسلطة), عليه is على + ه (PADT and
/// PUD write علي).
void restore_forms(Sentence& sentence) {
  constexpr std::string_view kLam = "ل";
  constexpr std::string_view kYeh = "ي";
  constexpr std::string_view kAlifMaqsura = "ى";
  for (const conllu::MultiwordToken& token : sentence.multiword_tokens) {
    for (int id = token.first; id <= token.last; ++id) {
      Word& word = sentence.word(id);
      const std::string lemma = unvocalised(word.lemma);
      if (id > token.first && sentence.word(id - 1).form == kLam && starts_with(word.form, kLam) && word.form.size() > 6 &&
          !starts_with(lemma, kLam)) {
        word.form.insert(0, "ا");
      }
      if (id < token.last && word.upos == "ADP" && word.form.ends_with(kYeh) && lemma.ends_with(kAlifMaqsura)) {
        word.form.replace(word.form.size() - kYeh.size(), kYeh.size(), kAlifMaqsura);
      }
    }
  }
}

bool has_voice(const Word& word, std::string_view voice) {
  const Features features = parse_feats(word.feats);
  const auto found = features.find("Voice");
  return found != features.end() && found->second == voice;
}

/// What a passive verb is done to is its subject everywhere: PADT writes it as obj at times. Trees of `kNews`, which have no
/// features, tell voices by their labels; verbs that show nothing are left open.
void agree_on_passives(Sentence& sentence, Treebank treebank) {
  for (std::size_t v = 0; v < sentence.words.size(); ++v) {
    Word& verb = sentence.words[v];
    if (verb.upos != "VERB") continue;
    Word* patient = nullptr;
    bool done_to = false;
    bool doing = false;
    for (Word& child : sentence.words) {
      if (child.head != static_cast<int>(v) + 1) continue;
      done_to |= child.deprel == "nsubj:pass" || child.deprel == "csubj:pass";
      doing |= child.deprel == "nsubj" || child.deprel == "csubj" || child.deprel == "obj";
      const bool is_subject = child.deprel == "nsubj";
      if (is_subject || (child.deprel == "obj" && patient == nullptr)) patient = &child;
    }
    if (has_voice(verb, "Pass") && !done_to && patient != nullptr) patient->deprel = "nsubj:pass";
    if (treebank != Treebank::kNews) continue;
    if (done_to) {
      verb.feats = "Voice=Pass";
    } else if (doing) {
      verb.feats = "Voice=Act";
    } else {
      verb.misc += verb.misc.empty() ? "Unmarked=Voice" : "|Unmarked=Voice";
    }
  }
}

void harmonise_arabic(Sentence& sentence, Treebank treebank) {
  if (treebank == Treebank::kIahlt) attach_articles(sentence);
  restore_forms(sentence);
  for (Word& word : sentence.words) {
    if (treebank == Treebank::kPadtMorph) from_unimorph(word);
    word.form = nlp::to_utf8(nlp::clean_form(word.form));
    const std::string vocalised = std::exchange(word.lemma, is_number(word.form) ? word.form : unvocalised(word.lemma));
    if (unvocalised(vocalised) == word.lemma && vocalised != word.lemma) {
      if (!word.misc.empty()) word.misc += '|';
      word.misc += "Vlemma=" + vocalised;
    }
    arabic_features(word.feats);
    arabic_label(word.deprel);
    word.xpos.clear();
    word.deps.clear();
  }
  agree_on_passives(sentence, treebank);
}

}  // namespace

std::optional<Treebank> treebank_from(std::string_view name) {
  static constexpr std::array kNames = std::to_array<std::pair<std::string_view, Treebank>>({{"news", Treebank::kNews},
                                                                                             {"padt", Treebank::kPadt},
                                                                                             {"padt-morph", Treebank::kPadtMorph},
                                                                                             {"pud", Treebank::kPud},
                                                                                             {"iahlt", Treebank::kIahlt},
                                                                                             {"english", Treebank::kEnglish}});
  const auto* const found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& entry) { return entry.first == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->second;
}

void harmonise(std::vector<Sentence>& sentences, Treebank treebank) {
  std::set<std::string> seen;
  std::erase_if(sentences, [&](const Sentence& s) {
    return s.words.empty() || is_blanked(s) || (treebank == Treebank::kIahlt && !s.text.empty() && !seen.insert(s.text).second);
  });
  for (Sentence& sentence : sentences) {
    if (treebank == Treebank::kEnglish) {
      for (Word& word : sentence.words) {
        word.xpos.clear();
        word.deps.clear();
      }
    } else {
      harmonise_arabic(sentence, treebank);
    }
  }
}

}  // namespace isnad::train
