#include "extract/nlp/arabic_verbs.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/text/normalizer.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {

namespace {

using text::decode_utf8;
using text::encode_utf8;

constexpr char32_t kDamma = 0x64F;
constexpr std::u32string_view kPrefixes = U"يتنأ";

/// Verbs of the first form whose active imperfect has a long a, so that it is no sign of the passive.
const std::unordered_set<std::u32string> kActiveInA = {U"خاف", U"نام", U"نال",  U"شاء", U"كاد", U"زال", U"هاب", U"حار",
                                                       U"غار", U"بات", U"خال",  U"سعى", U"رعى", U"نهى", U"نعى", U"نأى",
                                                       U"أبى", U"طغى", U"أراد", U"رأى", U"محا", U"صحا"};

/// Hollow verbs of the first form that take an object, so that their passive imperfect is not the fourth form's.
const std::unordered_set<std::u32string> kTransitiveHollow = {U"قال", U"باع", U"زار", U"قاد", U"صان",
                                                              U"ساق", U"عاب", U"لام", U"صاغ"};

/// Verbs whose active imperfect drops the waw: يجد, but يوجد.
const std::unordered_set<std::u32string> kAssimilated = {U"وجد", U"وصف", U"وضع"};

/// Subjects of verbs of violence and arrest that do it rather than suffer it.
const std::unordered_set<std::string> kAgents = {"قوة",  "قوات", "جيش",   "شرطة",   "سلطة", "أمن",   "احتلال", "محكمة", "جهاز",
                                                 "نظام", "دولة", "حكومة", "مليشيا", "درك",  "تنظيم", "رئيس",   "ملك",   "مجلس"};

bool ends_with(const std::u32string& word, std::u32string_view ending) {
  return word.size() >= ending.size() && std::u32string_view(word).substr(word.size() - ending.size()) == ending;
}

/// What is left of a form without one of the endings; at least two letters.
std::vector<std::u32string> stems(const std::u32string& form, const std::vector<std::u32string_view>& endings) {
  std::vector<std::u32string> out;
  for (const auto ending : endings) {
    if (form.size() >= ending.size() + 2 && ends_with(form, ending)) out.push_back(form.substr(0, form.size() - ending.size()));
  }
  return out;
}

const std::vector<std::u32string_view> kPerfectEndings = {U"", U"ت", U"ا", U"تا", U"وا", U"ن", U"نا", U"تم", U"تن", U"تما"};
const std::vector<std::u32string_view> kImperfectEndings = {U"", U"ون", U"وا", U"ين", U"ان", U"ا", U"ن", U"ي"};
const std::vector<std::u32string_view> kThirdPersonEndings = {U"", U"ت", U"ا", U"تا", U"وا", U"ن"};

/// The lemmas that a stem may belong to by its weak letters, doubled letters and hamza seats.
void add_weak(const std::u32string& stem, std::vector<std::u32string>& out) {
  const std::size_t n = stem.size();
  out.push_back(stem);
  for (const char32_t last : std::u32string_view(U"ىاي")) out.push_back(stem + last);
  const std::u32string body = stem.substr(0, n - 1);
  if (stem.back() == U'ي' || stem.back() == U'و' || stem.back() == U'ا') {
    out.push_back(body + U'ى');
    out.push_back(body + U'ا');
  }
  out.push_back(body + U'ا' + stem.back());
  if (n > 3 && stem[n - 2] == stem[n - 1]) out.push_back(body);
  for (std::size_t k = 0; k + 1 < n; ++k) {
    std::u32string changed = stem;
    if (k > 0 && (stem[k] == U'ي' || stem[k] == U'و')) changed[k] = U'ا';
    if (stem[k] == U'ؤ' || stem[k] == U'ئ') changed[k] = U'أ';
    if (changed != stem) out.push_back(changed);
  }
  if (stem.back() == U'ئ' || stem.back() == U'ؤ') out.push_back(body + U'أ');
}

/// Forms of رأى, of which the imperfect keeps one letter.
const std::unordered_set<std::u32string> kSeeForms = {U"يرى", U"ترى", U"نرى", U"يرون", U"ترون", U"يروا", U"ير", U"تر", U"نر"};

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return row[b.size()];
}

