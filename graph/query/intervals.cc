#include "graph/query/intervals.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

#include "graph/model/edge.h"

namespace isnad::query {

namespace {

// First words of English labels (`takes control of`), which both languages' relation tables give.
constexpr std::array<std::string_view, 26> kBeginnings = {
    "takes",  "captures", "seizes",    "retakes",  "recaptures", "regains",  "reclaims", "recovers", "occupies",
    "liberates", "frees", "conquers", "enters",   "overruns",   "clears",   "secures",  "gains",    "wins",
    "appoints", "appointed", "elects", "elected",  "becomes",    "joins",    "succeeds", "inaugurates"};
constexpr std::array<std::string_view, 20> kEndings = {
    "loses",   "resigns", "leaves",  "quits",    "retires",   "withdraws", "retreats", "abandons",  "surrenders", "evacuates",
    "dismisses", "dismissed", "removes", "ousted", "falls", "former",   "defects",  "expelled", "steps",   "ex"};

template <std::size_t kSize>
bool is_in(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// One claim on the line of time.
struct Report {
  std::string day;
  const Claim* claim = nullptr;
  EntityKey holder;
  HoldChange change = HoldChange::kLasts;
  std::string outlet;
};

/// `2020-02` may be any day of it; as a beginning it counts from its first, compared as strings.
bool by_day(const Report& a, const Report& b) { return std::tie(a.day, a.claim->id) < std::tie(b.day, b.claim->id); }

class Line {
 public:
  Line(const ClaimSource& source, RelationType type, const EntityKey& held) : exclusive_(type == RelationType::kControl) {
    source.visit_claims_of(held, [&](const Claim& claim) {
      const auto key = edge_key_of(claim);
      if (!key || key->target != held || claim.modality != Modality::kFact) return true;
      const bool leaves = type == RelationType::kControl && claim.type == RelationType::kRetreat;
      if (claim.type != type && !leaves) return true;
      claims_.push_back(claim);
      return true;
    });
    for (const Claim& claim : claims_) {
      const auto document = source.document(claim.document);
      std::string day = claim.event_date.empty() && document ? document->published : claim.event_date;
      if (day.empty()) continue;
      reports_.push_back({std::move(day), &claim, edge_key_of(claim)->source,
                          claim.type == RelationType::kRetreat ? HoldChange::kEnds : hold_change(claim), document ? document->source : ""});
    }
    std::sort(reports_.begin(), reports_.end(), by_day);
  }

  [[nodiscard]] std::vector<Holding> holdings() {
    for (const Report& report : reports_) {
      if (report.claim->polarity == Polarity::kDenied) {
        deny(report);
      } else if (report.change == HoldChange::kEnds) {
        end(report);
      } else {
        hold(report);
      }
    }
    for (Holding& holding : out_) std::sort(holding.sources.begin(), holding.sources.end());
    std::stable_sort(out_.begin(), out_.end(), [](const Holding& a, const Holding& b) {
      return std::tie(a.first, a.holder) < std::tie(b.first, b.holder);
    });
    return std::move(out_);
  }

 private:
  Holding* current(const EntityKey& holder) {
    const auto found = open_.find(holder);
    return found == open_.end() ? nullptr : &out_[found->second];
  }

  void deny(const Report& report) {
    if (Holding* holding = current(report.holder)) holding->denials.push_back(report.claim->id);
  }

  void end(const Report& report) {
    Holding* holding = current(report.holder);
    if (holding == nullptr) return;
    holding->ended = report.day;
    open_.erase(report.holder);
  }

  void hold(const Report& report) {
    const bool begins = report.change == HoldChange::kBegins;
    if (begins && exclusive_) {
      for (auto at = open_.begin(); at != open_.end();) {
        Holding& other = out_[at->second];
        // What is said to hold on that very day is disputed, not over.
        if (at->first != report.holder && other.last < report.day) {
          other.ended = report.day;
          at = open_.erase(at);
        } else {
          ++at;
        }
      }
    }
    Holding* holding = current(report.holder);
    if (holding == nullptr) {
      open_[report.holder] = out_.size();
      out_.push_back({});
      holding = &out_.back();
      holding->holder = report.holder;
      holding->first = report.day;
      holding->begins = begins;
    }
    holding->last = report.day;
    holding->claims.push_back(report.claim->id);
    if (!report.outlet.empty() && std::find(holding->sources.begin(), holding->sources.end(), report.outlet) == holding->sources.end())
      holding->sources.push_back(report.outlet);
  }

  bool exclusive_;
  std::vector<Claim> claims_;
  std::vector<Report> reports_;
  std::vector<Holding> out_;
  /// Of each holder the hold that has not ended, as index into `out_`.
  std::map<EntityKey, std::size_t> open_;
};

}  // namespace

HoldChange hold_change(const Claim& claim) {
  std::string word = claim.label_en.substr(0, claim.label_en.find_first_of(" -"));
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (word == "is" || word == "was") {
    const std::size_t begin = std::min(claim.label_en.size(), word.size() + 1);
    word = claim.label_en.substr(begin, claim.label_en.find(' ', begin) - begin);
  }
  if (is_in(word, kEndings)) return HoldChange::kEnds;
  return is_in(word, kBeginnings) ? HoldChange::kBegins : HoldChange::kLasts;
}

std::vector<Holding> holdings(const ClaimSource& source, RelationType type, const EntityKey& held) {
  return Line(source, type, held).holdings();
}

std::vector<Holding> held_on(const std::vector<Holding>& all, std::string_view day) {
  std::vector<Holding> out;
  for (const Holding& holding : all) {
    // A month or year that has begun by the day may have brought it.
    const bool begun = std::string_view(holding.first).substr(0, day.size()) <= day;
    const bool over = !holding.ended.empty() && std::string_view(holding.ended).substr(0, day.size()) <= day;
    if (begun && !over) out.push_back(holding);
  }
  return out;
}

}  // namespace isnad::query
