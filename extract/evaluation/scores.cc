#include "extract/evaluation/scores.h"

#include "extract/evaluation/name_set.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace isnad::evaluation {

namespace {

double ratio(std::size_t part, std::size_t whole) { return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole); }

void set_f1(PrecisionRecall& scores) {
  const double sum = scores.precision + scores.recall;
  scores.f1 = sum == 0 ? 0.0 : 2 * scores.precision * scores.recall / sum;
}

struct Triple {
  std::vector<WordKey> subject;
  std::vector<WordKey> relation;
  std::vector<WordKey> object;
  std::vector<WordKey> attribution;
  bool denied = false;
};

using Triples = std::unordered_map<std::string, std::vector<Triple>>;

bool fits(const Triple& triple, const GoldFact& fact, bool lenient) {
  const auto slot = [&](const std::vector<WordKey>& words, const Formulations& forms, auto loosely) {
    return matches_exactly(words, forms) || (lenient && loosely(words, forms));
  };
  return slot(triple.subject, fact.subject, matches_loosely) && slot(triple.relation, fact.relation, relation_matches_loosely) &&
         slot(triple.object, fact.object, matches_loosely);
}

FactScores score(const std::vector<GoldArticle>& gold, const Triples& system, bool lenient) {
  std::size_t right = 0, all = 0, hit = 0, required = 0, plain_hit = 0, plain = 0, polarity_right = 0, speaker_right = 0, attributed = 0;
  for (const auto& article : gold) {
    for (const auto& sentence : article.sentences) {
      std::vector<bool> found(sentence.facts.size());
      if (const auto triples = system.find(sentence.id); triples != system.end()) {
        for (const auto& triple : triples->second) {
          ++all;
          const GoldFact* first = nullptr;
          for (std::size_t i = 0; i < sentence.facts.size(); ++i) {
            if (!fits(triple, sentence.facts[i], lenient)) continue;
            found[i] = true;
            if (first == nullptr) first = &sentence.facts[i];
          }
          if (first == nullptr) continue;
          ++right;
          polarity_right += triple.denied == first->denied ? 1 : 0;
          if (first->attribution.empty()) continue;
          ++attributed;
          speaker_right += !triple.attribution.empty() && matches_loosely(triple.attribution, first->attribution) ? 1 : 0;
        }
      }
      for (std::size_t i = 0; i < sentence.facts.size(); ++i) {
        if (!sentence.facts[i].required) continue;
        ++required;
        hit += found[i] ? 1 : 0;
        if (sentence.facts[i].elided) continue;
        ++plain;
        plain_hit += found[i] ? 1 : 0;
      }
    }
  }
  FactScores out;
  out.precision = ratio(right, all);
  out.recall = ratio(hit, required);
  out.system = all;
  out.gold = required;
  out.recall_not_elided = ratio(plain_hit, plain);
  out.polarity = ratio(polarity_right, right);
  out.attribution = ratio(speaker_right, attributed);
  out.attributed = attributed;
  set_f1(out);
  return out;
}

PrecisionRecall score(const std::vector<GoldArticle>& gold, const std::vector<SystemEdge>& system, bool typed) {
  std::size_t right = 0, all = 0, hit = 0, total = 0;
  for (const auto& article : gold) {
    std::vector<std::pair<NameSet, NameSet>> ends;
    for (const auto& edge : article.edges) ends.emplace_back(name_set(edge.source), name_set(edge.target));
    std::vector<bool> found(article.edges.size());
    for (const auto& edge : system) {
      if (edge.document != article.id) continue;
      ++all;
      const NameSet source = name_set(edge.source);
      const NameSet target = name_set(edge.target);
      bool fits_one = false;
      for (std::size_t i = 0; i < article.edges.size(); ++i) {
        const bool same_kind = article.edges[i].type == edge.type && article.edges[i].denied == edge.denied;
        if ((typed && !same_kind) || !share_a_name(source, ends[i].first) || !share_a_name(target, ends[i].second)) continue;
        found[i] = true;
        fits_one = true;
      }
      right += fits_one ? 1 : 0;
    }
    total += article.edges.size();
    hit += static_cast<std::size_t>(std::count(found.begin(), found.end(), true));
  }
  PrecisionRecall out{ratio(right, all), ratio(hit, total), 0, all, total};
  set_f1(out);
  return out;
}

}  // namespace

FactReport score_facts(const std::vector<GoldArticle>& gold, const std::vector<SystemFact>& system) {
  std::set<std::string> known;
  for (const auto& article : gold) {
    for (const auto& sentence : article.sentences) known.insert(sentence.id);
  }
  FactReport out;
  Triples triples;
  for (const auto& fact : system) {
    if (!known.contains(fact.sentence)) {
      ++out.unknown_sentences;
      continue;
    }
    triples[fact.sentence].push_back({word_keys(fact.subject), word_keys(fact.relation), word_keys(fact.object),
                                      word_keys(fact.attribution), fact.denied});
  }
  out.exact = score(gold, triples, false);
  out.lenient = score(gold, triples, true);
  return out;
}

EdgeReport score_edges(const std::vector<GoldArticle>& gold, const std::vector<SystemEdge>& system) {
  return {score(gold, system, true), score(gold, system, false)};
}

}  // namespace isnad::evaluation
