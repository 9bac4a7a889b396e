#include "extract/nlp/analyser.h"

#include <xxhash.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include "extract/data_files.h"
#include "extract/nlp/arabic_verbs.h"
#include "extract/nlp/clitic_segmenter.h"
#include "extract/nlp/document_splitter.h"
#include "extract/nlp/language.h"
#include "extract/nlp/network/annotator.h"
#include "extract/nlp/scheme_model.h"
#include "extract/nlp/scheme_spelling.h"
#include "extract/nlp/sentence_builder.h"
#include "extract/nlp/word_tables.h"
#include "graph/model/error.h"

namespace isnad::nlp {

namespace {

constexpr std::string_view kEnglishModel = "en";
/// The option that leaves the choice of a scheme to each document.
constexpr std::string_view kByDocument = "auto";

std::filesystem::path model_path(std::string_view name) { return data_file("models/" + std::string(name) + ".model"); }

std::string segmenter_name(const std::string& arabic_model) { return arabic_model + "-segment"; }

/// Something that is made on first use; an attempt that throws is made again by the next caller.
template <class T>
class Lazy {
 public:
  template <class Make>
  const T& get(const Make& make) {
    std::call_once(once_, [&] { value_.emplace(make()); });
    return *value_;
  }

 private:
  std::once_flag once_;
  std::optional<T> value_;
};

std::uint64_t file_checksum(const std::filesystem::path& path) {
  std::ifstream input(path, std::ios::binary);
  if (!input) throw IoError(path.string() + ": cannot be opened");
  XXH64_state_t* state = XXH64_createState();
  XXH64_reset(state, 0);
  std::array<char, 1 << 16> block;
  while (input.read(block.data(), block.size()) || input.gcount() > 0)
    XXH64_update(state, block.data(), static_cast<std::size_t>(input.gcount()));
  const std::uint64_t sum = XXH64_digest(state);
  XXH64_freeState(state);
  if (input.bad()) throw IoError(path.string() + ": cannot be read");
  return sum;
}

}  // namespace

struct Analyser::Impl {
  explicit Impl(Options chosen) : options(std::move(chosen)), tables(WordTables::load()), splitter(tables) {}

  const CliticSegmenter& segmenter() {
    return clitics.get([&] { return CliticSegmenter::load(model_path(segmenter_name(options.arabic_model))); });
  }

  const Annotator& annotator(Language language) {
    if (language == Language::kEnglish) return *english.get([] { return Annotator::load(model_path(kEnglishModel)); });
    return *arabic.get([&] { return Annotator::load(model_path(options.arabic_model)); });
  }

  /// Returns: the scheme for the Arabic of a document.
  std::string_view scheme_of(std::span<const conllu::Sentence> sentences) {
    if (options.arabic_scheme != kByDocument) return options.arabic_scheme;
    std::vector<const conllu::Sentence*> arabic_sentences;
    for (const conllu::Sentence& sentence : sentences) {
      if (sentence.lang == "ar") arabic_sentences.push_back(&sentence);
    }
    if (arabic_sentences.empty()) return {};
    const SchemeModel& model = schemes.get([&] { return SchemeModel::load(model_path(options.arabic_model + "-scheme")); });
    return model.choose(arabic_sentences);
  }

  const ArabicVerbs& verbs() {
    return arabic_verbs.get([] { return ArabicVerbs::load(); });
  }

  /// Annotates runs of sentences in one language together, which the network does faster.
  void annotate(std::span<conllu::Sentence> sentences, std::string_view scheme) {
    for (std::size_t begin = 0; begin < sentences.size();) {
      std::size_t end = begin + 1;
      while (end < sentences.size() && sentences[end].lang == sentences[begin].lang) ++end;
      const Language language = sentences[begin].lang == "ar" ? Language::kArabic : Language::kEnglish;
      annotator(language).annotate(sentences.subspan(begin, end - begin), language == Language::kArabic ? scheme : "");
      if (language == Language::kArabic) {
        for (std::size_t k = begin; k < end; ++k) verbs().apply(sentences[k]);
      }
      begin = end;
    }
  }

  Options options;
  WordTables tables;
  DocumentSplitter splitter;
  Lazy<CliticSegmenter> clitics;
  Lazy<ArabicVerbs> arabic_verbs;
  Lazy<SchemeModel> schemes;
  Lazy<SchemeSpelling> spelling;
  Lazy<std::unique_ptr<Annotator>> arabic;
  Lazy<std::unique_ptr<Annotator>> english;
};

Analyser::Analyser() : Analyser(Options()) {}
Analyser::Analyser(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Analyser::~Analyser() = default;

std::vector<conllu::Sentence> Analyser::analyse(const Document& document) const {
  std::vector<conllu::Sentence> sentences;
  for (const RawSentence& raw : impl_->splitter.split(document)) {
    const CliticSegmenter* segmenter = raw.language == Language::kArabic ? &impl_->segmenter() : nullptr;
    sentences.push_back(build_sentence(document.text, raw, impl_->tables, segmenter));
  }
  const std::string_view scheme = impl_->scheme_of(sentences);
  impl_->annotate(sentences, scheme);
  if (!scheme.empty()) {
    const SchemeSpelling& spelling = impl_->spelling.get([] { return SchemeSpelling::load(); });
    for (conllu::Sentence& sentence : sentences) {
      if (sentence.lang == "ar") spelling.apply(scheme, sentence);
    }
  }
  return sentences;
}

void Analyser::annotate(std::span<conllu::Sentence> sentences) const {
  for (conllu::Sentence& sentence : sentences) {
    if (sentence.lang == "ar" || sentence.lang == "en") continue;
    std::string forms;
    for (const conllu::Word& word : sentence.words) forms += word.form + ' ';
    sentence.lang = to_string(document_language(forms));
  }
  impl_->annotate(sentences, impl_->scheme_of(sentences));
}

std::string Analyser::fingerprint() const {
  std::string out;
  for (const std::string& name :
       {impl_->options.arabic_model, segmenter_name(impl_->options.arabic_model), std::string(kEnglishModel)}) {
    char sum[17];
    std::snprintf(sum, sizeof sum, "%016llx", static_cast<unsigned long long>(file_checksum(model_path(name))));
    if (!out.empty()) out += ' ';
    out += name + ':' + sum;
  }
  return out;
}

}  // namespace isnad::nlp