bool has_feature(const conllu::Word& word, std::string_view pair) {
  std::string_view rest = word.feats;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    if (rest.substr(0, end) == pair) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

void set_voice(conllu::Word& word, const std::string& voice) {
  std::vector<std::string> pairs = {"Voice=" + voice};
  for (const auto pair : tables::alternatives(word.feats)) {
    if (!pair.starts_with("Voice=")) pairs.emplace_back(pair);
  }
  std::sort(pairs.begin(), pairs.end());
  word.feats.clear();
  for (const auto& pair : pairs) word.feats += (word.feats.empty() ? "" : "|") + pair;
}

/// Verbs whose passive keeps an object: what is given, or what someone is called.
const std::unordered_set<std::u32string> kTwoObjects = {U"منح",   U"أعطى", U"سلم", U"وهب", U"سمى", U"لقب",
                                                        U"اعتبر", U"عد",   U"كلف", U"وعد", U"حرم"};

/// Returns: whether a verb is of a form that is middle or reflexive by itself: انهار, توزع, تعاون.
bool is_reflexive(const std::u32string& lemma) {
  return (lemma.size() == 5 && lemma.starts_with(U"ان")) || (lemma.size() >= 4 && lemma.size() <= 5 && lemma[0] == U'ت');
}

/// Returns: whether the tree has someone doing something with the verb: a subject beside an object, or one that does rather than
/// suffers.
bool is_doing(const conllu::Sentence& sentence, int id, const std::u32string& lemma) {
  bool subject = false;
  bool object = false;
  for (const conllu::Word& child : sentence.words) {
    if (child.head != id) continue;
    const bool is_subject = conllu::base_deprel(child.deprel) == "nsubj";
    if (is_subject && kAgents.contains(text::clean_form(child.lemma))) return true;
    subject |= is_subject;
    object |= child.deprel == "obj" || child.deprel == "ccomp";
  }
  return subject && object && !kTwoObjects.contains(lemma);
}

/// Makes the labels of a verb's subjects agree with its voice.
void label_subjects(conllu::Sentence& sentence, int id, std::string_view from, const std::string& to) {
  for (conllu::Word& child : sentence.words) {
    if (child.head == id && child.deprel == from) child.deprel = to;
  }
}

/// Returns: whether the writer put a damma on the first letter of a perfect, which only the passive has there, hollow roots
/// in the first and second person aside (قُلت).
bool has_passive_damma(const conllu::Word& word, const std::u32string& lemma) {
  const std::u32string raw = decode_utf8(word.form);
  if (raw.size() < 3 || raw[1] != kDamma) return false;
  if (raw[0] == U'ي' || raw[0] == U'ت' || raw[0] == U'ن') {
    // An imperfect of the second to fourth form has a damma in the active too.
    const bool perfect = has_feature(word, "Aspect=Perf") && !lemma.empty() && lemma[0] == raw[0];
    return perfect || (lemma.size() >= 5 && lemma[0] == U'ا');
  }
  if (raw[0] == U'أ' && has_feature(word, "Person=1")) return false;
  return lemma.size() != 3 || lemma[1] != U'ا';
}

}  // namespace

ArabicVerbs ArabicVerbs::load() {
  ArabicVerbs out;
  tables::read_table(data_file("lexicon/nlp/verbs.ar.tsv"), {"lemma", "patients"}, [&](const tables::Row& row) {
    Verb verb;
    verb.rank = static_cast<std::uint32_t>(out.verbs_.size());
    verb.any_patient = row.cells[1] == "*";
    verb.considered = row.cells[1] == "=";
    if (!verb.any_patient && !verb.considered) {
      for (const auto noun : tables::alternatives(row.cells[1])) verb.patients.emplace(noun);
    }
    if (!out.verbs_.emplace(decode_utf8(row.cells[0]), std::move(verb)).second)
      row.fail("'" + std::string(row.cells[0]) + "' stands there twice");
  });
  return out;
}

