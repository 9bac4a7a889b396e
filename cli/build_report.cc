#include "cli/build_report.h"

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "graph/model/error.h"

namespace isnad::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Names of files may hold any bytes.
std::string dumped(const Json& line) { return line.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

BuildReport::BuildReport(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  out_.open(path_, std::ios::binary | std::ios::trunc);
  if (!out_) throw IoError(path_ + ": " + std::strerror(errno));
}

void BuildReport::write(const std::string& line) {
  const std::lock_guard lock(mutex_);
  if (path_.empty()) return;
  out_ << line << std::endl;  // whoever follows the run reads it now
  if (!out_) throw IoError(path_ + ": cannot be written");
}

void BuildReport::diagnostic(const Diagnostic& diagnostic) {
  if (path_.empty()) return;
  Json line = {{"event", diagnostic.warning ? "warning" : "skipped"}, {"file", diagnostic.file}};
  if (diagnostic.line != 0) line["line"] = diagnostic.line;
  line["why"] = diagnostic.message;
  write(dumped(line));
}

void BuildReport::replaced(const DocumentId& document) {
  if (!path_.empty()) write(dumped({{"event", "replaced"}, {"document", document.str()}}));
}

void BuildReport::copy(const DocumentId& document, const DocumentId& original) {
  if (!path_.empty()) write(dumped({{"event", "copy"}, {"document", document.str()}, {"copy_of", original.str()}}));
}

void BuildReport::finish(const BuildTally& tally) {
  if (path_.empty()) return;
  write(dumped({{"event", "summary"},
                {"added", tally.documents - tally.replaced},
                {"replaced", tally.replaced},
                {"unchanged", tally.unchanged},
                {"skipped", tally.skipped},
                {"copies", tally.copies},
                {"claims", tally.claims},
                {"words", tally.words},
                {"entities", tally.entities},
                {"seconds", tally.seconds},
                {"cpu_seconds", tally.cpu_seconds},
                {"analysis_cpu_seconds", tally.analysis_cpu_seconds},
                {"peak_memory_bytes", tally.peak_memory_bytes},
                {"interrupted", tally.interrupted}}));
  out_.flush();
  if (!out_) throw IoError(path_ + ": cannot be written");
}

}  // namespace isnad::cli
