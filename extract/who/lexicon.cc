#include "extract/who/lexicon.h"

#include <array>
#include <functional>
#include <utility>

#include "extract/data_files.h"
#include "extract/tables/table.h"

namespace isnad::who {

namespace {

using tables::Row;

constexpr std::array<std::pair<std::string_view, KindClass>, 9> kClasses = {{{"state", KindClass::kState},
                                                                             {"org", KindClass::kOrg},
                                                                             {"people", KindClass::kPeople},
                                                                             {"member", KindClass::kMember},
                                                                             {"place", KindClass::kPlace},
                                                                             {"part", KindClass::kPart},
                                                                             {"capital", KindClass::kCapital},
                                                                             {"head", KindClass::kHead},
                                                                             {"title", KindClass::kTitle}}};

void read_lexicon(std::string_view file, const std::vector<std::string_view>& columns,
                  const std::function<void(const Row&)>& visit) {
  tables::read_table(data_file("lexicon/who/" + std::string(file)), columns, visit, tables::ShortRows::kAllowed);
}

/// `people.tsv:12`: the same wherever the tables lie.
std::string place_of(const Row& row) {
  return std::string(row.file.substr(row.file.rfind('/') + 1)) + ":" + std::to_string(row.line);
}

EntityType type_or_throw(std::string_view name, const Row& row) {
  const auto type = entity_type_from(name);
  if (!type) row.fail("no entity type is called `" + std::string(name) + "`");
  return *type;
}

std::vector<std::string> names_of(std::string_view cell) {
  const auto names = tables::alternatives(cell);
  return {names.begin(), names.end()};
}

/// A name as a table gives it: `~` before it marks it weak, `!` proper.
struct MarkedName {
  std::string_view name;
  bool weak = false;
  bool proper = false;
};

MarkedName unmark(std::string_view cell) {
  MarkedName name{cell};
  while (!name.name.empty() && (name.name.front() == '~' || name.name.front() == '!')) {
    (name.name.front() == '~' ? name.weak : name.proper) = true;
    name.name.remove_prefix(1);
  }
  return name;
}

/// `قوات+مسلحة` as `قوات مسلحة` and `القوات المسلحة`; a single word with and without ال; other forms as they are.
/// A form written with ال (`الخارجية`) or marked `~` means the kind only together with its country or the like.
void index_form(NameIndex& index, std::string_view form, Sense sense) {
  constexpr std::string_view kArticle = "ال";
  sense.weak = form.front() == '~' || (form.starts_with(kArticle) && form.find(' ') == std::string_view::npos);
  if (form.front() == '~') form.remove_prefix(1);
  if (!is_arabic(form)) {
    index.add(form, sense);
    return;
  }
  if (form.find(' ') != std::string_view::npos && form.find('+') == std::string_view::npos) {
    index.add(form, sense);
    return;
  }
  std::string bare;
  std::string definite;
  bool word_start = true;
  bool article = true;
  for (const char c : form) {
    // After a blank the words stand as they are.
    if (c == ' ') article = false;
    if (word_start && article && !form.starts_with(kArticle)) definite += kArticle;
    word_start = c == '+';
    bare += c == '+' ? ' ' : c;
    definite += c == '+' ? ' ' : c;
  }
  index.add(bare, sense);
  index.add(definite, sense);
}

/// Sound plurals also in their other case and in construct: `مسلحون`, `مسلحين`, `مسلحو`, `مسلحي`.
void index_forms(NameIndex& index, std::string_view cell, const Sense& sense) {
  constexpr std::string_view kPlural = "ون";
  for (const std::string_view form : tables::alternatives(cell)) {
    index_form(index, form, sense);
    if (!form.ends_with(kPlural)) continue;
    const std::string stem(form.substr(0, form.size() - kPlural.size()));
    for (const std::string_view end : {"ين", "و", "ي"}) index_form(index, stem + std::string(end), sense);
  }
}

}  // namespace

std::string key_prefix(EntityType type) {
  std::string prefix;
  for (const char c : to_string(type)) prefix += static_cast<char>(c - 'A' + 'a');
  return prefix + ":";
}

std::string slug(std::string_view name_en) {
  std::string out;
  for (const Atom& atom : fold_atoms(name_en)) out.append(out.empty() ? "" : "-").append(atom.text);
  return out;
}

std::string_view slug_of(std::string_view key) { return key.substr(key.find(':') + 1); }

Lexicon::Lexicon(const UserLexicon& user) {
  index_.reserve(16384);
  load_countries();
  for (const std::string_view file : {"organisations.tsv", "groups.tsv", "people.tsv", "places.tsv"}) load_entries(file);
  load_kinds();
  load_offices();
  load_word_lists();
  for (const UserRow& row : user) {
    if (row.kind == UserRow::Kind::kActor) add_user_actor(row);
  }
  for (const UserRow& row : user) {
    if (row.kind == UserRow::Kind::kTerm) add_user_term(row);
  }
}

int Lexicon::add(LexiconEntry entry, const tables::Row& row) {
  entry.source = place_of(row);
  const int index = static_cast<int>(entries_.size());
  if (!by_key_.emplace(entry.key, index).second) row.fail("the key " + entry.key + " is there already");
  entries_.push_back(std::move(entry));
  return index;
}

void Lexicon::index_names(int entry) {
  LexiconEntry& e = entries_[static_cast<std::size_t>(entry)];
  Sense sense;
  sense.kind = Sense::Kind::kEntry;
  sense.index = static_cast<std::uint32_t>(entry);
  const auto index_name = [&](std::string& name) {
    const MarkedName marked = unmark(name);
    sense.weak = marked.weak;
    sense.proper = marked.proper;
    index_.add(marked.name, sense);
    name = std::string(marked.name);
  };
  index_name(e.name_ar);
  index_name(e.name_en);
  for (auto& alias : e.aliases_ar) index_name(alias);
  for (auto& alias : e.aliases_en) index_name(alias);
}

void Lexicon::load_countries() {
  const std::vector<std::string_view> columns = {"key",        "iso2",       "name_ar",      "name_en",
                                                 "aliases_ar", "aliases_en", "capital_ar",   "capital_en",
                                                 "nisba_ar",   "people_ar",  "adjective_en", "people_en"};
  read_lexicon("countries.tsv", columns, [&](const Row& row) {
    const auto& c = row.cells;
    LexiconEntry state;
    state.key = c[0];
    state.type = EntityType::kGpe;
    state.name_ar = c[2];
    state.name_en = c[3];
    state.aliases_ar = names_of(c[4]);
    state.aliases_en = names_of(c[5]);
    state.is_country = true;
    const int country = add(std::move(state), row);
    entries_.back().country = country;
    index_names(country);
    index_demonym(country, names_of(c[8]), names_of(c[9]), names_of(c[10]), names_of(c[11]));
    const auto capitals_ar = names_of(c[6]);
    const auto capitals_en = names_of(c[7]);
    if (capitals_ar.empty() || capitals_en.empty()) return;
    LexiconEntry capital;
    capital.key = "gpe:" + slug(unmark(capitals_en.front()).name);
    // A city state is its own capital.
    if (by_key_.contains(capital.key)) return;
    capital.type = EntityType::kGpe;
    capital.name_ar = capitals_ar.front();
    capital.name_en = capitals_en.front();
    capital.aliases_ar.assign(capitals_ar.begin() + 1, capitals_ar.end());
    capital.aliases_en.assign(capitals_en.begin() + 1, capitals_en.end());
    capital.country = country;
    capital.counterpart = country;
    capital.is_capital = true;
    const int index = add(std::move(capital), row);
    entries_[static_cast<std::size_t>(country)].counterpart = index;
    index_names(index);
  });
}

void Lexicon::load_entries(std::string_view file) {
  read_lexicon(file, {"key", "type", "name_ar", "name_en", "aliases_ar", "aliases_en", "country"}, [&](const Row& row) {
    const auto& c = row.cells;
    LexiconEntry named;
    named.key = c[0];
    named.type = type_or_throw(c[1], row);
    named.name_ar = c[2];
    named.name_en = c[3];
    named.aliases_ar = names_of(c[4]);
    named.aliases_en = names_of(c[5]);
    if (!c[6].empty()) {
      const std::string key = "gpe:" + std::string(c[6]);
      const auto found = find(key);
      if (!found || !entry(*found).is_country) row.fail("countries.tsv has no " + key);
      named.country = *found;
    }
    named.is_group = file == "groups.tsv";
    index_names(add(std::move(named), row));
  });
}

void Lexicon::load_kinds() {
  read_lexicon("kinds.tsv", {"slug", "class", "type", "name_ar", "name_en", "forms_ar", "forms_en"}, [&](const Row& row) {
    const auto& c = row.cells;
    const auto* known = kClasses.begin();
    while (known != kClasses.end() && known->first != c[1]) ++known;
    if (known == kClasses.end()) row.fail("no class is called `" + std::string(c[1]) + "`");
    Sense sense;
    sense.kind = Sense::Kind::kKind;
    sense.index = static_cast<std::uint32_t>(kinds_.size());
    kinds_.push_back({std::string(c[0]), known->second, type_or_throw(c[2], row), std::string(c[3]), std::string(c[4])});
    index_forms(index_, c[5], sense);
    index_forms(index_, c[6], sense);
  });
}

void Lexicon::load_offices() {
  std::unordered_map<std::string, std::uint32_t> by_slug;
  read_lexicon("office_kinds.tsv", {"slug", "name_ar", "name_en", "forms_ar", "forms_en"}, [&](const Row& row) {
    const auto& c = row.cells;
    Sense sense;
    sense.kind = Sense::Kind::kOffice;
    sense.index = static_cast<std::uint32_t>(offices_.size());
    if (!by_slug.emplace(c[0], sense.index).second) row.fail(std::string(c[0]) + " is there already");
    offices_.push_back({std::string(c[0]), std::string(c[1]), std::string(c[2])});
    index_forms(index_, c[3], sense);
    index_forms(index_, c[4], sense);
  });
  read_lexicon("offices.tsv", {"holder", "office", "of", "from", "to"}, [&](const Row& row) {
    const auto& c = row.cells;
    const auto person = find(c[0]);
    if (!person) row.fail("no table has " + std::string(c[0]));
    const auto office = by_slug.find(std::string(c[1]));
    if (office == by_slug.end()) row.fail("office_kinds.tsv has no " + std::string(c[1]));
    terms_.push_back({*person, office->second, std::string(c[2]), std::string(c[3]), std::string(c[4]), place_of(row)});
  });
}

void Lexicon::load_word_lists() {
  const auto load = [](std::string_view file, std::string_view column, std::unordered_set<std::string>& words) {
    read_lexicon(file, {"lang", column}, [&](const Row& row) {
      for (const auto word : tables::alternatives(row.cells[1])) {
        for (Atom& atom : fold_atoms(word)) words.insert(std::move(atom.text));
      }
    });
  };
  load("given_names.tsv", "names", given_names_);
  load("common_words.tsv", "words", common_words_);
}

std::optional<int> Lexicon::find(std::string_view key) const {
  const auto found = by_key_.find(std::string(key));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

namespace {

/// Dates compare as text; a coarser one covers all of its year or month.
bool covers(const OfficeTerm& term, std::string_view date) {
  return std::string_view(term.from).substr(0, date.size()) <= date && (term.to.empty() || date.substr(0, term.to.size()) <= term.to);
}

}  // namespace

std::optional<int> Lexicon::holder(std::uint32_t office, std::string_view target, std::string_view date) const {
  if (date.empty()) return std::nullopt;
  std::optional<int> holder;
  for (const OfficeTerm& term : terms_) {
    if (term.office != office || term.target != target) continue;
    if (!covers(term, date)) continue;
    // In the month of a change of hands both fit: the later one is as good as any guess, but a guess is no answer.
    if (holder && *holder != term.person) return std::nullopt;
    holder = term.person;
  }
  return holder;
}

std::string Lexicon::term_source(int person, std::uint32_t office, std::string_view target, std::string_view date) const {
  for (const OfficeTerm& term : terms_) {
    if (term.person == person && term.office == office && term.target == target && (date.empty() || covers(term, date))) return term.source;
  }
  return "";
}

bool Lexicon::ever_held(int person, std::uint32_t office, std::string_view target) const {
  for (const OfficeTerm& term : terms_) {
    if (term.person == person && term.office == office && (target.empty() || term.target == target)) return true;
  }
  return false;
}

}  // namespace isnad::who
