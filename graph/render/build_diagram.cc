#include "graph/render/build_diagram.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "graph/render/claim_reader.h"
#include "graph/render/footnotes.h"
#include "graph/render/text_fit.h"
#include "graph/render/words.h"

namespace isnad::render {

namespace {

constexpr std::size_t kClaimsRead = 200;
constexpr std::size_t kLinesOnArrow = 4;
/// More of them would tell less than the nodes whose room they take.
constexpr std::size_t kMostFolded = 6;

/// A line of an arrow while its diagram is being built.
struct DraftLine {
  ArrowLine line;
  Modality modality = Modality::kFact;
  std::uint32_t documents = 0;
  std::vector<Proof> proofs;
};

using ArrowKey = std::tuple<std::size_t, std::size_t, RelationFamily, Polarity, Modality>;

class Builder {
 public:
  Builder(const ClaimSource& source, const DiagramRequest& request)
      : source_(source), request_(request), reader_(source, request.lang), words_(request.lang) {}

  Diagram run() {
    out_.lang = request_.lang;
    add_nodes();
    for (const auto& edge : request_.edges) {
      if (edge.key.type != RelationType::kOther) known_.insert({edge.key.source, edge.key.target, edge.key.polarity});
    }
    for (const auto& edge : request_.edges) add_edge(edge);
    order_arrows();
    add_groups();
    add_notes();
    add_texts();
    add_legend();
    return std::move(out_);
  }

 private:
  void add_nodes() {
    for (const auto& [entity, focus] : requested_nodes(source_, request_)) {
      DiagramNode node;
      node.entity = entity.key;
      node.name = entity.name(request_.lang);
      if (node.name.empty()) node.name = entity.key.str();
      node.second_name = entity.name(request_.lang == "ar" ? "en" : "ar");
      if (node.second_name == node.name) node.second_name.clear();
      node.type = entity.type;
      node.focus = focus;
      for (const int side : {2, 1}) {
        const auto& group = request_.facing[static_cast<std::size_t>(side) - 1];
        if (std::find(group.begin(), group.end(), entity.key) != group.end()) node.side = side;
      }
      node_of_.emplace(entity.key, out_.nodes.size());
      out_.nodes.push_back(std::move(node));
    }
  }

  void add_edge(const Edge& edge) {
    const auto source = node_of_.find(edge.key.source);
    const auto target = node_of_.find(edge.key.target);
    if (source == node_of_.end() || target == node_of_.end()) return;
    if (edge.key.type == RelationType::kOther && known_.contains({edge.key.source, edge.key.target, edge.key.polarity})) return;
    DraftLine line = read_claims(edge);
    out_.nodes[source->second].weight += edge.claims;
    out_.nodes[target->second].weight += edge.claims;
    drafts_[{source->second, target->second, info(edge.key.type).family, edge.key.polarity, line.modality}].push_back(
        std::move(line));
  }

  DraftLine read_claims(const Edge& edge) {
    DraftLine draft;
    draft.line.type = edge.key.type;
    draft.line.claims = edge.claims;
    draft.line.sources = edge.sources;
    draft.documents = edge.documents;
    std::map<std::string, std::uint32_t> labels;
    std::map<Modality, std::uint32_t> modalities;
    for (auto& claim : reader_.claims(edge, kClaimsRead)) {
      const std::string& label = request_.lang == "ar" ? claim.label_ar : claim.label_en;
      if (!label.empty()) ++labels[label];
      ++modalities[claim.modality];
      const Document& doc = *reader_.document(claim.document);
      used_documents_.insert(claim.document);
      used_sources_.insert(doc.source);
      if (!doc.published.empty()) dates_.insert(doc.published);
      const auto sentence = doc.sentences[claim.sentence].span.of(doc.text);
      draft.proofs.push_back({std::move(claim), letter_count(sentence)});
    }
    order_proofs(draft.proofs);
    const auto& type = info(edge.key.type);
    std::string label = labels.empty() ? words_.pick(type.label_ar, type.label_en) : most_frequent(labels);
    if (edge.key.polarity == Polarity::kDenied) label = words_.denied(label);
    draft.line.label = std::move(label);
    draft.line.detail = detail_of(edge);
    draft.modality = most_frequent(modalities);
    return draft;
  }

