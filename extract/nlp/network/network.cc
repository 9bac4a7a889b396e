#include "extract/nlp/network/network.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "extract/nlp/network/tree_decoder.h"
#include "extract/nlp/network/word_features.h"

namespace isnad::nlp {
namespace {

constexpr float kStateScale = 1.0F / static_cast<float>(kActivationScale);

/// Columns [begin, end) of a stored matrix, packed; without its bias when those columns are not its first.
PackedMatrix packed(const StoredMatrix& stored, std::size_t begin, std::size_t end) {
  std::vector<std::int16_t> whole;
  whole.reserve(stored.outputs * (end - begin));
  for (std::size_t o = 0; o < stored.outputs; ++o) {
    const std::int8_t* row = stored.weights.data() + o * stored.inputs;
    whole.insert(whole.end(), row + begin, row + end);
  }
  PackedMatrix matrix;
  pack(matrix, stored.outputs, end - begin, whole);
  std::copy(stored.scale.begin(), stored.scale.end(), matrix.scale.begin());
  if (begin == 0) std::copy(stored.bias.begin(), stored.bias.end(), matrix.bias.begin());
  return matrix;
}

PackedMatrix packed(const StoredMatrix& stored) { return packed(stored, 0, stored.inputs); }

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

/// Rows of floats, padded as the kernels want their output.
struct Rows {
  std::size_t stride = 0;
  std::vector<float> values;

