#include "extract/conllu/reader.h"

#include <array>
#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/conllu/spans.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace isnad::conllu {

namespace {

constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text.front() == '-') return std::nullopt;
  return value;
}

std::string field(std::string_view column) { return column == "_" ? std::string() : std::string(column); }

/// Builds one sentence from its lines, and says what is wrong with them.
class Builder {
 public:
  Builder(const std::string& name, Sentence& sentence) : name_(name), sentence_(sentence) {}

  void comment(std::string_view line) {
    line.remove_prefix(1);
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    const std::uint32_t number = comment_lines_++;
    if (const auto value = after(line, "sent_id"); value && sentence_.id.empty()) {
      sentence_.id = *value;
      sentence_.id_line = number;
    } else if (const auto text = after(line, "text"); text && sentence_.text.empty()) {
      sentence_.text = *text;
      sentence_.text_line = number;
    } else {
      sentence_.comments.emplace_back(line);
    }
  }

  void token(std::string_view line, std::uint64_t number) {
    line_ = number;
    const Columns columns = split(line);
    const std::string_view id = columns[0];
    if (columns[1].empty()) fail("the form is empty");
    if (const auto dash = id.find('-'); dash != std::string_view::npos)
      return multiword(columns, id.substr(0, dash), id.substr(dash + 1));
    if (const auto dot = id.find('.'); dot != std::string_view::npos) return empty_node(id.substr(0, dot), id.substr(dot + 1));
    word(columns);
  }

  void finish(std::uint64_t first_line) {
    line_ = first_line;
    if (sentence_.words.empty()) fail("a sentence without words");
    if (!sentence_.multiword_tokens.empty() && sentence_.multiword_tokens.back().last > sentence_.size()) {
      fail("a multiword token reaches past the last word");
    }
    for (int id = 1; id <= sentence_.size(); ++id) {
      const int head = sentence_.word(id).head;
      if (head > sentence_.size())
        fail("word " + std::to_string(id) + " has head " + std::to_string(head) + ", which is no word");
      if (head == id) fail("word " + std::to_string(id) + " is its own head");
    }
    if (!sentence_.text.empty()) set_spans(sentence_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { throw FormatError(name_, line_, message); }

  static std::optional<std::string> after(std::string_view line, std::string_view key) {
    if (!line.starts_with(key)) return std::nullopt;
    line.remove_prefix(key.size());
    if (!line.starts_with(" = ")) return std::nullopt;
    return std::string(line.substr(3));
  }

  Columns split(std::string_view line) const {
    Columns columns;
    std::size_t count = 0;
    for (std::size_t begin = 0;;) {
      const std::size_t tab = line.find('\t', begin);
      if (count < kColumns) columns[count] = line.substr(begin, tab == std::string_view::npos ? tab : tab - begin);
      ++count;
      if (tab == std::string_view::npos) break;
      begin = tab + 1;
    }
    if (count != kColumns) fail("expected 10 columns divided by tabs, found " + std::to_string(count));
    return columns;
  }

  void multiword(const Columns& columns, std::string_view first, std::string_view last) {
    const auto begin = whole_number(first);
    const auto end = whole_number(last);
    if (!begin || !end || *begin >= *end) fail("bad range of words '" + std::string(columns[0]) + "'");
    if (*begin != sentence_.size() + 1) fail("the range " + std::string(columns[0]) + " does not start at the next word");
    auto& tokens = sentence_.multiword_tokens;
    if (!tokens.empty() && tokens.back().last >= *begin)
      fail("the range " + std::string(columns[0]) + " overlaps the one before");
    MultiwordToken token;
    token.first = *begin;
    token.last = *end;
    token.form = columns[1];
    token.feats = field(columns[5]);
    token.misc = field(columns[9]);
    tokens.push_back(std::move(token));
  }

  void empty_node(std::string_view major, std::string_view minor) const {
    if (!whole_number(major) || !whole_number(minor)) fail("bad id of an empty node");
  }

  void word(const Columns& columns) {
    const auto id = whole_number(columns[0]);
    if (!id) fail("bad id '" + std::string(columns[0]) + "'");
    if (*id != sentence_.size() + 1)
      fail("expected word " + std::to_string(sentence_.size() + 1) + ", found " + std::to_string(*id));
    Word word;
    word.form = columns[1];
    word.lemma = field(columns[2]);
    word.upos = field(columns[3]);
    word.xpos = field(columns[4]);
    word.feats = field(columns[5]);
    if (columns[6] != "_") {
      const auto head = whole_number(columns[6]);
      if (!head) fail("bad head '" + std::string(columns[6]) + "'");
      word.head = *head;
    }
    word.deprel = field(columns[7]);
    word.deps = field(columns[8]);
    word.misc = field(columns[9]);
    sentence_.words.push_back(std::move(word));
  }

  const std::string& name_;
  Sentence& sentence_;
  std::uint64_t line_ = 0;
  std::uint32_t comment_lines_ = 0;
};

}  // namespace

Reader::Reader(std::istream& input, std::string name) : input_(input), name_(std::move(name)) {}

bool Reader::next(Sentence& sentence) {
  Sentence read;
  Builder builder(name_, read);
  std::string line;
  std::uint64_t first_line = 0;
  while (std::getline(input_, line)) {
    ++line_;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.empty()) {
      if (first_line == 0) continue;
      break;
    }
    if (const auto bad = text::first_invalid_utf8(line)) {
      throw FormatError(name_, line_, "not UTF-8 at byte " + std::to_string(*bad) + " of the line");
    }
    if (first_line == 0) first_line = line_;
    if (line.front() == '#') {
      if (!read.words.empty()) throw FormatError(name_, line_, "a comment within a sentence");
      builder.comment(line);
    } else {
      builder.token(line, line_);
    }
  }
  if (input_.bad()) throw IoError(name_ + ": cannot be read");
  if (first_line == 0) return false;
  builder.finish(first_line);
  sentence = std::move(read);
  return true;
}

std::vector<Sentence> read_file(const std::filesystem::path& path) {
  std::ifstream input(path, std::ios::binary);
  if (!input) throw IoError(path.string() + ": cannot be opened");
  Reader reader(input, path.string());
  std::vector<Sentence> sentences;
  for (Sentence sentence; reader.next(sentence);) sentences.push_back(std::move(sentence));
  return sentences;
}

}  // namespace isnad::conllu