  std::string detail_of(const Edge& edge) const {
    std::string text;
    if (request_.with_dates && !edge.first_date.empty()) text = words_.period(edge.first_date, edge.last_date);
    if (request_.with_sources) text += (text.empty() ? "" : words_.pick("، ", ", ")) + words_.sources(edge.sources);
    return text;
  }

  /// Arrows of the focus first, then as nodes come; lines by evidence.
  void order_arrows() {
    for (auto& [key, lines] : drafts_) {
      std::stable_sort(lines.begin(), lines.end(), [](const DraftLine& a, const DraftLine& b) {
        return std::tie(b.line.sources, b.line.claims, a.line.type) < std::tie(a.line.sources, a.line.claims, b.line.type);
      });
      DiagramArrow arrow;
      std::tie(arrow.source, arrow.target, arrow.family, arrow.polarity, arrow.modality) = key;
      for (const auto& draft : lines) {
        arrow.claims += draft.line.claims;
        arrow.documents = std::max(arrow.documents, draft.documents);
        arrow.sources = std::max(arrow.sources, draft.line.sources);
        if (arrow.lines.size() < kLinesOnArrow) arrow.lines.push_back(draft.line);
      }
      out_.arrows.push_back(std::move(arrow));
    }
  }

  /// A group is called by its best attested member.
  void add_groups() {
    std::set<std::size_t> taken;
    for (const auto& members : request_.groups) {
      DiagramGroup group;
      for (const auto& key : members) {
        const auto node = node_of_.find(key);
        if (node != node_of_.end() && taken.insert(node->second).second) group.nodes.push_back(node->second);
      }
      if (group.nodes.empty()) continue;
      std::sort(group.nodes.begin(), group.nodes.end());
      const auto first = *std::max_element(group.nodes.begin(), group.nodes.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(out_.nodes[a].weight, b) < std::pair(out_.nodes[b].weight, a);
      });
      const std::string& name = out_.nodes[first].name;
      group.title = request_.group_kind == GroupKind::kSides ? words_.pick("مع ", "With ") + name : words_.pick("حول ", "Around ") + name;
      out_.groups.push_back(std::move(group));
    }
  }

  /// Sentences are numbered as they come on the sheet; one that proves several lines is printed once.
  void add_notes() {
    std::vector<NoteSeeker> seekers;
    std::vector<ArrowLine*> lines;
    std::size_t index = 0;
    for (const auto& [key, drafts] : drafts_) {
      DiagramArrow& arrow = out_.arrows[index++];
      for (std::size_t i = 0; i < arrow.lines.size(); ++i) {
        lines.push_back(&arrow.lines[i]);
        seekers.push_back({arrow.lines[i].sources, arrow.lines[i].claims, &drafts[i].proofs});
      }
    }
    const auto chosen = choose_notes(seekers, request_.notes_per_line, request_.max_notes);
    std::map<std::pair<DocumentId, std::uint32_t>, std::uint32_t> numbers;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      for (const Proof* proof : chosen[i]) {
        const Claim& claim = proof->claim;
        const auto [it, fresh] =
            numbers.try_emplace({claim.document, claim.sentence}, static_cast<std::uint32_t>(numbers.size() + 1));
        if (fresh) {
          out_.notes.push_back(note_of(claim, *reader_.document(claim.document), request_.max_note_letters));
          out_.notes.back().number = it->second;
        }
        Footnote& note = out_.notes[it->second - 1];
        if (note.speaker.empty()) note.speaker = reader_.speaker(claim);
        lines[i]->notes.push_back(it->second);
      }
      std::sort(lines[i]->notes.begin(), lines[i]->notes.end());
    }
  }

