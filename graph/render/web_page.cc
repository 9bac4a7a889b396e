#include "graph/render/web_page.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/model/plain_text.h"
#include "graph/render/build_diagram.h"
#include "graph/render/claim_reader.h"
#include "graph/render/footnotes.h"
#include "graph/render/positions.h"
#include "graph/render/style.h"
#include "graph/render/text_fit.h"
#include "graph/render/web_assets.h"
#include "graph/render/web_sentence.h"
#include "graph/render/words.h"

namespace isnad::render {

namespace {

using nlohmann::json;

constexpr std::size_t kAliases = 20;
constexpr double kLabelEm = 15;
constexpr double kLinePoints = 19;
constexpr double kPadding = 22;

/// Gives each value a number in the order of first use.
class Numbers {
 public:
  std::size_t of(const std::string& value) {
    const auto [it, fresh] = known_.try_emplace(value, values_.size());
    if (fresh) values_.push_back(value);
    return it->second;
  }
  [[nodiscard]] const std::vector<std::string>& values() const { return values_; }

 private:
  std::unordered_map<std::string, std::size_t> known_;
  std::vector<std::string> values_;
};

json both(std::string_view arabic, std::string_view english) { return json::array({clean_text(arabic), clean_text(english)}); }

class Page {
 public:
  Page(const ClaimSource& source, const DiagramRequest& request, const WebPageOptions& options)
      : source_(source), request_(request), options_(options), reader_(source, request.lang), arabic_("ar"), english_("en") {}

  json data() {
    add_nodes();
    for (const auto& edge : request_.edges) add_edge(edge);
    number_dates();
    place();
    json out;
    out["lang"] = request_.lang;
    out["title"] = title();
    out["subtitle"] = subtitle();
    out["nodes"] = std::move(nodes_);
    out["edges"] = std::move(edges_);
    out["sentences"] = std::move(sentences_);
    out["documents"] = std::move(documents_);
    out["sources"] = sources_.values();
    out["dates"] = dates_;
    for (const auto& type : relation_types()) {
      out["types"].push_back({{"names", both(type.label_ar, type.label_en)}, {"family", static_cast<int>(type.family)}});
    }
    for (int i = 0; i <= static_cast<int>(RelationFamily::kOther); ++i) {
      const auto family = static_cast<RelationFamily>(i);
      const auto& style = style_of(family);
      out["families"].push_back({{"names", both(arabic_.family(family), english_.family(family))},
                                 {"colour", style.line_colour},
                                 {"dark", style.text_colour},
                                 {"light", style.line_colour}});
    }
    return out;
  }

 private:
  void add_nodes() {
    for (const auto& [entity, focus] : requested_nodes(source_, request_)) add_node(entity, focus);
  }

  void add_node(const Entity& entity, bool focus) {
    node_of_.emplace(entity.key, nodes_.size());
    std::string arabic = clean_text(entity.name_ar);
    std::string english = clean_text(entity.name_en);
    if (arabic.empty() && english.empty()) english = entity.key.str();
    const double width = std::max(std::min(estimated_width_em(arabic), kLabelEm), std::min(estimated_width_em(english), kLabelEm));
    const double lines = std::max({1.0, estimated_width_em(arabic) / kLabelEm, estimated_width_em(english) / kLabelEm});
    extents_.push_back({width * kNamePoints + kPadding, lines * kLinePoints + kPadding});
    if (focus) focus_names_.emplace_back(arabic.empty() ? english : arabic, english.empty() ? arabic : english);
    json aliases = json::array();
    for (std::size_t i = 0; i < entity.aliases.size() && i < kAliases; ++i) aliases.push_back(clean_text(entity.aliases[i].name));
    nodes_.push_back({{"names", json::array({std::move(arabic), std::move(english)})},
                      {"aliases", std::move(aliases)},
                      {"type", static_cast<int>(entity.type)},
                      {"focus", focus},
                      {"weight", 0}});
  }

  /// Returns: the number of the document on the page, on which it is put when it is new.
  std::size_t number_of(const Document& doc) {
    const auto [it, fresh] = document_numbers_.try_emplace(doc.id, documents_.size());
    if (fresh) {
      documents_.push_back({{"title", clean_text(doc.title)}, {"source", clean_text(doc.source)}, {"date", clean_text(doc.published)}, {"url", clean_text(doc.url)}});
    }
    return it->second;
  }

