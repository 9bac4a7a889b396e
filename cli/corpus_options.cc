#include "cli/corpus_options.h"

#include <CLI/CLI.hpp>

#include "extract/corpus/input_format.h"
#include "graph/model/error.h"

namespace isnad::cli {

void CorpusArguments::add_to(CLI::App& app) {
  app.add_option("CORPUS", paths_, "Files, folders and archives with articles; - is standard input");
  app.add_option("--from-list", list_, "Read also the files that FILE lists, one a line or ended by NUL; - is standard input")->type_name("FILE");
  app.add_option("--input-format", format_,
                 "Format of named files and of standard input, whatever their names and contents say: " + std::string(corpus::kInputFormatNames))
      ->check([](const std::string& name) { return corpus::format_named(name) ? std::string() : name + " is none of " + std::string(corpus::kInputFormatNames); })
      ->type_name("FORMAT");
  app.add_option("--field", fields_, "Name of a field of JSON or a column that holds the id, title, date, source, url, lang or text; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FIELD=NAME");
}

corpus::CorpusOptions CorpusArguments::options() const {
  if (paths_.empty() && list_.empty()) throw UsageError("CORPUS or --from-list is needed");
  corpus::CorpusOptions options;
  options.paths.assign(paths_.begin(), paths_.end());
  options.list = list_;
  if (!format_.empty()) options.format = corpus::format_named(format_);
  for (const auto& field : fields_) options.fields.set(field);
  corpus::require_paths(options.paths);
  if (!list_.empty()) corpus::require_paths({list_});
  return options;
}

}  // namespace isnad::cli
