#include "extract/train/parser_module.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "extract/train/fused_lstm.h"
#include "graph/model/error.h"

namespace isnad::train {

using torch::Tensor;
namespace nn = torch::nn;
namespace functional = torch::nn::functional;

namespace {

Tensor to_tensor(const std::vector<std::int64_t>& values) {
  return torch::from_blob(const_cast<std::int64_t*>(values.data()), {static_cast<std::int64_t>(values.size())}, torch::kInt64)
      .clone();
}

Tensor cross_entropy(const Tensor& scores, const Tensor& gold, double smoothing, const Tensor& weights = {}) {
  return functional::cross_entropy(
      scores, gold,
      functional::CrossEntropyFuncOptions().ignore_index(-1).reduction(torch::kSum).label_smoothing(smoothing).weight(weights));
}

/// Returns: one weight a class, undefined when no emphasis is for `feature`; `values` start at class `offset`.
Tensor class_weights(const std::vector<Emphasis>& emphases, const std::string& feature, const std::vector<std::string>& values,
                     std::int64_t offset) {
  Tensor weights;
  for (const Emphasis& emphasis : emphases) {
    if (emphasis.feature != feature) continue;
    const auto found = std::find(values.begin(), values.end(), emphasis.value);
    if (found == values.end()) throw UsageError("nothing in the files has " + feature + "=" + emphasis.value);
    if (!weights.defined()) weights = torch::ones({static_cast<std::int64_t>(values.size()) + offset});
    weights[found - values.begin() + offset] = emphasis.weight;
  }
  return weights;
}

std::vector<float> floats(const Tensor& tensor) {
  const Tensor flat = tensor.detach().contiguous().view({-1});
  return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

/// Rounds rows to 8 bits, each with its own scale.
void quantise(const Tensor& rows, std::vector<std::int8_t>& values, std::vector<float>& scale) {
  const std::vector<float> all = floats(rows);
  const auto columns = static_cast<std::size_t>(rows.size(1));
  values.resize(all.size());
  scale.resize(static_cast<std::size_t>(rows.size(0)));
  for (std::size_t r = 0; r < scale.size(); ++r) {
    float largest = 0;
    for (std::size_t k = 0; k < columns; ++k) largest = std::max(largest, std::fabs(all[r * columns + k]));
    scale[r] = largest / 127.0F;
    for (std::size_t k = 0; k < columns; ++k) {
      const float v = largest > 0 ? std::round(all[r * columns + k] / scale[r]) : 0.0F;
      values[r * columns + k] = static_cast<std::int8_t>(std::clamp(v, -127.0F, 127.0F));
    }
  }
}

nlp::StoredMatrix stored_matrix(const Tensor& weight, const Tensor& bias) {
  nlp::StoredMatrix matrix;
  matrix.outputs = static_cast<std::uint32_t>(weight.size(0));
  matrix.inputs = static_cast<std::uint32_t>(weight.size(1));
  quantise(weight, matrix.weights, matrix.scale);
  matrix.bias = bias.defined() ? floats(bias) : std::vector<float>(matrix.outputs, 0.0F);
  return matrix;
}

nlp::StoredMatrix stored_matrix(const nn::Linear& layer) { return stored_matrix(layer->weight, layer->bias); }

nlp::StoredTable stored_table(const Tensor& rows) {
  nlp::StoredTable table;
  table.rows = static_cast<std::uint32_t>(rows.size(0));
  table.columns = static_cast<std::uint32_t>(rows.size(1));
  quantise(rows, table.values, table.scale);
  return table;
}

}  // namespace

/// Where the words of a batch lie: sentence after sentence ("rows"), and step after step for the LSTM.
struct ParserModule::Layout {
  explicit Layout(std::vector<const Example*> batch) : sentences(std::move(batch)) {
    std::stable_sort(sentences.begin(), sentences.end(),
                     [](const Example* a, const Example* b) { return a->type.size() > b->type.size(); });
    std::vector<std::int64_t> first;
    std::vector<std::int64_t> owner;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      first.push_back(rows);
      const auto n = static_cast<std::int64_t>(sentences[s]->type.size());
      owner.insert(owner.end(), static_cast<std::size_t>(n), static_cast<std::int64_t>(s));
      rows += n;
    }
    sentence_of = to_tensor(owner);
    const std::size_t longest = sentences.front()->type.size();
    std::vector<std::int64_t> order[2];
    for (std::size_t t = 0; t < longest; ++t) {
      std::int64_t count = 0;
      for (std::size_t s = 0; s < sentences.size() && sentences[s]->type.size() > t; ++s) {
        order[0].push_back(first[s] + static_cast<std::int64_t>(t));
        order[1].push_back(first[s] + static_cast<std::int64_t>(sentences[s]->type.size() - 1 - t));
        ++count;
      }
      running.push_back(count);
    }
    for (int d = 0; d < 2; ++d) {
      std::vector<std::int64_t> back(order[d].size());
      for (std::size_t k = 0; k < back.size(); ++k) back[static_cast<std::size_t>(order[d][k])] = static_cast<std::int64_t>(k);
      to_steps[d] = to_tensor(order[d]);
      to_rows[d] = to_tensor(back);
    }
    first_row = std::move(first);
  }