  void add_edge(const Edge& edge) {
    const auto source = node_of_.find(edge.key.source);
    const auto target = node_of_.find(edge.key.target);
    if (source == node_of_.end() || target == node_of_.end()) return;
    std::map<std::string, std::uint32_t> labels_ar;
    std::map<std::string, std::uint32_t> labels_en;
    std::map<Modality, std::uint32_t> modalities;
    std::vector<Proof> proofs;
    json facts = json::array();
    for (auto& claim : reader_.claims(edge, options_.claims_per_edge)) {
      const Document& doc = *reader_.document(claim.document);
      number_of(doc);
      if (!claim.label_ar.empty()) ++labels_ar[claim.label_ar];
      if (!claim.label_en.empty()) ++labels_en[claim.label_en];
      ++modalities[claim.modality];
      facts.push_back(fact(claim, doc));
      const auto sentence = doc.sentences[claim.sentence].span.of(doc.text);
      proofs.push_back({std::move(claim), letter_count(sentence)});
    }
    if (facts.empty()) return;
    order_proofs(proofs);
    const bool denied = edge.key.polarity == Polarity::kDenied;
    const auto& type = info(edge.key.type);
    std::string label_ar = labels_ar.empty() ? std::string(type.label_ar) : most_frequent(labels_ar);
    std::string label_en = labels_en.empty() ? std::string(type.label_en) : most_frequent(labels_en);
    if (denied) {
      label_ar = arabic_.denied(label_ar);
      label_en = english_.denied(label_en);
    }
    for (const std::size_t end : {source->second, target->second}) nodes_[end]["weight"] = nodes_[end]["weight"].get<int>() + static_cast<int>(edge.claims);
    arrows_.emplace_back(source->second, target->second);
    const auto modality = most_frequent(modalities);
    json kept = json::array();
    for (std::size_t i = 0; i < proofs.size() && i < options_.proofs_per_edge; ++i) kept.push_back(proof(proofs[i].claim));
    edges_.push_back({{"s", source->second},
                      {"t", target->second},
                      {"type", static_cast<int>(edge.key.type)},
                      {"denied", denied},
                      {"modal", to_string(modality)},
                      {"labels", both(label_ar, label_en)},
                      {"claims", edge.claims},
                      {"facts", std::move(facts)},
                      {"proofs", std::move(kept)}});
  }

  static std::string date_of(const Claim& claim, const Document& document) {
    return clean_text(claim.event_date.empty() ? document.published : claim.event_date);
  }

  /// What the filters ask of a claim: its date, which `number_dates` turns into a number, and its source.
  json fact(const Claim& claim, const Document& document) {
    std::string date = date_of(claim, document);
    if (!date.empty()) all_dates_.insert(date);
    return json::array({std::move(date), sources_.of(clean_text(document.source))});
  }

  json proof(const Claim& claim) {
    const Document& doc = *reader_.document(claim.document);
    const auto& sentence = doc.sentences[claim.sentence];
    const auto [it, fresh] = known_sentences_.try_emplace({claim.document, claim.sentence}, sentences_.size());
    WebSentence text = web_sentence(claim, sentence.span, doc.text);
    if (fresh) {
      sentences_.push_back({{"text", std::move(text.text)},
                            {"lang", (sentence.lang.empty() ? doc.lang : sentence.lang) == "en" ? "en" : "ar"},
                            {"document", number_of(doc)}});
    }
    json marks = json::array();
    for (const auto& mark : text.marks) marks.push_back(json::array({mark.begin, mark.end, std::string(1, mark.slot)}));
    return {{"sentence", it->second},
            {"marks", std::move(marks)},
            {"who", reader_.speaker(claim)},
            {"date", clean_text(claim.event_date)},
            {"modal", to_string(claim.modality)},
            {"confidence", static_cast<int>(claim.confidence * 100.0F + 0.5F) / 100.0},
            {"fact", fact(claim, doc)}};
  }

  void number_dates() {
    dates_.assign(all_dates_.begin(), all_dates_.end());
    const auto number = [&](json& fact) {
      const auto& date = fact[0].get_ref<const std::string&>();
      fact[0] = date.empty() ? -1 : std::lower_bound(dates_.begin(), dates_.end(), date) - dates_.begin();
    };
    for (auto& edge : edges_) {
      for (auto& fact : edge["facts"]) number(fact);
      for (auto& kept : edge["proofs"]) number(kept["fact"]);
    }
  }