bool ArabicVerbs::knows(const std::u32string& lemma) const { return verbs_.contains(lemma); }

std::string ArabicVerbs::lemma_of(const std::u32string& form, const std::u32string& lemma, bool perfect, bool imperfect) const {
  std::vector<std::u32string> candidates;
  if (imperfect && kSeeForms.contains(form)) return encode_utf8(U"رأى");
  if (perfect) {
    for (const auto& stem : stems(form, kPerfectEndings)) add_weak(stem, candidates);
  }
  if (imperfect) {
    std::u32string rest = form;
    if (rest.size() > 3 && rest[0] == U'س' && kPrefixes.find(rest[1]) != std::u32string_view::npos) rest.erase(0, 1);
    if (rest.size() > 2 && kPrefixes.find(rest[0]) != std::u32string_view::npos) {
      for (const auto& stem : stems(rest.substr(1), kImperfectEndings)) {
        for (const char32_t* opening : {U"", U"ا", U"أ", U"و"}) add_weak(opening + stem, candidates);
      }
    }
  }
  const std::u32string* best = nullptr;
  std::pair<std::size_t, std::uint32_t> best_cost;
  for (const auto& candidate : candidates) {
    const auto found = verbs_.find(candidate);
    if (found == verbs_.end()) continue;
    const std::pair<std::size_t, std::uint32_t> cost = {edit_distance(candidate, lemma), found->second.rank};
    if (best == nullptr || cost < best_cost) {
      best = &candidate;
      best_cost = cost;
    }
  }
  return best == nullptr ? std::string() : encode_utf8(*best);
}

std::u32string ArabicVerbs::passive_perfect(const std::u32string& form, bool has_subject) const {
  for (const auto& stem : stems(form, kThirdPersonEndings)) {
    const std::size_t n = stem.size();
    if (n < 3 || knows(stem)) continue;
    std::u32string active = stem;
    const bool ends_in_t = form.size() > n && form[n] == U'ت';
    if ((n == 3 && stem[1] == U'ي') || (n == 4 && stem[0] == U'أ' && stem[2] == U'ي') ||
        (n == 5 && stem[0] == U'ا' && stem[2] == U'ت' && stem[3] == U'ي') ||
        (n == 6 && stem.starts_with(U"است") && stem[4] == U'ي')) {
      // أعيد may be "I bring back" as well.
      if (stem[0] == U'أ' && form.size() == n && !has_subject) continue;
      active[n - 2] = U'ا';
      if (knows(active) && !kActiveInA.contains(active)) return active;
    }
    if (n == 4 && stem[1] == U'و') {
      active = stem;
      active[1] = U'ا';
      if (knows(active)) return active;
    }
    // The seat of the hamza shows the vowel i before it or on it: أنشئ, سئل.
    const std::size_t seat = stem.find(U'ئ');
    if (seat != std::u32string::npos && seat > 0 && (stem[0] != U'أ' || has_subject) && stem[0] != U'ي' && stem[0] != U'ت') {
      active = stem;
      active[seat] = U'أ';
      if (knows(active)) return active;
    }
    // انتهيا is the dual of the active.
    const bool dual = form.size() > n && form.back() == U'ا';
    if (!dual && stem.back() == U'ي' && stem[0] != U'ي' && stem[0] != U'ت' && (n == 3 || stem[0] != U'ن')) {
      if ((ends_in_t || stem[0] == U'أ') && !has_subject) continue;
      active = stem;
      active.back() = U'ى';
      if (knows(active)) return active;
    }
  }
  return {};
}

