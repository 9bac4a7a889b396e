#include "graph/query/pattern_search.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/query/pattern_compile.h"

namespace isnad::query {

namespace {

/// Counts in the indexes go no further: what is that common is never first when anything else can be.
constexpr std::size_t kCountLimit = 2000;
constexpr std::size_t kKeptEdges = 50'000;

std::string text_of(const PatternValue& value) {
  if (const auto* entity = std::get_if<EntityKey>(&value)) return entity->str();
  if (const auto* type = std::get_if<RelationType>(&value)) return std::string(to_string(*type));
  return {};
}

/// Answers of earlier look-ups, so that the same question is not put to the source for every row.
class KeptLookUps {
 public:
  [[nodiscard]] const std::vector<Edge>* find(const std::string& question) const {
    const auto it = answers_.find(question);
    return it == answers_.end() ? nullptr : &it->second;
  }

  void keep(const std::string& question, std::vector<Edge> answer) {
    if (kept_ + answer.size() + 1 > kKeptEdges) return;
    kept_ += answer.size() + 1;
    answers_.try_emplace(question, std::move(answer));
  }

  /// Whether it is worth noting down an answer that has `size` edges so far.
  [[nodiscard]] bool has_room_for(std::size_t size) const { return kept_ + size < kKeptEdges; }

 private:
  std::unordered_map<std::string, std::vector<Edge>> answers_;
  std::size_t kept_ = 0;
};

}  // namespace

class PatternSearch::Impl {
 public:
  Impl(const ClaimSource& source, const Pattern& pattern, PatternOptions options)
      : source_(source), options_(std::move(options)), compiled_(compile(pattern, options_)), values_(pattern.variables.size()) {
    for (const auto& triple : compiled_.triples) readers_.emplace_back(source, triple.filter);
    kept_.resize(compiled_.triples.size());
    row_.edges.resize(compiled_.triples.size());
    choose_shown(pattern);
    plan();
  }

  [[nodiscard]] const std::vector<std::string>& shown() const { return shown_names_; }
  [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }

  std::size_t run(const std::function<bool(const PatternRow&)>& visit) {
    visit_ = &visit;
    rows_ = 0;
    seen_.clear();
    join(0);
    return rows_;
  }

 private:
  void choose_shown(const Pattern& pattern) {
    if (options_.select.empty()) {
      for (const auto& name : pattern.variables) {
        if (name.front() != '_') shown_names_.push_back(name);
      }
    } else {
      shown_names_ = options_.select;
    }
    std::set<std::size_t> distinct;
    for (const auto& name : shown_names_) {
      const std::size_t number = pattern.variable_number(name);
      if (number == pattern.variables.size()) throw UsageError("the pattern has no variable ?" + name);
      shown_.push_back(number);
      distinct.insert(number);
    }
    may_repeat_ = distinct.size() < pattern.variables.size();
    for (const auto& triple : compiled_.triples) may_repeat_ = may_repeat_ || triple.may_repeat;
  }

  /// How many claims a triple has when only its constants are known.
  [[nodiscard]] std::size_t commonness(const CompiledTriple& triple) const {
    std::size_t sum = 0;
    for_each_type(triple, std::nullopt, [&](std::optional<RelationType> type) {
      sum += source_.count_matching({triple.subject.entity, type, triple.object.entity}, kCountLimit - sum);
      return sum < kCountLimit;
    });
    return sum;
  }

  void plan() {
    std::vector<std::size_t> left;
    std::vector<std::size_t> claims;
    for (std::size_t i = 0; i < compiled_.triples.size(); ++i) {
      left.push_back(i);
      claims.push_back(compiled_.triples.size() == 1 ? 0 : commonness(compiled_.triples[i]));
    }
    std::vector<bool> known(values_.size(), false);
    const auto is_known = [&](const CompiledTerm& term) { return term.entity || known[term.variable]; };
    while (!left.empty()) {
      const auto cost = [&](std::size_t i) {
        const auto& triple = compiled_.triples[i];
        const int ends = (is_known(triple.subject) ? 1 : 0) + (is_known(triple.object) ? 1 : 0);
        const bool hangs_on = order_.empty() || (!triple.subject.entity && known[triple.subject.variable]) ||
                              (!triple.object.entity && known[triple.object.variable]);
        // At the start counts rule; later what is bound does, and a triple that hangs on nothing multiplies rows.
        return std::tuple(hangs_on ? 0 : 1, order_.empty() ? 0 : -ends, claims[i], i);
      };
      const auto best = std::min_element(left.begin(), left.end(), [&](std::size_t a, std::size_t b) { return cost(a) < cost(b); });
      const auto& triple = compiled_.triples[*best];
      order_.push_back(*best);
      for (const auto* term : {&triple.subject, &triple.object}) {
        if (!term->entity) known[term->variable] = true;
      }
      if (triple.relation_variable) known[*triple.relation_variable] = true;
      left.erase(best);
    }
  }

  template <class Use>
  static void for_each_type(const CompiledTriple& triple, std::optional<RelationType> bound, const Use& use) {
    if (bound || triple.types.empty()) {
      use(bound);
      return;
    }
    for (const RelationType type : triple.types) {
      if (!use(std::optional(type))) return;
    }
  }

  [[nodiscard]] std::optional<EntityKey> value_of(const CompiledTerm& term) const {
    if (term.entity) return term.entity;
    const auto* entity = std::get_if<EntityKey>(&values_[term.variable]);
    return entity == nullptr ? std::nullopt : std::optional(*entity);
  }

