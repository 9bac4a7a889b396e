#include "graph/render/atomic_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "graph/model/error.h"

using isnad::IoError;
using isnad::render::write_file;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "isnad-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator()));
  }

 private:
  std::filesystem::path path_;
};

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("file: is written whole, replaced whole, and leaves nothing beside it", "[graph][render]") {
  const Folder folder;
  const auto path = folder.file("صورة.svg");
  write_file(path, "first");
  CHECK(content(path) == "first");
  write_file(path, std::string("a\0b", 3));
  CHECK(content(path) == std::string("a\0b", 3));
  CHECK(folder.count() == 1);
}

TEST_CASE("file: keeps the mode that the old file had", "[graph][render]") {
  const Folder folder;
  const auto path = folder.file("a");
  write_file(path, "x");
  ::chmod(path.c_str(), 0640);
  write_file(path, "y");
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0640);
}

TEST_CASE("file: a link stays a link, and what it leads to is written", "[graph][render]") {
  const Folder folder;
  std::filesystem::create_directory(folder.file("deep"));
  write_file(folder.file("deep/real.svg"), "old");
  std::filesystem::create_symlink("deep/real.svg", folder.file("near"));
  std::filesystem::create_symlink(folder.file("near"), folder.file("far"));
  write_file(folder.file("far"), "new");
  CHECK(std::filesystem::is_symlink(folder.file("far")));
  CHECK(std::filesystem::is_symlink(folder.file("near")));
  CHECK(content(folder.file("deep/real.svg")) == "new");

  std::filesystem::create_symlink("deep/later.svg", folder.file("dangling"));
  write_file(folder.file("dangling"), "born");
  CHECK(std::filesystem::is_symlink(folder.file("dangling")));
  CHECK(content(folder.file("deep/later.svg")) == "born");
}

TEST_CASE("file: links that lead nowhere are errors", "[graph][render]") {
  const Folder folder;
  std::filesystem::create_symlink(folder.file("b"), folder.file("a"));
  std::filesystem::create_symlink(folder.file("a"), folder.file("b"));
  std::filesystem::create_symlink("no/such/folder/x", folder.file("c"));
  CHECK_THROWS_AS(write_file(folder.file("a"), "x"), IoError);
  CHECK_THROWS_AS(write_file(folder.file("c"), "x"), IoError);
  CHECK(folder.count() == 3);
}

TEST_CASE("file: what cannot be written is named in one line", "[graph][render]") {
  const Folder folder;
  const auto missing = folder.file("no/such/folder.svg");
  try {
    write_file(missing, "x");
    FAIL("wrote into a folder that does not exist");
  } catch (const IoError& error) {
    const std::string message = error.what();
    CHECK(message.find(missing) != std::string::npos);
    CHECK(message.find('\n') == std::string::npos);
  }
  CHECK_THROWS_AS(write_file(folder.file(""), "x"), IoError);  // the folder itself
  CHECK(folder.count() == 0);
  CHECK_THROWS_AS(write_file("/dev/full", "x"), IoError);
  CHECK_NOTHROW(write_file("/dev/null", "x"));
  CHECK(std::filesystem::is_character_file("/dev/null"));
}
