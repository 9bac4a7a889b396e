#include "extract/nlp/network/annotator.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "extract/nlp/network/lemma_script.h"
#include "extract/nlp/network/model_file.h"
#include "extract/nlp/network/network.h"
#include "extract/nlp/network/word_features.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace isnad::nlp {
namespace {

/// Arc scores take memory by the square of the length, so that longer sentences are cut.
constexpr std::size_t kLongestPiece = 250;
/// Enough words to keep the product kernels busy, few enough that their rows stay in the second cache.
constexpr std::size_t kBatchWords = 512;

bool ends_clause(std::string_view form) {
  return form == "." || form == "،" || form == "," || form == "؛" || form == ";" || form == ":" || form == "!" || form == "؟" ||
         form == "?" || form == "…";
}

/// Returns: the lengths of the pieces of a sentence, cut behind a punctuation mark where the second half of a piece has one.
std::vector<std::size_t> piece_lengths(const conllu::Sentence& sentence) {
  std::vector<std::size_t> lengths;
  std::size_t begin = 0;
  const std::size_t words = sentence.words.size();
  while (words - begin > kLongestPiece) {
    std::size_t end = begin + kLongestPiece;
    while (end > begin + kLongestPiece / 2 && !ends_clause(sentence.words[end - 1].form)) --end;
    if (end == begin + kLongestPiece / 2) end = begin + kLongestPiece;
    lengths.push_back(end - begin);
    begin = end;
  }
  if (begin < words) lengths.push_back(words - begin);
  return lengths;
}

/// A piece, and where it stands.
struct Located {
  std::size_t sentence = 0;
  std::size_t begin = 0;
  Piece piece;
};

}  // namespace

struct Annotator::Impl {
  std::string file;
  std::size_t default_scheme = 0;
  std::vector<std::string> schemes;
  std::vector<std::string> upos;
  std::vector<StoredFeature> features;
  std::vector<std::u32string> scripts;
  std::vector<std::string> labels;
  /// Key: UPOS as one byte, then the form.
  std::unordered_map<std::string, std::string> lemmas;
  /// Key: UPOS as one byte, then the lemma.
  std::unordered_map<std::string, std::string> vocalised;
  std::unique_ptr<Network> network;

  [[nodiscard]] std::size_t scheme_number(std::string_view scheme) const {
    if (scheme.empty()) return default_scheme;
    const auto found = std::find(schemes.begin(), schemes.end(), scheme);
    if (found != schemes.end()) return static_cast<std::size_t>(found - schemes.begin());
    std::string known;
    for (const std::string& name : schemes) known += ' ' + name;
    throw UsageError(file + " knows no scheme " + std::string(scheme) + ", only" + known);
  }

  [[nodiscard]] std::string feats(const std::uint8_t* classes) const {
    std::string out;
    for (std::size_t f = 0; f < features.size(); ++f) {
      if (classes[f] == 0) continue;
      if (!out.empty()) out += '|';
      out += features[f].name + '=' + features[f].values[classes[f] - 1U];
    }
    return out;
  }

  [[nodiscard]] std::string lemma(std::uint32_t tag, std::uint32_t script, const std::u32string& form) const {
    if (!lemmas.empty()) {
      std::string key(1, static_cast<char>(tag));
      key += to_utf8(form);
      if (const auto found = lemmas.find(key); found != lemmas.end()) return found->second;
    }
    return to_utf8(apply_lemma_script(scripts[script], form));
  }

  void vocalise(std::uint32_t tag, conllu::Word& word) const {
    constexpr std::string_view kName = "Vlemma=";
    if (word.misc.find(kName) != std::string::npos) {
      std::string kept;
      for (std::size_t begin = 0; begin < word.misc.size();) {
        const std::size_t end = std::min(word.misc.find('|', begin), word.misc.size());
        const std::string_view item = std::string_view(word.misc).substr(begin, end - begin);
        if (item.substr(0, kName.size()) != kName) {
          if (!kept.empty()) kept += '|';
          kept += item;
        }
        begin = end + 1;
      }
      word.misc = std::move(kept);
    }
    if (vocalised.empty()) return;
    const auto found = vocalised.find(static_cast<char>(tag) + word.lemma);
    if (found == vocalised.end()) return;
    if (!word.misc.empty()) word.misc += '|';
    word.misc += kName;
    word.misc += found->second;
  }

