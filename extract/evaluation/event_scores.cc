#include "extract/evaluation/event_scores.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/evaluation/slot_match.h"
#include "graph/model/error.h"

namespace isnad::evaluation {

namespace {

using Json = nlohmann::json;
using BySentence = std::unordered_map<std::string, std::vector<const SystemEvent*>>;

void read_lines(const std::filesystem::path& path, const std::function<void(const Json&)>& visit) {
  std::ifstream in(path);
  if (!in) throw IoError("cannot read " + path.string());
  std::string line;
  for (std::uint64_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      visit(Json::parse(line));
    } catch (const Json::exception& e) {
      throw FormatError(path.string(), number, e.what());
    }
  }
}

/// Names and ids stand as strings or, where the makers numbered them, as numbers.
std::string text_of(const Json& json, const char* field) {
  const auto found = json.find(field);
  if (found == json.end() || found->is_null()) return {};
  return found->is_string() ? found->get<std::string>() : found->dump();
}

BySentence by_sentence(const std::vector<SystemEvent>& system) {
  BySentence out;
  for (const SystemEvent& event : system) out[event.sentence].push_back(&event);
  return out;
}

const std::vector<const SystemEvent*>& events_of(const BySentence& system, const std::string& sentence) {
  static const std::vector<const SystemEvent*> kNone;
  const auto found = system.find(sentence);
  return found == system.end() ? kNone : found->second;
}

double share(double part, std::size_t whole) { return whole == 0 ? 0.0 : part / static_cast<double>(whole); }

std::string_view merged(std::string_view type) {
  if (type == "DEMAND") return "REQUEST";
  if (type == "DISAPPROVE" || type == "INVESTIGATE") return "ACCUSE";
  return type == "FIGHT" ? "ASSAULT" : type;
}

std::vector<WordKey> actor_words(const Json& record, const char* field) {
  std::string words;
  if (const auto found = record.find(field); found != record.end() && found->is_array()) {
    for (const Json& actor : *found) words += text_of(actor, "actorText") + " ";
  }
  return word_keys(words);
}

/// Letter by letter, as the published measure has it.
bool share_word(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  return std::any_of(a.begin(), a.end(), [&](const WordKey& word) { return std::find(b.begin(), b.end(), word) != b.end(); });
}

}  // namespace

std::vector<SystemEvent> read_events(const std::filesystem::path& path) {
  std::vector<SystemEvent> out;
  read_lines(path, [&](const Json& json) {
    out.push_back({text_of(json, "sent"), text_of(json, "type"), text_of(json, "s"), text_of(json, "r"), text_of(json, "o")});
  });
  return out;
}

PrecisionRecall score_event_sentences(const std::filesystem::path& gold, const std::vector<SystemEvent>& system) {
  const BySentence events = by_sentence(system);
  std::size_t right = 0;
  PrecisionRecall out;
  read_lines(gold, [&](const Json& json) {
    const std::string type = json.at("event_type").get<std::string>();
    const auto& found = events_of(events, text_of(json, "id"));
    const bool said = std::any_of(found.begin(), found.end(), [&](const SystemEvent* event) { return event->type == type; });
    const bool is = json.at("label").get<std::string>() == "yes";
    out.system += said ? 1 : 0;
    out.gold += is ? 1 : 0;
    right += said && is ? 1 : 0;
  });
  out.precision = share(static_cast<double>(right), out.system);
  out.recall = share(static_cast<double>(right), out.gold);
  const double sum = out.precision + out.recall;
  out.f1 = sum == 0 ? 0 : 2 * out.precision * out.recall / sum;
  return out;
}

EventSpanScores score_event_spans(const std::filesystem::path& gold, const std::vector<SystemEvent>& system) {
  const BySentence events = by_sentence(system);
  EventSpanScores out;
  read_lines(gold, [&](const Json& json) {
    const std::string type = json.at("event_type").get<std::string>();
    std::vector<const SystemEvent*> found = events_of(events, text_of(json, "id"));
    std::erase_if(found, [&](const SystemEvent* event) { return event->type != type; });
    ++out.sentences;
    out.found += found.empty() ? 0 : 1;
    const auto best = [&](const char* part, std::string SystemEvent::* slot) {
      double most = 0;
      for (const Json& annotation : json.at("annotations")) {
        const std::string wanted = text_of(annotation, part);
        if (wanted.empty()) continue;
        for (const SystemEvent* event : found) most = std::max(most, overlap_f1(word_keys(event->*slot), word_keys(wanted)));
      }
      return most;
    };
    out.source += best("source", &SystemEvent::subject);
    out.verb += best("verb", &SystemEvent::relation);
    out.target += best("target", &SystemEvent::object);
  });
  for (double* score : {&out.found, &out.source, &out.verb, &out.target}) *score = share(*score, out.sentences);
  return out;
}

EventRecordScores score_event_records(const std::filesystem::path& gold, const std::vector<SystemEvent>& system) {
  const BySentence events = by_sentence(system);
  EventRecordScores out;
  read_lines(gold, [&](const Json& json) {
    const std::string type = json.at("event").get<std::string>();
    const auto source = actor_words(json, "source");
    const auto target = actor_words(json, "target");
    ++out.records;
    const auto score = [&](std::string_view wanted, double& types, double& sources, double& targets) {
      bool any = false;
      bool by = false;
      bool to = false;
      for (const SystemEvent* event : events_of(events, text_of(json, "id"))) {
        if (event->type != wanted) continue;
        any = true;
        by = by || share_word(source, word_keys(event->subject));
        to = to || share_word(target, word_keys(event->object));
      }
      types += any ? 1 : 0;
      sources += by ? 1 : 0;
      targets += to ? 1 : 0;
    };
    score(type, out.type, out.source, out.target);
    score(merged(type), out.merged_type, out.merged_source, out.merged_target);
  });
  for (double* value : {&out.type, &out.source, &out.target, &out.merged_type, &out.merged_source, &out.merged_target})
    *value = share(*value, out.records);
  return out;
}

}  // namespace isnad::evaluation
