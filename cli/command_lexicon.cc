#include "cli/command_lexicon.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/convert_lexicon.h"
#include "cli/options.h"
#include "cli/user_lexicon.h"
#include "extract/who/lexicon.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

std::string counted(std::size_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

/// The part of an extractor's fingerprint that tells the user's lexicon; empty where it had none.
std::string_view lexicon_part(std::string_view extractor) {
  const std::size_t at = extractor.find(" user-lexicon:");
  return at == std::string_view::npos ? std::string_view{} : extractor.substr(at);
}

/// Says how many documents were analysed with other rows than those that the database keeps now.
void tell_outdated(const std::string& db, const who::UserLexicon& rows) {
  const store::Store store(db, store::OpenMode::kReadOnly);
  const std::string now = who::fingerprint(rows);
  std::size_t all = 0;
  std::size_t outdated = 0;
  store.visit_documents([&](const store::DocumentSummary& document) {
    ++all;
    if (lexicon_part(document.extractor) != now) ++outdated;
    return true;
  });
  if (outdated == 0) return;
  std::cout << outdated << " of " << counted(all, "document")
            << (outdated == 1 ? " was" : " were")
            << " analysed with another lexicon; isnad build with the same articles analyses them again\n";
}

}  // namespace

void CommandLexicon::setup(CLI::App& app) {
  app.add_option("ACTION", action_, "import, remove, list, export: the rows of a database; check, convert: files")
      ->required()
      ->check(CLI::IsMember({"import", "remove", "list", "export", "check", "convert"}));
  app.add_option("FILE", what_, "Tables to import or check, a dump to convert, or keys to remove");
  app.add_option("--db", db_, "Database folder")->type_name("DIR");
  app.add_option("--from", from_, "Whose dump to convert")->check(CLI::IsMember({"wikidata", "geonames"}))->type_name("PROJECT");
  app.add_option("--names", names_, "GeoNames' alternate names, which tell Arabic from English ones")->type_name("FILE");
  app.add_option("-o,--output", output_, "Where export and convert write; - is stdout")->capture_default_str()->type_name("FILE");
  add_format_option(app, format_, "text|json");
}

int CommandLexicon::run() {
  const bool of_database = action_ != "check" && action_ != "convert";
  if (of_database && db_.empty()) throw UsageError("lexicon " + action_ + " needs --db");
  const bool takes_none = action_ == "list" || action_ == "export";
  if (takes_none != what_.empty())
    throw UsageError("lexicon " + action_ +
                     (takes_none            ? " takes no FILE"
                      : action_ == "remove" ? " needs keys"
                                            : " needs a FILE"));
  if ((action_ == "convert") == from_.empty())
    throw UsageError(from_.empty() ? "lexicon convert needs --from" : "--from goes with convert");
  if (!names_.empty() && from_ != "geonames") throw UsageError("--names goes with --from geonames");
  if (action_ == "import") return import_files();
  if (action_ == "remove") return remove_rows();
  if (action_ == "list") return list();
  if (action_ == "export") return export_rows();
  return action_ == "check" ? check_files() : convert();
}

int CommandLexicon::import_files() const {
  const who::UserLexicon before = has_database(db_) ? user_lexicon_of(db_) : who::UserLexicon{};
  const who::UserLexicon added = read_user_lexicon(what_, before);
  const who::UserLexicon all = who::merged(before, added);
  keep_user_lexicon(db_, all);
  const std::size_t fresh = all.size() - before.size();
  std::cout << counted(fresh, "row") << " added, " << added.size() - fresh << " replaced, " << all.size()
            << " in the database's lexicon\n";
  tell_outdated(db_, all);
  return 0;
}

int CommandLexicon::remove_rows() const {
  who::UserLexicon rows = user_lexicon_of(db_);
  const std::size_t before = rows.size();
  for (const std::string& id : what_) {
    // An actor goes with the posts that rows give it.
    const auto meant = [&](const who::UserRow& row) { return row.id() == id || row.cells[0] == id; };
    if (std::erase_if(rows, meant) == 0)
      throw UsageError("the database's lexicon has no row '" + clean_text(id) + "'; isnad lexicon list shows those there are");
  }
  for (const who::RowFinding& finding : who::check(who::Lexicon(), rows)) {
    if (finding.is_fault) throw UsageError("other rows need what is removed: " + finding.place + ": " + finding.what);
  }
  keep_user_lexicon(db_, rows);
  std::cout << counted(before - rows.size(), "row") << " removed, " << rows.size() << " in the database's lexicon\n";
  tell_outdated(db_, rows);
  return 0;
}

int CommandLexicon::list() const {
  const who::UserLexicon rows = user_lexicon_of(db_);
  if (format_ == "json") {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const who::UserRow& row : rows) {
      out.push_back({{"id", row.id()},
                     {"kind", row.kind == who::UserRow::Kind::kActor ? "actor" : "term"},
                     {"cells", row.cells},
                     {"from", row.place}});
    }
    std::cout << out.dump(1) << '\n';
    return 0;
  }
  for (const who::UserRow& row : rows) {
    std::string line = row.id();
    for (std::size_t i = row.kind == who::UserRow::Kind::kActor ? 1 : 4; i < row.cells.size(); ++i) {
      if (!row.cells[i].empty()) line += ", " + row.cells[i];
    }
    std::cout << clean_text(line) << " (" << clean_text(row.place) << ")\n";
  }
  tell_outdated(db_, rows);
  return 0;
}

int CommandLexicon::export_rows() const {
  write_output(output_, who::to_table(user_lexicon_of(db_)));
  return 0;
}

int CommandLexicon::check_files() const {
  who::UserLexicon rows;
  const auto findings = findings_of(what_, db_.empty() ? who::UserLexicon{} : user_lexicon_of(db_), rows);
  std::size_t faults = 0;
  for (const who::RowFinding& finding : findings) {
    if (finding.is_fault) ++faults;
    std::cout << clean_text(finding.place) << ": " << (finding.is_fault ? "" : "warning: ") << clean_text(finding.what) << '\n';
  }
  std::cout << counted(rows.size(), "row") << ", " << counted(faults, "fault") << ", "
            << counted(findings.size() - faults, "warning") << '\n';
  return faults == 0 ? 0 : 1;
}

int CommandLexicon::convert() const {
  if (what_.size() != 1) throw UsageError("lexicon convert takes one FILE");
  if (output_ == "-") {
    convert_lexicon(from_, what_[0], names_, std::cout);
    return 0;
  }
  // Beside its place until it is whole.
  const std::string part = output_ + ".part";
  std::size_t rows = 0;
  try {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    if (!out) throw IoError(output_ + ": " + std::strerror(errno));
    rows = convert_lexicon(from_, what_[0], names_, out);
    out.close();
    if (!out) throw IoError(output_ + ": cannot be written");
    if (std::rename(part.c_str(), output_.c_str()) != 0) throw IoError(output_ + ": " + std::strerror(errno));
  } catch (...) {
    std::remove(part.c_str());
    throw;
  }
  std::cout << counted(rows, "row") << '\n';
  return 0;
}

}  // namespace isnad::cli
