#include "cli/command_timeline.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iostream>

#include "cli/display_width.h"
#include "cli/interrupt.h"
#include "cli/names.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/timeline.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

constexpr std::array<std::string_view, 8> kBars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/// One bar a time; several times share one where there are more than `cells`.
std::string sparkline(const std::vector<query::TimeSpan>& times, std::size_t cells) {
  const std::size_t each = cells == 0 ? 1 : (times.size() + cells - 1) / cells;
  std::vector<std::uint64_t> sums;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (i % each == 0) sums.push_back(0);
    sums.back() += times[i].claims;
  }
  const std::uint64_t most = std::max<std::uint64_t>(1, sums.empty() ? 1 : *std::max_element(sums.begin(), sums.end()));
  std::string out;
  for (const std::uint64_t sum : sums) out += sum == 0 ? " " : std::string(kBars[std::min<std::uint64_t>(7, sum * 8 / most)]);
  return out;
}

/// A bar of up to 20 cells.
std::string bar(std::uint32_t claims, std::uint32_t most) {
  std::string out;
  const std::uint64_t cells = most == 0 ? 0 : (std::uint64_t{claims} * 20 + most - 1) / most;
  for (std::uint64_t i = 0; i < cells; ++i) out += "█";
  return out;
}

void write_claim(const ClaimSource& source, const char* label, const ClaimId& id) {
  if (const auto claim = source.claim(id)) std::cout << label << isolated(evidence_line(evidence_of(source, *claim))) << '\n';
}

}  // namespace

void CommandTimeline::setup(CLI::App& app) {
  app.add_option("NAME", names_, "Nobody: everything; one: what it has to do with; two: what happened between them")->expected(0, 2);
  app.add_option("--by", by_, "Unit of time")->check(CLI::IsMember({"day", "week", "month", "year"}))->capture_default_str()->type_name("UNIT");
  app.add_option("--burst-rate", burst_rate_, "How many times as much as usual is a burst")
      ->check(CLI::Range(1.01, 1000.0))
      ->capture_default_str()
      ->type_name("X");
  question_.add_to(app, "Times at most, the last ones; 0 is all");
}

int CommandTimeline::run() {
  question_.open();
  const auto& store = question_.store();
  query::TimelineQuery query;
  if (!names_.empty()) query.actors = {entity_named(store, names_[0])};
  if (names_.size() > 1) query.others = {entity_named(store, names_[1])};
  if (!query.others.empty() && query.actors == query.others) throw UsageError("'" + names_[0] + "' and '" + names_[1] + "' are one entity");
  query.filter = question_.reader().filter();
  query.unit = *query::time_unit_from(by_);
  query.burst_rate = burst_rate_;
  query.tick = stop_if_interrupted;
  const query::Timeline found = query::timeline(store, query);

  const bool for_people = question_.for_people();
  std::uint32_t most = 0;
  for (const auto& span : found.times) most = std::max(most, span.claims);
  std::vector<TableColumn> columns = {{by_}, {"claims"}, {"cooperation"}, {"conflict"}, {"goldstein"}, {"burst"}};
  for (std::size_t i = 1; i < 5; ++i) columns[i].number = true;
  columns[4].decimals = 1;
  if (for_people) columns.push_back({""});
  if (for_people && !found.times.empty() && isatty(STDOUT_FILENO) != 0) {
    std::cout << sparkline(found.times, terminal_width(STDOUT_FILENO)) << '\n';
  }
  const auto table = table_on_stdout(question_.format(), columns);
  const std::size_t shown = std::min(found.times.size(), question_.limit());
  for (std::size_t i = found.times.size() - shown; i < found.times.size(); ++i) {
    const auto& span = found.times[i];
    std::vector<TableCell> cells = {span.time, count_cell(span.claims), count_cell(span.cooperation), count_cell(span.conflict),
                                    TableCell(TableValue(span.goldstein), span.goldstein < 0   ? Tone::kConflict
                                                                          : span.goldstein > 0 ? Tone::kCooperation
                                                                                               : Tone::kPlain)};
    if (for_people) {
      cells.emplace_back(span.burst ? "burst" : "");
      cells.emplace_back(bar(span.claims, most), span.burst ? Tone::kStrong : Tone::kPlain);
    } else {
      cells.emplace_back(TableValue(span.burst));
    }
    table->row(std::move(cells));
  }
  table->finish();
  if (for_people && !found.times.empty()) {
    std::cout << '\n';
    for (const auto& burst : found.bursts) {
      std::cout << "burst " << burst.first << (burst.last == burst.first ? "" : " to " + burst.last) << ": " << burst.claims << " claims\n";
    }
    write_claim(store, "first ", found.first_claim);
    write_claim(store, "last  ", found.last_claim);
  }
  if (found.times.empty()) std::cerr << "isnad: nothing fits\n";
  if (found.undated > 0) std::cerr << "isnad: " << found.undated << " claims have no date as exact as a " << by_ << '\n';
  question_.tell_of_more(found.times.size());
  return 0;
}

}  // namespace isnad::cli
