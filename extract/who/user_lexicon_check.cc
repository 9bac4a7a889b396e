#include <map>
#include <optional>
#include <set>
#include <utility>

#include "extract/tables/table.h"
#include "extract/who/lexicon.h"
#include "extract/who/user_lexicon.h"
#include "extract/who/word_fold.h"

namespace isnad::who {

namespace {

/// A name without the marks before it, and whether there are any.
std::pair<std::string_view, bool> unmarked(std::string_view name) {
  const std::size_t start = name.find_first_not_of("~!");
  return {start == std::string_view::npos ? std::string_view{} : name.substr(start), start != 0};
}

bool is_key_rest(std::string_view rest) {
  if (rest.empty() || rest.front() == ':' || rest.back() == ':') return false;
  for (const char c : rest) {
    if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != ':') return false;
  }
  return true;
}

bool is_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    if ((i == 4 || i == 7) ? date[i] != '-' : (date[i] < '0' || date[i] > '9')) return false;
  }
  const auto number = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
  return (date.size() < 7 || (number(5) >= 1 && number(5) <= 12)) && (date.size() < 10 || (number(8) >= 1 && number(8) <= 31));
}

std::string folded(std::string_view name) {
  std::string out;
  for (const Atom& atom : fold_atoms(name)) out += (atom.upper && !is_arabic(name) ? " _" : " ") + atom.text;
  return out;
}

class Checker {
 public:
  Checker(const Lexicon& shipped, const UserLexicon& rows) : shipped_(shipped) {
    for (const LexiconEntry& entry : shipped.entries()) {
      for (const auto* names : {&entry.aliases_ar, &entry.aliases_en}) {
        for (const std::string& name : *names) note(entry.type, name, entry.key, entry.source);
      }
      note(entry.type, entry.name_ar, entry.key, entry.source);
      note(entry.type, entry.name_en, entry.key, entry.source);
    }
    for (const Kind& kind : shipped.kinds()) kinds_.insert(kind.slug);
    for (const OfficeKind& office : shipped.offices()) offices_.insert(office.slug);
    for (const UserRow& row : rows) {
      if (row.kind == UserRow::Kind::kActor) actors_.emplace(row.cells[0], row.cells[1]);
    }
  }

  std::vector<RowFinding> run(const UserLexicon& rows) {
    for (const UserRow& row : rows) {
      place_ = row.place;
      row.kind == UserRow::Kind::kActor ? actor(row.cells) : term(row.cells);
    }
    return std::move(findings_);
  }

 private:
  void note(EntityType type, std::string_view name, const std::string& key, const std::string& source) {
    if (!name.empty()) names_.try_emplace({type, folded(name)}, key, source);
  }

  void fault(std::string what) { findings_.push_back({place_, std::move(what), true}); }
  void warn(std::string what) { findings_.push_back({place_, std::move(what), false}); }

  void actor(const std::vector<std::string>& c) {
    const auto type = entity_type_from(c[1]);
    if (!type) return fault("no entity type is called `" + c[1] + "`; there are PER, ORG, GPE, LOC, FAC, NORP, EVENT, MISC");
    const std::string prefix = key_prefix(*type);
    if (!c[0].starts_with(prefix) || !is_key_rest(std::string_view(c[0]).substr(prefix.size()))) {
      return fault("the key of a " + c[1] + " is `" + prefix + "` and small Latin letters, digits, hyphens: `" + c[0] +
                   "` is none");
    }
    if (const auto known = shipped_.find(c[0])) {
      const LexiconEntry& entry = shipped_.entry(*known);
      if (entry.type != *type) return fault(c[0] + " is a " + std::string(to_string(entry.type)) + " in " + entry.source);
    }
    if (c[2].empty() && c[3].empty()) return fault("neither an Arabic nor an English name");
    name(*type, c[0], c[2], true, false);
    name(*type, c[0], c[3], false, false);
    for (const auto alias : tables::alternatives(c[4])) name(*type, c[0], alias, true, true);
    for (const auto alias : tables::alternatives(c[5])) name(*type, c[0], alias, false, true);
    if (c[6].empty()) return;
    const auto country = shipped_.find(c[6].starts_with("gpe:") ? c[6] : "gpe:" + c[6]);
    if (!country || !shipped_.entry(*country).is_country) fault("no country is called `" + c[6] + "`");
  }

