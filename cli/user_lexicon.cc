#include "cli/user_lexicon.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string_view>
#include <utility>

#include "extract/who/lexicon.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "store/lexicon_rows.h"

namespace isnad::cli {

namespace {

using Kind = who::UserRow::Kind;

/// Nobody reads more of them at once.
constexpr std::size_t kMostTold = 20;

/// `actors.tsv:12` as file and line.
std::pair<std::string_view, unsigned long> position(const std::string& place) {
  const std::size_t colon = place.rfind(':');
  if (colon == std::string::npos) return {place, 0};
  return {std::string_view(place).substr(0, colon), std::strtoul(place.c_str() + colon + 1, nullptr, 10)};
}

std::size_t cells_of(Kind kind) { return kind == Kind::kActor ? 7 : 5; }

}  // namespace

std::vector<who::RowFinding> findings_of(const std::vector<std::string>& files, const who::UserLexicon& beside,
                                         who::UserLexicon& rows) {
  std::vector<who::RowFinding> findings;
  std::map<std::pair<Kind, std::string>, std::string> seen;
  for (const std::string& file : files) {
    who::UserFile read = who::read_user_file(file);
    findings.insert(findings.end(), std::make_move_iterator(read.findings.begin()), std::make_move_iterator(read.findings.end()));
    for (const who::UserRow& row : read.rows) {
      const auto [at, added] = seen.try_emplace({row.kind, row.id()}, row.place);
      if (!added) findings.push_back({row.place, row.id() + " is in " + at->second + " already"});
    }
    rows = who::merged(std::move(rows), read.rows);
  }
  for (who::RowFinding& finding : who::check(who::Lexicon(), who::merged(beside, rows))) findings.push_back(std::move(finding));
  std::stable_sort(findings.begin(), findings.end(),
                   [](const auto& a, const auto& b) { return position(a.place) < position(b.place); });
  return findings;
}

who::UserLexicon read_user_lexicon(const std::vector<std::string>& files, const who::UserLexicon& beside) {
  who::UserLexicon rows;
  if (files.empty()) return rows;
  std::size_t faults = 0;
  std::size_t told = 0;
  std::string first;
  for (const who::RowFinding& finding : findings_of(files, beside, rows)) {
    if (finding.is_fault && faults++ == 0) {
      first = finding.place + ": " + finding.what;
      continue;
    }
    if (told++ >= kMostTold) continue;
    std::cerr << "isnad: " << clean_text(finding.place) << ": " << (finding.is_fault ? "" : "warning: ")
              << clean_text(finding.what) << '\n';
  }
  if (told > kMostTold) std::cerr << "isnad: and " << told - kMostTold << " more; isnad lexicon check prints all\n";
  if (faults != 0) throw Error(first);
  return rows;
}

bool has_database(const std::filesystem::path& db) { return std::filesystem::exists(db / "CURRENT"); }

who::UserLexicon user_lexicon_of(const std::filesystem::path& db) {
  who::UserLexicon rows;
  for (store::LexiconRow& row : store::lexicon_rows(db)) {
    const auto kind = static_cast<Kind>(row.kind);
    if ((kind != Kind::kActor && kind != Kind::kTerm) || row.cells.size() != cells_of(kind)) {
      throw CorruptionError(db.string() + ": row '" + row.id + "' of its lexicon is none that this program knows");
    }
    rows.push_back({kind, std::move(row.cells), std::move(row.place)});
  }
  return rows;
}

void keep_user_lexicon(const std::filesystem::path& db, const who::UserLexicon& rows) {
  std::vector<store::LexiconRow> kept;
  kept.reserve(rows.size());
  for (const who::UserRow& row : rows) kept.push_back({row.id(), static_cast<std::uint8_t>(row.kind), row.cells, row.place});
  store::replace_lexicon_rows(db, store::OpenMode::kCreate, kept);
}

}  // namespace isnad::cli
