#include "tests/bench/icews_import.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/model/error.h"

namespace isnad::bench {

namespace {

struct Rule {
  std::string_view words;
  RelationType type;
};

/// The first whose words the relation holds, in lower case.
constexpr std::array<Rule, 42> kRules = {{
    {"deny", RelationType::kReject},           {"reject", RelationType::kReject},        {"refuse", RelationType::kReject},
    {"veto", RelationType::kReject},           {"defy", RelationType::kReject},          {"threaten", RelationType::kThreaten},
    {"ultimatum", RelationType::kThreaten},    {"accuse", RelationType::kAccuse},        {"criticize", RelationType::kAccuse},
    {"complain", RelationType::kAccuse},       {"lawsuit", RelationType::kAccuse},       {"rally opposition", RelationType::kAccuse},
    {"demonstrate", RelationType::kProtest},   {"protest", RelationType::kProtest},      {"strike or boycott", RelationType::kProtest},
    {"hunger", RelationType::kProtest},        {"sanctions", RelationType::kSanction},   {"reduce", RelationType::kSanction},
    {"embargo", RelationType::kSanction},      {"halt", RelationType::kSanction},        {"expel", RelationType::kCoerce},
    {"arrest", RelationType::kCoerce},         {"confiscate", RelationType::kCoerce},    {"repression", RelationType::kCoerce},
    {"coerce", RelationType::kCoerce},         {"mobiliz", RelationType::kMobilize},     {"military alert", RelationType::kMobilize},
    {"force", RelationType::kAssault},         {"violence", RelationType::kAssault},     {"fight", RelationType::kAssault},
    {"assault", RelationType::kAssault},       {"abduct", RelationType::kAssault},       {"weapons", RelationType::kAssault},
    {"occupy", RelationType::kControl},        {"return, release", RelationType::kConcede}, {"ease", RelationType::kConcede},
    {"appeal", RelationType::kRequest},        {"demand", RelationType::kRequest},       {"praise", RelationType::kSupport},
    {"support on behalf", RelationType::kSupport}, {"agreement", RelationType::kAgree},  {"provide", RelationType::kAid},
}};
constexpr std::array<Rule, 8> kLaterRules = {{
    {"intent", RelationType::kAgree},      {"cooperat", RelationType::kCooperate}, {"visit", RelationType::kConsult},
    {"consult", RelationType::kConsult},   {"meet", RelationType::kConsult},       {"negotiat", RelationType::kConsult},
    {"telephone", RelationType::kConsult}, {"investigate", RelationType::kOther},
}};

RelationType type_of(std::string relation) {
  for (char& c : relation) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto holds = [&](const Rule& rule) { return relation.find(rule.words) != std::string::npos; };
  if (const auto it = std::find_if(kRules.begin(), kRules.end(), holds); it != kRules.end()) return it->type;
  if (const auto it = std::find_if(kLaterRules.begin(), kLaterRules.end(), holds); it != kLaterRules.end()) return it->type;
  return RelationType::kOther;
}

EntityKey key_of(std::string_view name) {
  std::string key = "name:ORG:";
  for (const char c : name) key += c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return EntityKey(key);
}

class Importer {
 public:
  explicit Importer(store::Store& into) : into_(into) {}

  void add(const std::string& date, const std::string& subject, const std::string& relation, const std::string& object) {
    if (article_.claims.size() == 10 || (!article_.claims.empty() && article_.document.published != date)) close();
    if (article_.claims.empty()) {
      article_.document.id = DocumentId(date + "/" + std::to_string(++articles_));
      article_.document.published = date;
      article_.document.source = "outlet " + std::to_string(articles_ % 40);
      article_.document.lang = "en";
      article_.extractor = "bench";
    }
    std::string& text = article_.document.text;
    const auto put = [&](const std::string& words) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += words;
      return Span{begin, static_cast<std::uint32_t>(text.size())};
    };
    const auto number = static_cast<std::uint32_t>(article_.sentences.size());
    Claim claim;
    claim.id = ClaimId(article_.document.id.str() + "#" + std::to_string(number) + "#0");
    claim.document = article_.document.id;
    claim.sentence = number;
    const Span s = put(subject);
    text += ' ';
    const Span r = put(relation);
    text += ' ';
    const Span o = put(object);
    text += ".\n";
    claim.subject = {subject, {s}, s, entity(subject)};
    claim.relation = {relation, {r}, r, {}};
    claim.object = {object, {o}, o, entity(object)};
    claim.type = type_of(relation);
    claim.relation_lemma = relation;
    claim.label_en = relation;
    claim.confidence = 0.9F;
    claim.rule = "bench";
    article_.sentences.push_back({{s.begin, o.end + 1}, article_.document.id.str() + "#" + std::to_string(number), "en"});
    article_.claims.push_back(std::move(claim));
  }

  void close() {
    if (article_.claims.empty()) return;
    for (auto& [key, named] : entities_) article_.entities.push_back(std::move(named));
    entities_.clear();
    article_.document.sentences = {};
    into_.put(article_);
    article_ = {};
  }

 private:
  EntityKey entity(const std::string& name) {
    EntityKey key = key_of(name);
    Entity& known = entities_[key];
    known.key = key;
    known.type = EntityType::kOrganisation;
    known.name_en = name;
    if (known.aliases.empty()) {
      std::string folded = name;
      for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      known.aliases = {{name, folded, "en", 0}};
    }
    ++known.aliases.front().mentions;
    return key;
  }

  store::Store& into_;
  Extraction article_;
  std::map<EntityKey, Entity> entities_;
  std::size_t articles_ = 0;
};

}  // namespace

std::size_t import_icews(const std::filesystem::path& file, store::Store& into) {
  std::ifstream in(file);
  if (!in) throw IoError(file.string() + ": cannot read");
  std::vector<std::array<std::string, 4>> facts;
  std::string line;
  std::getline(in, line);
  for (std::uint64_t number = 2; std::getline(in, line); ++number) {
    std::array<std::string, 4> fact;
    std::size_t begin = 0;
    for (auto& field : fact) {
      const auto end = line.find('\t', begin);
      if (end == std::string::npos) throw FormatError(file.string(), number, "five fields are expected");
      field = line.substr(begin, end - begin);
      begin = end + 1;
    }
    facts.push_back(std::move(fact));
  }
  std::stable_sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a[0] < b[0]; });
  Importer importer(into);
  for (const auto& [date, subject, relation, object] : facts) importer.add(date, subject, relation, object);
  importer.close();
  into.flush();
  return facts.size();
}

}  // namespace isnad::bench
