#include <string_view>

#include "graph/model/plain_text.h"
#include "graph/report/formats.h"
#include "graph/report/layout.h"

namespace isnad::report {

namespace {

using Look = Run::Look;

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1a1a1a; --quiet: #5a5a5a; --line: #d8d8d4; --s: #cfe6f7; --r: #ffe3b3; --o: #cdebdd; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --quiet: #a9adb5; --line: #363a42; --s: #1d4a6b; --r: #6b4a12; --o: #1d5a44; --paper: #16181c; } .diagram { background: #fff; } }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; background: var(--paper); color: var(--ink); font: 16px/1.6 "Noto Sans", "Noto Naskh Arabic", "Segoe UI", "Geeza Pro", Tahoma, sans-serif; }
:lang(ar) { line-height: 1.85; }
h1 { margin: 0; } h2 { margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); font-size: 1.15rem; }
.quiet { color: var(--quiet); font-size: .9em; }
ul { padding-inline-start: 1.2rem; } li { margin: .3rem 0; }
ol { padding-inline-start: 2rem; }
sup { line-height: 0; margin-inline-start: .15em; } sup + sup::before { content: ", "; }
mark { color: inherit; border-radius: 2px; } mark.s { background: var(--s); } mark.r { background: var(--r); } mark.o { background: var(--o); }
.diagram { margin: 1.5rem 0; overflow-x: auto; } .diagram svg { max-width: 100%; height: auto; }
:target { outline: 2px solid #0072b2; outline-offset: 3px; }
@media print { body { max-width: none; margin: 0; } a { color: inherit; text-decoration: none; } }
)";

std::string inner(const Run& run) {
  const std::string text = xml_text(run.text);
  const std::string own = run.foreign ? "<bdi>" + text + "</bdi>" : text;
  switch (run.look) {
    case Look::kStrong:
      return "<strong>" + own + "</strong>";
    case Look::kQuiet:
      return "<span class=\"quiet\">" + own + "</span>";
    case Look::kNoteNumber:
      return "<sup><a href=\"#note-" + text + "\">" + text + "</a></sup>";
    case Look::kSubject:
      return "<mark class=\"s\">" + text + "</mark>";
    case Look::kRelation:
      return "<mark class=\"r\">" + text + "</mark>";
    case Look::kObject:
      return "<mark class=\"o\">" + text + "</mark>";
    case Look::kLink:
      return "<a class=\"quiet\" rel=\"noopener noreferrer\" href=\"" + xml_text(run.url) + "\">" + own + "</a>";
    default:
      return own;
  }
}

bool part_of_quotation(const Run& run) {
  return run.foreign && (run.look == Look::kPlain || run.look == Look::kSubject || run.look == Look::kRelation || run.look == Look::kObject);
}

/// A quotation of several runs is one isolate: its own runs must not be.
std::string runs_of(const Block& block) {
  std::string out;
  bool quoting = false;
  for (const auto& run : block.runs) {
    const bool quotation = block.kind == Block::Kind::kNote && part_of_quotation(run);
    if (quotation != quoting) out += quotation ? "<bdi>" : "</bdi>";
    quoting = quotation;
    Run plain = run;
    if (quotation) plain.foreign = false;
    out += inner(plain);
  }
  return out + (quoting ? "</bdi>" : "");
}

/// An SVG file inside HTML: without its XML declaration and document type.
std::string_view bare_svg(std::string_view svg) {
  const auto begin = svg.find("<svg");
  return begin == std::string_view::npos ? std::string_view{} : svg.substr(begin);
}

}  // namespace

std::string to_html(const Dossier& dossier) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(dossier.right_to_left() ? "ar\" dir=\"rtl" : "en\" dir=\"ltr") +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>" +
                    xml_text(dossier.name) + "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n";
  Block::Kind open = Block::Kind::kParagraph;
  for (const auto& block : lay_out(dossier)) {
    if (block.kind != open) {
      if (open == Block::Kind::kBullet) out += "</ul>\n";
      if (block.kind == Block::Kind::kBullet) out += "<ul>\n";
      if (block.kind == Block::Kind::kNote) out += "<ol>\n";
      open = block.kind;
    }
    switch (block.kind) {
      case Block::Kind::kTitle:
        out += "<h1>" + runs_of(block) + "</h1>\n";
        break;
      case Block::Kind::kHeading:
        out += "<h2>" + runs_of(block) + "</h2>\n";
        break;
      case Block::Kind::kBullet:
        out += "<li>" + runs_of(block) + "</li>\n";
        break;
      case Block::Kind::kNote:
        out += "<li id=\"note-" + std::to_string(block.number) + "\">" + runs_of(block) + "</li>\n";
        break;
      case Block::Kind::kDiagram:
        out += "<div class=\"diagram\">" + std::string(bare_svg(block.svg)) + "</div>\n";
        break;
      default:
        out += "<p>" + runs_of(block) + "</p>\n";
    }
  }
  if (open == Block::Kind::kNote) out += "</ol>\n";
  if (open == Block::Kind::kBullet) out += "</ul>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace isnad::report
