#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/drawn_part.h"
#include "cli/filter_options.h"
#include "cli/topic.h"
#include "graph/query/edge_reader.h"
#include "graph/render/build_diagram.h"
#include "graph/render/layout.h"

namespace isnad::cli {

/// `isnad render`: a diagram of who does what to whom.
class CommandRender : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "render"; }
  [[nodiscard]] std::string_view summary() const override { return "Draw the relations between actors"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  DrawnPart part_;
  std::string output_;
  std::string format_;
  bool html_ = false;
  std::string kind_ = "network";
  std::string size_;
  std::string theme_;
  bool print_ = false;
  bool embed_fonts_ = false;
  bool dates_ = false;
  bool source_counts_ = false;
  std::string lang_ = "en";
  std::string title_;
  std::string like_;
  std::size_t max_nodes_ = 40;
  std::size_t max_notes_ = 30;
  unsigned dpi_ = 150;
  unsigned deadline_ = 20;
  FilterOptions filter_;
  TopicOption topic_;

  [[nodiscard]] render::DiagramRequest request(const query::EdgeReader& reader) const;
  /// True for a network in the usual look: what every format can hold.
  [[nodiscard]] bool plain() const { return kind_ == "network" && size_.empty() && theme_.empty() && !print_; }
  /// Returns: a network as a file; tells on stderr when the places of `--like` could not be kept.
  [[nodiscard]] std::string network(const query::EdgeReader& reader, const render::RenderOptions& options) const;
  /// Returns: the drawing of a network as it is, or that of a chart, a theme or a page of a given size by way of SVG.
  [[nodiscard]] std::string drawn(const query::EdgeReader& reader, render::Format format) const;
};

}  // namespace isnad::cli
