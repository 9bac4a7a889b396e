#include "graph/render/control_chart.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "graph/model/plain_text.h"
#include "graph/render/html_label.h"
#include "graph/render/style.h"
#include "graph/render/svg_canvas.h"
#include "graph/render/text_fit.h"
#include "graph/render/words.h"

namespace isnad::render {

namespace {

constexpr double kWidth = 760;
constexpr double kMargin = 24;
constexpr double kNames = 190;
constexpr double kRow = 22;
constexpr double kLeastBar = 5;

// Okabe and Ito's colours without black; a ninth holder begins again.
constexpr std::array<std::string_view, 7> kColours = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A8A8A"};

/// Days since 1970 of the first or last day that a date may mean.
std::optional<long> day_of(std::string_view date, bool last) {
  using namespace std::chrono;
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size) { return std::atoi(std::string(date.substr(at, size)).c_str()); };
  const year y{part(0, 4)};
  const month m{static_cast<unsigned>(date.size() >= 7 ? part(5, 2) : last ? 12 : 1)};
  if (!m.ok()) return std::nullopt;
  const year_month_day day = date.size() == 10 ? y / m / std::chrono::day{static_cast<unsigned>(part(8, 2))}
                             : last            ? year_month_day{y / m / std::chrono::last}
                                               : y / m / std::chrono::day{1};
  if (!day.ok()) return std::nullopt;
  return sys_days{day}.time_since_epoch().count();
}

struct Bar {
  const ControlSpan* span = nullptr;
  long from = 0;
  long to = 0;
};

class Drawing {
 public:
  explicit Drawing(const ControlChart& chart) : chart_(chart), words_(chart.lang), canvas_(chart.lang, kWidth) {}

  std::string draw() {
    read();
    std::string remark;
    if (bars_.empty()) remark = words_.pick("لا أحد يقول من سيطر على هذه الأماكن ومتى.", "Nobody says who held these places when.");
    double y = canvas_.title(kMargin - 6, chart_.title, chart_.subtitle, remark);
    if (!bars_.empty()) {
      axis_ = y + 14;
      y = axis_ + 8;
      for (std::size_t i = 0; i < chart_.places.size(); ++i) y = place(i, y);
      ticks(y);
      y += 8;
      y += canvas_.paragraph(kMargin, y, kWidth - 2 * kMargin,
                             words_.pick("المخطط: يقول اثنان إنهما يسيطران. الأطراف المتقطعة: لا يُعرف متى بدأ أو انتهى.",
                                         "Hatched: two are said to hold it. Dashed ends: nobody tells when it began or ended."),
                             {kLegendPoints, kQuietInk, false});
    }
    y = canvas_.notes(y + 10, chart_.notes);
    return canvas_.finish(y + kMargin, chart_.title);
  }

 private:
  void read() {
    for (std::size_t i = 0; i < chart_.places.size(); ++i) {
      for (const auto& span : chart_.places[i].spans) {
        const auto from = day_of(span.first, false);
        const auto to = day_of(span.last, true);
        if (!from || !to || *to < *from) continue;
        bars_[i][span.holder].push_back({&span, *from, *to});
        colours_.try_emplace(span.holder, kColours[colours_.size() % kColours.size()]);
        first_ = first_ == 0 && last_ == 0 ? *from : std::min(first_, *from);
        last_ = std::max(last_ == 0 ? *to : last_, *to);
      }
    }
    if (last_ == first_) ++last_;
  }

  [[nodiscard]] double x(long day) const {
    const double room = kWidth - kMargin - kNames - kMargin - 16;
    return kMargin + kNames + 8 + room * static_cast<double>(day - first_) / static_cast<double>(last_ - first_);
  }

