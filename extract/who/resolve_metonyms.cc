#include <algorithm>
#include <initializer_list>

#include "extract/who/draft.h"
#include "extract/who/one_of.h"

namespace isnad::who {

namespace {

enum class Reading { kUnknown, kPlace, kGovernment };

/// Prepositions that only governments and people go with.
bool is_dealing(const std::string& form) {
  return is_one_of(form, {"مع", "بين", "ضد", "تجاه", "إزاء", "with", "between", "against", "towards", "toward"});
}

/// Prepositions that put something at a place.
bool is_locative(const std::string& form) {
  return is_one_of(form, {"في", "إلى", "الى",  "قرب",  "نحو",     "داخل",   "خارج",   "حول",     "عبر",    "وسط", "in",
                          "to", "at",  "near", "into", "outside", "around", "inside", "through", "across", "for", "across"});
}

/// Verbs of what happens in or to a place.
bool is_local_verb(const conllu::Word& verb) {
  return is_one_of(verb.lemma, {"شهد", "عاش", "وقع", "تعرض", "استضاف", "احتضن", "اهتز", "استيقظ", "غرق", "ضم", "witness", "host",
                                "lie", "wake", "see", "become", "remain", "be"}) ||
         is_one_of(verb.form, {"شهدت", "تشهد", "عاشت", "تعيش", "تقع", "تعرضت", "استضافت", "تستضيف", "تحتضن", "احتضنت", "اهتزت"});
}

/// Nouns that governments have and places do not.
bool is_political_noun(const conllu::Word& noun) {
  return is_one_of(
             noun.lemma,
             {"موقف",    "قرار",    "تحذير",  "اتهام",  "سياسة",   "علاقة",     "حليف",     "حليفة",    "دعم",    "رد",
              "رفض",     "موافقة",  "مطالبة", "تهديد",  "ضغط",     "استعداد",   "اعتراض",   "اعتراف",   "انسحاب", "تدخل",
              "دعوة",    "تأييد",   "إعلان",  "التزام", "سعي",     "نية",       "رغبة",     "خطة",      "قلق",    "اتفاق",
              "مصلحة",   "دور",     "عقوبة",  "طلب",    "ادعاء",   "إصرار",     "محاولة",   "نفوذ",     "قبول",   "نفي",
              "انتقاد",  "إدانة",   "مبادرة", "مساعي",  "مسعى",    "دبلوماسية", "ally",     "decision", "policy", "position",
              "support", "refusal", "stance", "threat", "warning", "relation",  "pressure", "claim",    "offer"}) ||
         is_one_of(noun.form, {"حليفة", "مساعي", "جهود", "تصريحات", "اتهامات", "تحذيرات", "ضغوط", "علاقات", "مصالح", "تهديدات",
                               "relations"});
}

class MetonymReader {
 public:
  MetonymReader(const Draft& draft, const Found& found) : tree_(draft.sentence(found.sentence)), found_(found) {}

  [[nodiscard]] Reading read(int depth = 0) const {
    const int head_id = tree_head(tree_, found_.first, found_.last, found_.first);
    return read_word(head_id, depth);
  }

 private:
  [[nodiscard]] const conllu::Word* case_of(int id) const {
    for (int k = id - 1; k >= 1 && k >= id - 4; --k) {
      if (tree_.word(k).head == id && conllu::base_deprel(tree_.word(k).deprel) == "case") return &tree_.word(k);
    }
    // Where the tree has gone wrong the word before still tells.
    if (found_.first > 1 && tree_.word(found_.first - 1).upos == "ADP") return &tree_.word(found_.first - 1);
    return nullptr;
  }

