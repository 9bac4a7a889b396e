#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/evaluation/scores.h"

namespace isnad::evaluation {

/// A claim as `isnad extract` prints it, by its sentence.
struct SystemEvent {
  std::string sentence;
  std::string type;
  std::string subject;
  std::string relation;
  std::string object;
};

/// Throws: IoError when the file cannot be read, FormatError at a line that is not of that form.
[[nodiscard]] std::vector<SystemEvent> read_events(const std::filesystem::path& path);

/// Sentences that report an event of a class against those that a system found: a sentence counts once.
/// Gold is one JSON object a line: `id`, `event_type`, `label` (`yes` or another).
/// Throws: as `read_events`.
[[nodiscard]] PrecisionRecall score_event_sentences(const std::filesystem::path& gold, const std::vector<SystemEvent>& system);

/// How well the words of an event's parts are found, in [0, 1].
struct EventSpanScores {
  /// Share of sentences with any claim of the class.
  double found = 0;
  /// Mean over sentences of the best token F1 over annotators and claims of the class.
  double source = 0;
  double verb = 0;
  double target = 0;
  std::size_t sentences = 0;
};

/// Gold is one JSON object a line: `id`, `event_type`, `annotations` of `source`, `verb` and `target`; an annotator's empty part counts
/// for nothing.
/// Throws: as `read_events`.
[[nodiscard]] EventSpanScores score_event_spans(const std::filesystem::path& gold, const std::vector<SystemEvent>& system);

/// Of records with one event each: the share with a claim of its type, and with a claim of its type that shares a word with the
/// event's source, with its target.
struct EventRecordScores {
  double type = 0;
  double source = 0;
  double target = 0;
  /// The same, with the classes of PLOVER that the project's list merges counted as one: DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are
  /// ACCUSE, FIGHT is ASSAULT.
  double merged_type = 0;
  double merged_source = 0;
  double merged_target = 0;
  std::size_t records = 0;
};

/// Gold is one JSON object a line: `id`, `event`, `source` and `target` as lists of objects with `actorText`.
/// Throws: as `read_events`.
[[nodiscard]] EventRecordScores score_event_records(const std::filesystem::path& gold, const std::vector<SystemEvent>& system);

}  // namespace isnad::evaluation