  double place(std::size_t index, double y) {
    const auto holders = bars_.find(index);
    if (holders == bars_.end()) return y;
    canvas_.line(kMargin, y, kWidth - kMargin, y, "#D8D8D4");
    canvas_.text(kMargin, y + 15, shortened(clean_text(chart_.places[index].name), 34), {kLabelPoints, kInk, true});
    y += kRow - 2;
    for (const auto& [holder, bars] : holders->second) {
      canvas_.text(kMargin + 12, y + 14, shortened(clean_text(holder), 32), {kLabelPoints - 1, kInk, false});
      for (const auto& bar : bars) draw_bar(holder, bar, holders->second, y);
      y += kRow;
    }
    return y + 4;
  }

  void draw_bar(const std::string& holder, const Bar& bar, const std::map<std::string, std::vector<Bar>>& all, double y) {
    const std::string_view colour = colours_.at(holder);
    const double from = x(bar.from);
    const double width = std::max(x(bar.to) - from, kLeastBar);
    canvas_.begin_tip(holder + ": " + words_.period(bar.span->first, bar.span->last) + " (" + words_.sources(bar.span->sources) + ")" + superscripts(bar.span->notes));
    canvas_.box(from, y + 3, width, kRow - 8, bar.span->denied ? "#FFFFFF" : colour, colour, 2);
    for (const auto& [other, others] : all) {
      if (other == holder) continue;
      for (const auto& rival : others) {
        const long begin = std::max(bar.from, rival.from);
        const long end = std::min(bar.to, rival.to);
        if (begin <= end) canvas_.hatched(x(begin), y + 3, std::max(x(end) - x(begin), kLeastBar), kRow - 8, colour);
      }
    }
    canvas_.end_tip();
    const double middle = y + 3 + (kRow - 8) / 2;
    if (bar.span->began_before) canvas_.line(from - 12, middle, from, middle, colour, 2, "2,2");
    if (!bar.span->ended) canvas_.line(from + width, middle, from + width + 12, middle, colour, 2, "2,2");
    if (!bar.span->notes.empty()) canvas_.text(from + width + (bar.span->ended ? 2 : 14), y + 14, superscripts(bar.span->notes), {kLabelPoints - 1, kInk, false});
  }

  /// A mark at the first of each month or year, about eight of them.
  void ticks(double bottom) {
    using namespace std::chrono;
    const auto begin = year_month_day{sys_days{days{first_}}};
    const auto months_all = (last_ - first_) / 30 + 1;
    const int step = months_all <= 8 ? 1 : months_all <= 24 ? 3 : months_all <= 96 ? 12 : static_cast<int>((months_all / 96 + 1) * 12);
    year_month at = begin.year() / begin.month();
    if (step >= 12) at = begin.year() / January;
    bool any = false;
    for (; sys_days{at / 1}.time_since_epoch().count() <= last_; at += months{step}) {
      const long day = sys_days{at / 1}.time_since_epoch().count();
      if (day < first_) continue;
      any = true;
      std::array<char, 16> text{};
      std::snprintf(text.data(), text.size(), step >= 12 ? "%04d" : "%04d-%02u", static_cast<int>(at.year()), static_cast<unsigned>(at.month()));
      canvas_.line(x(day), axis_ + 2, x(day), bottom, "#E3E3DF", 0.6);
      canvas_.text(x(day), axis_ - 2, words_.date(text.data()), {kLegendPoints - 1, kQuietInk, false}, SvgCanvas::At::kMiddle);
    }
    if (any) return;
    // All within one month: its days tell.
    for (const auto& [day, place] : {std::pair{first_, SvgCanvas::At::kStart}, std::pair{last_, SvgCanvas::At::kEnd}}) {
      const year_month_day date{sys_days{days{day}}};
      std::array<char, 16> text{};
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
      canvas_.text(x(day), axis_ - 2, words_.date(text.data()), {kLegendPoints - 1, kQuietInk, false}, place);
    }
  }

  const ControlChart& chart_;
  Words words_;
  SvgCanvas canvas_;
  std::map<std::size_t, std::map<std::string, std::vector<Bar>>> bars_;
  std::map<std::string, std::string_view> colours_;
  long first_ = 0;
  long last_ = 0;
  double axis_ = 0;
};

}  // namespace

std::string control_svg(const ControlChart& chart) { return Drawing(chart).draw(); }

}  // namespace isnad::render