  [[nodiscard]] Reading read_word(int id, int depth) const {
    const conllu::Word& word = tree_.word(id);
    const std::string_view deprel = conllu::base_deprel(word.deprel);
    if (deprel == "conj" && depth < 3 && word.head > 0 && case_of(id) == nullptr) return read_word(word.head, depth + 1);
    if (const conllu::Word* preposition = case_of(id)) {
      if (is_dealing(preposition->form)) return Reading::kGovernment;
      if (is_locative(preposition->form)) return Reading::kPlace;
      const conllu::Word* governor = word.head > 0 ? &tree_.word(word.head) : nullptr;
      if (governor != nullptr && is_one_of(preposition->form, {"ل", "على", "عن", "of", "by", "on", "from"}) &&
          is_political_noun(*governor)) {
        return Reading::kGovernment;
      }
      if (preposition->form == "على" || preposition->form == "ل" || preposition->form == "by") return Reading::kUnknown;
      return Reading::kPlace;
    }
    if (deprel == "nsubj" && word.head > 0) {
      const conllu::Word& verb = tree_.word(word.head);
      if (word.deprel == "nsubj:pass") return Reading::kPlace;
      if (verb.upos == "VERB" && !is_local_verb(verb)) return Reading::kGovernment;
      // ملتزمة, committed: who is something rather than where.
      if (verb.upos == "ADJ") return Reading::kGovernment;
      return Reading::kUnknown;
    }
    if (deprel == "obj" && word.head > 0 && is_social_verb(tree_.word(word.head))) return Reading::kGovernment;
    if (deprel == "nmod" && word.head > 0 && word.head < id && is_political_noun(tree_.word(word.head)))
      return Reading::kGovernment;
    // `موسكو: تركيا لم تلتزم`: whoever speaks in a headline.
    if (found_.first == 1 && found_.last < tree_.size() && tree_.word(found_.last + 1).form == ":" && found_.sentence == 0) {
      return Reading::kGovernment;
    }
    return Reading::kUnknown;
  }

  /// Verbs whose object is somebody.
  [[nodiscard]] static bool is_social_verb(const conllu::Word& verb) {
    return is_one_of(verb.lemma,
                     {"اتهم",     "حذر",     "دعا",  "طالب",     "هدد",   "حمل",       "أبلغ",      "انتقد",   "اعتبر", "أقنع",
                      "دعم",      "أغضب",    "أزعج", "ساعد",     "حث",    "ناشد",      "لام",       "أدان",    "شكر",   "واجه",
                      "عاقب",     "accuse",  "warn", "urge",     "blame", "criticize", "criticise", "condemn", "tell",  "ask",
                      "threaten", "support", "back", "convince", "press", "help",      "thank"});
  }

  const conllu::Sentence& tree_;
  const Found& found_;
};

}  // namespace

void resolve_metonyms(Draft& draft) {
  for (std::size_t i = 0; i < draft.found.size(); ++i) {
    const Found found = draft.found[i];
    const int entry = draft.actor(found.actor).entry;
    if (entry < 0 || !found.is_name || found.rule != "lexicon" || !draft.lexicon.entry(entry).is_capital) continue;
    if (MetonymReader(draft, found).read() != Reading::kGovernment) continue;
    // `العاصمة دمشق` is the city even where it is a subject.
    bool in_place = false;
    for (const int k : draft.found_in[static_cast<std::size_t>(found.sentence)]) {
      const Found& other = draft.mention(k);
      in_place = in_place || (other.actor == found.actor && other.first < found.first && other.last >= found.last);
    }
    if (in_place) continue;
    draft.found[i].actor = draft.intern_entry(draft.lexicon.entry(entry).counterpart);
    draft.found[i].rule = "metonym";
    draft.found[i].evidence = draft.lexicon.entry(entry).source;
  }
}

void join_appositions(Draft& draft) {
  const std::size_t count = draft.found.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Found name = draft.found[i];
    if (!name.is_name || draft.actor(name.actor).type != EntityType::kPerson) continue;
    // One unknown word is too often a mistake of the tagger's.
    if (draft.actor(name.actor).entry < 0 && name.first == name.last) continue;
    const auto& tree = draft.sentence(name.sentence);
    const auto free_noun = [&](int id) {
      return id > 0 && is_for_persons(draft, name.sentence, id) && !draft.is_covered(name.sentence, id, id);
    };
    const auto join = [&](int noun) {
      Found found;
      found.sentence = name.sentence;
      found.first = noun;
      found.last = noun;
      found.head = noun;
      found.actor = name.actor;
      found.rule = "apposition";
      draft.add(found);
    };
    const conllu::Word& head = tree.word(name.head);
    if (head.deprel == "appos" && free_noun(head.head)) join(head.head);
    for (int id = 1; id <= tree.size(); ++id) {
      if (tree.word(id).head == name.head && tree.word(id).deprel == "appos" && free_noun(id)) join(id);
    }
  }
}

}  // namespace isnad::who
