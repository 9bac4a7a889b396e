#include "tests/extract/corpus/temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "extract/corpus/corpus_reader.h"

namespace isnad::corpus {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "isnad-corpus-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(const std::string& name, std::string_view bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error("cannot write " + file.string());
  return file;
}

Read read(const std::vector<fs::path>& paths) {
  Diagnostics diagnostics;
  Read out;
  read_corpus(paths, diagnostics, [&](Document&& document) {
    out.documents.push_back(std::move(document));
    return true;
  });
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    out.complaints.push_back(std::to_string(diagnostic.line) + ": " + diagnostic.message);
  return out;
}

Read read_one(const std::string& name, std::string_view bytes) {
  const TemporaryFolder folder;
  return read({folder.write(name, bytes)});
}

std::string file_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace isnad::corpus
