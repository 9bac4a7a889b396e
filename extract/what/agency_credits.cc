#include "extract/what/agency_credits.h"

#include <algorithm>
#include <array>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/what/lemma_key.h"

namespace isnad::what {

namespace {

/// How far into a text its dateline reaches, and how far from its end credits stand.
constexpr std::size_t kHead_bytes = 400;
constexpr std::size_t kTail_bytes = 200;

constexpr std::array<std::string_view, 6> kDashes = {" - ", " – ", " — ", " ـ ", "/ ", "- "};
constexpr std::array<std::string_view, 8> kEndings = {":", " -", " –", " —", " ـ", "\n", "--", "/"};
constexpr std::array<std::string_view, 6> kSourceWords = {"المصدر:", "المصدر :", "مصدر:", "Source:", "المصادر:", "Sources:"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\n.()[]*";
  const std::size_t first = text.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

std::string_view line_at(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

/// A few words before a mark, none of which makes a sentence of them (`نقلت وكالة الأنباء (وفا)`).
bool is_place_of_dateline(std::string_view words) {
  constexpr std::size_t kMostWords = 4;
  constexpr std::array<std::string_view, 12> kSayings = {"وكاله", "قالت", "نقلت", "ذكرت", "افادت", "انباء",
                                                         "agency", "said", "told", "reported", "news", "according"};
  const auto keys = key_words(lemma_key(words));
  if (keys.size() > kMostWords) return false;
  return std::none_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return std::any_of(kSayings.begin(), kSayings.end(), [&](std::string_view saying) { return key.find(saying) != std::string::npos; });
  });
}

/// The beginning of the next code point at or after `at`.
std::size_t on_border(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

}  // namespace

AgencyCredits::AgencyCredits() {
  tables::read_table(data_file("lexicon/what/agencies.tsv"), {"name", "names", "marks"}, [&](const tables::Row& row) {
    Agency agency;
    agency.name = row.cells[0];
    for (const auto name : tables::alternatives(row.cells[1])) agency.names.push_back(lemma_key(name));
    for (const auto mark : tables::alternatives(row.cells[2])) agency.marks.emplace_back(mark);
    agencies_.push_back(std::move(agency));
  });
}

std::string_view AgencyCredits::named(std::string_view words) const {
  const std::string key = lemma_key(trimmed(words));
  for (const Agency& agency : agencies_) {
    for (const std::string& name : agency.names) {
      if (name == key) return agency.name;
    }
  }
  return {};
}

/// `OSLO (Reuters) -`: a mark behind the place at the beginning of a line.
std::string_view AgencyCredits::marked_dateline(std::string_view head) const {
  std::string_view first;
  std::size_t place = std::string_view::npos;
  for (const Agency& agency : agencies_) {
    for (const std::string& mark : agency.marks) {
      const std::size_t at = head.find(mark);
      if (at >= place) continue;
      const std::size_t line = at == 0 ? 0 : head.rfind('\n', at - 1) + 1;
      if (!is_place_of_dateline(head.substr(line, at - line))) continue;
      place = at;
      first = agency.name;
    }
  }
  return first;
}

/// A mark that ends the text.
std::string_view AgencyCredits::marked_end(std::string_view tail) const {
  while (!tail.empty() && (tail.back() == '\n' || tail.back() == ' ' || tail.back() == '\r' || tail.back() == '.')) tail.remove_suffix(1);
  for (const Agency& agency : agencies_) {
    for (const std::string& mark : agency.marks) {
      if (tail.ends_with(mark)) return agency.name;
    }
  }
  return {};
}

/// `دبي - رويترز:`, `LONDON - AFP - `: a name between a dash and a dash, colon or line end.
std::string_view AgencyCredits::dateline(std::string_view head) const {
  for (const std::string_view dash : kDashes) {
    for (std::size_t at = head.find(dash); at != std::string_view::npos; at = head.find(dash, at + 1)) {
      const std::string_view rest = head.substr(at + dash.size());
      std::size_t end = std::string_view::npos;
      for (const std::string_view ending : kEndings) end = std::min(end, rest.find(ending));
      if (end == std::string_view::npos) continue;
      if (const auto agency = named(rest.substr(0, end)); !agency.empty()) return agency;
    }
  }
  return {};
}

std::string_view AgencyCredits::source_line(std::string_view part) const {
  for (const std::string_view word : kSourceWords) {
    const std::size_t at = part.find(word);
    if (at == std::string_view::npos) continue;
    std::string_view rest = line_at(part, at + word.size());
    // The first of `رويترز + وكالات`.
    const std::size_t end = rest.find_first_of("+,;/&");
    if (const auto agency = named(rest.substr(0, end)); !agency.empty()) return agency;
  }
  return {};
}

std::string_view AgencyCredits::last_line(std::string_view tail) const {
  while (!tail.empty() && (tail.back() == '\n' || tail.back() == ' ' || tail.back() == '\r')) tail.remove_suffix(1);
  const std::size_t begin = tail.rfind('\n');
  return begin == std::string_view::npos ? std::string_view{} : named(tail.substr(begin + 1));
}

std::string_view AgencyCredits::of(const Document& document) const {
  const std::string_view text = document.text;
  const std::string_view head = text.substr(0, on_border(text, std::min(text.size(), kHead_bytes)));
  const std::string_view tail = text.substr(on_border(text, text.size() > kTail_bytes ? text.size() - kTail_bytes : 0));
  for (const auto agency : {dateline(head), marked_dateline(head), source_line(head), source_line(tail), last_line(tail), marked_end(tail)}) {
    if (!agency.empty()) return agency;
  }
  return {};
}

}  // namespace isnad::what
