#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "extract/evaluation/slot_match.h"

namespace isnad::evaluation {

/// A fact that a sentence states, each slot with all the wordings that count as right.
struct GoldFact {
  Formulations subject;
  Formulations relation;
  Formulations object;
  /// Who says so; empty when the article does.
  Formulations attribution;
  bool denied = false;
  /// The sentence leaves the subject out.
  bool elided = false;
  /// False: right when found, no loss when missed.
  bool required = true;
};

struct GoldSentence {
  std::string id;
  std::vector<GoldFact> facts;
};

/// What an analyst would want drawn: names of both ends, any of which will do.
struct GoldEdge {
  std::vector<std::string> source;
  std::string type;
  std::vector<std::string> target;
  bool denied = false;
};

/// An actor of an article.
struct GoldEntity {
  std::vector<std::string> names;
  /// Some edge begins or ends at it.
  bool in_edges = false;
};

struct GoldArticle {
  std::string id;
  std::vector<GoldEntity> entities;
  std::vector<GoldSentence> sentences;
  std::vector<GoldEdge> edges;
};

/// A triple or an edge of a system, as `isnad extract` and `isnad export --by document` print them.
struct SystemFact {
  std::string sentence;
  std::string subject;
  std::string relation;
  std::string object;
  /// Words of the speaker; empty for none.
  std::string attribution;
  bool denied = false;
};

struct SystemEdge {
  std::string document;
  std::vector<std::string> source;
  std::string type;
  std::vector<std::string> target;
  bool denied = false;
};

/// A node as `isnad export --what entities --by document` prints it.
struct SystemEntity {
  std::string document;
  std::string key;
  std::vector<std::string> names;
};

/// Reads annotated articles, one JSON object a line: `id`, `sentences` of `id` and `facts` (`s r o attr` lists of wordings,
/// `neg elided req`), `entities` (`id ar en aliases`) and `edges` (`s rel o neg`).
/// Throws: IoError when the file cannot be read, FormatError at a line that is not of that form.
[[nodiscard]] std::vector<GoldArticle> read_gold(const std::filesystem::path& path);

/// Throws: as `read_gold`.
[[nodiscard]] std::vector<SystemFact> read_facts(const std::filesystem::path& path);

/// Throws: as `read_gold`.
[[nodiscard]] std::vector<SystemEdge> read_edges(const std::filesystem::path& path);

/// Throws: as `read_gold`.
[[nodiscard]] std::vector<SystemEntity> read_entities(const std::filesystem::path& path);

}  // namespace isnad::evaluation
