#include "graph/query/diff.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "graph/query/evidence.h"

namespace isnad::query {

namespace {

/// Two states of what is between two entities.
struct Two {
  std::vector<Edge> before;
  std::vector<Edge> after;
};

using Triple = std::tuple<EntityKey, RelationType, EntityKey>;
using Pair = std::pair<EntityKey, EntityKey>;

bool affirms(const std::vector<Edge>& edges) {
  return std::any_of(edges.begin(), edges.end(), [](const Edge& edge) { return edge.key.polarity == Polarity::kAffirmed; });
}

double goldstein(const std::vector<Edge>& edges) {
  double sum = 0;
  for (const auto& edge : edges) {
    if (edge.key.polarity == Polarity::kAffirmed) sum += static_cast<double>(info(edge.key.type).goldstein) * edge.claims;
  }
  return sum;
}

std::optional<ChangeKind> change_of(const Two& two) {
  if (two.before.empty()) return ChangeKind::kAppeared;
  if (two.after.empty()) return ChangeKind::kWent;
  const bool before = affirms(two.before);
  const bool after = affirms(two.after);
  if (before == after) return std::nullopt;
  return before ? ChangeKind::kNowDenied : ChangeKind::kNowAffirmed;
}

const Edge& strongest(const Change& change) { return change.after.empty() ? change.before.front() : change.after.front(); }

}  // namespace

std::string_view to_string(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kAppeared: return "appeared";
    case ChangeKind::kWent: return "went";
    case ChangeKind::kNowDenied: return "now denied";
    case ChangeKind::kNowAffirmed: return "now affirmed";
    case ChangeKind::kTurnedToConflict: return "turned to conflict";
    case ChangeKind::kTurnedToCooperation: return "turned to cooperation";
  }
  return {};
}

std::vector<Change> changes(const EdgeReader& before, const EdgeReader& after) {
  std::map<Triple, Two> triples;
  std::map<Pair, Two> pairs;
  const auto read = [&](const EdgeReader& reader, std::vector<Edge> Two::*state) {
    reader.visit_edges([&](const Edge& edge) {
      (triples[{edge.key.source, edge.key.type, edge.key.target}].*state).push_back(edge);
      if (info(edge.key.type).goldstein != 0.0F) (pairs[{edge.key.source, edge.key.target}].*state).push_back(edge);
      return true;
    });
  };
  read(before, &Two::before);
  read(after, &Two::after);

  std::vector<Change> out;
  for (auto& [key, two] : triples) {
    const auto kind = change_of(two);
    if (!kind) continue;
    const auto& [source, type, target] = key;
    out.push_back({*kind, source, type, target, std::move(two.before), std::move(two.after), 0, 0});
  }
  for (auto& [key, two] : pairs) {
    const double was = goldstein(two.before);
    const double is = goldstein(two.after);
    if (was * is >= 0) continue;
    const ChangeKind kind = is < 0 ? ChangeKind::kTurnedToConflict : ChangeKind::kTurnedToCooperation;
    out.push_back({kind, key.first, RelationType::kOther, key.second, std::move(two.before), std::move(two.after), was, is});
  }
  for (auto& change : out) {
    std::sort(change.before.begin(), change.before.end(), stronger);
    std::sort(change.after.begin(), change.after.end(), stronger);
  }
  std::sort(out.begin(), out.end(), [](const Change& a, const Change& b) {
    return a.kind != b.kind ? a.kind < b.kind : stronger(strongest(a), strongest(b));
  });
  return out;
}

}  // namespace isnad::query