  std::vector<const Example*> sentences;
  std::int64_t rows = 0;
  std::vector<std::int64_t> first_row;
  std::vector<std::int64_t> running;
  Tensor sentence_of;
  Tensor to_steps[2];
  Tensor to_rows[2];

  [[nodiscard]] Tensor gather(std::vector<std::int64_t> Example::*field) const {
    std::vector<std::int64_t> all;
    for (const Example* e : sentences) all.insert(all.end(), (e->*field).begin(), (e->*field).end());
    return to_tensor(all);
  }
};

ParserModule::ParserModule(const Corpus& corpus, const Dimensions& dimensions, std::uint32_t buckets,
                           const Regularisation& regularisation)
    : corpus_(corpus), dimensions_(dimensions), regularisation_(regularisation) {
  const auto vector_size = static_cast<std::int64_t>(corpus.vector_size);
  vectors_ = torch::tensor(corpus.vectors).view({-1, vector_size});
  corrections_ = register_parameter("corrections", torch::zeros({static_cast<std::int64_t>(corpus.corrections), vector_size}));
  ngrams_ = register_parameter("ngrams", torch::randn({static_cast<std::int64_t>(buckets), dimensions.ngram}) * 0.3);
  characters_ = register_module("characters", nn::Linear(dimensions.ngram, dimensions.characters));
  schemes_ =
      register_parameter("schemes", torch::randn({static_cast<std::int64_t>(corpus.schemes.size()), dimensions.scheme}) * 0.5);
  const std::int64_t word = vector_size + dimensions.characters + dimensions.scheme;
  const std::int64_t hidden = dimensions.hidden;
  std::int64_t inputs = word;
  for (std::int64_t l = 0; l < dimensions.layers; ++l) {
    auto& layer = layers_.emplace_back();
    for (int d = 0; d < 2; ++d) {
      const std::string name = "lstm" + std::to_string(l) + "_" + std::to_string(d);
      const double bound = std::sqrt(1.0 / static_cast<double>(hidden));
      layer[static_cast<std::size_t>(d)].input = register_parameter(name + "_input", torch::empty({4 * hidden, inputs}));
      nn::init::xavier_uniform_(layer[static_cast<std::size_t>(d)].input);
      Tensor state = torch::empty({4 * hidden, hidden}).uniform_(-bound, bound);
      for (int gate = 0; gate < 4; ++gate) {
        Tensor square = torch::empty({hidden, hidden});
        nn::init::orthogonal_(square);
        state.narrow(0, gate * hidden, hidden).copy_(square);
      }
      layer[static_cast<std::size_t>(d)].state = register_parameter(name + "_state", state);
      Tensor bias = torch::zeros({4 * hidden});
      bias.narrow(0, hidden, hidden).fill_(1.0);
      layer[static_cast<std::size_t>(d)].bias = register_parameter(name + "_bias", bias);
    }
    inputs = 2 * hidden;
  }
  mix_ = register_parameter("mix", torch::zeros({dimensions.layers}));
  for (const nlp::StoredFeature& f : corpus.features) {
    classes_ += static_cast<std::int64_t>(f.values.size()) + 1;
    feature_weights_.push_back(class_weights(regularisation.emphases, f.name, f.values, 1));
  }
  label_weights_ = class_weights(regularisation.emphases, "deprel", corpus.labels, 0);
  tag_hidden_ = register_module("tag_hidden", nn::Linear(2 * hidden + word, 3 * dimensions.tag));
  upos_ = register_module("upos", nn::Linear(dimensions.tag, static_cast<std::int64_t>(corpus.upos.size())));
  if (classes_ > 0) features_ = register_module("features", nn::Linear(dimensions.tag, classes_));
  lemmas_ = register_module("lemmas", nn::Linear(dimensions.tag, static_cast<std::int64_t>(corpus.lemma_scripts.size())));
  arc_dependent_ = register_module("arc_dependent", nn::Linear(2 * hidden, dimensions.arc));
  arc_head_ = register_module("arc_head", nn::Linear(2 * hidden, dimensions.arc));
  arc_product_ = register_module("arc_product", nn::Linear(dimensions.arc, dimensions.arc));
  label_dependent_ = register_module("label_dependent", nn::Linear(2 * hidden, dimensions.label));
  label_head_ = register_module("label_head", nn::Linear(2 * hidden, dimensions.label));
  label_scores_ =
      register_module("label_scores", nn::Linear(3 * dimensions.label, static_cast<std::int64_t>(corpus.labels.size())));
  root_arc_ = register_parameter("root_arc", torch::rand({dimensions.arc}) * 0.5);
  root_label_ = register_parameter("root_label", torch::rand({dimensions.label}) * 0.5);
}

Tensor ParserModule::embed(const Layout& layout) {
  std::vector<std::int64_t> row;
  std::vector<std::int64_t> correction;
  std::vector<std::int64_t> buckets;
  std::vector<std::int64_t> offsets;
  std::vector<float> share;
  std::vector<std::int64_t> scheme;
  const Tensor chance = torch::rand({layout.rows, 2});
  const auto* draw = chance.data_ptr<float>();
  for (const Example* e : layout.sentences) {
    std::size_t shown_as = e->scheme;
    if (is_training() && corpus_.schemes.back() == kAnyScheme && torch::rand({1}).item<double>() < regularisation_.any_scheme) {
      shown_as = corpus_.schemes.size() - 1;
    }
    for (const std::int64_t t : e->type) {
      const WordType& type = corpus_.types[static_cast<std::size_t>(t)];
      const bool unknown = is_training() && draw[0] < regularisation_.unknown;
      const bool corrected = !is_training() || draw[1] >= regularisation_.uncorrected;
      row.push_back(unknown ? 0 : type.row);
      // Row 0 of the corrections is the vector of unknown words; -1 stands for no correction.
      correction.push_back(row.back() == 0 ? 0 : (type.correction > 0 && corrected ? type.correction : -1));
      offsets.push_back(static_cast<std::int64_t>(buckets.size()));
      buckets.insert(buckets.end(), type.buckets.begin(), type.buckets.end());
      share.insert(share.end(), type.buckets.size(), 1.0F / std::sqrt(static_cast<float>(type.buckets.size())));
      scheme.push_back(static_cast<std::int64_t>(shown_as));
      draw += 2;
    }
  }
  const Tensor corrections = to_tensor(correction);
  const Tensor words = vectors_.index_select(0, to_tensor(row)) +
                       corrections_.index_select(0, corrections.clamp_min(0)) * (corrections >= 0).to(torch::kFloat).unsqueeze(1);
  const Tensor bags = functional::embedding_bag(to_tensor(buckets), ngrams_,
                                                functional::EmbeddingBagFuncOptions()
                                                    .offsets(to_tensor(offsets))
                                                    .mode(torch::kSum)
                                                    .per_sample_weights(torch::tensor(share)));
  const Tensor letters = torch::tanh(characters_(torch::dropout(bags, regularisation_.dropout * 0.5, is_training())));
  const Tensor text = torch::dropout(torch::cat({words, letters}, 1), regularisation_.dropout, is_training());
  return torch::cat({text, schemes_.index_select(0, to_tensor(scheme))}, 1);
}

Tensor ParserModule::sentence_dropout(const Tensor& rows, const Layout& layout) {
  if (!is_training()) return rows;
  const Tensor mask = torch::dropout(torch::ones({static_cast<std::int64_t>(layout.sentences.size()), rows.size(1)}),
                                     regularisation_.dropout, true);
  return rows * mask.index_select(0, layout.sentence_of);
}

Tensor ParserModule::tag_loss(const Tensor& states, const Tensor& words, const Layout& layout, Loss& loss) {
  const Tensor hidden =
      torch::dropout(torch::relu(tag_hidden_(torch::cat({states, words}, 1))), regularisation_.dropout, is_training());
  const std::int64_t tag = dimensions_.tag;
  const double smoothing = regularisation_.smoothing;
  const Tensor upos = cross_entropy(upos_(hidden.narrow(1, 0, tag)), layout.gather(&Example::upos), smoothing);
  const Tensor lemma = cross_entropy(lemmas_(hidden.narrow(1, 2 * tag, tag)), layout.gather(&Example::lemma), smoothing);
  loss.upos = upos.item<double>();
  loss.lemma = lemma.item<double>();
  Tensor total = upos + lemma;
  if (classes_ > 0) {
    const Tensor scores = features_(hidden.narrow(1, tag, tag));
    const auto count = static_cast<std::int64_t>(corpus_.features.size());
    const Tensor gold = layout.gather(&Example::features).view({-1, count});
    Tensor sum = torch::zeros({});
    std::int64_t at = 0;
    for (std::int64_t f = 0; f < count; ++f) {
      const auto size = static_cast<std::int64_t>(corpus_.features[static_cast<std::size_t>(f)].values.size()) + 1;
      sum = sum + cross_entropy(scores.narrow(1, at, size), gold.select(1, f).contiguous(), 0,
                                feature_weights_[static_cast<std::size_t>(f)]);
      at += size;
    }
    loss.features = sum.item<double>();
    total = total + 0.5 * sum;
  }
  return total;
}

Tensor ParserModule::tree_loss(const Tensor& states, const Layout& layout, Loss& loss) {
  // Rows of the words of sentences with trees, and where each lies in the padded square of its sentence.
  std::vector<std::int64_t> rows;
  std::vector<std::int64_t> place;
  std::vector<std::int64_t> head;
  std::vector<std::int64_t> head_row;
  std::vector<std::int64_t> label;
  std::vector<std::int64_t> lengths;
  std::int64_t longest = 0;
  for (const Example* e : layout.sentences) {
    if (e->has_tree) longest = std::max(longest, static_cast<std::int64_t>(e->type.size()));
  }
  if (longest == 0) return torch::zeros({});
  for (std::size_t s = 0; s < layout.sentences.size(); ++s) {
    const Example& e = *layout.sentences[s];
    if (!e.has_tree) continue;
    const auto square = static_cast<std::int64_t>(lengths.size());
    lengths.push_back(static_cast<std::int64_t>(e.type.size()));
    for (std::size_t w = 0; w < e.type.size(); ++w) {
      rows.push_back(layout.first_row[s] + static_cast<std::int64_t>(w));
      place.push_back(square * longest + static_cast<std::int64_t>(w));
      head.push_back(e.head[w]);
      // Row 0 of the heads is the root.
      head_row.push_back(e.head[w] == 0 ? 0 : layout.first_row[s] + e.head[w]);
      label.push_back(e.label[w]);
    }
  }
  const auto squares = static_cast<std::int64_t>(lengths.size());
  const Tensor row_index = to_tensor(rows);
  const Tensor place_index = to_tensor(place);
  const auto rectified = [&](nn::Linear& layer) { return sentence_dropout(torch::leaky_relu(layer(states), 0.0), layout); };
  const Tensor dependent = arc_product_(rectified(arc_dependent_)).index_select(0, row_index);
  const Tensor candidate = rectified(arc_head_).index_select(0, row_index);
  const std::int64_t arc = dimensions_.arc;
  const Tensor queries =
      torch::zeros({squares * longest, arc}).index_copy(0, place_index, dependent).view({squares, longest, arc});
  const Tensor words = torch::zeros({squares * longest, arc}).index_copy(0, place_index, candidate).view({squares, longest, arc});
  const Tensor heads = torch::cat({root_arc_.view({1, 1, arc}).expand({squares, 1, arc}), words}, 1);
  Tensor scores = torch::bmm(queries, heads.transpose(1, 2));
  const Tensor positions = torch::arange(longest + 1).view({1, 1, -1});
  const Tensor beyond = positions > to_tensor(lengths).view({-1, 1, 1});
  const Tensor itself = positions == (torch::arange(longest) + 1).view({1, -1, 1});
  scores =
      scores.masked_fill(beyond.logical_or(itself), -1e4).view({squares * longest, longest + 1}).index_select(0, place_index);
  const Tensor arc_loss = cross_entropy(scores, to_tensor(head), 0);

  const Tensor from = torch::cat({root_label_.unsqueeze(0), rectified(label_head_)}, 0).index_select(0, to_tensor(head_row));
  const Tensor to = rectified(label_dependent_).index_select(0, row_index);
  const Tensor label_loss = cross_entropy(label_scores_(torch::cat({to * from, to, from}, 1)), to_tensor(label),
                                          regularisation_.smoothing, label_weights_);
  loss.arc = arc_loss.item<double>();
  loss.label = label_loss.item<double>();
  return arc_loss + label_loss;
}

Loss ParserModule::loss(const std::vector<const Example*>& batch) {
  const Layout layout(batch);
  const Tensor words = embed(layout);
  Tensor input = words;
  Tensor mixed;
  const Tensor shares = torch::softmax(mix_, 0);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    std::vector<Tensor> halves;
    for (std::size_t d = 0; d < 2; ++d) {
      const Direction& direction = layers_[l][d];
      const Tensor steps =
          fused_lstm(input.index_select(0, layout.to_steps[d]), direction.input, direction.state, direction.bias, layout.running);
      halves.push_back(steps.index_select(0, layout.to_rows[d]));
    }
    input = sentence_dropout(torch::cat(halves, 1), layout);
    const Tensor part = input * shares[static_cast<std::int64_t>(l)];
    mixed = l == 0 ? part : mixed + part;
  }
  Loss loss;
  loss.total = tag_loss(mixed, words, layout, loss) + tree_loss(input, layout, loss);
  return loss;
}

