#include "graph/render/layout.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <utility>
#include <vector>

#include "graph/model/error.h"
#include "graph/render/child_process.h"
#include "graph/render/dot_writer.h"
#include "graph/render/fallback.h"
#include "graph/render/like_layout.h"
#include "graph/render/pdf_date.h"
#include "graph/render/sheet.h"
#include "graph/render/svg_text.h"

namespace isnad::render {

namespace {

constexpr std::size_t kDotNodes = 200;
constexpr std::size_t kDotArrows = 500;

struct Layout {
  std::string name;
  std::string engine;
  bool fast = false;
  double share = 1;
};

/// The most beautiful layout that has a chance comes first, the one that always ends last.
std::vector<Layout> layouts(const Diagram& diagram, const RenderOptions& options) {
  const std::string& engine = options.engine;
  if (!engine.empty() && engine != "dot" && engine != "sfdp") throw UsageError("unknown layout '" + engine + "': dot or sfdp");
  if (engine.empty() && any_place(diagram, options.like)) {
    return {{"like", "nop", false, 0.5}, {"like fast", "nop", true, 0.6}, {"sfdp fast", "sfdp", true, 1}};
  }
  const bool small = diagram.nodes.size() <= kDotNodes && diagram.arrows.size() <= kDotArrows;
  if (engine == "dot" || (engine.empty() && small)) {
    return {{"dot", "dot", false, 0.35}, {"dot fast", "dot", true, 0.35}, {"sfdp", "sfdp", false, 0.7}, {"sfdp fast", "sfdp", true, 1}};
  }
  return {{"sfdp", "sfdp", false, 0.7}, {"sfdp fast", "sfdp", true, 1}};
}

std::string device_of(Format format) {
  // Never the gd renderer: it does not join Arabic letters.
  switch (format) {
    case Format::kPng:
      return "png:cairo:cairo";
    case Format::kPdf:
      return "pdf:cairo:cairo";
    default:
      return "svg:svg:core";
  }
}

}  // namespace

std::optional<Format> format_from(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Format>, 5> kNames = {
      {{"svg", Format::kSvg}, {"png", Format::kPng}, {"pdf", Format::kPdf}, {"dot", Format::kDot}, {"gv", Format::kDot}}};
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& [known, format] : kNames) {
    if (known == lower) return format;
  }
  return std::nullopt;
}

Drawing render(const Diagram& diagram, const RenderOptions& options) {
  const auto plan = layouts(diagram, options);
  if (options.format == Format::kDot) return {to_dot(diagram, {plan.front().engine, false, true, false}), {}};
  const bool svg = options.format == Format::kSvg;
  std::vector<Attempt> attempts;
  for (const auto& layout : plan) {
    const DotOptions dot{layout.engine, layout.fast, false, svg};
    attempts.push_back({layout.name,
                        [&diagram, &options, dot] { return draw_sheet(diagram, dot, device_of(options.format), options.dpi, options.like); },
                        layout.share});
  }
  try {
    Done done = first_done(attempts, options.deadline);
    if (options.format == Format::kPdf) fix_creation_date(done.bytes);
    return {svg ? finished_svg(done.bytes, diagram) : std::move(done.bytes), std::move(done.name)};
  } catch (const IoError&) {
    throw;
  } catch (const Refusal&) {
    throw;
  } catch (const Error& why) {
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%g", static_cast<double>(options.deadline.count()) / 1000);
    throw Error("cannot draw " + std::to_string(diagram.nodes.size()) + " nodes and " + std::to_string(diagram.arrows.size()) +
                " arrows within " + seconds.data() + " s (" + why.what() + "): choose fewer, or give more time");
  }
}

}  // namespace isnad::render
