#include "cli/command_explain.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/decisions.h"
#include "cli/names.h"
#include "cli/options.h"
#include "cli/receipts.h"
#include "graph/model/plain_text.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kNearNames = 12;

struct Explanation {
  Entity entity;
  std::vector<Receipt> receipts;
  /// For each receipt the words of its example and their sentence.
  std::vector<std::pair<std::string, std::string>> examples;
  std::vector<Decision> decisions;
  std::vector<NearName> near;
};

Explanation explanation_of(const store::Store& store, const EntityKey& key) {
  Explanation out;
  out.entity = *store.entity(key);
  out.receipts = receipts_of(store, key);
  for (const Receipt& receipt : out.receipts) {
    std::string words;
    std::string sentence;
    if (const auto document = store.document(receipt.example)) {
      words = clean_text(receipt.example_span.of(document->text));
      if (receipt.example_sentence < document->sentences.size()) {
        sentence = clean_text(document->sentences[receipt.example_sentence].span.of(document->text));
      }
    }
    out.examples.emplace_back(std::move(words), std::move(sentence));
  }
  const Decisions decisions(store.decisions());
  for (const Decision& decision : decisions.all()) {
    if (decisions.resolve(decision.into) == key || decision.from == key) out.decisions.push_back(decision);
  }
  out.near = near_names(store, out.entity, kNearNames);
  return out;
}

std::string counted(std::uint64_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

void write_text(const Explanation& explanation) {
  const Entity& entity = explanation.entity;
  std::cout << clean_text(entity.key.str()) << ", " << to_string(entity.type) << (entity.from_lexicon ? ", of the lexicon" : "") << '\n';
  if (!entity.name_ar.empty()) std::cout << "  Arabic:  " << clean_text(entity.name_ar) << '\n';
  if (!entity.name_en.empty()) std::cout << "  English: " << clean_text(entity.name_en) << '\n';
  std::cout << "\nWhat stands for it\n";
  for (std::size_t i = 0; i < explanation.receipts.size(); ++i) {
    const Receipt& receipt = explanation.receipts[i];
    const auto& [words, sentence] = explanation.examples[i];
    std::cout << "  " << (receipt.name.empty() ? words + " (no name)" : clean_text(receipt.name)) << '\n';
    std::cout << "      " << receipt.rule << ", " << static_cast<int>(receipt.score) << " %";
    if (!receipt.evidence.empty()) std::cout << ", by " << clean_text(receipt.evidence);
    std::cout << "; " << counted(receipt.mentions, "mention") << " in " << counted(receipt.documents, "document") << '\n';
    std::cout << "      " << clean_text(receipt.example.str()) << ": " << sentence << '\n';
  }
  std::string unused;
  for (const Alias& alias : entity.aliases) {
    if (alias.mentions == 0) unused += (unused.empty() ? "" : ", ") + clean_text(alias.name);
  }
  if (!unused.empty()) std::cout << "\nNames that no article here uses\n  " << unused << '\n';
  if (!explanation.decisions.empty()) std::cout << "\nDecisions\n";
  for (const Decision& decision : explanation.decisions) std::cout << "  " << to_string(decision.kind) << ": " << sentence_of(decision) << '\n';
  if (!explanation.near.empty()) std::cout << "\nNear names that mean others\n";
  for (const NearName& near : explanation.near) {
    std::cout << "  " << clean_text(near.name) << " (" << clean_text(near.entity.str()) << "): " << near.why << '\n';
  }
}

nlohmann::ordered_json to_json(const Explanation& explanation) {
  const Entity& entity = explanation.entity;
  nlohmann::ordered_json out;
  out["key"] = entity.key.str();
  out["type"] = to_string(entity.type);
  out["ar"] = entity.name_ar;
  out["en"] = entity.name_en;
  out["from_lexicon"] = entity.from_lexicon;
  out["receipts"] = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < explanation.receipts.size(); ++i) {
    const Receipt& receipt = explanation.receipts[i];
    nlohmann::ordered_json row;
    row["name"] = receipt.name;
    row["rule"] = receipt.rule;
    row["evidence"] = receipt.evidence;
    row["score"] = receipt.score;
    row["mentions"] = receipt.mentions;
    row["documents"] = receipt.documents;
    row["doc"] = receipt.example.str();
    row["words"] = explanation.examples[i].first;
    row["sentence"] = explanation.examples[i].second;
    out["receipts"].push_back(std::move(row));
  }
  out["unused_names"] = nlohmann::ordered_json::array();
  for (const Alias& alias : entity.aliases) {
    if (alias.mentions == 0) out["unused_names"].push_back(alias.name);
  }
  out["decisions"] = nlohmann::ordered_json::array();
  for (const Decision& decision : explanation.decisions) {
    nlohmann::ordered_json row = {{"kind", to_string(decision.kind)}, {"text", sentence_of(decision)}};
    if (decision.kind == DecisionKind::kIdentity) {
      row["rule"] = decision.rule;
      row["evidence"] = decision.evidence;
      row["score"] = decision.score;
    }
    out["decisions"].push_back(std::move(row));
  }
  out["near"] = nlohmann::ordered_json::array();
  for (const NearName& near : explanation.near) out["near"].push_back({{"name", near.name}, {"key", near.entity.str()}, {"why", near.why}});
  return out;
}

}  // namespace

void CommandExplain::setup(CLI::App& app) {
  app.add_option("NAME", entity_, "An entity, in Arabic or English")->required();
  add_db_option(app, db_);
  add_format_option(app, format_, "text|json");
}

int CommandExplain::run() {
  const store::Store store(db_, store::OpenMode::kReadOnly);
  const Explanation explanation = explanation_of(store, entity_named(store, entity_));
  if (format_ == "json") {
    std::cout << to_json(explanation).dump(1) << '\n';
  } else {
    write_text(explanation);
  }
  return 0;
}

}  // namespace isnad::cli
