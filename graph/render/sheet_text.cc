#include "graph/render/sheet_text.h"

#include <string_view>

#include "graph/render/html_label.h"
#include "graph/render/plain_text.h"
#include "graph/render/style.h"
#include "graph/render/words.h"

namespace isnad::render {

namespace {

std::string_view side(bool right) { return right ? "RIGHT" : "LEFT"; }

/// A paragraph as rows, each with the direction that its words ask for.
std::string paragraph(std::string_view text, double width_em, double points, std::string_view colour, bool bold, bool right, bool sheet_rtl) {
  std::string rows;
  for (const auto& line : wrap_text(clean_text(text), width_em)) {
    std::string escaped = label_text(line, sheet_rtl);
    if (bold) escaped = in_bold(escaped);
    rows += text_row(in_font(escaped, points, colour), side(right));
  }
  return rows;
}

std::string quoted(const Footnote& note) { return note.lang == "ar" ? "«" + note.sentence + "»" : "“" + note.sentence + "”"; }

/// The number's own column is about two ems and a half.
double text_width_em(double width_points) { return width_points / kNotePoints - 2.5; }

}  // namespace

std::string note_origin(const Footnote& note, const std::string& sheet_lang) {
  std::string out;
  for (const auto& part : {note.speaker, note.source, Words(sheet_lang).date(note.date)}) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += part;
  }
  return out;
}

std::size_t note_lines(const Footnote& note, double width_points) {
  const bool has_origin = !note.speaker.empty() || !note.source.empty() || !note.date.empty();
  return wrap_text(clean_text(quoted(note)), text_width_em(width_points)).size() + (has_origin ? 1 : 0);
}

std::string title_label(const Diagram& diagram, double width_points) {
  const bool rtl = diagram.right_to_left();
  std::string rows;
  if (!diagram.title.empty()) rows += paragraph(diagram.title, width_points / kTitlePoints, kTitlePoints, kInk, true, rtl, rtl);
  for (const auto* text : {&diagram.subtitle, &diagram.remark}) {
    if (!text->empty()) rows += paragraph(*text, width_points / kSubtitlePoints, kSubtitlePoints, kQuietInk, false, rtl, rtl);
  }
  return rows.empty() ? rows : plain_table(rows, 1);
}

std::string legend_label(const LegendRow& row, bool right_to_left) {
  return plain_table(text_row(in_font(label_text(row.text, right_to_left), kLegendPoints, kQuietInk)), 0);
}

std::string notes_label(const Diagram& diagram, std::size_t first, std::size_t last, double width_points) {
  const bool rtl = diagram.right_to_left();
  const double width_em = text_width_em(width_points);
  std::string rows;
  for (std::size_t i = first; i < last && i < diagram.notes.size(); ++i) {
    const auto& note = diagram.notes[i];
    // All notes stand beside their numbers, whatever way they read.
    std::string text = paragraph(quoted(note), width_em, kNotePoints, kInk, false, rtl, note.lang == "ar");
    if (const auto origin = note_origin(note, diagram.lang); !origin.empty()) {
      text += paragraph(origin, width_em, kNotePoints - 1, kQuietInk, false, rtl, rtl);
    }
    const std::string number = "<TD VALIGN=\"TOP\">" + plain_table(text_row(in_font(in_bold(std::to_string(note.number)), kNotePoints, kInk)), 1) + "</TD>";
    const std::string cell = "<TD VALIGN=\"TOP\" ALIGN=\"" + std::string(side(rtl)) + "\">" + plain_table(text, 1) + "</TD>";
    rows += "<TR>" + (rtl ? cell + number : number + cell) + "</TR>";
  }
  return rows.empty() ? rows : plain_table(rows, 2);
}

}  // namespace isnad::render