void ParserModule::follow(double share) {
  torch::NoGradGuard no_gradients;
  const std::vector<Tensor> weights = parameters();
  if (average_.empty()) {
    for (const Tensor& w : weights) average_.push_back(w.detach().clone());
  }
  for (std::size_t k = 0; k < weights.size(); ++k) average_[k].lerp_(weights[k], share);
}

void ParserModule::swap_average() {
  torch::NoGradGuard no_gradients;
  const std::vector<Tensor> weights = parameters();
  for (std::size_t k = 0; k < average_.size(); ++k) {
    const Tensor kept = weights[k].detach().clone();
    weights[k].copy_(average_[k]);
    average_[k] = kept;
  }
}

void ParserModule::store(nlp::StoredModel& model) const {
  torch::NoGradGuard no_gradients;
  Tensor words = vectors_.clone();
  words[0] = corrections_[0];
  for (const WordType& type : corpus_.types) {
    if (type.row > 0 && type.correction > 0) words[type.row] = vectors_[type.row] + corrections_[type.correction];
  }
  model.words = stored_table(words);
  model.ngrams = stored_table(ngrams_);
  model.characters = stored_matrix(characters_);
  model.scheme_vectors = stored_table(schemes_);
  model.lstm.clear();
  for (const auto& layer : layers_) {
    nlp::StoredLstm& stored = model.lstm.emplace_back();
    for (std::size_t d = 0; d < 2; ++d) {
      stored.input[d] = stored_matrix(layer[d].input, layer[d].bias);
      stored.recurrent[d] = stored_matrix(layer[d].state, Tensor());
    }
  }
  model.mix = floats(torch::softmax(mix_, 0));
  model.tag_hidden = stored_matrix(tag_hidden_);
  model.upos_scores = stored_matrix(upos_);
  if (classes_ > 0) model.feature_scores = stored_matrix(features_);
  model.lemma_scores = stored_matrix(lemmas_);
  model.arc_dependent = stored_matrix(arc_dependent_);
  model.arc_head = stored_matrix(arc_head_);
  model.arc_product = stored_matrix(arc_product_);
  model.label_dependent = stored_matrix(label_dependent_);
  model.label_head = stored_matrix(label_head_);
  model.label_scores = stored_matrix(label_scores_);
  model.root_arc = floats(root_arc_);
  model.root_label = floats(root_label_);
}

}  // namespace isnad::train
