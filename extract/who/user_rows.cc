#include <algorithm>
#include <utility>

#include "extract/tables/table.h"
#include "extract/who/lexicon.h"
#include "graph/model/error.h"

namespace isnad::who {

namespace {

std::string source_of_row(const UserRow& row) { return "user lexicon " + row.id(); }

std::string_view without_marks(std::string_view name) {
  const std::size_t start = name.find_first_not_of("~!");
  return start == std::string_view::npos ? std::string_view{} : name.substr(start);
}

std::string folded(std::string_view name) {
  std::string out;
  for (const Atom& atom : fold_atoms(name)) out += " " + atom.text;
  return out;
}

/// `name` becomes what the entry is called, and what it was called before one of its aliases.
void call(std::string& canonical, std::vector<std::string>& aliases, std::string_view name) {
  if (name.empty() || canonical == name) return;
  if (!canonical.empty()) aliases.push_back(std::move(canonical));
  canonical = std::string(name);
}

[[noreturn]] void refuse(const UserRow& row, const std::string& what) { throw Error("user lexicon, " + row.place + ": " + what); }

}  // namespace

void Lexicon::add_user_actor(const UserRow& row) {
  const auto& c = row.cells;
  const auto type = entity_type_from(c[1]);
  if (!type) refuse(row, "no entity type is called `" + c[1] + "`");
  const auto [at, added] = by_key_.try_emplace(c[0], static_cast<int>(entries_.size()));
  if (added) {
    LexiconEntry made;
    made.key = c[0];
    made.type = *type;
    made.source = source_of_row(row);
    entries_.push_back(std::move(made));
  }
  const int index = at->second;
  LexiconEntry& entry = entries_[static_cast<std::size_t>(index)];
  entry.is_users = true;
  if (!added) entry.user_source = source_of_row(row);
  if (!c[6].empty()) {
    const auto country = find(c[6].starts_with("gpe:") ? c[6] : "gpe:" + c[6]);
    if (!country) refuse(row, "no country is called `" + c[6] + "`");
    if (!entry.is_country) entry.country = *country;
  }
  std::vector<std::pair<std::string_view, bool>> names = {{c[2], true}, {c[3], false}};
  call(entry.name_ar, entry.aliases_ar, without_marks(c[2]));
  call(entry.name_en, entry.aliases_en, without_marks(c[3]));
  for (const auto alias : tables::alternatives(c[4])) names.emplace_back(alias, true);
  for (const auto alias : tables::alternatives(c[5])) names.emplace_back(alias, false);
  Sense sense;
  sense.index = static_cast<std::uint32_t>(index);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto [marked, arabic] = names[i];
    const std::string_view plain = without_marks(marked);
    if (plain.empty()) continue;
    const std::string_view marks = marked.substr(0, marked.size() - plain.size());
    sense.weak = marks.find('~') != std::string_view::npos;
    sense.proper = marks.find('!') != std::string_view::npos;
    index_.add(plain, sense);
    entry.user_names.push_back(folded(plain));
    auto& aliases = arabic ? entry.aliases_ar : entry.aliases_en;
    const std::string& canonical = arabic ? entry.name_ar : entry.name_en;
    if (canonical != plain && std::find(aliases.begin(), aliases.end(), plain) == aliases.end()) aliases.emplace_back(plain);
  }
}

void Lexicon::add_user_term(const UserRow& row) {
  const auto& c = row.cells;
  const auto person = find(c[0]);
  if (!person) refuse(row, "no table has " + c[0]);
  const auto office = std::find_if(offices_.begin(), offices_.end(), [&](const OfficeKind& kind) { return kind.slug == c[1]; });
  if (office == offices_.end()) refuse(row, "there is no office `" + c[1] + "`");
  const auto number = static_cast<std::uint32_t>(office - offices_.begin());
  // The user's word on the same term takes the place of the project's.
  std::erase_if(terms_, [&](const OfficeTerm& term) {
    return term.person == *person && term.office == number && term.target == c[2] && term.from == c[3];
  });
  terms_.push_back({*person, number, c[2], c[3], c[4], source_of_row(row)});
}

const std::string& Lexicon::source_of(int entry, std::string_view name) const {
  const LexiconEntry& known = this->entry(entry);
  if (known.user_source.empty()) return known.source;
  const bool users = std::find(known.user_names.begin(), known.user_names.end(), folded(name)) != known.user_names.end();
  return users ? known.user_source : known.source;
}

}  // namespace isnad::who
