#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/model/claim.h"

namespace CLI {
class App;
}

namespace isnad::cli {

/// `--db DIR`, which most verbs need.
void add_db_option(CLI::App& app, std::string& db);

/// `--lang ar|en`: the language of labels.
void add_lang_option(CLI::App& app, std::string& lang);

/// `--format`, one of `formats` (separated by `|`), the present value of `format` as default.
void add_format_option(CLI::App& app, std::string& format, const std::string& formats);

/// `--limit N`, where 0 is all.
void add_limit_option(CLI::App& app, std::size_t& limit, const std::string& help);

/// `--model ar|ar-free`: which Arabic model analyses.
void add_model_option(CLI::App& app, std::string& model);

/// `--threads N`: 0 means one a core.
void add_threads_option(CLI::App& app, unsigned& threads);

/// Writes the bytes to the file, whole or not at all; `-` is stdout.
/// Throws: IoError naming the path.
void write_output(const std::string& path, std::string_view bytes);

/// Returns: `threads`, or the number of cores for 0.
[[nodiscard]] unsigned thread_count(unsigned threads);

}  // namespace isnad::cli
