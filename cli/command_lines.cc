#include "cli/command_lines.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "cli/command.h"
#include "extract/text/name_key.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// `LANG:{ar,en}` and the like: what stands in the braces.
std::vector<std::string> values_of(const std::string& type) {
  std::vector<std::string> out;
  const auto open = type.find('{');
  const auto close = type.find('}', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return out;
  std::string value;
  for (std::size_t i = open + 1; i <= close; ++i) {
    if (type[i] == ',' || type[i] == '}') {
      out.push_back(std::exchange(value, {}));
    } else {
      value += type[i];
    }
  }
  return out;
}

std::vector<std::string> values_for(const std::string& takes, std::vector<std::string> listed) {
  if (takes == "TYPE") {
    for (const auto& row : relation_types()) listed.emplace_back(row.name);
  } else if (takes == "FAMILY") {
    listed = {"cooperation", "conflict", "control", "structure", "other"};
  } else if (takes == "KIND") {
    listed = {"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC"};
  }
  return listed;
}

VerbWords words_of(const CLI::App& app, std::string verb) {
  VerbWords out;
  out.verb = std::move(verb);
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      const std::string name = option->get_name(true);
      for (const char* of_entity : {"NAME", "FROM", "TO", "GROUP", "OTHER"}) out.takes_names = out.takes_names || name == of_entity;
      continue;
    }
    OptionWords words;
    for (const auto& name : option->get_snames()) words.names.push_back("-" + name);
    for (const auto& name : option->get_lnames()) words.names.push_back("--" + name);
    const std::string type = option->get_type_name();
    words.takes = option->get_items_expected_max() == 0 ? "" : type.substr(0, type.find(':'));
    words.values = values_for(words.takes, values_of(type));
    out.options.push_back(std::move(words));
  }
  return out;
}

}  // namespace

std::vector<std::string> names_beginning(const store::Store& store, std::string_view prefix, std::size_t most) {
  constexpr std::size_t kMostLookedAt = 20'000;
  const std::string key = text::name_key(prefix);
  std::vector<std::pair<std::uint64_t, EntityKey>> found;
  std::size_t looked_at = 0;
  store.visit_aliases(key, [&](std::string_view, const EntityKey& entity, std::uint64_t mentions) {
    found.emplace_back(~mentions, entity);
    return ++looked_at < kMostLookedAt;
  });
  std::sort(found.begin(), found.end());
  std::vector<std::string> out;
  std::set<EntityKey> seen;
  for (const auto& [rarity, entity_key] : found) {
    if (out.size() >= most) break;
    if (!seen.insert(entity_key).second) continue;
    const auto entity = store.entity(entity_key);
    if (!entity) continue;
    // Of its names the best known that begins so.
    const Alias* best = nullptr;
    for (const auto& alias : entity->aliases) {
      if (alias.key.starts_with(key) && (best == nullptr || alias.mentions > best->mentions)) best = &alias;
    }
    if (best == nullptr) continue;
    std::string name = clean_text(best->name);
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  return out;
}

std::vector<VerbWords> verb_words() {
  std::vector<VerbWords> out;
  for (const auto& command : all_commands()) {
    CLI::App app("", std::string(command->name()));
    command->setup(app);
    out.push_back(words_of(app, std::string(command->name())));
  }
  return out;
}

}  // namespace isnad::cli
