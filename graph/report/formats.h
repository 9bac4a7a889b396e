#pragma once

#include <string>

#include "graph/report/dossier.h"

namespace isnad::report {

/// One HTML file with its style and diagram inside; every note number is a link there and back.
/// Returns: UTF-8. Strings of the dossier are shown as text, whatever they hold.
[[nodiscard]] std::string to_html(const Dossier& dossier);

/// Markdown (CommonMark, with `[^1]` notes as pandoc and GitHub read them), without the diagram.
[[nodiscard]] std::string to_markdown(const Dossier& dossier);

/// A4 pages, numbered, Arabic joined and from right to left (Pango), the diagram as vectors.
///
/// Returns: the bytes of a PDF, the same for the same dossier, libraries and fonts.
/// Throws: Error when a library refuses. Threads: one call at a time (the font map is shared).
[[nodiscard]] std::string to_pdf(const Dossier& dossier);

}  // namespace isnad::report
