#include "extract/names/name_tagger.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>
#include <utility>

#include "extract/names/name_features.h"

namespace isnad::names {

namespace {

/// Low enough to lose against every reading, high enough to be added to.
constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 4;

/// Words of a sentence, beyond which it is none, and sums might overflow.
constexpr std::size_t kLongest = 20000;

/// What the other occurrences of a word may add to a tag, in hundredths of log-likelihood.
constexpr std::int32_t kVote = 500;

/// Best readings of one sentence, from its start and to its end.
class Lattice {
 public:
  Lattice(const NameModel& model, std::vector<TagRow> emissions) : emissions_(std::move(emissions)) {
    for (std::size_t from = 0; from < kTags; ++from) {
      for (std::size_t to = 0; to < kTags; ++to) {
        const bool possible = may_follow(static_cast<Tag>(from), static_cast<Tag>(to));
        transitions_[from][to] = possible ? model.transitions[from * kTags + to] : kImpossible;
      }
    }
    forward();
    backward();
  }

  /// Returns: the best tags; of equal readings the one with the lower tag at the last word that differs.
  [[nodiscard]] std::vector<Tag> best() const {
    std::vector<Tag> tags(emissions_.size());
    if (tags.empty()) return tags;
    Tag tag = argmax(from_start_.back());
    for (std::size_t i = tags.size(); i-- > 0;) {
      tags[i] = tag;
      tag = came_from_[i][tag];
    }
    return tags;
  }

  /// Returns: by how much the best reading beats those with another tag at the word.
  [[nodiscard]] std::int32_t margin(std::size_t word, Tag tag) const {
    std::int32_t other = kImpossible;
    for (std::size_t t = 0; t < kTags; ++t) {
      if (t != tag) other = std::max(other, from_start_[word][t] + to_end_[word][t]);
    }
    return from_start_[word][tag] + to_end_[word][tag] - other;
  }

 private:
  static Tag argmax(const TagRow& row) { return static_cast<Tag>(std::max_element(row.begin(), row.end()) - row.begin()); }

  void forward() {
    from_start_.resize(emissions_.size());
    came_from_.resize(emissions_.size());
    TagRow before;
    before.fill(kImpossible);
    before[kOutside] = 0;
    for (std::size_t i = 0; i < emissions_.size(); ++i) {
      TagRow best;
      best.fill(std::numeric_limits<std::int32_t>::min());
      for (std::size_t from = 0; from < kTags; ++from) {
        for (std::size_t to = 0; to < kTags; ++to) {
          const std::int32_t score = before[from] + transitions_[from][to];
          if (score > best[to]) {
            best[to] = score;
            came_from_[i][to] = static_cast<Tag>(from);
          }
        }
      }
      for (std::size_t to = 0; to < kTags; ++to) before[to] = std::max(best[to], kImpossible) + emissions_[i][to];
      from_start_[i] = before;
    }
  }

  void backward() {
    to_end_.resize(emissions_.size());
    if (emissions_.empty()) return;
    to_end_.back().fill(0);
    for (std::size_t i = emissions_.size() - 1; i-- > 0;) {
      for (std::size_t from = 0; from < kTags; ++from) {
        std::int32_t best = kImpossible;
        for (std::size_t to = 0; to < kTags; ++to)
          best = std::max(best, transitions_[from][to] + emissions_[i + 1][to] + to_end_[i + 1][to]);
        to_end_[i][from] = best;
      }
    }
  }

  std::vector<TagRow> emissions_;
  std::array<TagRow, kTags> transitions_{};
  /// [word][tag] the best reading up to the word, and from behind it.
  std::vector<TagRow> from_start_;
  std::vector<TagRow> to_end_;
  std::vector<std::array<Tag, kTags>> came_from_;
};

/// What a first reading of the document makes of each form: how often it stands in it, and in names of which types.
class FormVotes {
 public:
  void add(const SentenceView& sentence, std::span<const Tag> tags) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      Votes& votes = by_form_[sentence[i].form];
      ++votes.all;
      if (tags[i] != kOutside) ++votes.of_type[static_cast<std::size_t>(type_of(tags[i]))];
    }
  }

