#include <string_view>

#include "graph/report/formats.h"
#include "graph/report/layout.h"

namespace isnad::report {

namespace {

using Look = Run::Look;

/// Text that Markdown shows as it is.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (std::string_view("\\`*_{}[]()<>#+-!|~&$").find(letter) != std::string_view::npos) out += '\\';
    out += letter;
  }
  return out;
}

std::string inner(const Run& run) {
  const std::string text = escaped(run.text);
  switch (run.look) {
    case Look::kStrong:
    case Look::kRelation:
      return "**" + text + "**";
    case Look::kSubject:
    case Look::kObject:
      return "*" + text + "*";
    case Look::kNoteNumber:
      return "[^" + run.text + "]";
    case Look::kLink: {
      // A URL in angle brackets may hold anything but these.
      const bool fit = run.url.find_first_of("<>\n\r ") == std::string::npos;
      return fit ? "[" + text + "](<" + run.url + ">)" : text;
    }
    default:
      return text;
  }
}

}  // namespace

std::string to_markdown(const Dossier& dossier) {
  std::string out;
  Block::Kind before = Block::Kind::kTitle;
  for (const auto& block : lay_out(dossier)) {
    if (block.kind == Block::Kind::kDiagram) continue;
    if (before == Block::Kind::kBullet && block.kind != Block::Kind::kBullet) out += '\n';
    before = block.kind;
    std::string line;
    for (const auto& run : block.runs) line += inner(run);
    switch (block.kind) {
      case Block::Kind::kTitle:
        out += "# " + line + "\n\n";
        break;
      case Block::Kind::kHeading:
        out += "## " + line + "\n\n";
        break;
      case Block::Kind::kBullet:
        out += "- " + line + "\n";
        break;
      case Block::Kind::kNote:
        out += "[^" + std::to_string(block.number) + "]: " + line + "\n\n";
        break;
      default:
        out += line + "\n\n";
    }
  }
  return out;
}

}  // namespace isnad::report