  void store(const Located& where, const PieceScores& scores, conllu::Sentence& sentence) const {
    for (std::size_t w = 0; w < where.piece.forms.size(); ++w) {
      conllu::Word& word = sentence.words[where.begin + w];
      word.upos = upos[scores.upos[w]];
      word.feats = feats(scores.features.data() + w * features.size());
      word.lemma = lemma(scores.upos[w], scores.lemma_script[w], where.piece.forms[w]);
      vocalise(scores.upos[w], word);
      word.head = scores.heads[w] == 0 ? 0 : static_cast<int>(where.begin) + scores.heads[w];
      word.deprel = labels[scores.labels[w]];
    }
  }

  void run(std::vector<Located>& pieces, std::span<conllu::Sentence> sentences, std::size_t scheme) const {
    // Pieces of like length share a batch: fewer steps of the LSTM run half empty.
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const Located& a, const Located& b) { return a.piece.forms.size() < b.piece.forms.size(); });
    for (std::size_t begin = 0; begin < pieces.size();) {
      std::vector<const Piece*> batch;
      std::size_t words = 0;
      std::size_t end = begin;
      while (end < pieces.size() && (batch.empty() || words + pieces[end].piece.forms.size() <= kBatchWords)) {
        words += pieces[end].piece.forms.size();
        batch.push_back(&pieces[end++].piece);
      }
      const std::vector<PieceScores> scores = network->run(batch, scheme);
      for (std::size_t k = begin; k < end; ++k) store(pieces[k], scores[k - begin], sentences[pieces[k].sentence]);
      begin = end;
    }
  }
};

namespace {

/// Hangs the roots of later pieces on the root of the first.
void join_pieces(conllu::Sentence& sentence) {
  int root = 0;
  for (std::size_t w = 0; w < sentence.words.size(); ++w) {
    conllu::Word& word = sentence.words[w];
    if (word.head != 0) continue;
    if (root == 0) {
      root = static_cast<int>(w) + 1;
    } else {
      word.head = root;
      word.deprel = "parataxis";
    }
  }
}

}  // namespace

std::unique_ptr<Annotator> Annotator::load(const std::filesystem::path& model_file, std::string_view scheme) {
  StoredModel model = read_model(model_file);
  auto impl = std::make_unique<Impl>();
  impl->file = model_file.string();
  impl->schemes = std::move(model.schemes);
  impl->default_scheme = impl->scheme_number(scheme);
  model.schemes.assign(impl->schemes.size(), "-");
  impl->upos = model.upos;
  impl->features = model.features;
  impl->labels = model.labels;
  for (const std::string& script : model.lemma_scripts) impl->scripts.push_back(text::decode_utf8(script));
  for (auto [list, map] : {std::pair(&model.lemmas, &impl->lemmas), std::pair(&model.vocalised, &impl->vocalised)}) {
    map->reserve(list->size());
    for (StoredLemma& entry : *list) map->emplace(static_cast<char>(entry.upos) + entry.form, std::move(entry.lemma));
  }
  impl->network = std::make_unique<Network>(model);
  return std::unique_ptr<Annotator>(new Annotator(std::move(impl)));
}

Annotator::Annotator(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Annotator::~Annotator() = default;

const std::vector<std::string>& Annotator::schemes() const { return impl_->schemes; }

void Annotator::annotate(conllu::Sentence& sentence) const { annotate(std::span(&sentence, 1), {}); }

void Annotator::annotate(std::span<conllu::Sentence> sentences, std::string_view scheme) const {
  std::vector<Located> pieces;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    std::size_t begin = 0;
    for (const std::size_t length : piece_lengths(sentences[s])) {
      Located& located = pieces.emplace_back();
      located.sentence = s;
      located.begin = begin;
      for (std::size_t w = 0; w < length; ++w) located.piece.forms.push_back(clean_form(sentences[s].words[begin + w].form));
      begin += length;
    }
  }
  impl_->run(pieces, sentences, impl_->scheme_number(scheme));
  for (conllu::Sentence& sentence : sentences) {
    if (sentence.words.size() > kLongestPiece) join_pieces(sentence);
  }
}

}  // namespace isnad::nlp
