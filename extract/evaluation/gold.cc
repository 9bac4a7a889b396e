#include "extract/evaluation/gold.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "graph/model/error.h"

namespace isnad::evaluation {

namespace {

using Json = nlohmann::json;

void read_lines(const std::filesystem::path& path, const std::function<void(const Json&)>& take) {
  std::ifstream in(path);
  if (!in) throw IoError(path.string() + ": " + std::strerror(errno));
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      take(Json::parse(line));
    } catch (const Json::exception& error) {
      throw FormatError(path.string(), number, std::string("not of the expected form: ") + error.what());
    }
  }
  if (in.bad()) throw IoError(path.string() + ": cannot be read");
}

bool flag(const Json& object, const char* name, bool otherwise) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? otherwise : found->get<bool>();
}

std::string text(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? std::string() : found->get<std::string>();
}

Formulations formulations(const Json& fact, const char* slot) {
  Formulations out;
  const auto found = fact.find(slot);
  if (found == fact.end() || found->is_null()) return out;
  for (const auto& wording : *found) out.push_back(formulation_from(wording.get_ref<const std::string&>()));
  return out;
}

GoldFact fact_from(const Json& json) {
  GoldFact fact;
  fact.subject = formulations(json, "s");
  fact.relation = formulations(json, "r");
  fact.object = formulations(json, "o");
  fact.attribution = formulations(json, "attr");
  fact.denied = flag(json, "neg", false);
  fact.elided = flag(json, "elided", false);
  fact.required = flag(json, "req", true);
  return fact;
}

std::vector<std::string> names_of(const Json& entity) {
  std::vector<std::string> out = {text(entity, "ar"), text(entity, "en")};
  if (const auto aliases = entity.find("aliases"); aliases != entity.end()) {
    for (const auto& alias : *aliases) out.push_back(alias.get<std::string>());
  }
  return out;
}

GoldArticle article_from(const Json& json) {
  GoldArticle article;
  article.id = text(json, "id");
  for (const auto& sentence : json.at("sentences")) {
    GoldSentence out;
    out.id = sentence.at("id").get<std::string>();
    if (const auto facts = sentence.find("facts"); facts != sentence.end()) {
      for (const auto& fact : *facts) out.facts.push_back(fact_from(fact));
    }
    article.sentences.push_back(std::move(out));
  }
  std::map<std::string, std::vector<std::string>> entities;
  if (const auto list = json.find("entities"); list != json.end()) {
    for (const auto& entity : *list) entities[entity.at("id").get<std::string>()] = names_of(entity);
  }
  if (const auto list = json.find("edges"); list != json.end()) {
    for (const auto& edge : *list) {
      const auto source = entities.find(edge.at("s").get<std::string>());
      const auto target = entities.find(edge.at("o").get<std::string>());
      if (source == entities.end() || target == entities.end()) continue;
      article.edges.push_back({source->second, edge.at("rel").get<std::string>(), target->second, flag(edge, "neg", false)});
    }
  }
  std::set<std::string> ends;
  if (const auto list = json.find("edges"); list != json.end()) {
    for (const auto& edge : *list) {
      ends.insert(edge.at("s").get<std::string>());
      ends.insert(edge.at("o").get<std::string>());
    }
  }
  for (auto& [id, names] : entities) article.entities.push_back({std::move(names), ends.contains(id)});
  return article;
}

}  // namespace

std::vector<GoldArticle> read_gold(const std::filesystem::path& path) {
  std::vector<GoldArticle> out;
  read_lines(path, [&](const Json& json) { out.push_back(article_from(json)); });
  return out;
}

std::vector<SystemFact> read_facts(const std::filesystem::path& path) {
  std::vector<SystemFact> out;
  read_lines(path, [&](const Json& json) {
    out.push_back({json.at("sent").get<std::string>(), json.at("s").get<std::string>(), json.at("r").get<std::string>(),
                   json.at("o").get<std::string>(), text(json, "attr"), flag(json, "neg", false)});
  });
  return out;
}

std::vector<SystemEdge> read_edges(const std::filesystem::path& path) {
  std::vector<SystemEdge> out;
  read_lines(path, [&](const Json& json) {
    out.push_back({json.at("doc").get<std::string>(), json.at("s").get<std::vector<std::string>>(), json.at("rel").get<std::string>(),
                   json.at("o").get<std::vector<std::string>>(), flag(json, "neg", false)});
  });
  return out;
}

std::vector<SystemEntity> read_entities(const std::filesystem::path& path) {
  std::vector<SystemEntity> out;
  read_lines(path, [&](const Json& json) {
    out.push_back({json.at("doc").get<std::string>(), json.at("key").get<std::string>(), json.at("names").get<std::vector<std::string>>()});
  });
  return out;
}

}  // namespace isnad::evaluation
