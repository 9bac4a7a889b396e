#include "graph/render/layout.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "graph/model/error.h"
#include "graph/render/child_process.h"
#include "graph/render/dot_writer.h"
#include "graph/render/sheet.h"
#include "graph/render/svg_text.h"

namespace isnad::render {

namespace {

constexpr std::size_t kDotNodes = 200;
constexpr std::size_t kDotArrows = 500;

struct Attempt {
  std::string engine;
  bool fast = false;
  /// Share of the time that is left when it starts.
  double share = 1;

  [[nodiscard]] std::string name() const { return engine + (fast ? " fast" : ""); }
};

/// The most beautiful layout that has a chance comes first, the one that always ends last.
std::vector<Attempt> attempts(const Diagram& diagram, const std::string& engine) {
  if (!engine.empty() && engine != "dot" && engine != "sfdp") throw UsageError("unknown layout '" + engine + "': dot or sfdp");
  const bool small = diagram.nodes.size() <= kDotNodes && diagram.arrows.size() <= kDotArrows;
  if (engine == "dot" || (engine.empty() && small)) {
    return {{"dot", false, 0.35}, {"dot", true, 0.35}, {"sfdp", false, 0.7}, {"sfdp", true, 1}};
  }
  return {{"sfdp", false, 0.7}, {"sfdp", true, 1}};
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
  const auto plan = attempts(diagram, options.engine);
  if (options.format == Format::kDot) return {to_dot(diagram, {plan.front().engine, false, true, false}), {}};
  const auto end = std::chrono::steady_clock::now() + options.deadline;
  std::string why = "the time was too short";
  for (const auto& attempt : plan) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    const std::chrono::milliseconds time(static_cast<long long>(static_cast<double>(left.count()) * attempt.share));
    if (time.count() <= 0) break;
    auto result = run_in_child(
        [&] {
          return draw_sheet(diagram, {attempt.engine, attempt.fast, false, options.format == Format::kSvg},
                            device_of(options.format), options.dpi);
        },
        time);
    if (result.outcome == ChildResult::Outcome::kDone) {
      if (options.format == Format::kSvg) result.bytes = finished_svg(result.bytes, diagram);
      return {std::move(result.bytes), attempt.name()};
    }
    why = result.outcome == ChildResult::Outcome::kTimedOut ? "the time was too short" : result.bytes;
  }
  throw Error("cannot draw " + std::to_string(diagram.nodes.size()) + " nodes and " + std::to_string(diagram.arrows.size()) +
              " arrows within " + std::to_string(options.deadline.count() / 1000.0).substr(0, 4) + " s (" + why +
              "): choose fewer, or give more time");
}

}  // namespace isnad::render
