#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/entity.h"
#include "graph/model/relation_type.h"
#include "graph/query/edge_reader.h"
#include "graph/render/web_sentence.h"

namespace isnad::report {

/// A sentence at the foot of the report.
struct Note {
  std::uint32_t number = 0;
  render::WebSentence sentence;
  /// `ar` or `en`: the sentence's.
  std::string lang;
  /// Who says so; empty when the article itself does.
  std::string speaker;
  std::string title;
  std::string source;
  /// Of the article.
  std::string published;
  /// Only what begins with http:// or https://, else empty.
  std::string url;
  std::string document;
};

/// One relation in words, with what stands behind it.
struct Statement {
  std::string subject;
  std::string label;
  std::string object;
  RelationType type = RelationType::kOther;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  std::uint32_t claims = 0;
  std::uint32_t sources = 0;
  std::string first_date;
  std::string last_date;
  /// Ascending numbers of notes, at least one.
  std::vector<std::uint32_t> notes;
};

struct Section {
  RelationFamily family = RelationFamily::kOther;
  /// Best attested first.
  std::vector<Statement> statements;
  std::size_t left_out = 0;
};

/// A relation that some say and others deny.
struct Dispute {
  Statement said;
  Statement denied;
};

struct DatedStatement {
  /// `YYYY[-MM[-DD]]`.
  std::string date;
  Statement statement;
};

/// All that a report about one actor says, in the words of one language; plain text of any content, which whoever writes it makes
/// safe. Every statement has its sentences in `notes`.
struct Dossier {
  std::string lang = "en";
  std::string name;
  /// In the other language; empty when unknown or the same.
  std::string second_name;
  EntityType type = EntityType::kMisc;
  /// Other names that articles use, the most frequent first.
  std::vector<std::string> other_names;
  std::size_t claims = 0;
  std::size_t documents = 0;
  std::size_t sources = 0;
  std::string first_date;
  std::string last_date;
  /// Posts that it holds or that are held in it.
  std::vector<Statement> posts;
  /// One a family that has any, without posts.
  std::vector<Section> sections;
  std::vector<Dispute> disputes;
  /// In the order of time.
  std::vector<DatedStatement> timeline;
  std::size_t timeline_left_out = 0;
  std::vector<Note> notes;
  /// A drawing of its surroundings, SVG; may be empty.
  std::string diagram_svg;

  [[nodiscard]] bool right_to_left() const { return lang == "ar"; }
};

struct DossierOptions {
  std::string lang = "en";
  /// Relations of each family, and rows of the timeline, at most.
  std::size_t per_section = 12;
  std::size_t timeline_rows = 40;
  /// Sentences behind each statement.
  std::size_t notes_per_statement = 2;
};

/// Gathers what the graph knows of an actor under the reader's filter. Relations of type OTHER come last, and only the best
/// attested of them.
///
/// Throws: UsageError when the source does not know `about`.
/// Cost: reads all edges of `about` and at most 200 claims of each.
[[nodiscard]] Dossier build_dossier(const query::EdgeReader& reader, const EntityKey& about, const DossierOptions& options);

}  // namespace isnad::report
