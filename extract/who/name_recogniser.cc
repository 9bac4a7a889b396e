#include "extract/who/name_recogniser.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>

#include "extract/data_files.h"
#include "extract/who/name_hints.h"

namespace isnad::who {

namespace {

/// The recogniser of one language, loaded on first use.
class LazyTagger {
 public:
  explicit LazyTagger(std::string lang) : lang_(std::move(lang)) {}

  [[nodiscard]] const std::string& lang() const { return lang_; }

  [[nodiscard]] std::filesystem::path path() const { return data_file("models/" + lang_ + "-names.model"); }

  const names::NameTagger& get() {
    std::call_once(once_, [&] { tagger_.emplace(names::NameTagger::load(path())); });
    return *tagger_;
  }

 private:
  std::string lang_;
  std::once_flag once_;
  std::optional<names::NameTagger> tagger_;
};

}  // namespace

struct NameRecogniser::Impl {
  LazyTagger arabic{"ar"};
  LazyTagger english{"en"};
};

NameRecogniser::NameRecogniser() : impl_(std::make_unique<Impl>()) {}
NameRecogniser::~NameRecogniser() = default;

std::vector<std::vector<names::NameSpan>> NameRecogniser::recognise(const Draft& draft) const {
  std::vector<std::vector<names::NameSpan>> found(draft.sentences.size());
  const names::Hints hints = name_hints(draft);
  for (LazyTagger* tagger : {&impl_->arabic, &impl_->english}) {
    const auto is_its = [&](const conllu::Sentence& sentence) { return sentence.lang == tagger->lang(); };
    if (std::none_of(draft.sentences.begin(), draft.sentences.end(), is_its)) continue;
    auto of_language = tagger->get().tag(draft.sentences, hints, tagger->lang());
    for (std::size_t s = 0; s < found.size(); ++s) {
      if (is_its(draft.sentences[s])) found[s] = std::move(of_language[s]);
    }
  }
  return found;
}

std::string NameRecogniser::fingerprint() const {
  std::string out;
  for (LazyTagger* tagger : {&impl_->arabic, &impl_->english}) {
    char sum[17];
    std::snprintf(sum, sizeof sum, "%016llx", static_cast<unsigned long long>(names::NameModel::stated_checksum(tagger->path())));
    if (!out.empty()) out += ' ';
    out += tagger->lang() + "-names:" + sum;
  }
  return out;
}

}  // namespace isnad::who
