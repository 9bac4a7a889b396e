#include "extract/evaluation/name_scores.h"

#include <optional>
#include <set>
#include <utility>

namespace isnad::evaluation {

namespace {

struct Count {
  std::size_t right = 0;
  std::size_t system = 0;
  std::size_t gold = 0;

  Count& operator+=(const Count& other) {
    right += other.right;
    system += other.system;
    gold += other.gold;
    return *this;
  }

  [[nodiscard]] PrecisionRecall scores() const {
    PrecisionRecall out;
    out.system = system;
    out.gold = gold;
    if (system > 0) out.precision = static_cast<double>(right) / static_cast<double>(system);
    if (gold > 0) out.recall = static_cast<double>(right) / static_cast<double>(gold);
    if (right > 0) out.f1 = 2.0 * static_cast<double>(right) / static_cast<double>(system + gold);
    return out;
  }
};

/// First and last token, from 0, that the span touches; nothing when none.
std::optional<std::pair<std::size_t, std::size_t>> tokens_of(const std::vector<Span>& tokens, Span span) {
  std::optional<std::pair<std::size_t, std::size_t>> range;
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    if (tokens[k].begin >= span.end || span.begin >= tokens[k].end) continue;
    if (range) {
      range->second = k;
    } else {
      range.emplace(k, k);
    }
  }
  return range;
}

bool is_main(const std::string& label) { return label != "MISC" && label != "NORP" && label != "EVENT"; }

}  // namespace

NameScores score_names(const std::vector<TaggedDocument>& gold, const std::vector<std::vector<std::vector<SystemName>>>& system) {
  // The types of each label; a system's names of other types are outside the gold's scheme.
  std::map<std::string, TypeSet> types;
  for (const auto& document : gold) {
    for (const auto& sentence : document.sentences) {
      for (const auto& name : sentence.names) types[name.label] |= name.types;
    }
  }
  std::map<std::string, Count> counts;
  for (std::size_t d = 0; d < gold.size(); ++d) {
    for (std::size_t s = 0; s < gold[d].sentences.size(); ++s) {
      const auto& names = gold[d].sentences[s].names;
      std::map<std::pair<std::size_t, std::size_t>, const TaggedName*> by_tokens;
      for (const auto& name : names) {
        by_tokens[{name.first, name.last}] = &name;
        ++counts[name.label].gold;
      }
      std::set<std::pair<std::size_t, std::size_t>> taken;
      for (const SystemName& found : system[d][s]) {
        const auto range = tokens_of(gold[d].spans[s], found.span);
        // Two names in one token (Russian-Turkish) are one there.
        if (!range || !taken.insert(*range).second) continue;
        for (const auto& [label, set] : types) {
          if ((set & type_set(found.type)) == 0) continue;
          Count& count = counts[label];
          ++count.system;
          const auto same = by_tokens.find(*range);
          if (same != by_tokens.end() && same->second->label == label && (same->second->types & type_set(found.type)) != 0)
            ++count.right;
        }
      }
    }
  }
  NameScores out;
  Count main;
  Count all;
  for (const auto& [label, count] : counts) {
    out.labels[label] = count.scores();
    all += count;
    if (is_main(label)) main += count;
  }
  out.main = main.scores();
  out.all = all.scores();
  return out;
}

}  // namespace isnad::evaluation