  void place() {
    const auto places = positions(extents_, arrows_, options_.deadline);
    for (std::size_t i = 0; i < places.size(); ++i) {
      nodes_[i]["x"] = static_cast<long>(places[i].x);
      nodes_[i]["y"] = -static_cast<long>(places[i].y);
      nodes_[i]["width"] = static_cast<long>(extents_[i].width);
      nodes_[i]["height"] = static_cast<long>(extents_[i].height);
    }
  }

  json title() const {
    if (!request_.title.empty()) return both(request_.title, request_.title);
    if (focus_names_.empty()) return both("من يفعل ماذا بمن", "Who does what to whom");
    std::string arabic = "العلاقات حول ";
    std::string english = "Relations around ";
    for (std::size_t i = 0; i < focus_names_.size(); ++i) {
      arabic += (i == 0 ? "" : "، ") + focus_names_[i].first;
      english += (i == 0 ? "" : ", ") + focus_names_[i].second;
    }
    return both(arabic, english);
  }

  json subtitle() const {
    if (!request_.subtitle.empty()) return both(request_.subtitle, request_.subtitle);
    if (documents_.empty()) return both("لا توجد علاقات توافق هذا الاختيار.", "No relations match this selection.");
    std::string arabic = arabic_.documents(documents_.size()) + "، " + arabic_.sources(sources_.values().size());
    std::string english = english_.documents(documents_.size()) + ", " + english_.sources(sources_.values().size());
    if (request_.nodes_left_out > 0) {
      arabic += "، لم يُرسم لضيق المكان: " + arabic_.actors(request_.nodes_left_out);
      english += ", left out for lack of room: " + english_.actors(request_.nodes_left_out);
    }
    return both(arabic, english);
  }

  const ClaimSource& source_;
  const DiagramRequest& request_;
  const WebPageOptions& options_;
  ClaimReader reader_;
  Words arabic_;
  Words english_;
  json nodes_ = json::array();
  json edges_ = json::array();
  json sentences_ = json::array();
  json documents_ = json::array();
  std::vector<Extent> extents_;
  std::vector<std::pair<std::size_t, std::size_t>> arrows_;
  std::vector<std::pair<std::string, std::string>> focus_names_;
  std::map<EntityKey, std::size_t> node_of_;
  std::map<DocumentId, std::size_t> document_numbers_;
  std::map<std::pair<DocumentId, std::uint32_t>, std::size_t> known_sentences_;
  std::set<std::string> all_dates_;
  std::vector<std::string> dates_;
  Numbers sources_;
};

/// JSON that may stand inside an element of HTML: it holds no `<`, so no end tag and no comment.
std::string embedded(const json& data) {
  const std::string text = data.dump(-1, ' ', false, json::error_handler_t::replace);
  std::string out;
  out.reserve(text.size() + text.size() / 50);
  for (const char letter : text) {
    if (letter == '<') out += "\\u003c";
    else out += letter;
  }
  return out;
}

/// Replaces each `@NAME@` of the page once, looking only at the page itself and never at what was put in.
std::string filled(std::string_view page, const std::map<std::string_view, std::string_view>& values) {
  std::string out;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t open = page.find('@', at);
    const std::size_t close = open == std::string_view::npos ? open : page.find('@', open + 1);
    if (close == std::string_view::npos) return out += page.substr(at), out;
    out += page.substr(at, open - at);
    const auto value = values.find(page.substr(open + 1, close - open - 1));
    if (value == values.end()) {
      out += '@';
      at = open + 1;
    } else {
      out += value->second;
      at = close + 1;
    }
  }
  return out;
}

}  // namespace

std::string web_page(const ClaimSource& source, const DiagramRequest& request, const WebPageOptions& options) {
  const json data = Page(source, request, options).data();
  const bool arabic = request.lang == "ar";
  const std::string title = xml_text(data["title"][arabic ? 0 : 1].get<std::string>());
  const std::string text = embedded(data);
  return filled(web::kHtml, {{"LANG", request.lang},
                             {"DIR", arabic ? "rtl" : "ltr"},
                             {"TITLE", title},
                             {"STYLE", web::kStyle},
                             {"DATA", text},
                             {"LIBRARY", web::kCytoscape},
                             {"SCRIPT", web::kScript}});
}

}  // namespace isnad::render
