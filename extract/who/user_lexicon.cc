#include "extract/who/user_lexicon.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <tuple>
#include <utility>

#include "extract/data_files.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace isnad::who {

namespace {

using Cells = std::vector<std::string>;

constexpr std::array<std::string_view, 7> kActorColumns = {"key",        "type",       "name_ar", "name_en",
                                                           "aliases_ar", "aliases_en", "country"};
constexpr std::array<std::string_view, 5> kTermColumns = {"holder", "office", "of", "from", "to"};

template <class Columns>
std::string header_of(const Columns& columns) {
  std::string line = "#";
  for (const std::string_view column : columns) line.append(line.size() == 1 ? "" : "\t").append(column);
  return line;
}

std::size_t columns_of(UserRow::Kind kind) { return kind == UserRow::Kind::kActor ? kActorColumns.size() : kTermColumns.size(); }

Cells split(std::string_view line) {
  Cells cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    std::string_view cell = line.substr(0, tab);
    const std::size_t first = cell.find_first_not_of(" \r");
    cell = first == std::string_view::npos ? std::string_view{} : cell.substr(first, cell.find_last_not_of(" \r") - first + 1);
    cells.emplace_back(cell == "-" ? std::string_view{} : cell);
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

bool has_control(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](unsigned char c) { return (c < 0x20 && c != '\t' && c != '\r') || c == 0x7F; });
}

auto order_of(const UserRow& row) { return std::pair(row.kind, row.id()); }

bool comes_first(const UserRow& a, const UserRow& b) { return order_of(a) < order_of(b); }

/// A line longer than this is none of a lexicon.
constexpr std::size_t kMaxLineBytes = std::size_t{1} << 16U;

class Reader {
 public:
  explicit Reader(std::string name) : name_(std::move(name)) {}

  void line(std::string_view text) {
    ++number_;
    if (number_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.size() > kMaxLineBytes) return fault("a line of more than 64 KiB");
    if (text::first_invalid_utf8(text)) return fault("no UTF-8");
    if (has_control(text)) return fault("a control character");
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) return;
    if (text.front() == '#') return header(text);
    row(split(text));
  }

  UserFile take() {
    if (!has_header_ && file_.findings.empty()) fault("has no header line");
    std::stable_sort(file_.rows.begin(), file_.rows.end(), comes_first);
    return std::move(file_);
  }

 private:
  void header(std::string_view text) {
    while (text.ends_with('\r') || text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    // Anything else behind # is a comment.
    if (text != header_of(kActorColumns) && text != header_of(kTermColumns)) {
      if (text.starts_with("#key\t") || text.starts_with("#holder\t")) {
        fault("the header must be `" + (text[1] == 'k' ? header_of(kActorColumns) : header_of(kTermColumns)) + "`");
      }
      return;
    }
    has_header_ = true;
    kind_ = text[1] == 'k' ? UserRow::Kind::kActor : UserRow::Kind::kTerm;
  }

  void row(Cells cells) {
    if (!has_header_) {
      if (!told_header_)
        fault("a row before the first header, `" + header_of(kActorColumns) + "` or `" + header_of(kTermColumns) + "`");
      told_header_ = true;
      return;
    }
    const std::size_t columns = columns_of(kind_);
    if (cells.size() > columns)
      return fault("has " + std::to_string(cells.size()) + " cells instead of at most " + std::to_string(columns));
    cells.resize(columns);
    if (cells.front().empty()) return fault("the first cell is empty");
    UserRow made{kind_, std::move(cells), place()};
    const auto [at, added] = seen_.try_emplace(order_of(made), made.place);
    if (!added) return fault(made.id() + " is in " + at->second + " already");
    file_.rows.push_back(std::move(made));
  }

  [[nodiscard]] std::string place() const { return name_ + ":" + std::to_string(number_); }
  void fault(std::string what) { file_.findings.push_back({place(), std::move(what)}); }

  std::string name_;
  std::uint64_t number_ = 0;
  UserRow::Kind kind_ = UserRow::Kind::kActor;
  bool has_header_ = false;
  bool told_header_ = false;
  std::map<std::pair<UserRow::Kind, std::string>, std::string> seen_;
  UserFile file_;
};

}  // namespace

std::string UserRow::id() const {
  return kind == Kind::kActor ? cells[0] : cells[0] + " " + cells[1] + " " + cells[2] + " " + cells[3];
}

UserFile read_user_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path))
    throw IoError(path.string() + ": " + (in ? "is a folder" : std::strerror(errno)));
  Reader reader(path.string());
  for (std::string line; std::getline(in, line);) reader.line(line);
  if (in.bad()) throw IoError(path.string() + ": cannot be read");
  return reader.take();
}

UserLexicon merged(UserLexicon rows, const UserLexicon& added) {
  std::map<std::pair<UserRow::Kind, std::string>, UserRow> all;
  for (UserRow& row : rows) all.insert_or_assign(order_of(row), std::move(row));
  for (const UserRow& row : added) all.insert_or_assign(order_of(row), row);
  UserLexicon out;
  out.reserve(all.size());
  for (auto& [order, row] : all) out.push_back(std::move(row));
  return out;
}

std::string fingerprint(const UserLexicon& rows) {
  if (rows.empty()) return "";
  std::string all;
  for (const UserRow& row : rows) {
    all += static_cast<char>('0' + static_cast<int>(row.kind));
    for (const std::string& cell : row.cells) all.append(cell).push_back('\t');
    all += '\n';
  }
  return " user-lexicon:" + bytes_fingerprint(all);
}

std::string to_table(const UserLexicon& rows) {
  std::string out;
  for (const auto kind : {UserRow::Kind::kActor, UserRow::Kind::kTerm}) {
    bool has_header = false;
    for (const UserRow& row : rows) {
      if (row.kind != kind) continue;
      if (!has_header) out += (kind == UserRow::Kind::kActor ? header_of(kActorColumns) : header_of(kTermColumns)) + "\n";
      has_header = true;
      std::size_t used = row.cells.size();
      while (used > 0 && row.cells[used - 1].empty()) --used;
      for (std::size_t i = 0; i < used; ++i) out.append(i == 0 ? "" : "\t").append(row.cells[i]);
      out += '\n';
    }
  }
  return out.empty() ? header_of(kActorColumns) + "\n" : out;
}

}  // namespace isnad::who
