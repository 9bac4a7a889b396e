#include "extract/who/name_index.h"

namespace isnad::who {

namespace {

constexpr std::uint64_t edge(NameIndex::Node node, std::uint32_t atom) { return (std::uint64_t{node} << 32U) | atom; }

}  // namespace

void NameIndex::reserve(std::size_t names) {
  atoms_.reserve(names);
  edges_.reserve(names * 2);
  senses_.reserve(names * 2);
}

void NameIndex::add(std::string_view name, Sense sense, bool any_case) {
  const std::vector<Atom> atoms = fold_atoms(name);
  if (atoms.empty()) return;
  if (!any_case) {
    bool latin = false;
    bool all_caps = true;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      const char first = atoms[i].text.front();
      if (first < 'a' || first > 'z') continue;
      latin = true;
      all_caps = all_caps && atoms[i].all_caps;
      if (atoms[i].upper && i < 32) sense.capitals |= 1U << i;
    }
    sense.all_caps = latin && all_caps && name.size() <= 6;
  }
  Node node = kRoot;
  for (const Atom& atom : atoms) {
    const auto id = atoms_.try_emplace(atom.text, static_cast<std::uint32_t>(atoms_.size())).first->second;
    const auto [next, added] = edges_.try_emplace(edge(node, id), static_cast<Node>(senses_.size()));
    if (added) senses_.emplace_back();
    node = next->second;
  }
  for (Sense& known : senses_[node]) {
    if (known.kind != sense.kind || known.index != sense.index || known.weak != sense.weak) continue;
    // Two spellings of one name (ISIS, Isis): what either allows is allowed.
    known.all_caps = known.all_caps && sense.all_caps;
    known.capitals &= sense.capitals;
    known.proper = known.proper && sense.proper;
    return;
  }
  senses_[node].push_back(sense);
}

std::uint32_t NameIndex::atom_id(std::string_view atom) const {
  const auto found = atoms_.find(atom);
  return found == atoms_.end() ? kNone : found->second;
}

NameIndex::Node NameIndex::next(Node node, std::uint32_t atom) const {
  const auto found = edges_.find(edge(node, atom));
  return found == edges_.end() ? kNone : found->second;
}

}  // namespace isnad::who