  void add_texts() {
    out_.title = request_.title.empty() ? default_title() : request_.title;
    out_.subtitle = request_.subtitle.empty() ? default_subtitle() : request_.subtitle;
    if (out_.nodes.empty()) {
      out_.remark = words_.pick("لا توجد علاقات توافق هذا الاختيار.", "No relations match this selection.");
      return;
    }
    if (out_.arrows.empty()) {
      out_.remark = words_.pick("لا توجد علاقات بين هذه الجهات توافق هذا الاختيار.",
                                "No relations between these actors match this selection.");
      return;
    }
    for (const auto& [key, count] : request_.left_out_of) {
      const auto node = node_of_.find(key);
      // One that stands alone would take as much room as what it stands for.
      if (node == node_of_.end() || (count < 2 && request_.left_out_of.size() > 1)) continue;
      out_.others.push_back({words_.others(count), node->second});
      if (out_.others.size() == kMostFolded) break;
    }
    if (request_.nodes_left_out > 0) {
      out_.remark = words_.pick("لم يُرسم لضيق المكان: ", "Left out for lack of room: ") + words_.actors(request_.nodes_left_out);
    }
    if (!out_.groups.empty()) {
      if (!out_.remark.empty()) out_.remark += " · ";
      out_.remark += request_.group_kind == GroupKind::kSides
                         ? words_.pick("في كل إطار من يقف في صف واحد، بحسب من يتعاون ومن يتصارع",
                                       "Each box: those who take one side, by who cooperates and who is in conflict")
                         : words_.pick("في كل إطار من تجمعهم صلات أوثق من صلاتهم بغيرهم",
                                       "Each box: those who are tied more closely to each other than to others");
    }
  }

  std::string default_title() const {
    std::string names;
    for (const auto& node : out_.nodes) {
      if (!node.focus) continue;
      if (!names.empty()) names += words_.pick("، ", ", ");
      names += node.name;
    }
    if (names.empty()) return words_.pick("من يفعل ماذا بمن", "Who does what to whom");
    return words_.pick("العلاقات حول ", "Relations around ") + names;
  }

  std::string default_subtitle() const {
    if (used_documents_.empty()) return {};
    std::string text = words_.documents(used_documents_.size()) + words_.pick("، ", ", ") + words_.sources(used_sources_.size());
    if (dates_.empty()) return text;
    return text + words_.pick("، ", ", ") + words_.period(*dates_.begin(), *dates_.rbegin());
  }

  /// Only what is on the sheet is explained.
  void add_legend() {
    std::set<RelationFamily> families;
    std::set<EntityType> types;
    bool denied = false;
    bool uncertain = false;
    std::set<std::uint32_t> strengths;
    for (const auto& arrow : out_.arrows) {
      families.insert(arrow.family);
      denied = denied || arrow.polarity == Polarity::kDenied;
      uncertain = uncertain || arrow.modality != Modality::kFact;
      strengths.insert(arrow.claims);
    }
    for (const auto& node : out_.nodes) types.insert(node.type);
    for (const auto family : families) out_.legend.push_back({LegendRow::Kind::kFamily, family, {}, words_.family(family)});
    if (denied) out_.legend.push_back({LegendRow::Kind::kDenied, {}, {}, words_.pick("منفيّ", "denied")});
    if (uncertain)
      out_.legend.push_back(
          {LegendRow::Kind::kUncertain, {}, {}, words_.pick("محتمل أو مستقبلي أو مطلوب", "possible, future or called for")});
    if (strengths.size() > 1)
      out_.legend.push_back({LegendRow::Kind::kWidth, {}, {}, words_.pick("السهم الأعرض أكثر ذِكرا", "wider: stated more often")});
    if (types.size() > 1) {
      for (const auto type : types) out_.legend.push_back({LegendRow::Kind::kShape, {}, type, words_.entity_type(type)});
    }
  }

  const ClaimSource& source_;
  const DiagramRequest& request_;
  ClaimReader reader_;
  Words words_;
  Diagram out_;
  std::map<EntityKey, std::size_t> node_of_;
  std::set<std::tuple<EntityKey, EntityKey, Polarity>> known_;
  std::map<ArrowKey, std::vector<DraftLine>> drafts_;
  std::set<DocumentId> used_documents_;
  std::set<std::string> used_sources_;
  std::set<std::string> dates_;
};

}  // namespace

std::vector<RequestedNode> requested_nodes(const ClaimSource& source, const DiagramRequest& request) {
  std::vector<RequestedNode> out;
  std::set<EntityKey> seen;
  const auto add = [&](const EntityKey& key, bool focus) {
    if (!seen.insert(key).second) return;
    if (auto entity = source.entity(key)) out.push_back({std::move(*entity), focus});
  };
  for (const auto& key : request.focus) add(key, true);
  for (const auto& key : request.nodes) add(key, false);
  for (const auto& edge : request.edges) add(edge.key.source, false), add(edge.key.target, false);
  return out;
}

Diagram build_diagram(const ClaimSource& source, const DiagramRequest& request) { return Builder(source, request).run(); }

}  // namespace isnad::render