  void name(EntityType type, const std::string& key, std::string_view marked, bool arabic, bool alias) {
    if (marked.empty()) return;
    const auto [plain, is_marked] = unmarked(marked);
    if (!alias && plain.find('|') != std::string_view::npos) return fault("one name only: further ones are aliases");
    if (fold_atoms(plain).empty()) return fault("`" + std::string(marked) + "` is no name");
    if (!arabic && is_arabic(plain)) return fault("`" + std::string(plain) + "` is Arabic, in a column of English names");
    if (arabic && !alias && !is_arabic(plain))
      return fault("`" + std::string(plain) + "` is not Arabic, in a column of Arabic names");
    if (is_marked) return;
    const auto [at, added] = names_.try_emplace({type, folded(plain)}, key, place_);
    if (added || at->second.first == key) return;
    warn("`" + std::string(plain) + "` is also a name of " + at->second.first + " (" + at->second.second +
         "); put ~ before it where the " + "article must speak of the one meant otherwise");
  }

  [[nodiscard]] std::optional<EntityType> type_of(const std::string& key) const {
    if (const auto at = actors_.find(key); at != actors_.end()) return entity_type_from(at->second);
    if (const auto known = shipped_.find(key)) return shipped_.entry(*known).type;
    return std::nullopt;
  }

  /// An actor, or one that a kind and a country compose: `org:ministry-of-defence:russia`.
  [[nodiscard]] bool is_body(const std::string& key) const {
    if (type_of(key)) return true;
    const std::size_t first = key.find(':');
    const std::size_t last = key.rfind(':');
    if (first == std::string::npos || last <= first) return false;
    return kinds_.contains(key.substr(first + 1, last - first - 1)) && type_of("gpe:" + key.substr(last + 1)).has_value();
  }

  void term(const std::vector<std::string>& c) {
    if (const auto type = type_of(c[0]); !type || *type != EntityType::kPerson)
      return fault("no table has a person `" + c[0] + "`");
    if (!offices_.contains(c[1])) return fault("there is no office `" + c[1] + "`");
    if (!is_body(c[2])) return fault("no table has a country or body `" + c[2] + "`");
    if (!is_date(c[3])) return fault("`" + c[3] + "` is no date (YYYY, YYYY-MM, YYYY-MM-DD)");
    if (!c[4].empty() && !is_date(c[4])) return fault("`" + c[4] + "` is no date (YYYY, YYYY-MM, YYYY-MM-DD)");
    if (!c[4].empty() && c[4].substr(0, c[3].size()) < c[3].substr(0, c[4].size())) return fault("ends before it begins");
    const auto overlaps = [&](const std::string& from, const std::string& to) {
      return (to.empty() || to.substr(0, c[3].size()) > c[3].substr(0, to.size())) &&
             (c[4].empty() || c[4].substr(0, from.size()) > from.substr(0, c[4].size()));
    };
    for (const OfficeTerm& other : shipped_.terms()) {
      if (shipped_.offices()[other.office].slug != c[1] || other.target != c[2] || shipped_.entry(other.person).key == c[0])
        continue;
      if (overlaps(other.from, other.to))
        warn(shipped_.entry(other.person).key + " holds the post at the same time (" + other.source +
             "); then the title means neither");
    }
    for (const auto& [held, person] : terms_) {
      if (std::get<0>(held) == c[1] && std::get<1>(held) == c[2] && person != c[0] &&
          overlaps(std::get<2>(held), std::get<3>(held))) {
        warn(person + " holds the post at the same time; then the title means neither");
      }
    }
    terms_.emplace_back(std::tuple(c[1], c[2], c[3], c[4]), c[0]);
  }

  const Lexicon& shipped_;
  std::string place_;
  /// Key and place of whoever bears a name.
  std::map<std::pair<EntityType, std::string>, std::pair<std::string, std::string>> names_;
  std::set<std::string> kinds_;
  std::set<std::string> offices_;
  std::map<std::string, std::string> actors_;
  std::vector<std::pair<std::tuple<std::string, std::string, std::string, std::string>, std::string>> terms_;
  std::vector<RowFinding> findings_;
};

}  // namespace

std::vector<RowFinding> check(const Lexicon& shipped, const UserLexicon& rows) { return Checker(shipped, rows).run(rows); }

}  // namespace isnad::who