std::u32string ArabicVerbs::passive_imperfect(const std::u32string& form) const {
  if (form.size() < 4 || (form[0] != U'ي' && form[0] != U'ت')) return {};
  const std::u32string stem = form.substr(1);
  const std::size_t n = stem.size();
  std::vector<std::u32string> actives;
  if (n == 3 && stem[1] == U'ا') {
    actives = {stem, U"أ" + stem};
    if (!kTransitiveHollow.contains(stem)) std::swap(actives[0], actives[1]);
    if (kActiveInA.contains(stem)) return {};
  } else if (kAssimilated.contains(stem)) {
    actives = {stem};
  } else if (n == 5 && stem.starts_with(U"ست") && stem[3] == U'ا') {
    actives = {U"ا" + stem};
  } else if (stem.back() == U'ى' && (n == 3 || stem[0] != U'ت') && !knows(stem.substr(0, n - 1) + U'ي')) {
    actives = {stem, U"أ" + stem, U"ا" + stem, stem.substr(0, n - 1) + U'ا'};
  }
  if (actives.empty() || (kActiveInA.contains(actives[0]))) return {};
  for (const auto& active : actives) {
    if (knows(active)) return active;
  }
  return {};
}

bool ArabicVerbs::has_patient_only(const conllu::Sentence& sentence, int id, const std::string& lemma) const {
  const auto found = verbs_.find(decode_utf8(lemma));
  if (found == verbs_.end()) return false;
  const Verb& verb = found->second;
  const conllu::Word& word = sentence.word(id);
  const bool imperfect = has_feature(word, "Aspect=Imp");
  if ((verb.considered && !imperfect) || (verb.any_patient && imperfect) || has_feature(word, "Person=1") ||
      has_feature(word, "Person=2"))
    return false;
  const conllu::Word* subject = nullptr;
  for (int k = 1; k <= sentence.size(); ++k) {
    const conllu::Word& child = sentence.word(k);
    if (child.head != id) continue;
    const std::string_view relation = conllu::base_deprel(child.deprel);
    if (relation == "obj" || relation == "iobj" || relation == "ccomp") return false;
    if (relation != "nsubj") continue;
    if (subject != nullptr) return false;
    if (k < id ? !verb.any_patient && !verb.considered : child.upos == "PRON") return false;
    subject = &child;
  }
  if (subject == nullptr) return false;
  const std::string noun = text::clean_form(subject->lemma);
  if (verb.any_patient) return !kAgents.contains(noun);
  return verb.considered || verb.patients.contains(noun);
}

void ArabicVerbs::apply(conllu::Sentence& sentence) const {
  for (int id = 1; id <= sentence.size(); ++id) {
    conllu::Word& word = sentence.word(id);
    if (word.upos != "VERB") continue;
    const std::u32string form = decode_utf8(text::clean_form(word.form));
    if (form.size() < 2) continue;
    const std::u32string lemma = decode_utf8(text::clean_form(word.lemma));
    const bool perfect = !has_feature(word, "Aspect=Imp");
    const bool imperfect = !has_feature(word, "Aspect=Perf");
    const bool has_subject = std::any_of(sentence.words.begin(), sentence.words.end(), [&](const conllu::Word& child) {
      return child.head == id && conllu::base_deprel(child.deprel) == "nsubj";
    });
    std::u32string active;
    if (perfect) active = passive_perfect(form, has_subject);
    if (active.empty() && (imperfect || !knows(lemma))) active = passive_imperfect(form);
    bool passive = !active.empty();
    if (passive) {
      word.lemma = encode_utf8(active);
    } else {
      if (!knows(lemma)) {
        const std::string better = lemma_of(form, lemma, perfect, imperfect);
        if (!better.empty()) word.lemma = better;
      }
      passive = has_passive_damma(word, decode_utf8(text::clean_form(word.lemma))) ||
                has_patient_only(sentence, id, text::clean_form(word.lemma));
    }
    if (!passive && has_feature(word, "Voice=Pass")) {
      // The network's word, unless the form or its own tree speaks against it.
      const std::u32string mended = decode_utf8(text::clean_form(word.lemma));
      const bool third_person = !has_feature(word, "Person=1") && !has_feature(word, "Person=2");
      passive = third_person && !is_reflexive(mended) && !is_doing(sentence, id, mended);
      if (!passive) set_voice(word, "Act");
    }
    if (passive) {
      set_voice(word, "Pass");
      label_subjects(sentence, id, "nsubj", "nsubj:pass");
    } else {
      label_subjects(sentence, id, "nsubj:pass", "nsubj");
    }
  }
}

}  // namespace isnad::nlp
