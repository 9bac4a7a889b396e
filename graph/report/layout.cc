#include "graph/report/layout.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "graph/render/words.h"

namespace isnad::report {

namespace {

using Look = Run::Look;

/// Cuts UTF-8 at places counted in UTF-16 units, in rising order.
class UnitCutter {
 public:
  explicit UnitCutter(std::string_view text) : rest_(text) {}

  std::string up_to(std::size_t unit) {
    std::size_t bytes = 0;
    while (units_ < unit && bytes < rest_.size()) {
      const auto lead = static_cast<unsigned char>(rest_[bytes]);
      units_ += lead >= 0xF0 ? 2 : 1;
      bytes += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
    bytes = std::min(bytes, rest_.size());
    std::string out(rest_.substr(0, bytes));
    rest_.remove_prefix(bytes);
    return out;
  }
  [[nodiscard]] std::string rest() const { return std::string(rest_); }

 private:
  std::string_view rest_;
  std::size_t units_ = 0;
};

class Writer {
 public:
  explicit Writer(const Dossier& dossier) : dossier_(dossier), words_(dossier.lang) {}

  std::vector<Block> run() {
    head();
    if (dossier_.claims == 0) {
      add(Block::Kind::kParagraph, {{Look::kPlain, words_.pick("لا توجد علاقات توافق هذا الاختيار.", "No relations match this selection.")}});
      return std::move(out_);
    }
    if (!dossier_.posts.empty()) {
      heading(words_.pick("مناصب", "Posts"));
      for (const auto& post : dossier_.posts) bullet(post);
    }
    if (!dossier_.diagram_svg.empty()) {
      Block diagram;
      diagram.kind = Block::Kind::kDiagram;
      diagram.svg = dossier_.diagram_svg;
      out_.push_back(std::move(diagram));
    }
    for (const auto& section : dossier_.sections) {
      heading(words_.family(section.family));
      for (const auto& statement : section.statements) bullet(statement);
      left_out(section.left_out);
    }
    disputes();
    timeline();
    notes();
    return std::move(out_);
  }

 private:
  void add(Block::Kind kind, std::vector<Run> runs, std::uint32_t number = 0) {
    Block block;
    block.kind = kind;
    block.runs = std::move(runs);
    block.number = number;
    out_.push_back(std::move(block));
  }

  void heading(std::string text) {
    // Names of families are written small on a diagram; a heading begins with a capital.
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    add(Block::Kind::kHeading, {{Look::kPlain, std::move(text)}});
  }

  [[nodiscard]] std::string comma() const { return words_.pick("، ", ", "); }

  void head() {
    add(Block::Kind::kTitle, {{Look::kPlain, dossier_.name}});
    std::vector<Run> second;
    if (!dossier_.second_name.empty()) second = {{Look::kQuiet, dossier_.second_name, 0, {}, true}, {Look::kQuiet, " · "}};
    second.push_back({Look::kQuiet, words_.entity_type(dossier_.type)});
    add(Block::Kind::kSubtitle, std::move(second));
    if (dossier_.claims == 0) return;
    std::string summary = words_.documents(dossier_.documents) + comma() + words_.sources(dossier_.sources);
    if (!dossier_.first_date.empty()) summary += comma() + words_.period(dossier_.first_date, dossier_.last_date);
    add(Block::Kind::kParagraph, {{Look::kPlain, std::move(summary)}});
    if (dossier_.other_names.empty()) return;
    std::vector<Run> names = {{Look::kPlain, words_.pick("يُسمى أيضا: ", "Also called: ")}};
    for (std::size_t i = 0; i < dossier_.other_names.size(); ++i) {
      if (i > 0) names.push_back({Look::kPlain, comma()});
      names.push_back({Look::kPlain, dossier_.other_names[i], 0, {}, true});
    }
    add(Block::Kind::kParagraph, std::move(names));
  }

  void append_statement(std::vector<Run>& runs, const Statement& statement) const {
    runs.push_back({Look::kStrong, statement.subject, 0, {}, true});
    runs.push_back({Look::kPlain, " "});
    runs.push_back({Look::kPlain, statement.label});
    runs.push_back({Look::kPlain, " "});
    runs.push_back({Look::kStrong, statement.object, 0, {}, true});
    for (const auto note : statement.notes) runs.push_back({Look::kNoteNumber, std::to_string(note), note});
  }

