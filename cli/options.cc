#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "graph/render/atomic_file.h"

namespace isnad::cli {

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) out.push_back(part);
  return out;
}

}  // namespace

void add_db_option(CLI::App& app, std::string& db) { app.add_option("--db", db, "Database folder")->required()->type_name("DIR"); }

void add_lang_option(CLI::App& app, std::string& lang) {
  app.add_option("--lang", lang, "Language of labels")->check(CLI::IsMember({"ar", "en"}))->capture_default_str()->type_name("LANG");
}

void add_format_option(CLI::App& app, std::string& format, const std::string& formats) {
  app.add_option("--format", format, "Output format")->check(CLI::IsMember(split(formats, '|')))->capture_default_str()->type_name("FORMAT");
}

void add_limit_option(CLI::App& app, std::size_t& limit, const std::string& help) {
  app.add_option("--limit", limit, help)
      ->check(CLI::Validator(CLI::Range(0, 1000000000)).description(""))
      ->capture_default_str()
      ->type_name("N");
}

void add_model_option(CLI::App& app, std::string& model) {
  app.add_option("--model", model, "Arabic model: ar is the best, ar-free was trained on freely licensed data alone")
      ->check(CLI::IsMember({"ar", "ar-free"}))
      ->capture_default_str()
      ->type_name("MODEL");
}

void add_threads_option(CLI::App& app, unsigned& threads) {
  app.add_option("--threads", threads, "Threads that analyse; 0 is one a core")->check(CLI::Range(0, 64))->capture_default_str()->type_name("N");
}

unsigned thread_count(unsigned threads) { return threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency()); }

void write_output(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    std::cout << bytes;
  } else {
    render::write_file(path, bytes);
  }
}

}  // namespace isnad::cli
