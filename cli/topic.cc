#include "cli/topic.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "extract/text/name_key.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"

namespace isnad::cli {

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string word; in >> word;) out.push_back(std::move(word));
  return out;
}

/// A word as it stands in a sentence, and what is left of it without one or two clitics before it.
std::vector<std::string_view> readings(std::string_view word) {
  constexpr std::array<std::string_view, 2> kConjunctions = {"و", "ف"};
  constexpr std::array<std::string_view, 3> kPrepositions = {"ب", "ل", "ك"};
  constexpr std::string_view kArticle = "ال";
  constexpr std::string_view kLam = "ل";
  std::vector<std::string_view> out = {word};
  const auto without = [&](const auto& clitics) {
    for (std::size_t i = 0, count = out.size(); i < count; ++i) {
      for (const std::string_view clitic : clitics) {
        if (out[i].starts_with(clitic) && out[i].size() > clitic.size() + 2) out.push_back(out[i].substr(clitic.size()));
      }
    }
  };
  without(kConjunctions);
  without(kPrepositions);
  // What is written لل is ل and the article.
  for (std::size_t i = 1, count = out.size(); i < count; ++i) {
    for (const std::string_view article : {kArticle, kLam}) {
      if (out[i].starts_with(article) && out[i].size() > article.size() + 2) out.push_back(out[i].substr(article.size()));
    }
  }
  return out;
}

/// Which sentences of a document are on a topic; asked once a document.
class SentencesOnTopic {
 public:
  SentencesOnTopic(std::vector<Topic> topics, const ClaimSource& source) : topics_(std::move(topics)), source_(source) {}

  bool operator()(const Claim& claim) {
    const auto [it, fresh] = documents_.try_emplace(claim.document);
    if (fresh) it->second = read(claim.document);
    return claim.sentence < it->second.size() && it->second[claim.sentence];
  }

 private:
  [[nodiscard]] std::vector<bool> read(const DocumentId& id) const {
    std::vector<bool> out;
    const auto document = source_.document(id);
    if (!document) return out;
    for (const auto& sentence : document->sentences) {
      const std::string_view text = sentence.span.of(document->text);
      out.push_back(std::any_of(topics_.begin(), topics_.end(), [&](const Topic& topic) { return topic.is_in(text); }));
    }
    return out;
  }

  std::vector<Topic> topics_;
  const ClaimSource& source_;
  std::unordered_map<DocumentId, std::vector<bool>> documents_;
};

}  // namespace

Topic::Topic(std::string_view words) {
  for (auto& word : split(std::string(words))) {
    const bool beginning = word.back() == '*';
    std::vector<std::string> keys = split(text::name_key(word));
    for (std::size_t i = 0; i < keys.size(); ++i) words_.push_back({std::move(keys[i]), beginning && i + 1 == keys.size()});
  }
  if (words_.empty()) throw UsageError("--topic: '" + clean_text(words) + "' has no word");
}

bool Topic::is_in(std::string_view sentence) const {
  const std::vector<std::string> words = split(text::name_key(sentence));
  return std::all_of(words_.begin(), words_.end(), [&](const Word& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      const auto readings_of = readings(word);
      return std::any_of(readings_of.begin(), readings_of.end(), [&](std::string_view reading) {
        return wanted.beginning ? reading.starts_with(wanted.key) : reading == wanted.key;
      });
    });
  });
}

void TopicOption::add_to(CLI::App& app) {
  app.add_option("--topic", topics_, "Only what sentences with all these words say; word* is any ending (repeatable: one of the topics)")
      ->type_name("WORDS")
      ->allow_extra_args(false);
}

void TopicOption::check() const {
  for (const auto& topic : topics_) static_cast<void>(Topic(topic));
}

void TopicOption::narrow(query::ViewFilter& filter, const ClaimSource& source) const {
  if (topics_.empty()) return;
  std::vector<Topic> topics;
  topics.reserve(topics_.size());
  for (const auto& topic : topics_) topics.emplace_back(topic);
  // The filter is copied with whoever holds it; what was read is not read again.
  const auto on_topic = std::make_shared<SentencesOnTopic>(std::move(topics), source);
  filter.also = [on_topic, before = filter.also](const Claim& claim) { return (!before || before(claim)) && (*on_topic)(claim); };
}

}  // namespace isnad::cli
