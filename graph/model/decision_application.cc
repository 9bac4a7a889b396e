// What decisions make of one document.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/model/decision.h"

namespace isnad {

namespace {

/// The rule of mentions that an analyst moved.
constexpr const char* kAnalyst = "decision";
/// Evidence of a moved mention: `identity: name:PER:x by name; why`.
constexpr std::string_view kOf = ": ";
constexpr std::string_view kBy = " by ";
constexpr const char* kBecause = "; ";

/// Where one entity's mentions, slots and names go.
using Moves = std::map<EntityKey, std::uint32_t>;

void add_alias(Entity& entity, const Alias& alias) {
  const auto place = std::lower_bound(entity.aliases.begin(), entity.aliases.end(), alias, [](const Alias& a, const Alias& b) {
    return std::tie(a.lang, a.name) < std::tie(b.lang, b.name);
  });
  if (place != entity.aliases.end() && place->lang == alias.lang && place->name == alias.name) {
    place->mentions += alias.mentions;
  } else {
    entity.aliases.insert(place, alias);
  }
}

std::string& canonical(Entity& entity, std::string_view lang) { return lang == "ar" ? entity.name_ar : entity.name_en; }

/// A canonical name that the entity has lost gives way to the one that the document uses most.
void choose_name(Entity& entity, std::string_view lang) {
  std::string& name = canonical(entity, lang);
  const Alias* best = nullptr;
  for (const Alias& alias : entity.aliases) {
    if (alias.lang != lang) continue;
    if (alias.name == name) return;
    if (best == nullptr || alias.mentions > best->mentions) best = &alias;
  }
  if (!name.empty() || !entity.from_lexicon) name = best == nullptr ? "" : best->name;
}

}  // namespace

class DecisionApplication {
 public:
  DecisionApplication(const Decisions& decisions, const Extraction& said) : decisions_(decisions), said_(said) {}

  Extraction result() {
    for (const Entity& entity : said_.entities) {
      by_key_.emplace(entity.key, &entity);
      for (const Alias& alias : entity.aliases) alias_keys_.emplace(std::pair(entity.key, alias.name), alias.key);
    }
    Extraction out = said_;
    move_mentions(out);
    for (Claim& claim : out.claims) {
      move_slot(claim.subject);
      move_slot(claim.relation);
      move_slot(claim.object);
      for (Attribution& link : claim.attribution) move_slot(link.speaker);
    }
    out.entities = entities_of(out);
    return out;
  }

 private:
  [[nodiscard]] const Decision* rule_of(const Mention& mention) const {
    if (mention.name.empty() || decisions_.names_.empty()) return nullptr;
    const auto key = alias_keys_.find(std::pair(mention.entity, mention.name));
    return key == alias_keys_.end() ? nullptr : decisions_.rule_for(key->second, mention.entity);
  }

  void move_mentions(Extraction& out) {
    const auto& said = said_.mentions;
    target_.resize(said.size());
    std::vector<const Decision*> rules(said.size(), nullptr);
    for (std::size_t i = 0; i < said.size(); ++i) rules[i] = rule_of(said[i]);
    for (std::size_t i = 0; i < said.size(); ++i) {
      // A title goes with the name within it.
      for (std::size_t k = 0; rules[i] == nullptr && said[i].rule == "title" && k < said.size(); ++k) {
        if (said[k].rule != "title" && said[k].entity == said[i].entity && said[i].span.contains(said[k].span)) rules[i] = rule_of(said[k]);
      }
      Mention& mention = out.mentions[i];
      const Decision* by = rules[i] != nullptr ? rules[i] : decisions_.merge_of(mention.entity);
      target_[i] = decisions_.resolve(rules[i] != nullptr ? rules[i]->into : mention.entity);
      if (by == nullptr || target_[i] == mention.entity) continue;
      mention.evidence = std::string(to_string(by->kind)) + std::string(kOf) + mention.entity.str() + std::string(kBy) + mention.rule;
      if (!by->evidence.empty()) mention.evidence += kBecause + by->evidence;
      mention.rule = by->rule.empty() ? kAnalyst : by->rule;
      mention.score = by->score;
      mention.entity = target_[i];
    }
  }

  /// The smallest mention around a slot's head says which of its names the slot used.
  void move_slot(Slot& slot) {
    if (!slot.entity) return;
    std::size_t best = said_.mentions.size();
    if (!slot.head.empty()) {
      for (std::size_t i = 0; i < said_.mentions.size(); ++i) {
        const Mention& mention = said_.mentions[i];
        if (mention.entity != *slot.entity || !mention.span.contains(slot.head)) continue;
        if (best == said_.mentions.size() || mention.span.size_bytes() < said_.mentions[best].span.size_bytes()) best = i;
      }
    }
    slot.entity = best == said_.mentions.size() ? decisions_.resolve(*slot.entity) : target_[best];
    in_slots_.insert(*slot.entity);
  }

  [[nodiscard]] std::vector<Entity> entities_of(const Extraction& out) {
    std::set<EntityKey> mentioned = in_slots_;
    for (const Mention& mention : out.mentions) mentioned.insert(mention.entity);
    std::map<EntityKey, Entity> made;
    // Who keeps the name first, so that what a document says of an entity itself stands before what is brought to it.
    for (const bool own : {true, false}) {
      for (const Entity& entity : said_.entities) {
        const EntityKey target = decisions_.resolve(entity.key);
        if ((target == entity.key) == own) hand_over(entity, target, mentioned, made);
      }
    }
    std::vector<Entity> entities;
    for (auto& [key, entity] : made) {
      add_decided_names(entity);
      if (lost_names_.contains(key) || !by_key_.contains(key)) {
        choose_name(entity, "ar");
        choose_name(entity, "en");
      }
      entities.push_back(std::move(entity));
    }
    return entities;
  }