  /// Raises the tags that the other occurrences of the word's form have, up to `most`.
  void raise(const SentenceView& sentence, std::span<const Tag> tags, std::int32_t most, std::vector<TagRow>& emissions) const {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const Votes& votes = by_form_.at(sentence[i].form);
      if (votes.all < 2) continue;
      for (std::size_t t = 0; t < kTypes; ++t) {
        const auto type = static_cast<EntityType>(t);
        const bool own = tags[i] != kOutside && type_of(tags[i]) == type;
        const std::int32_t others = votes.of_type[t] - (own ? 1 : 0);
        const std::int32_t bonus = most * others / votes.all;
        emissions[i][begin_tag(type)] += bonus;
        emissions[i][inside_tag(type)] += bonus;
      }
    }
  }

 private:
  struct Votes {
    std::int32_t all = 0;
    std::array<std::int32_t, kTypes> of_type{};
  };
  std::unordered_map<std::uint64_t, Votes> by_form_;
};

std::vector<TagRow> emissions_of(const NameModel& model, const SentenceView& sentence, std::vector<std::uint64_t>& features) {
  std::vector<TagRow> emissions(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    name_features(sentence, static_cast<int>(i), features);
    for (const std::uint64_t feature : features) {
      const NameModel::Weights* weights = model.find(feature);
      if (weights == nullptr) continue;
      for (std::size_t t = 0; t < kTags; ++t) emissions[i][t] += (*weights)[t];
    }
  }
  return emissions;
}

std::vector<NameSpan> spans_with_margins(const Lattice& lattice, std::uint32_t scale) {
  const std::vector<Tag> tags = lattice.best();
  std::vector<NameSpan> spans = spans_of(tags);
  for (NameSpan& span : spans) {
    std::int64_t least = std::numeric_limits<std::int32_t>::max();
    for (int id = span.first; id <= span.last; ++id) {
      const auto word = static_cast<std::size_t>(id - 1);
      least = std::min<std::int64_t>(least, lattice.margin(word, tags[word]));
    }
    span.margin = static_cast<int>(least * 100 / static_cast<std::int64_t>(scale));
  }
  return spans;
}

}  // namespace

std::vector<NameSpan> spans_of(std::span<const Tag> tags) {
  std::vector<NameSpan> spans;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == kOutside) continue;
    const int id = static_cast<int>(i) + 1;
    if (is_inside(tags[i]) && !spans.empty() && spans.back().last == id - 1 && spans.back().type == type_of(tags[i])) {
      spans.back().last = id;
    } else {
      spans.push_back({id, id, type_of(tags[i]), 0});
    }
  }
  return spans;
}

std::vector<std::vector<NameSpan>> NameTagger::tag(std::span<const conllu::Sentence> document, const Hints& hints,
                                                  std::string_view lang) const {
  std::vector<SentenceView> views = view_document(document, hints, model_.words, lang);
  for (SentenceView& view : views) {
    if (view.size() > kLongest) view.clear();
  }
  std::vector<std::vector<TagRow>> emissions;
  std::vector<std::vector<Tag>> first_tags;
  FormVotes votes;
  std::vector<std::uint64_t> features;
  for (const SentenceView& view : views) {
    emissions.push_back(emissions_of(model_, view, features));
    first_tags.push_back(Lattice(model_, emissions.back()).best());
    votes.add(view, first_tags.back());
  }
  // Names that the document shows more clearly elsewhere: a second reading knows of them.
  const auto most = static_cast<std::int32_t>(model_.scale) * kVote / 100;
  std::vector<std::vector<NameSpan>> names;
  for (std::size_t s = 0; s < views.size(); ++s) {
    votes.raise(views[s], first_tags[s], most, emissions[s]);
    names.push_back(spans_with_margins(Lattice(model_, std::move(emissions[s])), model_.scale));
  }
  return names;
}

}  // namespace isnad::names
