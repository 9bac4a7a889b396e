#include "cli/pattern_output.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "cli/display_width.h"
#include "cli/names.h"
#include "cli/table.h"
#include "graph/model/plain_text.h"
#include "graph/query/evidence.h"
#include "graph/query/search.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// An answer that outlives the visitor.
struct KeptRow {
  std::vector<query::PatternValue> values;
  std::vector<Edge> edges;
};

/// `  ?x accuses Turkish` and a caret under what is to blame.
void show_place(const std::string& pattern, const query::PatternError& error) {
  // One line, byte for byte as long as the pattern, so that offsets stay true.
  std::string line = pattern;
  std::replace_if(line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  const std::size_t at = std::min(error.offset(), line.size());
  const std::size_t width = std::max<std::size_t>(1, display_width(std::string_view(line).substr(at, error.size())));
  std::cerr << "  " << line << "\n  " << std::string(display_width(std::string_view(line).substr(0, at)), ' ') << std::string(width, '^') << '\n';
}

/// Writes rows with the names of what they hold.
class RowWriter {
 public:
  RowWriter(const ClaimSource& source, const PatternOutput& output, const std::vector<std::string>& variables, std::size_t triples)
      : source_(source), output_(output) {
    const bool for_people = output.format == "table";
    for (const auto& name : variables) {
      TableColumn column{name};
      column.may_shrink = true;
      columns_.push_back(column);
      if (!for_people) columns_.push_back({name + "_key"});
    }
    if (!for_people && output.evidence) {
      for (std::size_t i = 1; i <= triples; ++i) {
        const std::string number = triples == 1 ? "" : "_" + std::to_string(i);
        for (const char* field : {"claim", "type", "claims", "sources", "date", "said_by", "sentence", "document"}) {
          columns_.push_back({field + number});
        }
      }
    }
    table_ = table_on_stdout(output.format, columns_);
  }

  void write(const std::vector<query::PatternValue>& values, const std::vector<const Edge*>& edges) {
    const bool for_people = output_.format == "table";
    std::vector<TableCell> cells;
    for (const auto& value : values) {
      cells.emplace_back(name_of(value));
      if (!for_people) cells.emplace_back(key_of(value));
    }
    std::vector<std::string> notes;
    if (output_.evidence) {
      for (const Edge* edge : edges) add_evidence(*edge, for_people, cells, notes);
    }
    table_->row(std::move(cells));
    for (auto& note : notes) table_->note(std::move(note));
  }

  void finish() { table_->finish(); }

 private:
  const std::string& name_of(const query::PatternValue& value) {
    const auto* entity = std::get_if<EntityKey>(&value);
    if (entity == nullptr) {
      const auto& type = info(std::get<RelationType>(value));
      return names_.try_emplace(std::string(type.name), output_.lang == "ar" ? type.label_ar : type.label_en).first->second;
    }
    const auto [it, fresh] = names_.try_emplace(entity->str());
    if (fresh) it->second = both_names(source_, *entity, output_.lang);
    return it->second;
  }

  static std::string key_of(const query::PatternValue& value) {
    const auto* entity = std::get_if<EntityKey>(&value);
    return entity != nullptr ? entity->str() : std::string(to_string(std::get<RelationType>(value)));
  }

  void add_evidence(const Edge& edge, bool for_people, std::vector<TableCell>& cells, std::vector<std::string>& notes) {
    const auto claim = query::best_claim(source_, edge);
    const auto document = claim ? source_.document(claim->document) : std::nullopt;
    const std::string sentence = document ? clean_text(query::sentence_text(*claim, *document)) : "";
    const std::string date = document ? query::date_of(*claim, *document) : edge.last_date;
    const std::string speaker = claim && !claim->attribution.empty() ? claim->attribution.front().speaker.text : "";
    if (for_people) {
      std::string where = sentence + " [";
      if (!speaker.empty()) where += speaker + "; ";
      where += edge.key.polarity == Polarity::kDenied ? "denied; " : "";
      where += date;
      if (document) where += (date.empty() ? "" : ", ") + (document->source.empty() ? document->id.str() : document->source);
      if (edge.claims > 1) where += ", " + std::to_string(edge.claims) + " claims";
      notes.push_back(where + "]");
      return;
    }
    cells.emplace_back(claim ? claim->id.str() : std::string());
    cells.emplace_back(to_string(edge.key.type));
    cells.push_back(count_cell(edge.claims));
    cells.push_back(count_cell(edge.sources));
    cells.emplace_back(date);
    cells.emplace_back(speaker);
    cells.emplace_back(sentence);
    cells.emplace_back(claim ? claim->document.str() : std::string());
  }

  const ClaimSource& source_;
  const PatternOutput& output_;
  std::vector<TableColumn> columns_;
  std::unique_ptr<TableWriter> table_;
  std::unordered_map<std::string, std::string> names_;
};

/// Sorts by the keys of `--order`, the first the most important.
void sort_rows(const ClaimSource& source, const PatternOutput& output, const std::vector<std::string>& variables, std::vector<KeptRow>& rows) {
  std::unordered_map<EntityKey, std::string> names;
  const auto text = [&](const query::PatternValue& value) -> std::string {
    const auto* entity = std::get_if<EntityKey>(&value);
    if (entity == nullptr) return std::string(to_string(std::get<RelationType>(value)));
    const auto [it, fresh] = names.try_emplace(*entity);
    if (fresh) it->second = both_names(source, *entity, output.lang);
    return it->second;
  };
  for (auto order = output.order.rbegin(); order != output.order.rend(); ++order) {
    const bool descending = order->starts_with('-');
    std::string name = order->substr(descending ? 1 : 0);
    if (name.starts_with('?')) name.erase(0, 1);
    if (name == "evidence") {
      // The row is as strong as its weakest edge.
      const auto weakest = [](const KeptRow& row) { return *std::max_element(row.edges.begin(), row.edges.end(), query::stronger); };
      std::stable_sort(rows.begin(), rows.end(), [&](const KeptRow& a, const KeptRow& b) {
        return descending ? query::stronger(weakest(b), weakest(a)) : query::stronger(weakest(a), weakest(b));
      });
      continue;
    }
    const auto at = std::find(variables.begin(), variables.end(), name) - variables.begin();
    if (at == static_cast<std::ptrdiff_t>(variables.size())) throw UsageError("--order: no variable ?" + name + " is shown; evidence is the other choice");
    const auto index = static_cast<std::size_t>(at);
    std::stable_sort(rows.begin(), rows.end(), [&](const KeptRow& a, const KeptRow& b) {
      const auto order_of = text(a.values[index]).compare(text(b.values[index]));
      return descending ? order_of > 0 : order_of < 0;
    });
  }
}

void run(const store::Store& source, const std::string& text, query::PatternOptions options, const PatternOutput& output) {
  const query::Pattern pattern = query::parse_pattern(text);
  query::PatternSearch search(source, pattern, std::move(options));
  if (output.explain) {
    for (const std::size_t number : search.order()) std::cerr << "isnad: looks up triple " << number + 1 << '\n';
  }
  if (output.count) {
    std::cout << search.run([](const query::PatternRow&) { return true; }) << '\n';
    return;
  }
  RowWriter writer(source, output, search.shown(), pattern.triples.size());
  std::size_t shown = 0;
  bool more = false;
  if (output.order.empty()) {
    search.run([&](const query::PatternRow& row) {
      more = output.limit != 0 && shown == output.limit;
      if (more) return false;
      ++shown;
      writer.write(row.values, row.edges);
      return static_cast<bool>(std::cout);
    });
  } else {
    std::vector<KeptRow> rows;
    search.run([&](const query::PatternRow& row) {
      KeptRow kept{row.values, {}};
      for (const Edge* edge : row.edges) kept.edges.push_back(*edge);
      rows.push_back(std::move(kept));
      return true;
    });
    sort_rows(source, output, search.shown(), rows);
    for (const auto& row : rows) {
      more = output.limit != 0 && shown == output.limit;
      if (more) break;
      ++shown;
      std::vector<const Edge*> edges;
      for (const auto& edge : row.edges) edges.push_back(&edge);
      writer.write(row.values, edges);
    }
  }
  writer.finish();
  if (shown == 0) std::cerr << "isnad: nothing fits\n";
  if (more) std::cerr << "isnad: there are more; --limit " << 2 * output.limit << " shows them\n";
}

}  // namespace

void write_pattern_rows(const store::Store& source, const std::string& pattern, query::PatternOptions options, const PatternOutput& output) {
  try {
    run(source, pattern, std::move(options), output);
  } catch (const query::PatternError& error) {
    show_place(pattern, error);
    throw;
  }
}

}  // namespace isnad::cli