  [[nodiscard]] std::string modality(Modality modality) const {
    switch (modality) {
      case Modality::kFuture:
        return words_.pick("مستقبل", "future");
      case Modality::kPossible:
        return words_.pick("محتمل", "possible");
      case Modality::kNecessary:
        return words_.pick("مطلوب", "called for");
      default:
        return {};
    }
  }

  void bullet(const Statement& statement) {
    std::vector<Run> runs;
    append_statement(runs, statement);
    std::string about = words_.sources(statement.sources);
    if (!statement.first_date.empty()) about += comma() + words_.period(statement.first_date, statement.last_date);
    if (const auto word = modality(statement.modality); !word.empty()) about += comma() + word;
    runs.push_back({Look::kQuiet, " — " + about});
    add(Block::Kind::kBullet, std::move(runs));
  }

  void left_out(std::size_t count) {
    if (count == 0) return;
    add(Block::Kind::kParagraph, {{Look::kQuiet, words_.pick("لم يُذكر هنا: ", "Not listed here: ") + std::to_string(count)}});
  }

  void disputes() {
    if (dossier_.disputes.empty()) return;
    heading(words_.pick("ما يُختلف عليه", "In dispute"));
    for (const auto& dispute : dossier_.disputes) {
      std::vector<Run> runs;
      append_statement(runs, dispute.said);
      runs.push_back({Look::kPlain, words_.pick("؛ في المقابل: ", "; on the other side: ")});
      append_statement(runs, dispute.denied);
      add(Block::Kind::kBullet, std::move(runs));
    }
  }

  void timeline() {
    if (dossier_.timeline.empty()) return;
    heading(words_.pick("تسلسل الأحداث", "Timeline"));
    for (const auto& row : dossier_.timeline) {
      std::vector<Run> runs = {{Look::kQuiet, words_.date(row.date)}, {Look::kPlain, words_.pick(": ", ": ")}};
      append_statement(runs, row.statement);
      if (const auto word = modality(row.statement.modality); !word.empty()) runs.push_back({Look::kQuiet, " — " + word});
      add(Block::Kind::kBullet, std::move(runs));
    }
    left_out(dossier_.timeline_left_out);
  }

  void notes() {
    heading(words_.pick("الجمل والمصادر", "Sentences and sources"));
    for (const auto& note : dossier_.notes) {
      std::vector<Run> runs;
      UnitCutter cutter(note.sentence.text);
      for (const auto& mark : note.sentence.marks) {
        push_foreign(runs, Look::kPlain, cutter.up_to(mark.begin));
        push_foreign(runs, mark.slot == 's' ? Look::kSubject : mark.slot == 'r' ? Look::kRelation : Look::kObject, cutter.up_to(mark.end));
      }
      push_foreign(runs, Look::kPlain, cutter.rest());
      runs.push_back({Look::kQuiet, " — "});
      if (!note.speaker.empty()) {
        runs.push_back({Look::kQuiet, words_.pick("المتحدث: ", "said by ")});
        runs.push_back({Look::kQuiet, note.speaker, 0, {}, true});
        runs.push_back({Look::kQuiet, comma()});
      }
      std::string origin = note.source;
      for (const auto& part : {note.title, note.published}) {
        if (!part.empty()) origin += (origin.empty() ? "" : comma()) + part;
      }
      if (origin.empty()) origin = note.document;
      runs.push_back({note.url.empty() ? Look::kQuiet : Look::kLink, std::move(origin), 0, note.url, true});
      add(Block::Kind::kNote, std::move(runs), note.number);
    }
  }

  static void push_foreign(std::vector<Run>& runs, Look look, std::string text) {
    if (!text.empty()) runs.push_back({look, std::move(text), 0, {}, true});
  }

  const Dossier& dossier_;
  render::Words words_;
  std::vector<Block> out_;
};

}  // namespace

std::vector<Block> lay_out(const Dossier& dossier) { return Writer(dossier).run(); }

}  // namespace isnad::report
