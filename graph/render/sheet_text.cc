#include "graph/render/sheet_text.h"

#include <string_view>
#include <utility>

#include "graph/model/plain_text.h"
#include "graph/render/html_label.h"
#include "graph/render/style.h"
#include "graph/render/text_fit.h"
#include "graph/render/words.h"

namespace isnad::render {

namespace {

/// A name of an outlet or a speaker on a footnote is no essay.
constexpr std::size_t kOriginLetters = 44;

/// A paragraph as rows at the sheet's side; each line has the direction that its words ask for.
std::string paragraph(std::string_view text, double width_em, double points, std::string_view colour, bool bold, bool reads_rtl,
                      const LabelStyle& style) {
  std::string rows;
  for (const auto& line : wrap_text(clean_text(text), width_em)) {
    std::string escaped = label_text(line, reads_rtl);
    if (bold) escaped = in_bold(escaped);
    rows += text_row(in_font(escaped, points, colour), style.start(), style);
  }
  return rows;
}

/// Parts in the sheet's order, whatever their scripts. Marks around each part keep its end (an ellipsis, a bracket) with it, and
/// a number from joining the Latin words before it.
std::string origin_line(const std::vector<std::string>& parts, const LabelStyle& style) {
  const auto mark = [](bool right_to_left) { return std::string(right_to_left ? kRightToLeftMark : kLeftToRightMark); };
  const std::string between = mark(style.right_to_left);
  std::string line = between;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string part = shortened(clean_text(parts[i]), kOriginLetters);
    const bool turns = reads_right_to_left(part, false) != style.right_to_left;
    const std::string around = turns ? mark(!style.right_to_left) : std::string();
    std::string escaped = label_text(part, false);
    if (escaped.rfind(kRightToLeftMark, 0) == 0) escaped.erase(0, kRightToLeftMark.size());
    if (i > 0) line += between + " · " + between;
    line += around + escaped + around;
  }
  return line;
}

std::string quoted(const Footnote& note) { return note.lang == "ar" ? "«" + note.sentence + "»" : "“" + note.sentence + "”"; }

/// The number's own column is about two ems and a half.
double text_width_em(double width_points) { return width_points / kNotePoints - 2.5; }

}  // namespace

std::vector<std::string> note_origin(const Footnote& note, const std::string& sheet_lang) {
  std::vector<std::string> out;
  for (auto part : {note.speaker, note.source, Words(sheet_lang).date(note.date)}) {
    if (!part.empty()) out.push_back(std::move(part));
  }
  return out;
}

std::size_t note_lines(const Footnote& note, double width_points) {
  const bool has_origin = !note.speaker.empty() || !note.source.empty() || !note.date.empty();
  return wrap_text(clean_text(quoted(note)), text_width_em(width_points)).size() + (has_origin ? 1 : 0);
}

std::string title_label(const Diagram& diagram, double width_points, const LabelStyle& style) {
  std::string rows;
  if (!diagram.title.empty()) {
    rows += paragraph(diagram.title, width_points / kTitlePoints, kTitlePoints, kInk, true, style.right_to_left, style);
  }
  for (const auto* text : {&diagram.subtitle, &diagram.remark}) {
    if (text->empty()) continue;
    rows += paragraph(*text, width_points / kSubtitlePoints, kSubtitlePoints, kQuietInk, false, style.right_to_left, style);
  }
  return rows.empty() ? rows : plain_table(rows, 1);
}

std::string legend_label(const LegendRow& row, const LabelStyle& style) {
  return plain_table(text_row(in_font(label_text(row.text, style.right_to_left), kLegendPoints, kQuietInk), style.start(), style),
                     0);
}

std::string notes_label(const Diagram& diagram, std::size_t first, std::size_t last, double width_points,
                        const LabelStyle& style) {
  const double width_em = text_width_em(width_points);
  std::string rows;
  for (std::size_t i = first; i < last && i < diagram.notes.size(); ++i) {
    const auto& note = diagram.notes[i];
    // All notes stand beside their numbers, whatever way they read.
    std::string text = paragraph(quoted(note), width_em, kNotePoints, kInk, false, note.lang == "ar", style);
    if (const auto origin = note_origin(note, diagram.lang); !origin.empty()) {
      text += text_row(in_font(origin_line(origin, style), kNotePoints - 1, kQuietInk), style.start(), style);
    }
    // As far from the top as the first line of the words, which stand in a table of their own.
    std::string number = text_cell(in_font(in_bold(std::to_string(note.number)), kNotePoints, kInk), style.start(), style);
    number.insert(3, " CELLPADDING=\"4\"");
    const std::string words = "<TD>" + plain_table(text, 1) + "</TD>";
    rows += "<TR>" + (style.right_to_left ? words + number : number + words) + "</TR>";
  }
  return rows.empty() ? rows : plain_table(rows, 3);
}

}  // namespace isnad::render
