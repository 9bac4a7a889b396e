#include "extract/what/implied_claims.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/what/claim_numbers.h"
#include "extract/what/mention_tree.h"

namespace isnad::what {

namespace {

using Node = MentionTree::Node;

/// What is implied is less sure than what is said.
constexpr float kConfidence = 0.5F;

/// Organs by which a state acts: what they do it does, and nobody needs to be told that they are its own.
constexpr std::array<std::string_view, 14> kOrgansOfState = {
    "armed-forces", "air-force", "navy",   "authorities", "congress", "senate",   "parliament",
    "presidency",   "regime",    "police", "government",  "side",     "judiciary", "national-team"};

/// Peoples and crowds of a country, who are many, and fighters, who may be anybody's.
constexpr std::array<std::string_view, 9> kPeoples = {"nationals", "civilians", "opposition", "economy-actor", "militias",
                                                      "militants", "terrorists", "members",  "groups"};

/// Who speaks or acts for a country abroad by his post.
constexpr std::array<std::string_view, 4> kPosts = {"consul", "ambassador", "attorney-general", "military-prosecutor"};

template <std::size_t kSize>
bool is_in(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

enum class Sort { kPerson, kOrganisation, kPeople, kPlace, kSite, kOther };

/// The part of a key before the first colon, or the type of a name or description.
Sort sort_of(const EntityKey& key) {
  std::string_view rest = key.str();
  for (const std::string_view prefix : {"name:", "described:"}) {
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
  }
  const std::string_view kind = rest.substr(0, rest.find(':'));
  if (kind == "per" || kind == "PER" || kind == "office") return Sort::kPerson;
  if (kind == "org" || kind == "ORG") return Sort::kOrganisation;
  if (kind == "norp" || kind == "NORP") return Sort::kPeople;
  if (kind == "gpe" || kind == "GPE" || kind == "loc" || kind == "LOC") return Sort::kPlace;
  if (kind == "fac" || kind == "FAC") return Sort::kSite;
  return Sort::kOther;
}

/// `embassy` of `org:embassy:russia`, an actor composed of a kind and a country; empty for others.
std::string_view kind_of(const EntityKey& key) {
  const std::string_view text = key.str();
  if (text.starts_with("name:") || is_described(key)) return {};
  const std::size_t first = text.find(':');
  const std::size_t second = first == std::string_view::npos ? first : text.find(':', first + 1);
  return second == std::string_view::npos ? std::string_view{} : text.substr(first + 1, second - first - 1);
}

bool is_adpositional_place(std::string_view preposition) {
  for (const std::string_view word : {"في", "ب", "in", "at", "of", "near", "قرب", "من", "outside", "inside", "داخل"}) {
    if (preposition == word) return true;
  }
  return preposition.empty();
}

/// A title whose post the tables know; it refers to nobody.
bool is_post(const Mention& mention) { return mention.rule == "post"; }

class Implier {
 public:
  Implier(const Document& document, const std::vector<conllu::Sentence>& sentences, const RelationLexicon& lexicon,
          const Wrongs& wrongs, const CompoundTies& compounds, std::vector<Claim>& claims)
      : document_(document), sentences_(sentences), lexicon_(lexicon), wrongs_(wrongs), compounds_(compounds), claims_(claims),
        stated_(claims.size()), numbers_(claims) {
    for (const Claim& claim : claims) {
      if (const auto key = edge_key(claim)) known_.insert(*key);
      if (claim.subject.entity && claim.object.entity) tied_.insert(pair_of(*claim.subject.entity, *claim.object.entity));
    }
  }

  void imply(const std::vector<Mention>& mentions) {
    std::map<std::uint32_t, std::vector<const Mention*>> by_sentence;
    for (const Mention& mention : mentions) by_sentence[mention.sentence].push_back(&mention);
    for (const auto& [sentence, members] : by_sentence) {
      if (sentence >= sentences_.size()) continue;
      const MentionTree tree(sentences_[sentence], members);
      belong(tree, sentence);
      tie_compounds(tree, sentence);
      hold_posts(tree, sentence);
      hold_known_posts(tree, sentence);
      lie_in(tree, sentence);
      own(tree, sentence);
    }
    accuse();
  }

 private:
  using Edge = std::tuple<EntityKey, RelationType, EntityKey>;

  static std::optional<Edge> edge_key(const Claim& claim) {
    if (!claim.subject.entity || !claim.object.entity) return std::nullopt;
    return claim.subject_is_source ? Edge{*claim.subject.entity, claim.type, *claim.object.entity}
                                   : Edge{*claim.object.entity, claim.type, *claim.subject.entity};
  }

  static std::pair<EntityKey, EntityKey> pair_of(const EntityKey& a, const EntityKey& b) {
    return a < b ? std::pair{a, b} : std::pair{b, a};
  }

  [[nodiscard]] Slot slot_of(const MentionTree& tree, const Node& node) const {
    Slot slot;
    slot.text = std::string(node.mention->span.of(document_.text));
    slot.spans = {node.mention->span};
    slot.head = tree.sentence().word(node.head).span;
    slot.entity = node.mention->entity;
    return slot;
  }

  void add(Claim claim, std::uint32_t sentence, std::string_view rule) {
    const auto edge = edge_key(claim);
    if (!edge || std::get<0>(*edge) == std::get<2>(*edge) || !known_.insert(*edge).second) return;
    claim.document = document_.id;
    claim.sentence = sentence;
    claim.id = numbers_.next(document_.id, sentence);
    claim.rule = rule;
    claim.confidence = kConfidence;
    claims_.push_back(std::move(claim));
  }

  /// A relation that no word of its own carries.
  void add_tie(const MentionTree& tree, std::uint32_t sentence, const Node& from, RelationType type, const Node& to,
               std::string_view rule) {
    Claim claim;
    claim.subject = slot_of(tree, from);
    claim.object = slot_of(tree, to);
    claim.relation_lemma = "=is";
    claim.type = type;
    claim.label_en = info(type).label_en;
    claim.label_ar = info(type).label_ar;
    add(std::move(claim), sentence, rule);
  }

  /// The actor whose phrase an adjective of a country stands in.
  [[nodiscard]] const Node* described_by(const MentionTree& tree, const Node& adjective) const {
    const int head = tree.sentence().word(adjective.head).head;
    if (head < 1) return nullptr;
    const Node* actor = tree.headed_by(head, false);
    if (actor == nullptr) actor = tree.covering(adjective.head);
    // The Russian Foreign Ministry's spokeswoman: the adjective is the ministry's.
    for (const Node& node : tree.nodes()) {
      const bool covers = node.first <= adjective.first && node.last >= adjective.last && !is_adjective_of_country(*node.mention);
      if (actor != nullptr && covers && !is_post(*node.mention) && node.first >= actor->first && node.last < actor->last) actor = &node;
    }
    return actor != nullptr && !is_adjective_of_country(*actor->mention) ? actor : nullptr;
  }

  void belong(const MentionTree& tree, std::uint32_t sentence) {
    for (const Node& adjective : tree.nodes()) {
      if (!is_adjective_of_country(*adjective.mention)) continue;
      const Node* actor = described_by(tree, adjective);
      if (actor == nullptr || actor->mention->entity == adjective.mention->entity) continue;
      const EntityKey& key = actor->mention->entity;
      if (is_described(key) && sort_of(key) != Sort::kSite) continue;
      const std::string_view kind = kind_of(key);
      switch (sort_of(key)) {
        case Sort::kPerson:
          add_tie(tree, sentence, *actor, holds_post(tree, *actor, kind) ? RelationType::kRole : RelationType::kMember, adjective,
                  "implied-belongs");
          break;
        case Sort::kOrganisation:
          if (!kind.empty() && !is_in(kind, kOrgansOfState) && !is_in(kind, kPeoples))
            add_tie(tree, sentence, *actor, RelationType::kMember, adjective, "implied-belongs");
          break;
        case Sort::kPeople:
          if (!is_in(kind, kPeoples)) add_tie(tree, sentence, *actor, RelationType::kMember, adjective, "implied-belongs");
          break;
        case Sort::kPlace:
        case Sort::kSite:
          add_tie(tree, sentence, *actor, RelationType::kLocated, adjective, "implied-belongs");
          break;
        case Sort::kOther:
          break;
      }
    }
  }

  /// rebel-held Idlib, the UK-based Observatory.
  void tie_compounds(const MentionTree& tree, std::uint32_t sentence) {
    for (const CompoundTie& tie : compounds_.in(tree)) {
      const conllu::Word& participle = tree.sentence().word(tie.participle);
      Claim claim;
      claim.subject = slot_of(tree, *tie.source);
      claim.object = slot_of(tree, *tie.target);
      claim.relation.text = participle.form;
      claim.relation.spans = {participle.span};
      claim.relation.head = participle.span;
      claim.relation_lemma = participle.lemma;
      claim.type = tie.type;
      claim.label_en = info(tie.type).label_en;
      claim.label_ar = info(tie.type).label_ar;
      add(std::move(claim), sentence, "implied-compound");
    }
  }

  /// The noun at the head of a person's phrase names a post.
  [[nodiscard]] bool holds_post(const MentionTree& tree, const Node& person, std::string_view kind) const {
    if (person.mention->entity.str().starts_with("office:")) return true;
    if (!kind.empty()) return is_in(kind, kPosts);
    for (int id = person.first; id <= person.last; ++id) {
      const conllu::Word& word = tree.sentence().word(id);
      if (word.upos != "NOUN") continue;
      // ولي العهد is a post, ولي none.
      std::string phrase = word.form;
      const bool english = tree.sentence().lang == "en";
      for (int next = id + 1; !english && next <= std::min(person.last, id + 2); ++next) phrase += " " + tree.sentence().word(next).form;
      const RelationEntry* entry = lexicon_.find_noun(phrase, english ? "en" : "ar", {});
      if (entry != nullptr && entry->type == RelationType::kRole) return true;
    }
    return false;
  }

  /// ولي عهد السعودية, the president of Egypt: the office without its holder's name.
  void hold_posts(const MentionTree& tree, std::uint32_t sentence) {
    for (const Node& person : tree.nodes()) {
      const std::string& rule = person.mention->rule;
      if (sort_of(person.mention->entity) != Sort::kPerson || (rule != "title" && rule != "office" && rule != "description")) continue;
      if (!holds_post(tree, person, {})) continue;
      for (const Node& holder : tree.nodes()) {
        const Sort sort = sort_of(holder.mention->entity);
        if (is_post(*holder.mention)) continue;
        if ((sort != Sort::kPlace && sort != Sort::kOrganisation) || is_adjective_of_country(*holder.mention)) continue;
        const auto steps = tree.steps_up(holder.head, person.head);
        const bool within = holder.first >= person.first && holder.last <= person.last;
        if (within || (steps && *steps <= 2 && is_phrase(tree, holder.head, person.head)))
          add_tie(tree, sentence, person, RelationType::kRole, holder, "implied-post");
      }
    }
  }

  /// Prime Minister Tony Blair: the resolver knows of what (rule `post`).
  void hold_known_posts(const MentionTree& tree, std::uint32_t sentence) {
    for (const Node& post : tree.nodes()) {
      if (!is_post(*post.mention)) continue;
      const Node* holder = nullptr;
      for (const Node& person : tree.nodes()) {
        if (sort_of(person.mention->entity) != Sort::kPerson || person.last < post.first || person.first > post.last + 2) continue;
        if (holder == nullptr || person.last - person.first > holder->last - holder->first) holder = &person;
      }
      if (holder != nullptr) add_tie(tree, sentence, *holder, RelationType::kRole, post, "implied-post");
    }
  }

  /// Only nouns in construct or behind `of` and `in` lie between.
  [[nodiscard]] bool is_phrase(const MentionTree& tree, int word, int ancestor) const {
    for (int id = word; id != ancestor && id > 0; id = tree.sentence().word(id).head) {
      const auto relation = conllu::base_deprel(tree.sentence().word(id).deprel);
      if (relation != "nmod" && relation != "flat" && relation != "compound" && relation != "appos") return false;
      if (!is_adpositional_place(tree.preposition(id))) return false;
    }
    return true;
  }

  [[nodiscard]] static bool names_place(const Mention& mention) { return !is_adjective_of_country(mention) && !is_post(mention); }

  /// `Manbij, northern Syria`: one comma between two places, and no list of them.
  [[nodiscard]] static bool lies_beside(const MentionTree& tree, const Node& inner, const Node& outer) {
    const conllu::Sentence& sentence = tree.sentence();
    const auto is_comma = [&](int id) {
      return id >= 1 && id <= sentence.size() && (sentence.word(id).form == "," || sentence.word(id).form == "،");
    };
    const auto joins = [&](int id) { return id >= 1 && id <= sentence.size() && sentence.word(id).upos == "CCONJ"; };
    if (outer.first != inner.last + 2 || !is_comma(inner.last + 1)) return false;
    if (is_comma(inner.first - 1) || joins(inner.first - 1)) return false;
    if (joins(outer.last + 1) || joins(outer.first)) return false;
    return !is_comma(outer.last + 1) || (tree.covering(outer.last + 2) == nullptr && !joins(outer.last + 2));
  }

  /// `Atareb west of Aleppo`: the second says where the first lies, whatever hangs on what.
  [[nodiscard]] static bool tells_direction_from(const MentionTree& tree, const Node& place, const Node& other) {
    const conllu::Sentence& sentence = tree.sentence();
    if (other.last >= place.first || place.first + 1 > sentence.size() || sentence.word(place.first + 1).form != "of") return false;
    for (const std::string_view direction : {"north", "south", "east", "west"}) {
      if (sentence.word(place.first).form.find(direction) != std::string::npos) return true;
    }
    return false;
  }

  void lie_in(const MentionTree& tree, std::uint32_t sentence) {
    constexpr int kFar = 3;
    for (const Node& inner : tree.nodes()) {
      const Sort inner_sort = sort_of(inner.mention->entity);
      const bool event = inner.mention->entity.str().starts_with("event:") || inner.mention->entity.str().starts_with("described:EVENT:");
      if ((inner_sort != Sort::kPlace && inner_sort != Sort::kSite && !event) || !names_place(*inner.mention)) continue;
      for (const Node& outer : tree.nodes()) {
        if (sort_of(outer.mention->entity) != Sort::kPlace || !names_place(*outer.mention)) continue;
        if (outer.first >= inner.first && outer.last <= inner.last && kind_of(inner.mention->entity).empty() && !event) continue;
        const auto steps = tree.steps_up(outer.head, inner.head);
        const bool below = steps && *steps > 0 && *steps <= kFar && is_phrase(tree, outer.head, inner.head);
        if (!below && !lies_beside(tree, inner, outer)) continue;
        if (tied_.contains(pair_of(inner.mention->entity, outer.mention->entity))) continue;
        if (tells_direction_from(tree, inner, outer)) continue;
        add_tie(tree, sentence, inner, RelationType::kLocated, outer, "implied-place");
      }
    }
  }

  /// A slot that is nobody: the nearest actor in its phrase stands for it.
  void own(const MentionTree& tree, std::uint32_t sentence) {
    for (std::size_t i = 0; i < stated_; ++i) {
      if (claims_[i].sentence != sentence || claims_[i].relation.spans.empty()) continue;
      if (claims_[i].rule.starts_with("title") || claims_[i].rule.find("clause") != std::string::npos || claims_[i].type == RelationType::kLocated) continue;
      Claim claim = claims_[i];
      Slot& slot = claim.object;
      if (slot.entity || !claim.subject.entity || slot.head.empty()) continue;
      const Node* owner = owner_of(tree, slot.head);
      if (owner == nullptr || tied_.contains(pair_of(*claim.subject.entity, owner->mention->entity))) continue;
      slot.entity = owner->mention->entity;
      slot.head = tree.sentence().word(owner->head).span;
      add(std::move(claim), sentence, "implied-owner");
    }
  }

  [[nodiscard]] const Node* owner_of(const MentionTree& tree, Span head) const {
    int noun = 0;
    for (int id = 1; id <= tree.sentence().size() && noun == 0; ++id) {
      if (tree.sentence().word(id).span == head) noun = id;
    }
    if (noun == 0 || tree.sentence().word(noun).upos != "NOUN") return nullptr;
    const Node* best = nullptr;
    for (const Node& node : tree.nodes()) {
      const conllu::Word& word = tree.sentence().word(node.head);
      if (word.head != noun || node.head == noun) continue;
      const auto relation = conllu::base_deprel(word.deprel);
      if (relation != "nmod" && relation != "amod" && relation != "compound") continue;
      const Sort sort = sort_of(node.mention->entity);
      if (sort == Sort::kOther || is_post(*node.mention)) continue;
      if (best == nullptr || node.last - node.first > best->last - best->first) best = &node;
    }
    return best;
  }

  void accuse() {
    std::vector<Claim> found;
    for (std::size_t i = 0; i < stated_; ++i) {
      const Claim& claim = claims_[i];
      if (claim.attribution.empty() || !claim.attribution.front().speaker.entity) continue;
      const Slot& speaker = claim.attribution.front().speaker;
      const Slot& doer = claim.subject_is_source ? claim.subject : claim.object;
      if (!doer.entity || *doer.entity == *speaker.entity || !wrongs_.is_wrong(claim)) continue;
      // What is hardly a claim is no accusation.
      constexpr float kLeast = 0.5F;
      if (claim.confidence < kLeast) continue;
      Claim accusation = claim;
      accusation.subject = speaker;
      accusation.object = doer;
      accusation.attribution.clear();
      accusation.polarity = Polarity::kAffirmed;
      accusation.modality = Modality::kFact;
      accusation.subject_is_source = true;
      accusation.type = RelationType::kAccuse;
      accusation.label_en = info(RelationType::kAccuse).label_en;
      accusation.label_ar = info(RelationType::kAccuse).label_ar;
      found.push_back(std::move(accusation));
    }
    for (Claim& accusation : found) add(accusation, accusation.sentence, "implied-accusation");
  }

  const Document& document_;
  const std::vector<conllu::Sentence>& sentences_;
  const RelationLexicon& lexicon_;
  const Wrongs& wrongs_;
  const CompoundTies& compounds_;
  std::vector<Claim>& claims_;
  /// How many claims the sentences state; those behind are implied.
  std::size_t stated_;
  ClaimNumbers numbers_;
  std::set<Edge> known_;
  std::set<std::pair<EntityKey, EntityKey>> tied_;
};

}  // namespace

void ImpliedClaims::add(const Document& document, const std::vector<conllu::Sentence>& sentences,
                        const std::vector<Mention>& mentions, std::vector<Claim>& claims) const {
  Implier(document, sentences, lexicon_, wrongs_, compounds_, claims).imply(mentions);
}

}  // namespace isnad::what
