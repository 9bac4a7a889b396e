#include "cli/folded_source.h"

#include "cli/fold_table.h"

namespace isnad::cli {

namespace {

query::ViewFilter folding(const ClaimSource& source) {
  query::ViewFilter filter;
  filter.fold = fold_table(source);
  std::erase_if(filter.fold, [&](const auto& arm) { return !source.entity(arm.second); });
  return filter;
}

}  // namespace

FoldedSource::FoldedSource(const ClaimSource& source) : source_(source), reader_(source, folding(source)) {}

void FoldedSource::visit_entities(const std::function<bool(const Entity&)>& visit) const {
  source_.visit_entities([&](const Entity& entity) { return reader_.filter().fold.contains(entity.key) ? true : visit(entity); });
}

}  // namespace isnad::cli
