#include <algorithm>
#include <cmath>

#include "extract/nlp/network/lemma_script.h"
#include "extract/nlp/network/model_file.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {
namespace {

/// No layer is wider: 127 * 2047 * 4096 stays below 2^31, which the product kernels need.
constexpr std::uint32_t kWidest = 4096;

bool finite(const std::vector<float>& values) {
  return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

bool valid(const StoredMatrix& m, std::uint32_t outputs, std::uint32_t inputs) {
  return m.outputs == outputs && m.inputs == inputs && outputs > 0 && inputs > 0 && inputs <= kWidest &&
         outputs <= 16 * kWidest && m.weights.size() == std::size_t{outputs} * inputs && m.scale.size() == outputs &&
         m.bias.size() == outputs && finite(m.scale) && finite(m.bias);
}

bool valid(const StoredTable& t, std::size_t rows, std::uint32_t columns) {
  return t.rows == rows && t.columns == columns && rows > 0 && columns > 0 && columns <= kWidest &&
         t.values.size() == rows * columns && t.scale.size() == rows && finite(t.scale);
}

bool valid_text(const std::vector<std::string>& list) {
  return std::all_of(list.begin(), list.end(), [](const std::string& s) { return !s.empty() && !text::first_invalid_utf8(s); });
}

}  // namespace

std::string inconsistency(const StoredModel& m) {
  const auto u32 = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  if (m.schemes.empty() || m.upos.empty() || m.upos.size() > 255 || m.lemma_scripts.empty() || m.labels.empty() ||
      m.lstm.empty()) {
    return "a list is empty";
  }
  if (!valid_text(m.schemes) || !valid_text(m.upos) || !valid_text(m.labels) || !valid_text(m.lemma_scripts))
    return "a name is no text";
  for (const std::string& script : m.lemma_scripts) {
    if (!is_lemma_script(text::decode_utf8(script))) return "a lemma script is malformed";
  }
  std::uint32_t feature_classes = 0;
  for (const StoredFeature& f : m.features) {
    if (f.name.empty() || f.values.empty() || !valid_text(f.values)) return "a feature has no values";
    feature_classes += u32(f.values.size()) + 1;
  }
  if (!std::is_sorted(m.vocabulary.begin(), m.vocabulary.end())) return "its vocabulary is not in order";
  const std::uint32_t word_inputs = m.words.columns + m.characters.outputs + m.scheme_vectors.columns;
  const std::uint32_t hidden = m.lstm.front().recurrent[0].inputs;
  if (m.words.columns > kWidest || m.characters.outputs > kWidest || m.scheme_vectors.columns > kWidest || hidden > kWidest ||
      word_inputs > kWidest) {
    return "a layer is too wide";
  }
  if (!valid(m.words, m.vocabulary.size() + 1, m.words.columns) || !valid(m.ngrams, m.ngrams.rows, m.ngrams.columns) ||
      !valid(m.characters, m.characters.outputs, m.ngrams.columns) ||
      !valid(m.scheme_vectors, m.schemes.size(), m.scheme_vectors.columns)) {
    return "its word layers do not fit";
  }
  std::uint32_t inputs = word_inputs;
  for (const StoredLstm& layer : m.lstm) {
    for (int direction = 0; direction < 2; ++direction) {
      if (!valid(layer.input[direction], 4 * hidden, inputs) || !valid(layer.recurrent[direction], 4 * hidden, hidden)) {
        return "its LSTM layers do not fit";
      }
    }
    inputs = 2 * hidden;
  }
  const std::uint32_t tag_hidden = m.tag_hidden.outputs / 3;
  if (m.mix.size() != m.lstm.size() || !finite(m.mix) || tag_hidden == 0 ||
      !valid(m.tag_hidden, 3 * tag_hidden, 2 * hidden + word_inputs) || !valid(m.upos_scores, u32(m.upos.size()), tag_hidden) ||
      !valid(m.lemma_scores, u32(m.lemma_scripts.size()), tag_hidden) ||
      (feature_classes > 0 && !valid(m.feature_scores, feature_classes, tag_hidden))) {
    return "its tag layers do not fit";
  }
  const std::uint32_t arc = m.arc_dependent.outputs;
  const std::uint32_t label = m.label_dependent.outputs;
  // Arc scores multiply two rows of 12 bits each: 2047 * 2047 * 512 is the most that stays below 2^31.
  if (arc > 512 || label > kWidest / 3 || !valid(m.arc_dependent, arc, 2 * hidden) || !valid(m.arc_head, arc, 2 * hidden) ||
      !valid(m.arc_product, arc, arc) || !valid(m.label_dependent, label, 2 * hidden) ||
      !valid(m.label_head, label, 2 * hidden) || !valid(m.label_scores, u32(m.labels.size()), 3 * label) ||
      m.root_arc.size() != arc || m.root_label.size() != label || !finite(m.root_arc) || !finite(m.root_label)) {
    return "its tree layers do not fit";
  }
  const auto before = [](const StoredLemma& a, const StoredLemma& b) {
    return a.form != b.form ? a.form < b.form : a.upos < b.upos;
  };
  for (const std::vector<StoredLemma>* list : {&m.lemmas, &m.vocalised}) {
    if (!std::is_sorted(list->begin(), list->end(), before)) return "its lemmas are not in order";
    for (const StoredLemma& l : *list) {
      if (l.upos >= m.upos.size() || l.lemma.empty()) return "a lemma is malformed";
    }
  }
  return {};
}

}  // namespace isnad::nlp
