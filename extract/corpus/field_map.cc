#include "extract/corpus/field_map.h"

#include <algorithm>
#include <array>

#include "graph/model/error.h"

namespace isnad::corpus {

namespace {

constexpr std::array<std::string_view, kFieldCount> kFields = {"id", "title", "date", "source", "url", "lang", "text"};

struct Row {
  Field field;
  std::string_view names;
};

// As press agencies, crawlers (news-please), content managers (WordPress, Drupal), archives (Guardian, New York Times, GDELT,
// LexisNexis) and spreadsheets in either language call them; the more telling first.
constexpr std::array<Row, kFieldCount> kDefaults = {{
    {Field::kId, "id guid _id articleid documentid docid uuid nid"},
    {Field::kTitle, "title headline headline.main title.rendered webtitle fields.headline العنوان عنوان"},
    {Field::kDate,
     "date published datepublished publishedat pubdate publisheddate publicationdate datepublish publishdate webpublicationdate "
     "firstpublished createdat created posted datetime timestamp التاريخ تاريخ تاريخالنشر"},
    {Field::kSource,
     "source source.name outlet publisher publisher.name sitename newspaper publication sourcedomain المصدر مصدر"},
    {Field::kUrl, "url link weburl permalink canonicalurl canonical sourceurl articleurl الرابط رابط"},
    {Field::kLang, "lang language langcode اللغة"},
    {Field::kText,
     "text body content articlebody article fulltext maintext bodytext fields.bodytext fields.body content.rendered body.content "
     "articletext story النص نص المحتوى description summary"},
}};

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == ' ' || c == '_' || c == '-' || c == '\t') continue;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

}  // namespace

std::string_view to_string(Field field) { return kFields[static_cast<std::size_t>(field)]; }

FieldMap::FieldMap() {
  for (const Row& row : kDefaults) {
    for (std::size_t begin = 0; begin < row.names.size();) {
      const std::size_t end = std::min(row.names.find(' ', begin), row.names.size());
      add(row.field, row.names.substr(begin, end - begin));
      begin = end + 1;
    }
  }
}

void FieldMap::add(Field field, std::string_view name) {
  matches_[folded(name)] = {field, counts_[static_cast<std::size_t>(field)]++};
}

void FieldMap::set(std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  const std::string_view left = assignment.substr(0, equals);
  const auto* const field = std::find(kFields.begin(), kFields.end(), left);
  if (equals == std::string_view::npos || field == kFields.end() || folded(assignment.substr(equals + 1)).empty()) {
    throw UsageError("--field " + std::string(assignment) +
                     ": FIELD=NAME is wanted, FIELD one of id title date source url lang text");
  }
  const auto index = static_cast<std::size_t>(field - kFields.begin());
  if (!given_[index]) {
    given_[index] = true;
    counts_[index] = 0;
    std::erase_if(matches_, [index](const auto& row) { return static_cast<std::size_t>(row.second.field) == index; });
  }
  add(static_cast<Field>(index), assignment.substr(equals + 1));
}

std::optional<FieldMap::Match> FieldMap::find(std::string_view name) const {
  const auto found = matches_.find(folded(name));
  if (found == matches_.end()) return std::nullopt;
  return found->second;
}

bool FieldMap::leads_into(std::string_view name) const {
  const std::string prefix = folded(name) + ".";
  const auto found = matches_.lower_bound(prefix);
  return found != matches_.end() && found->first.starts_with(prefix);
}

}  // namespace isnad::corpus
