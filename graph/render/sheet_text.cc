#include "graph/render/sheet_text.h"

#include <string_view>

#include "graph/render/html_label.h"
#include "graph/render/plain_text.h"
#include "graph/render/style.h"

namespace isnad::render {

namespace {

constexpr std::string_view kPlainTable = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"";

std::string side(bool right) { return right ? "RIGHT" : "LEFT"; }

std::string table(double padding, std::string_view rows) {
  return std::string(kPlainTable) + std::to_string(static_cast<int>(padding)) + "\">" + std::string(rows) + "</TABLE>";
}

/// Lines of one paragraph, each closed by a break that puts it to the side where its language begins.
std::string paragraph(std::string_view text, double width_em, double points, std::string_view colour, bool bold, bool right, bool sheet_rtl) {
  std::string out;
  for (const auto& line : wrap_text(clean_text(text), width_em)) {
    std::string escaped = label_text(line, sheet_rtl || right);
    if (bold) escaped = in_bold(escaped);
    out += in_font(escaped, points, colour) + "<BR ALIGN=\"" + side(right) + "\"/>";
  }
  return out;
}

std::string quoted(const Footnote& note) { return note.lang == "ar" ? "«" + note.sentence + "»" : "“" + note.sentence + "”"; }

/// The number's own column is about two ems.
double text_width_em(double width_points) { return width_points / kNotePoints - 2.5; }

}  // namespace

std::string note_origin(const Footnote& note) {
  std::string out;
  for (const auto* part : {&note.speaker, &note.source, &note.date}) {
    if (part->empty()) continue;
    if (!out.empty()) out += " · ";
    out += *part;
  }
  return out;
}

std::size_t note_lines(const Footnote& note, double width_points) {
  return wrap_text(clean_text(quoted(note)), text_width_em(width_points)).size() + (note_origin(note).empty() ? 0 : 1);
}

std::string title_label(const Diagram& diagram, double width_points) {
  const bool rtl = diagram.right_to_left();
  std::string text;
  if (!diagram.title.empty()) text += paragraph(diagram.title, width_points / kTitlePoints, kTitlePoints, kInk, true, rtl, rtl);
  if (!diagram.subtitle.empty()) {
    text += paragraph(diagram.subtitle, width_points / kSubtitlePoints, kSubtitlePoints, kQuietInk, false, rtl, rtl);
  }
  if (!diagram.remark.empty()) {
    text += paragraph(diagram.remark, width_points / kSubtitlePoints, kSubtitlePoints, kQuietInk, false, rtl, rtl);
  }
  if (text.empty()) return {};
  return table(0, "<TR><TD ALIGN=\"" + side(rtl) + "\" BALIGN=\"" + side(rtl) + "\">" + text + "</TD></TR>");
}

std::string legend_label(const LegendRow& row, bool right_to_left) {
  return table(0, "<TR><TD>" + in_font(label_text(row.text, right_to_left), kLegendPoints, kQuietInk) + "</TD></TR>");
}

std::string notes_label(const Diagram& diagram, std::size_t first, std::size_t last, double width_points) {
  const bool rtl = diagram.right_to_left();
  std::string rows;
  for (std::size_t i = first; i < last && i < diagram.notes.size(); ++i) {
    const auto& note = diagram.notes[i];
    const bool note_rtl = note.lang == "ar";
    const double width_em = text_width_em(width_points);
    std::string text = paragraph(quoted(note), width_em, kNotePoints, kInk, false, note_rtl, false);
    if (const auto origin = note_origin(note); !origin.empty()) {
      text += paragraph(origin, width_em, kNotePoints - 1, kQuietInk, false, note_rtl, rtl);
    }
    const std::string number = "<TD VALIGN=\"TOP\" ALIGN=\"" + side(rtl) + "\">" +
                               in_font(in_bold(std::to_string(note.number)), kNotePoints, kInk) + "</TD>";
    const std::string cell = "<TD VALIGN=\"TOP\" ALIGN=\"" + side(note_rtl) + "\" BALIGN=\"" + side(note_rtl) + "\">" + text + "</TD>";
    rows += "<TR>" + (rtl ? cell + number : number + cell) + "</TR>";
  }
  return rows.empty() ? rows : table(3, rows);
}

}  // namespace isnad::render
