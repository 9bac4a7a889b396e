#include "extract/who/described_actors.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "extract/text/name_key.h"
#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

/// The longest phrase that is a name: more words tell a story.
constexpr int kLongestPhrase = 5;

struct Place {
  int sentence = 0;
  int word = 0;
};

/// A noun phrase that describes somebody, at one place.
struct Phrase {
  Place head;
  int first = 0;
  int last = 0;
  EntityType type = EntityType::kMisc;
  /// Name key of the head's lemma, and whether it is plural.
  std::string noun;
  std::set<std::string> modifiers;
};

/// All phrases of the document that mean one.
struct Node {
  EntityKey key;
  EntityType type = EntityType::kMisc;
  std::string noun;
  std::set<std::string> modifiers;
  std::vector<Phrase> phrases;
  bool used = false;
};

class Describer {
 public:
  Describer(const DescribedNouns& nouns, const Document& document, const std::vector<conllu::Sentence>& sentences,
            Resolver::Resolution& resolution)
      : nouns_(nouns), document_(document), sentences_(sentences), resolution_(resolution) {
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      for (int id = 1; id <= sentences[s].size(); ++id) {
        const Span span = sentences[s].word(id).span;
        if (!span.empty()) places_.try_emplace(span.begin, Place{static_cast<int>(s), id});
      }
    }
    for (std::size_t i = 0; i < resolution.mentions.size(); ++i) {
      for (const Span& head : resolution.heads[i]) named_.try_emplace(head.begin, i);
    }
  }

  void link(std::vector<Claim>& claims) {
    // In reading order, so that a phrase finds those before it.
    std::vector<std::uint32_t> heads;
    for (const Claim& claim : claims) {
      if (claim.type == RelationType::kOther) continue;
      for (const Slot* slot : {&claim.subject, &claim.object}) {
        if (!slot->entity && !slot->head.empty()) heads.push_back(slot->head.begin);
      }
    }
    std::sort(heads.begin(), heads.end());
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    for (const std::uint32_t head : heads) place(head);

    for (Claim& claim : claims) {
      if (claim.type == RelationType::kOther || (!claim.subject.entity && !claim.object.entity)) continue;
      const auto subject = meant(claim.subject);
      const auto object = meant(claim.object);
      if (!subject || !object || *subject == *object) continue;
      fill(claim.subject, *subject);
      fill(claim.object, *object);
    }
    add_to_resolution();
  }

 private:
  [[nodiscard]] const conllu::Sentence& tree(const Place& place) const { return sentences_[static_cast<std::size_t>(place.sentence)]; }

  [[nodiscard]] std::optional<EntityKey> meant(const Slot& slot) const {
    if (slot.entity) return slot.entity;
    const auto found = meant_.find(slot.head.begin);
    return slot.head.empty() || found == meant_.end() ? std::nullopt : std::optional(found->second);
  }

  void fill(Slot& slot, const EntityKey& key) {
    if (slot.entity) return;
    slot.entity = key;
    if (const auto node = by_key_.find(key.str()); node != by_key_.end()) nodes_[node->second].used = true;
  }

  void place(std::uint32_t begin) {
    const auto at = places_.find(begin);
    if (at == places_.end()) return;
    const Place head = behind_quantifier(at->second);
    const Span span = tree(head).word(head.word).span;
    if (head.word != at->second.word) {
      if (const auto named = named_.find(span.begin); named != named_.end()) {
        meant_.emplace(begin, resolution_.mentions[named->second].entity);
        return;
      }
    }
    const conllu::Word& word = tree(head).word(head.word);
    if (word.upos != "NOUN") return;
    const auto type = nouns_.type_of(word);
    if (!type) return;
    Phrase phrase = phrase_at(head, *type);
    Node& node = node_of(phrase);
    meant_.emplace(begin, node.key);
    node.phrases.push_back(std::move(phrase));
  }

  /// The noun that عشرات or `dozens of` counts.
  [[nodiscard]] Place behind_quantifier(Place at) const {
    const conllu::Sentence& sentence = tree(at);
    for (int steps = 0; steps < 2 && nouns_.is_quantifier(sentence.word(at.word)); ++steps) {
      int counted = 0;
      for (int id = at.word + 1; id <= sentence.size() && counted == 0; ++id) {
        const conllu::Word& word = sentence.word(id);
        const auto relation = conllu::base_deprel(word.deprel);
        if (word.head == at.word && (relation == "nmod" || relation == "obl") &&
            (word.upos == "NOUN" || word.upos == "PROPN" || word.upos == "ADJ"))
          counted = id;
      }
      if (counted == 0) break;
      at.word = counted;
    }
    return at;
  }

  [[nodiscard]] bool has_case(const conllu::Sentence& sentence, int id) const {
    for (int k = 1; k < id; ++k) {
      if (sentence.word(k).head == id && conllu::base_deprel(sentence.word(k).deprel) == "case") return true;
    }
    return false;
  }

  [[nodiscard]] Phrase phrase_at(const Place& head, EntityType type) const {
    const conllu::Sentence& sentence = tree(head);
    Phrase phrase;
    phrase.head = head;
    phrase.type = type;
    phrase.first = phrase.last = head.word;
    const bool english = sentence.lang == "en";
    const int step = english ? -1 : 1;
    // Adjectives and nouns in construct behind the head, or compounds before it, as long as each hangs on a word of the phrase.
    for (int id = head.word + step; id >= 1 && id <= sentence.size() && std::abs(id - head.word) < kLongestPhrase; id += step) {
      const conllu::Word& word = sentence.word(id);
      const auto relation = conllu::base_deprel(word.deprel);
      const bool inside = word.head >= phrase.first && word.head <= phrase.last;
      if (english) {
        if (relation != "amod" && relation != "compound" && relation != "flat") break;
        // UK-based group: half of a word is no modifier.
        if (id > 1 && sentence.word(id - 1).form == "-") break;
        if (word.head < id || word.head > head.word) break;
        phrase.first = id;
      } else {
        const bool adjective = word.upos == "ADJ" && relation == "amod";
        const bool noun = (word.upos == "NOUN" || word.upos == "PROPN" || word.upos == "X") &&
                          (relation == "nmod" || relation == "flat" || relation == "compound") && !has_case(sentence, id);
        if (!inside || (!adjective && !noun)) break;
        phrase.last = id;
      }
    }
    const conllu::Word& noun = sentence.word(head.word);
    phrase.noun = text::name_key(noun.lemma.empty() ? noun.form : noun.lemma) + (noun.feats.find("Number=Sing") != std::string::npos ? "" : "+");
    for (int id = phrase.first; id <= phrase.last; ++id) {
      if (id == head.word) continue;
      std::string key = text::name_key(sentence.word(id).form);
      if (!key.empty()) phrase.modifiers.insert(std::move(key));
    }
    return phrase;
  }

  [[nodiscard]] std::string surface_of(const Phrase& phrase) const {
    const conllu::Sentence& sentence = tree(phrase.head);
    std::string out;
    for (int id = phrase.first; id <= phrase.last; ++id) {
      if (!out.empty()) out += ' ';
      out += sentence.word(id).form;
    }
    return out;
  }

  Node& node_of(const Phrase& phrase) {
    for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node) {
      if (node->noun != phrase.noun) continue;
      const bool within = std::includes(node->modifiers.begin(), node->modifiers.end(), phrase.modifiers.begin(), phrase.modifiers.end());
      const bool around = std::includes(phrase.modifiers.begin(), phrase.modifiers.end(), node->modifiers.begin(), node->modifiers.end());
      if (!within && !around) continue;
      if (around) node->modifiers.insert(phrase.modifiers.begin(), phrase.modifiers.end());
      return *node;
    }
    Node node;
    node.type = phrase.type;
    node.noun = phrase.noun;
    node.modifiers = phrase.modifiers;
    node.key = described_key(phrase.type, text::name_key(surface_of(phrase)), document_.id);
    // The same words for another noun lemma are the same node all the same.
    if (const auto known = by_key_.find(node.key.str()); known != by_key_.end()) return nodes_[known->second];
    by_key_.emplace(node.key.str(), nodes_.size());
    nodes_.push_back(std::move(node));
    return nodes_.back();
  }

  void add_to_resolution() {
    for (const Node& node : nodes_) {
      if (!node.used) continue;
      resolution_.entities.push_back(entity_of(node));
      for (const Phrase& phrase : node.phrases) {
        const conllu::Sentence& sentence = tree(phrase.head);
        const Span span{sentence.word(phrase.first).span.begin, sentence.word(phrase.last).span.end};
        const auto at = std::upper_bound(resolution_.mentions.begin(), resolution_.mentions.end(), span, [](const Span& a, const Mention& b) {
          return std::tie(a.begin, b.span.end) < std::tie(b.span.begin, a.end);
        });
        const auto index = at - resolution_.mentions.begin();
        resolution_.mentions.insert(at, {span, node.key, static_cast<std::uint32_t>(phrase.head.sentence), "described"});
        resolution_.heads.insert(resolution_.heads.begin() + index, {sentence.word(phrase.head.word).span});
      }
    }
    std::sort(resolution_.entities.begin(), resolution_.entities.end(),
              [](const Entity& a, const Entity& b) { return a.key < b.key; });
  }

  /// Named by its fullest phrase; the bare noun is one of its names too.
  [[nodiscard]] Entity entity_of(const Node& node) const {
    std::map<std::pair<std::string, std::string>, std::uint32_t> names;
    std::string fullest;
    for (const Phrase& phrase : node.phrases) {
      const std::string name = surface_of(phrase);
      const std::string lang = tree(phrase.head).lang == "en" ? "en" : "ar";
      ++names[{lang, name}];
      names.try_emplace({lang, tree(phrase.head).word(phrase.head.word).form}, 0);
      if (name.size() > fullest.size()) fullest = name;
    }
    Entity entity;
    entity.key = node.key;
    entity.type = node.type;
    (is_arabic(fullest) ? entity.name_ar : entity.name_en) = fullest;
    for (const auto& [name, count] : names) {
      std::string key = text::name_key(name.second);
      if (!key.empty()) entity.aliases.push_back({name.second, std::move(key), name.first, count});
    }
    return entity;
  }

  const DescribedNouns& nouns_;
  const Document& document_;
  const std::vector<conllu::Sentence>& sentences_;
  Resolver::Resolution& resolution_;
  /// Words by where they begin.
  std::unordered_map<std::uint32_t, Place> places_;
  /// Mentions by where a head word of theirs begins.
  std::unordered_map<std::uint32_t, std::size_t> named_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::size_t> by_key_;
  /// What the head word of a slot means, by where it begins.
  std::unordered_map<std::uint32_t, EntityKey> meant_;
};

}  // namespace

void ActorDescriber::describe(const Document& document, const std::vector<conllu::Sentence>& sentences,
                              Resolver::Resolution& resolution, std::vector<Claim>& claims) const {
  Describer(nouns_, document, sentences, resolution).link(claims);
}

}  // namespace isnad::who
