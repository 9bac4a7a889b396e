#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/render/diagram.h"
#include "graph/render/earlier_places.h"

namespace isnad::render {

enum class Format : std::uint8_t { kSvg, kPng, kPdf, kDot };

/// Returns: the format of that name (`svg png pdf dot`, also `gv`), in any case; nothing when there is none.
[[nodiscard]] std::optional<Format> format_from(std::string_view name);

struct RenderOptions {
  Format format = Format::kSvg;
  /// Of PNG.
  std::uint32_t dpi = 150;
  /// For all attempts together.
  std::chrono::milliseconds deadline{20'000};
  /// `dot` or `sfdp`; empty: by size.
  std::string engine;
  /// Of an earlier edition: nodes that it has stay where they were, up to one factor; empty, or none of the diagram's: laid out anew.
  EarlierPlaces like = {};
};

struct Drawing {
  std::string bytes;
  /// The layout that was kept: `like`, `like fast` (places of an earlier edition), `dot`, `dot fast`, `sfdp`, `sfdp fast`; empty for
  /// the DOT format, which is not laid out.
  std::string layout;
};

/// Draws a diagram with its title, legend and footnotes. The same diagram gives the same bytes with the same libraries and fonts.
///
/// Layout runs in a child process, because Graphviz can neither be interrupted nor trusted with every graph. When an attempt
/// takes too long or dies, a quicker layout is tried with the time that is left. Arabic goes through Pango (joined, right to
/// left) in PNG and PDF; SVG keeps searchable text with its direction marked.
///
/// Throws: UsageError for an unknown engine; Error when no attempt was done by the deadline, or when a PNG would have more than
/// 100 million dots; IoError when no process can be
/// started. Threads: starts a child with fork(); safe while other threads run, as the child uses nothing of theirs. Cost: dot up
/// to about 200 nodes, sfdp above.
[[nodiscard]] Drawing render(const Diagram& diagram, const RenderOptions& options);

}  // namespace isnad::render