  /// Fills the triples from the `step`th of the plan on. Returns: false when the visitor has had enough.
  bool join(std::size_t step) {
    if (step == order_.size()) return give();
    const std::size_t number = order_[step];
    const CompiledTriple& triple = compiled_.triples[number];
    const auto source = value_of(triple.subject);
    const auto target = value_of(triple.object);
    std::optional<RelationType> bound;
    if (triple.relation_variable) {
      if (const auto* type = std::get_if<RelationType>(&values_[*triple.relation_variable])) bound = *type;
    }
    bool going_on = true;
    for_each_type(triple, bound, [&](std::optional<RelationType> type) {
      going_on = look_up(number, {source, type, target}, step > 0, [&](const Edge& edge) { return take(step, triple, edge); });
      return going_on;
    });
    return going_on;
  }

  bool look_up(std::size_t number, const EdgePattern& pattern, bool keep, const std::function<bool(const Edge&)>& use) {
    std::string question;
    if (keep) {
      question = (pattern.source ? pattern.source->str() : std::string()) + '\n' + (pattern.target ? pattern.target->str() : std::string()) +
                 '\n' + (pattern.type ? std::string(to_string(*pattern.type)) : std::string());
      if (const auto* answer = kept_[number].find(question)) {
        return std::all_of(answer->begin(), answer->end(), [&](const Edge& edge) { return use(edge); });
      }
    }
    std::vector<Edge> answer;
    bool going_on = true;
    readers_[number].visit_edges_matching(pattern, [&](const Edge& edge) {
      if (options_.tick) options_.tick();
      if (keep) {
        answer.push_back(edge);
        keep = kept_[number].has_room_for(answer.size());
      }
      return going_on = use(edge);
    });
    if (keep && going_on) kept_[number].keep(question, std::move(answer));
    return going_on;
  }

  bool take(std::size_t step, const CompiledTriple& triple, const Edge& edge) {
    // What this edge binds is open again afterwards.
    std::vector<std::size_t> fresh;
    const auto bind = [&](std::size_t variable, PatternValue value) {
      if (std::holds_alternative<std::monostate>(values_[variable])) {
        if (!fits(variable, value)) return false;
        values_[variable] = std::move(value);
        fresh.push_back(variable);
        return true;
      }
      return values_[variable] == value;
    };
    bool fitting = triple.subject.entity || bind(triple.subject.variable, edge.key.source);
    fitting = fitting && (triple.object.entity || bind(triple.object.variable, edge.key.target));
    fitting = fitting && (!triple.relation_variable || bind(*triple.relation_variable, edge.key.type));
    bool going_on = true;
    if (fitting) {
      row_.edges[order_[step]] = &edge;
      going_on = join(step + 1);
    }
    for (const std::size_t variable : fresh) values_[variable] = std::monostate();
    return going_on;
  }

  [[nodiscard]] bool fits(std::size_t variable, const PatternValue& value) {
    const auto& conditions = compiled_.variables[variable];
    for (const std::size_t other : conditions.differs_from) {
      if (values_[other] == value) return false;
    }
    if (conditions.kinds.empty() && conditions.no_kinds.empty()) return true;
    const auto* key = std::get_if<EntityKey>(&value);
    if (key == nullptr) return false;
    const auto [it, unknown] = kinds_.try_emplace(*key, EntityType::kMisc);
    if (unknown) {
      if (const auto entity = source_.entity(*key)) it->second = entity->type;
    }
    const auto holds = [&](const std::vector<EntityType>& kinds) { return std::find(kinds.begin(), kinds.end(), it->second) != kinds.end(); };
    return (conditions.kinds.empty() || holds(conditions.kinds)) && !holds(conditions.no_kinds);
  }

  bool give() {
    row_.values.clear();
    for (const std::size_t variable : shown_) row_.values.push_back(values_[variable]);
    if (may_repeat_) {
      std::string row;
      for (const auto& value : row_.values) row += text_of(value) + '\n';
      if (!seen_.insert(std::move(row)).second) return true;
    }
    ++rows_;
    return (*visit_)(row_);
  }

  const ClaimSource& source_;
  PatternOptions options_;
  CompiledPattern compiled_;
  std::vector<EdgeReader> readers_;
  std::vector<KeptLookUps> kept_;
  std::vector<std::size_t> order_;
  std::vector<std::size_t> shown_;
  std::vector<std::string> shown_names_;
  bool may_repeat_ = false;
  /// One a variable, filled as far as the join has come.
  std::vector<PatternValue> values_;
  std::unordered_map<EntityKey, EntityType> kinds_;
  std::unordered_set<std::string> seen_;
  PatternRow row_;
  std::size_t rows_ = 0;
  const std::function<bool(const PatternRow&)>* visit_ = nullptr;
};

PatternSearch::PatternSearch(const ClaimSource& source, const Pattern& pattern, PatternOptions options)
    : impl_(std::make_unique<Impl>(source, pattern, std::move(options))) {}
PatternSearch::~PatternSearch() = default;

const std::vector<std::string>& PatternSearch::shown() const { return impl_->shown(); }
const std::vector<std::size_t>& PatternSearch::order() const { return impl_->order(); }
std::size_t PatternSearch::run(const std::function<bool(const PatternRow&)>& visit) { return impl_->run(visit); }

}  // namespace isnad::query
