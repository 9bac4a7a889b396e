#include "cli/fold_table.h"

#include <string>
#include <string_view>
#include <vector>

#include "extract/data_files.h"
#include "extract/tables/table.h"

namespace isnad::cli {

namespace {

/// `org:presidency:*` and what becomes of it.
struct Rule {
  std::string member;
  std::string whole;
};

}  // namespace

std::map<EntityKey, EntityKey> fold_table(const ClaimSource& source) {
  std::map<std::string, std::string, std::less<>> exact;
  std::vector<Rule> prefixes;
  tables::read_table(data_file("lexicon/who/stands_for.tsv"), {"member", "whole"}, [&](const tables::Row& row) {
    std::string_view member = row.cells[0];
    std::string_view whole = row.cells[1];
    if (whole.empty()) row.fail("for what does it stand?");
    if (member.ends_with('*') != whole.ends_with('*')) row.fail("a * on one side alone");
    if (!member.ends_with('*')) {
      exact.emplace(member, whole);
      return;
    }
    member.remove_suffix(1);
    whole.remove_suffix(1);
    prefixes.push_back({std::string(member), std::string(whole)});
  });
  std::map<EntityKey, EntityKey> out;
  source.visit_entities([&](const Entity& entity) {
    const std::string& key = entity.key.str();
    if (const auto it = exact.find(key); it != exact.end()) out.emplace(entity.key, it->second);
    for (const auto& rule : prefixes) {
      if (!key.starts_with(rule.member)) continue;
      const std::string part = key.substr(rule.member.size());
      if (part.find(':') == std::string::npos) out.emplace(entity.key, rule.whole + part);
    }
    return true;
  });
  return out;
}

}  // namespace isnad::cli