  void resize(std::size_t rows, const PackedMatrix& matrix) {
    stride = matrix.padded_outputs();
    values.resize(rows * stride);
  }
  [[nodiscard]] float* row(std::size_t r) { return values.data() + r * stride; }
  [[nodiscard]] const float* row(std::size_t r) const { return values.data() + r * stride; }
};

/// A layer of rectified units over rows of raw states.
Rows rectified(const std::int16_t* states, std::size_t rows, std::size_t stride, const PackedMatrix& matrix) {
  Rows out;
  out.resize(rows, matrix);
  multiply(states, rows, stride, kStateScale, matrix, out.values.data(), out.stride);
  relu(out.values.data(), out.values.size());
  return out;
}

}  // namespace

/// All words of all pieces, piece after piece; a word's number in that order is its row everywhere.
struct Network::Batch {
  explicit Batch(const std::vector<const Piece*>& all) : pieces(all) {
    for (const Piece* piece : pieces) {
      first.push_back(rows);
      rows += piece->forms.size();
    }
    by_length.resize(pieces.size());
    for (std::size_t k = 0; k < by_length.size(); ++k) by_length[k] = k;
    std::stable_sort(by_length.begin(), by_length.end(), [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
  }
  [[nodiscard]] std::size_t size(std::size_t piece) const { return pieces[piece]->forms.size(); }

  const std::vector<const Piece*>& pieces;
  std::vector<std::size_t> first;
  /// Pieces, longest first, so that those still running at a step of the LSTM come first.
  std::vector<std::size_t> by_length;
  std::size_t rows = 0;
  QuantisedRows words;
  /// Hidden states of each layer: `[rows x 2 * hidden]`, forward half first.
  std::vector<std::vector<std::int16_t>> states;
};

Network::Network(StoredModel& model)
    : words_(std::move(model.words)),
      ngrams_(std::move(model.ngrams)),
      characters_(packed(model.characters)),
      schemes_(std::move(model.scheme_vectors)),
      mix_(model.mix) {
  vocabulary_.reserve(model.vocabulary.size());
  for (std::size_t k = 0; k < model.vocabulary.size(); ++k) {
    vocabulary_.emplace(std::move(model.vocabulary[k]), static_cast<std::uint32_t>(k + 1));
  }
  for (const StoredLstm& stored : model.lstm) {
    Layer& layer = layers_.emplace_back();
    for (int direction = 0; direction < 2; ++direction) {
      layer.input[direction] = packed(stored.input[direction]);
      layer.recurrent[direction] = packed(stored.recurrent[direction]);
    }
  }
  hidden_ = model.lstm.front().recurrent[0].inputs;
  tag_states_ = packed(model.tag_hidden, 0, 2 * hidden_);
  tag_words_ = packed(model.tag_hidden, 2 * hidden_, model.tag_hidden.inputs);
  tag_hidden_ = model.tag_hidden.outputs / 3;
  upos_ = packed(model.upos_scores);
  if (!model.features.empty()) features_ = packed(model.feature_scores);
  for (const StoredFeature& feature : model.features) feature_sizes_.push_back(feature.values.size() + 1);
  lemmas_ = packed(model.lemma_scores);
  arc_dependent_ = packed(model.arc_dependent);
  arc_head_ = packed(model.arc_head);
  arc_product_ = packed(model.arc_product);
  label_dependent_ = packed(model.label_dependent);
  label_head_ = packed(model.label_head);
  label_scores_ = packed(model.label_scores);
  root_arc_ = model.root_arc;
  root_label_ = model.root_label;
  root_class_ = static_cast<std::size_t>(std::find(model.labels.begin(), model.labels.end(), "root") - model.labels.begin());
}

std::size_t Network::word_row(std::u32string_view form) const {
  const auto found = vocabulary_.find(vector_key(form));
  return found == vocabulary_.end() ? 0 : found->second;
}

void Network::embed(Batch& batch, std::size_t scheme) const {
  QuantisedRows bags;
  bags.resize(batch.rows, ngrams_.columns);
  Rows words;
  words.stride = words_.columns;
  words.values.assign(batch.rows * words_.columns, 0.0F);
  std::vector<float> bag(ngrams_.columns);
  std::vector<std::uint32_t> buckets;
  std::size_t row = 0;
  for (const Piece* piece : batch.pieces) {
    for (const std::u32string& form : piece->forms) {
      const std::size_t word = word_row(form);
      add_scaled(words_.row(word), words_.scale[word], words.row(row), words_.columns);
      buckets.clear();
      append_ngram_buckets(form, ngrams_.rows, buckets);
      std::fill(bag.begin(), bag.end(), 0.0F);
      const float share = 1.0F / std::sqrt(static_cast<float>(buckets.size()));
      for (const std::uint32_t b : buckets) add_scaled(ngrams_.row(b), ngrams_.scale[b] * share, bag.data(), bag.size());
      quantise_row(bag, bags, row);
      ++row;
    }
  }
  Rows letters;
  letters.resize(batch.rows, characters_);
  multiply(bags, characters_, letters.values.data(), letters.stride);
  tanh_all(letters.values.data(), letters.values.size());
  std::vector<float> input(words_.columns + characters_.outputs + schemes_.columns);
  add_scaled(schemes_.row(scheme), schemes_.scale[scheme], &input[input.size() - schemes_.columns], schemes_.columns);
  batch.words.resize(batch.rows, input.size());
  for (std::size_t r = 0; r < batch.rows; ++r) {
    const auto letters_at = std::copy_n(words.row(r), words_.columns, input.begin());
    std::copy_n(letters.row(r), characters_.outputs, letters_at);
    quantise_row(input, batch.words, r);
  }
}

void Network::run_lstm(Batch& batch) const {
  QuantisedRows input = batch.words;
  for (const Layer& layer : layers_) {
    batch.states.emplace_back(batch.rows * 2 * hidden_);
    for (int direction = 0; direction < 2; ++direction) run_direction(layer, direction, input, batch);
    input.resize(batch.rows, 2 * hidden_);
    input.values = batch.states.back();
    std::fill(input.scale.begin(), input.scale.end(), kStateScale);
  }
}

void Network::run_direction(const Layer& layer, int direction, const QuantisedRows& input, Batch& batch) const {
  const PackedMatrix& from_input = layer.input[direction];
  const PackedMatrix& from_state = layer.recurrent[direction];
  Rows given;
  given.resize(batch.rows, from_input);
  multiply(input, from_input, given.values.data(), given.stride);
  const std::size_t state_stride = from_state.padded_inputs();
  std::vector<std::int16_t> state(batch.pieces.size() * state_stride, 0);
  std::vector<float> cells(batch.pieces.size() * hidden_, 0.0F);
  Rows recurrent;
  recurrent.resize(batch.pieces.size(), from_state);
  std::vector<std::int16_t>& out = batch.states.back();
  std::size_t running = batch.pieces.size();
  for (std::size_t step = 0;; ++step) {
    while (running > 0 && batch.size(batch.by_length[running - 1]) <= step) --running;
    if (running == 0) return;
    multiply(state.data(), running, state_stride, kStateScale, from_state, recurrent.values.data(), recurrent.stride);
    for (std::size_t k = 0; k < running; ++k) {
      const std::size_t piece = batch.by_length[k];
      const std::size_t row = batch.first[piece] + (direction == 0 ? step : batch.size(piece) - 1 - step);
      std::int16_t* const mine = state.data() + k * state_stride;
      lstm_cell(given.row(row), recurrent.row(k), hidden_, cells.data() + k * hidden_, mine);
      std::copy_n(mine, hidden_, out.data() + row * 2 * hidden_ + static_cast<std::size_t>(direction) * hidden_);
    }
  }
}

void Network::tag(const Batch& batch, std::vector<PieceScores>& out) const {
  QuantisedRows mixed;
  mixed.resize(batch.rows, 2 * hidden_);
  std::vector<float> mix(2 * hidden_);
  for (std::size_t r = 0; r < batch.rows; ++r) {
    std::fill(mix.begin(), mix.end(), 0.0F);
    for (std::size_t layer = 0; layer < mix_.size(); ++layer) {
      const std::int16_t* state = batch.states[layer].data() + r * 2 * hidden_;
      const float share = mix_[layer] * kStateScale;
      for (std::size_t k = 0; k < mix.size(); ++k) mix[k] += static_cast<float>(state[k]) * share;
    }
    quantise_row(mix, mixed, r);
  }
  Rows hidden;
  Rows from_words;
  hidden.resize(batch.rows, tag_states_);
  from_words.resize(batch.rows, tag_words_);
  multiply(mixed, tag_states_, hidden.values.data(), hidden.stride);
  multiply(batch.words, tag_words_, from_words.values.data(), from_words.stride);
  for (std::size_t k = 0; k < hidden.values.size(); ++k) hidden.values[k] += from_words.values[k];
  relu(hidden.values.data(), hidden.values.size());

  const auto scores_of = [&](std::size_t part, const PackedMatrix& matrix) {
    QuantisedRows input;
    input.resize(batch.rows, tag_hidden_);
    for (std::size_t r = 0; r < batch.rows; ++r) quantise_row({hidden.row(r) + part * tag_hidden_, tag_hidden_}, input, r);
    Rows scores;
    scores.resize(batch.rows, matrix);
    multiply(input, matrix, scores.values.data(), scores.stride);
    return scores;
  };
  const Rows upos = scores_of(0, upos_);
  const Rows lemmas = scores_of(2, lemmas_);
  const Rows features = feature_sizes_.empty() ? Rows{} : scores_of(1, features_);
  for (std::size_t p = 0; p < batch.pieces.size(); ++p) {
    for (std::size_t r = batch.first[p]; r < batch.first[p] + batch.size(p); ++r) {
      out[p].upos.push_back(static_cast<std::uint32_t>(best_of(upos.row(r), upos_.outputs)));
      out[p].lemma_script.push_back(static_cast<std::uint32_t>(best_of(lemmas.row(r), lemmas_.outputs)));
      const float* classes = feature_sizes_.empty() ? nullptr : features.row(r);
      for (const std::size_t size : feature_sizes_) {
        out[p].features.push_back(static_cast<std::uint8_t>(best_of(classes, size)));
        classes += size;
      }
    }
  }
}

void Network::parse(const Batch& batch, std::vector<PieceScores>& out) const {
  const std::int16_t* states = batch.states.back().data();
  const std::size_t stride = 2 * hidden_;
  const Rows dependent = rectified(states, batch.rows, stride, arc_dependent_);
  const Rows head = rectified(states, batch.rows, stride, arc_head_);
  const Rows label_dependent = rectified(states, batch.rows, stride, label_dependent_);
  const Rows label_head = rectified(states, batch.rows, stride, label_head_);
  const std::size_t arc = arc_product_.outputs;
  const std::size_t label = label_dependent_.outputs;

  QuantisedRows dependents;
  dependents.resize(batch.rows, arc);
  for (std::size_t r = 0; r < batch.rows; ++r) quantise_row({dependent.row(r), arc}, dependents, r);
  Rows product;
  product.resize(batch.rows, arc_product_);
  multiply(dependents, arc_product_, product.values.data(), product.stride);

  QuantisedRows label_input;
  label_input.resize(batch.rows, 3 * label);
  std::vector<float> joined(3 * label);
  PackedMatrix heads;
  for (std::size_t p = 0; p < batch.pieces.size(); ++p) {
    const std::size_t words = batch.size(p);
    const std::size_t first = batch.first[p];
    QuantisedRows queries;
    queries.resize(words, arc);
    for (std::size_t w = 0; w < words; ++w) quantise_row({product.row(first + w), arc}, queries, w);
    QuantisedRows candidates;
    candidates.resize(words + 1, arc);
    quantise_row(root_arc_, candidates, 0);
    for (std::size_t w = 0; w < words; ++w) quantise_row({head.row(first + w), arc}, candidates, w + 1);
    std::vector<std::int16_t> compact;
    compact.reserve((words + 1) * arc);
    for (std::size_t h = 0; h <= words; ++h) compact.insert(compact.end(), candidates.row(h), candidates.row(h) + arc);
    pack(heads, words + 1, arc, compact);
    std::copy(candidates.scale.begin(), candidates.scale.end(), heads.scale.begin());
    Rows padded;
    padded.resize(words, heads);
    multiply(queries, heads, padded.values.data(), padded.stride);
    std::vector<float> scores;
    scores.reserve(words * (words + 1));
    for (std::size_t w = 0; w < words; ++w) scores.insert(scores.end(), padded.row(w), padded.row(w) + words + 1);
    out[p].heads = best_tree(scores, words);
    for (std::size_t w = 0; w < words; ++w) {
      const int chosen = out[p].heads[w];
      const float* from = chosen == 0 ? root_label_.data() : label_head.row(first + static_cast<std::size_t>(chosen) - 1);
      const float* to = label_dependent.row(first + w);
      for (std::size_t k = 0; k < label; ++k) {
        joined[k] = to[k] * from[k];
        joined[label + k] = to[k];
        joined[2 * label + k] = from[k];
      }
      quantise_row(joined, label_input, first + w);
    }
  }
  Rows labels;
  labels.resize(batch.rows, label_scores_);
  multiply(label_input, label_scores_, labels.values.data(), labels.stride);
  for (std::size_t p = 0; p < batch.pieces.size(); ++p) {
    for (std::size_t w = 0; w < batch.size(p); ++w) {
      float* const scores = labels.row(batch.first[p] + w);
      // `root` is the label of the root's dependent and of no other word.
      if (root_class_ < label_scores_.outputs) scores[root_class_] = out[p].heads[w] == 0 ? 1e30F : -1e30F;
      out[p].labels.push_back(static_cast<std::uint32_t>(best_of(scores, label_scores_.outputs)));
    }
  }
}

std::vector<PieceScores> Network::run(const std::vector<const Piece*>& pieces, std::size_t scheme) const {
  Batch batch(pieces);
  std::vector<PieceScores> out(pieces.size());
  embed(batch, scheme);
  run_lstm(batch);
  tag(batch, out);
  parse(batch, out);
  return out;
}

}  // namespace isnad::nlp
