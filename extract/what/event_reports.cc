#include "extract/what/event_reports.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string_view>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/what/lemma_key.h"

namespace isnad::what {

namespace {

using Features = std::map<std::string, double>;

constexpr std::string_view kThreshold = "threshold";

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view form) {
  return form.size() == 4 && (form.starts_with("19") || form.starts_with("20")) &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Words that may say what kind of sentence it is, never whom it is about.
bool is_telling(std::string_view upos) { return upos != "PROPN" && upos != "PUNCT" && upos != "X" && upos != "SYM"; }

void add_sentence(const conllu::Sentence& sentence, Features& out) {
  for (const conllu::Word& word : sentence.words) {
    if (is_telling(word.upos) && !has_digit(word.form)) out["lemma:" + lemma_key(word.lemma)] = 1;
    if (is_year(word.form)) {
      out["sentence:year"] = 1;
    } else if (has_digit(word.form)) {
      out["sentence:digits"] = 1;
    }
    if (word.upos == "NUM") out["sentence:number"] = 1;
    if (word.form == "«" || word.form == "»" || word.form == "\"") out["sentence:quotes"] = 1;
    if (word.head == 0) out["root:" + word.upos] = 1;
  }
  out["words:sentence"] = std::log(1.0 + sentence.size());
}

/// Where the relation's word stands, and how it is inflected.
void add_place(const conllu::Sentence& sentence, int id, Features& out) {
  const conllu::Word& word = sentence.word(id);
  out["word:" + word.upos] = 1;
  out["label:" + std::string(conllu::base_deprel(word.deprel))] = 1;
  constexpr std::array<std::string_view, 5> kKinds = {"Aspect", "Voice", "Definite", "Number", "Mood"};
  for (std::size_t begin = 0; begin < word.feats.size();) {
    const std::size_t end = std::min(word.feats.find('|', begin), word.feats.size());
    const std::string feature = word.feats.substr(begin, end - begin);
    if (std::find(kKinds.begin(), kKinds.end(), feature.substr(0, feature.find('='))) != kKinds.end()) out["form:" + feature] = 1;
    begin = end + 1;
  }
  int depth = 0;
  constexpr int kDeep = 6;
  for (int at = id; sentence.word(at).head > 0 && depth < sentence.size(); at = sentence.word(at).head, ++depth)
    out["under:" + std::string(conllu::base_deprel(sentence.word(at).deprel))] = 1;
  out["depth"] = std::min(depth, kDeep);
  constexpr int kNear = 4;
  for (int before = std::max(1, id - kNear); before < id; ++before) {
    const std::string key = lemma_key(sentence.word(before).form);
    if (key == "الذي" || key == "التي" || key == "الذين") out["relative"] = 1;
  }
}

void add_slot(const std::string& name, const Slot& slot, const Document& document, const WordClasses& classes, Features& out) {
  if (slot.text.empty()) {
    out[name + ":none"] = 1;
    return;
  }
  if (slot.entity) out[name + ":known"] = 1;
  if (slot.elided) out[name + ":elided"] = 1;
  if (has_digit(slot.text)) out[name + ":digits"] = 1;
  if (slot.text.starts_with("ال")) out[name + ":definite"] = 1;
  out["words:" + name] = std::log(2.0 + static_cast<double>(std::count(slot.text.begin(), slot.text.end(), ' ')));
  const ClassSet found = classes.of_slot(slot, document.text) | classes.means_of(slot, false);
  for (const std::string_view kind : {"person", "people", "armed", "org", "place", "facility", "weapon", "attack", "abstract", "event", "vehicle"}) {
    if ((found & classes.bit(kind)) != 0) out[name + ":" + std::string(kind)] = 1;
  }
}

}  // namespace

std::vector<std::pair<std::string, double>> report_features(const Document& document, const Claim& claim,
                                                            const conllu::Sentence& sentence, const WordClasses& classes) {
  Features out;
  out["bias"] = 1;
  std::string_view rest = claim.rule;
  for (bool first = true; !rest.empty(); first = false) {
    const std::size_t dash = rest.find('-');
    out[(first ? "rule:" : "part:") + std::string(rest.substr(0, dash))] = 1;
    rest = dash == std::string_view::npos ? std::string_view{} : rest.substr(dash + 1);
  }
  out["modality:" + std::string(to_string(claim.modality))] = 1;
  if (claim.polarity == Polarity::kDenied) out["denied"] = 1;
  if (!claim.attribution.empty()) out["attributed"] = 1;
  if (claim.subject.entity && claim.object.entity) out["both:known"] = 1;
  if (!claim.event_date.empty()) out["date:" + std::to_string(claim.event_date.size())] = 1;
  add_slot("subject", claim.subject, document, classes, out);
  add_slot("object", claim.object, document, classes, out);
  add_sentence(sentence, out);
  for (int id = 1; id <= sentence.size(); ++id) {
    if (claim.relation.head.empty() || sentence.word(id).span.empty() || sentence.word(id).span.begin != claim.relation.head.begin) continue;
    add_place(sentence, id, out);
    break;
  }
  return {out.begin(), out.end()};
}

bool is_general_feature(std::string_view name) {
  return !name.starts_with("lemma:") && !name.ends_with(":weapon") && !name.ends_with(":attack");
}

EventReports::EventReports(const WordClasses& classes) : classes_(classes) {
  tables::read_table(data_file("lexicon/what/reports.tsv"), {"feature", "assault", "others"}, [&](const tables::Row& row) {
    const std::array<Regression*, 2> regressions = {&assault_, &others_};
    for (std::size_t i = 0; i < regressions.size(); ++i) {
      const std::string number(row.cells[i + 1]);
      char* end = nullptr;
      const double weight = std::strtod(number.c_str(), &end);
      if (number.empty() || *end != '\0' || !std::isfinite(weight)) row.fail("the weight must be a number");
      if (row.cells[0] == kThreshold)
        regressions[i]->threshold = weight;
      else if (weight != 0)
        regressions[i]->weights[std::string(row.cells[0])] = weight;
    }
  });
}

const EventReports::Regression& EventReports::regression_for(const Claim& claim) const {
  return claim.type == RelationType::kAssault ? assault_ : others_;
}

bool EventReports::judges(const Claim& claim, const conllu::Sentence& sentence) {
  if (sentence.lang != "ar") return false;
  switch (claim.type) {
    case RelationType::kProtest:
    case RelationType::kMobilize:
    case RelationType::kSanction:
    case RelationType::kCoerce:
    case RelationType::kAssault:
      return true;
    default:
      return false;
  }
}

double EventReports::probability(const Document& document, const Claim& claim, const conllu::Sentence& sentence) const {
  const auto& weights = regression_for(claim).weights;
  double score = 0;
  for (const auto& [name, value] : report_features(document, claim, sentence, classes_)) {
    if (const auto found = weights.find(name); found != weights.end()) score += found->second * value;
  }
  return 1.0 / (1.0 + std::exp(-score));
}

void EventReports::mark(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const {
  for (Claim& claim : claims) {
    if (claim.sentence >= sentences.size() || !judges(claim, sentences[claim.sentence])) continue;
    if (probability(document, claim, sentences[claim.sentence]) < regression_for(claim).threshold)
      mark_mentioned(claim);
  }
}

}  // namespace isnad::what
