#include "graph/render/timeline_chart.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/model/plain_text.h"
#include "graph/render/claim_reader.h"
#include "graph/render/footnotes.h"
#include "graph/render/html_label.h"
#include "graph/render/style.h"
#include "graph/render/svg_canvas.h"
#include "graph/render/text_fit.h"
#include "graph/render/words.h"

namespace isnad::render {

namespace {

constexpr std::size_t kClaimsRead = 200;
constexpr double kWidth = 620;
constexpr double kMargin = 24;
constexpr double kDateWidth = 104;

/// A row with the claims that it stands for.
struct Draft {
  TimelineRow row;
  std::uint32_t sources = 0;
  std::vector<Proof> proofs;
};

class Builder {
 public:
  Builder(const ClaimSource& source, const DiagramRequest& request) : request_(request), reader_(source, request.lang), words_(request.lang) {}

  Timeline run(std::size_t max_rows) {
    for (const auto& edge : request_.edges) {
      if (edge.key.type != RelationType::kOther) read(edge);
    }
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return std::tie(b.sources, b.row.claims) < std::tie(a.sources, a.row.claims);
    });
    const std::size_t left_out = drafts_.size() > max_rows ? drafts_.size() - max_rows : 0;
    if (left_out > 0) drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(max_rows), drafts_.end());
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return std::tie(a.row.date, a.row.source, a.row.target, a.row.label) < std::tie(b.row.date, b.row.source, b.row.target, b.row.label);
    });
    out_.lang = request_.lang;
    add_notes();
    for (auto& draft : drafts_) out_.rows.push_back(std::move(draft.row));
    add_texts(left_out);
    return std::move(out_);
  }

 private:
  void read(const Edge& edge) {
    std::map<std::string, Draft> days;
    for (auto& claim : reader_.claims(edge, kClaimsRead)) {
      const Document& doc = *reader_.document(claim.document);
      const std::string& date = claim.event_date.empty() ? doc.published : claim.event_date;
      if (date.empty()) continue;
      Draft& draft = days[date];
      ++draft.row.claims;
      const auto sentence = doc.sentences[claim.sentence].span.of(doc.text);
      draft.proofs.push_back({std::move(claim), letter_count(sentence)});
    }
    for (auto& [date, draft] : days) {
      order_proofs(draft.proofs);
      const Claim& best = draft.proofs.front().claim;
      const auto& type = info(edge.key.type);
      std::string label = clean_text(request_.lang == "ar" ? best.label_ar : best.label_en);
      if (label.empty()) label = words_.pick(type.label_ar, type.label_en);
      draft.row.label = edge.key.polarity == Polarity::kDenied ? words_.denied(label) : label;
      draft.row.date = date;
      draft.row.source = reader_.name(edge.key.source);
      draft.row.target = reader_.name(edge.key.target);
      draft.row.family = type.family;
      draft.row.polarity = edge.key.polarity;
      draft.row.modality = best.modality;
      draft.sources = edge.sources;
      drafts_.push_back(std::move(draft));
    }
  }

  void add_notes() {
    std::vector<NoteSeeker> seekers;
    for (const auto& draft : drafts_) seekers.push_back({draft.sources, draft.row.claims, &draft.proofs});
    const auto chosen = choose_notes(seekers, request_.notes_per_line, request_.max_notes);
    std::map<std::pair<DocumentId, std::uint32_t>, std::uint32_t> numbers;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      for (const Proof* proof : chosen[i]) {
        const Claim& claim = proof->claim;
        const auto [it, fresh] = numbers.try_emplace({claim.document, claim.sentence}, static_cast<std::uint32_t>(numbers.size() + 1));
        if (fresh) {
          Footnote note = note_of(claim, *reader_.document(claim.document), request_.max_note_letters);
          note.number = it->second;
          note.speaker = reader_.speaker(claim);
          out_.notes.push_back(std::move(note));
        }
        drafts_[i].row.notes.push_back(it->second);
      }
    }
  }

  void add_texts(std::size_t left_out) {
    out_.title = request_.title;
    if (out_.title.empty()) {
      std::string names;
      for (const auto& key : request_.focus) names += (names.empty() ? "" : words_.pick("، ", ", ")) + reader_.name(key);
      out_.title = names.empty() ? words_.pick("ما جرى ومتى", "What happened when") : words_.pick("تسلسل الأحداث: ", "Timeline: ") + names;
    }
    out_.subtitle = request_.subtitle;
    if (out_.rows.empty()) {
      out_.remark = words_.pick("لا توجد علاقات مؤرخة توافق هذا الاختيار.", "No dated relations match this selection.");
    } else if (left_out > 0) {
      out_.remark = words_.pick("لم يُذكر لضيق المكان: ", "Left out for lack of room: ") + std::to_string(left_out);
    }
  }

  const DiagramRequest& request_;
  ClaimReader reader_;
  Words words_;
  Timeline out_;
  std::vector<Draft> drafts_;
};

}  // namespace

Timeline build_timeline(const ClaimSource& source, const DiagramRequest& request, std::size_t max_rows) {
  return Builder(source, request).run(max_rows);
}

std::string timeline_svg(const Timeline& timeline) {
  const Words words(timeline.lang);
  SvgCanvas canvas(timeline.lang, kWidth);
  double y = canvas.title(kMargin - 6, timeline.title, timeline.subtitle, timeline.remark);
  std::set<RelationFamily> families;
  bool denied = false;
  std::string date;
  const double dot_x = kMargin + kDateWidth + 8;
  const double text_x = dot_x + 14;
  for (const auto& row : timeline.rows) {
    families.insert(row.family);
    denied = denied || row.polarity == Polarity::kDenied;
    // A new month stands a little apart.
    if (!date.empty() && row.date.substr(0, 7) != date.substr(0, 7)) y += 8;
    if (row.date != date) canvas.text(kMargin, y + 15, words.date(row.date), {kLabelPoints - 1, kQuietInk, false});
    date = row.date;
    const auto& style = style_of(row.family);
    const bool fact = row.polarity == Polarity::kAffirmed && row.modality == Modality::kFact;
    const double height = canvas.paragraph(text_x, y, kWidth - kMargin - text_x, row.source + " " + row.label + " " + row.target + superscripts(row.notes), {kLabelPoints, kInk, false});
    canvas.line(dot_x, y, dot_x, y + height + 2, "#D8D8D4");
    canvas.dot(dot_x, y + 11, 4, fact ? style.line_colour : "#FFFFFF", style.line_colour, row.polarity == Polarity::kDenied);
    y += height + 2;
  }
  if (!timeline.rows.empty()) y = canvas.legend(y + 8, {families.begin(), families.end()}, denied);
  y = canvas.notes(y + 4, timeline.notes);
  return canvas.finish(y + kMargin, timeline.title);
}

}  // namespace isnad::render