  void hand_over(const Entity& said, const EntityKey& heir, const std::set<EntityKey>& mentioned, std::map<EntityKey, Entity>& made) {
    // How many mentions each name takes along to whom.
    std::map<std::string, Moves> moved;
    bool was_mentioned = false;
    for (std::size_t i = 0; i < said_.mentions.size(); ++i) {
      if (said_.mentions[i].entity != said.key) continue;
      was_mentioned = true;
      if (target_[i] != heir && !said_.mentions[i].name.empty()) ++moved[said_.mentions[i].name][target_[i]];
    }
    // One of whom nothing is left here is not here.
    const bool stays = mentioned.contains(heir) || !was_mentioned;
    if (stays) bring(made, said, heir);
    for (const Alias& alias : said.aliases) {
      const Decision* rule = decisions_.names_.empty() ? nullptr : decisions_.rule_for(alias.key, said.key);
      const EntityKey owner = rule == nullptr ? heir : decisions_.resolve(rule->into);
      Alias rest = alias;
      for (const auto& [target, count] : moved[alias.name]) {
        if (!mentioned.contains(target)) continue;
        Alias part = alias;
        part.mentions = owner == target ? rest.mentions : std::min(rest.mentions, count);
        rest.mentions -= part.mentions;
        add_alias(bring(made, said, target, owner == target ? rule : nullptr), part);
      }
      if (owner != heir || (rest.mentions == 0 && alias.mentions > 0)) {
        lost_names_.insert(heir);
      } else if (stays) {
        add_alias(made.at(heir), rest);
      }
    }
  }

  /// Returns: the entity `target` in the making, begun with what is known of it when it is new.
  Entity& bring(std::map<EntityKey, Entity>& made, const Entity& said, const EntityKey& target, const Decision* rule = nullptr) {
    const auto [at, added] = made.try_emplace(target);
    Entity& entity = at->second;
    if (added) {
      entity.key = target;
      const Entity* own = by_key_.contains(target) ? by_key_.at(target) : nullptr;
      const Decision* decision = rule != nullptr ? rule : decision_about(target);
      if (own != nullptr) {
        entity.type = own->type;
        entity.name_ar = own->name_ar;
        entity.name_en = own->name_en;
        entity.from_lexicon = own->from_lexicon;
      } else {
        entity.type = decision == nullptr ? said.type : decision->type;
        if (decision != nullptr) {
          for (const Alias& name : decision->into_names) canonical(entity, name.lang) = name.name;
        }
      }
    }
    if (decisions_.resolve(said.key) == target) {
      entity.from_lexicon = entity.from_lexicon || said.from_lexicon;
      if (entity.name_ar.empty()) entity.name_ar = said.name_ar;
      if (entity.name_en.empty()) entity.name_en = said.name_en;
    }
    return entity;
  }

  [[nodiscard]] const Decision* decision_about(const EntityKey& target) const {
    const auto [begin, end] = decisions_.leads_to_.equal_range(target);
    for (auto at = begin; at != end; ++at) {
      const Decision& decision = decisions_.decisions_[at->second];
      if (decision.into == target) return &decision;
    }
    return begin == end ? nullptr : &decisions_.decisions_[begin->second];
  }

  /// By a name that an analyst gave it, and by its canonical ones, an entity is found wherever it occurs.
  void add_decided_names(Entity& entity) const {
    const auto [begin, end] = decisions_.leads_to_.equal_range(entity.key);
    for (auto at = begin; at != end; ++at) {
      const Decision& decision = decisions_.decisions_[at->second];
      if (decision.kind == DecisionKind::kAlias) add_alias(entity, decision.name);
      if (decision.into != entity.key || decision.kind == DecisionKind::kSplit) continue;
      for (const Alias& name : decision.into_names) {
        if (canonical(entity, name.lang) == name.name) add_alias(entity, name);
      }
    }
  }

  const Decisions& decisions_;
  const Extraction& said_;
  std::map<EntityKey, const Entity*> by_key_;
  std::map<std::pair<EntityKey, std::string>, std::string> alias_keys_;
  /// Whom each mention means now.
  std::vector<EntityKey> target_;
  std::set<EntityKey> in_slots_;
  std::set<EntityKey> lost_names_;
};

Extraction Decisions::apply(const Extraction& said) const {
  if (!touches(said.entities)) return said;
  return DecisionApplication(*this, said).result();
}

EntityKey undecided_entity(const Mention& mention) {
  const bool moved = mention.rule == kAnalyst || mention.rule == kTransliterationRule || mention.rule == kVariantRule;
  if (!moved) return mention.entity;
  // The reason may hold any words; the rule before it is one word of ours.
  const std::string_view evidence = std::string_view(mention.evidence).substr(0, mention.evidence.find(kBecause));
  const std::size_t begin = evidence.find(kOf);
  const std::size_t end = evidence.rfind(kBy);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin + kOf.size()) return mention.entity;
  return EntityKey(std::string(evidence.substr(begin + kOf.size(), end - begin - kOf.size())));
}

}  // namespace isnad
