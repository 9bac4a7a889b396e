#include "graph/query/pattern_compile.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "graph/query/relation_match.h"

namespace isnad::query {

namespace {

using Field = PatternCondition::Field;

/// Runs `look_up`, and points at `words` when it throws.
template <class LookUp>
auto at(const PatternWords& words, const LookUp& look_up) {
  try {
    return look_up();
  } catch (const PatternError&) {
    throw;
  } catch (const UsageError& error) {
    throw PatternError(words.offset, words.size, error.what());
  }
}

std::optional<RelationFamily> family_from(std::string_view name) {
  for (const auto& row : relation_types()) {
    if (to_string(row.family) == name) return row.family;
  }
  return std::nullopt;
}

/// The types that the words name, and the words that name none: those must stand in the claim.
struct Relation {
  std::set<RelationType> types;
  std::vector<RelationMatch> words;
};

Relation look_up(const PatternRelation& relation, const RelationMatch::Fold& fold) {
  Relation out;
  for (const auto& word : relation.words) {
    RelationMatch match(word.text, fold);
    if (match.type()) {
      out.types.insert(*match.type());
    } else if (const auto family = family_from(word.text)) {
      for (const auto& row : relation_types()) {
        if (row.family == *family) out.types.insert(row.type);
      }
    } else {
      out.words.push_back(std::move(match));
    }
  }
  return out;
}

class Compiler {
 public:
  Compiler(const Pattern& pattern, const PatternOptions& options) : pattern_(pattern), options_(options) {}

  CompiledPattern run() {
    out_.variables.resize(pattern_.variables.size());
    for (const auto& triple : pattern_.triples) {
      CompiledTriple compiled;
      compiled.subject = term(triple.subject);
      compiled.object = term(triple.object);
      compiled.filter = options_.filter;
      compiled.filter.polarity = triple.relation.denied ? Polarity::kDenied : Polarity::kAffirmed;
      set_relation(triple.relation, compiled);
      for (const auto* conditions : {&pattern_.conditions, &triple.conditions}) {
        for (const auto& condition : *conditions) apply(condition, compiled.filter);
      }
      out_.triples.push_back(std::move(compiled));
    }
    return std::move(out_);
  }

 private:
  CompiledTerm term(const PatternTerm& term) const {
    CompiledTerm out;
    if (term.is_variable) {
      out.variable = pattern_.variable_number(term.words.text);
    } else {
      out.entity = at(term.words, [&] { return options_.entity_named(term.words.text); });
      const auto folded = options_.filter.fold.find(*out.entity);
      if (folded != options_.filter.fold.end()) out.entity = folded->second;
    }
    return out;
  }

  void set_relation(const PatternRelation& relation, CompiledTriple& into) const {
    if (relation.is_variable) {
      into.relation_variable = pattern_.variable_number(relation.words.front().text);
      return;
    }
    into.may_repeat = true;
    if (relation.any) return;
    Relation found = look_up(relation, options_.fold_words);
    if (found.words.empty()) {
      into.types.assign(found.types.begin(), found.types.end());
      into.may_repeat = into.types.size() > 1;
      return;
    }
    const auto both = std::make_shared<const Relation>(std::move(found));
    into.filter.also = [both, before = into.filter.also](const Claim& claim) {
      if (before && !before(claim)) return false;
      return both->types.contains(claim.type) ||
             std::any_of(both->words.begin(), both->words.end(), [&](const RelationMatch& match) { return match(claim); });
    };
  }

  void apply(const PatternCondition& condition, ViewFilter& filter) {
    switch (condition.field) {
      case Field::kDate: return date(condition, filter);
      case Field::kPublished: {
        const auto& value = single(condition);
        at(value, [&] { return DateRange({}, value.text); });
        filter.as_of = value.text;
        return;
      }
      case Field::kConfidence: filter.min_confidence = std::max(filter.min_confidence, number(single(condition))); return;
      case Field::kSources:
        filter.min_sources = std::max(filter.min_sources, static_cast<std::uint32_t>(number(single(condition))));
        return;
      case Field::kSource: return add(condition, filter.sources, [](const PatternWords& value) { return value.text; });
      case Field::kLanguage: return add(condition, filter.languages, [](const PatternWords& value) { return value.text; });
      case Field::kModality:
        return add(condition, filter.modalities, [](const PatternWords& value) {
          const auto modality = modality_from(value.text);
          if (!modality) throw UsageError("'" + value.text + "' is none of fact future possible necessary");
          return *modality;
        });
      case Field::kSpeaker: {
        const auto named = [&](const PatternWords& value) { return options_.entity_named(value.text); };
        add(condition, filter.asserted_by, named);
        return add(condition, filter.denied_by, named);
      }
      case Field::kKind: {
        auto& conditions = out_.variables[pattern_.variable_number(condition.variable)];
        return add(condition, condition.comparison == Comparison::kEqual ? conditions.kinds : conditions.no_kinds,
                   [](const PatternWords& value) {
                     const auto kind = entity_type_from(value.text);
                     if (!kind) throw UsageError("'" + value.text + "' is none of PER ORG GPE LOC FAC NORP EVENT MISC");
                     return *kind;
                   });
      }
      case Field::kVariable: {
        const std::size_t a = pattern_.variable_number(condition.variable);
        for (const auto& other : condition.values) {
          const std::size_t b = pattern_.variable_number(other.text);
          out_.variables[a].differs_from.insert(b);
          out_.variables[b].differs_from.insert(a);
        }
        return;
      }
    }
  }

  void date(const PatternCondition& condition, ViewFilter& filter) {
    const auto& value = single(condition);
    const std::string since = condition.comparison == Comparison::kAtMost ? "" : value.text;
    const std::string until = condition.comparison == Comparison::kAtLeast ? "" : value.text;
    const DateRange range = at(value, [&] { return DateRange(since, until); });
    filter.period = at(value, [&] { return filter.period.intersection(range); });
  }

  static const PatternWords& single(const PatternCondition& condition) {
    if (condition.values.size() > 1) {
      throw PatternError(condition.values[1].offset, condition.values[1].size, condition.name.text + " takes one value");
    }
    return condition.values.front();
  }

  static float number(const PatternWords& value) {
    float out = 0;
    const auto [end, error] = std::from_chars(value.text.data(), value.text.data() + value.text.size(), out);
    if (error != std::errc() || end != value.text.data() + value.text.size() || !(out >= 0.0F && out <= 1e9F)) {
      throw PatternError(value.offset, value.size, "'" + value.text + "' is no number");
    }
    return out;
  }

  template <class T, class Read>
  static void add(const PatternCondition& condition, std::vector<T>& into, const Read& read) {
    for (const auto& value : condition.values) into.push_back(at(value, [&] { return read(value); }));
  }

  const Pattern& pattern_;
  const PatternOptions& options_;
  CompiledPattern out_;
};

}  // namespace

CompiledPattern compile(const Pattern& pattern, const PatternOptions& options) { return Compiler(pattern, options).run(); }

}  // namespace isnad::query
