#include "store/live_copy.h"

#include <chrono>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <system_error>
#include <thread>

#include "graph/model/error.h"
#include "store/database.h"

namespace isnad::store {

namespace {

namespace fs = std::filesystem;

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator(); entry.increment(error)) {
    names.insert(entry->path().filename().string());
  }
  if (error) throw IoError(folder.string() + ": " + error.message());
  return names;
}

bool is_log(const std::string& name) { return name.ends_with(".log"); }
bool is_table(const std::string& name) { return name.ends_with(".sst"); }

/// Returns: false when the file is gone.
bool copied(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy_file(from, to, error);
  if (!error) return true;
  if (error == std::errc::no_such_file_or_directory) return false;
  throw IoError(to.string() + ": " + error.message());
}

/// Returns: false when the file is gone.
bool shared(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_hard_link(from, to, error);
  if (!error) return true;
  // Another disk, a file system without links, a file of another user's: a copy does as well.
  return copied(from, to);
}

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Returns: false when the writer took something away meanwhile, so that parts may be missing.
///
/// The list of files (MANIFEST) is taken first: all tables that it names are there at that moment, and what is not yet in tables
/// is in the logs. A log that vanishes before it is copied has become a table that the list does not have.
/// Tables are taken before the list, too: of those that it names, only the ones of the last moment can be gone when we come to them.
/// RocksDB deletes those that it does not name when it opens the copy.
bool try_copy(const fs::path& from, const fs::path& to) {
  const std::set<std::string> before = names_in(from);
  std::string manifest = content(from / "CURRENT");
  if (!manifest.empty() && manifest.back() == '\n') manifest.pop_back();
  if (!manifest.starts_with("MANIFEST-")) {
    throw CorruptionError(from.string() + ": the database is damaged: its file CURRENT names no manifest");
  }
  std::set<std::string> tables;
  const auto take_table = [&](const std::string& name) {
    if (is_table(name) && !tables.contains(name) && shared(from / name, to / name)) tables.insert(name);
  };
  for (const auto& name : before) take_table(name);
  if (!copied(from / manifest, to / manifest)) return false;
  for (const auto& name : names_in(from)) {
    take_table(name);
    if (is_log(name) || name == "IDENTITY") copied(from / name, to / name);
  }
  const std::set<std::string> after = names_in(from);
  if (!after.contains(manifest)) return false;
  for (const auto& name : before) {
    if (is_log(name) && !after.contains(name)) return false;
  }
  std::ofstream current(to / "CURRENT", std::ios::binary);
  current << manifest << '\n';
  current.close();
  if (!current) throw IoError((to / "CURRENT").string() + ": cannot be written");
  return true;
}

void clear(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) fs::remove_all(entry.path(), error);
  if (error) throw IoError(folder.string() + ": " + error.message());
}

/// What is wrong with a copy is wrong with what it was made of.
std::string named_after(std::string message, const fs::path& copy, const fs::path& original) {
  if (message.starts_with(copy.string())) message.replace(0, copy.string().size(), original.string());
  return message;
}

}  // namespace

void copy_live_database(const fs::path& from, const fs::path& to) {
  // Says what is wrong where there is no database, or none that this program knows.
  { const Database probe(from, OpenMode::kReadOnly); }
  constexpr int kAttempts = 20;
  for (int attempt = 1;; ++attempt) {
    const bool last = attempt == kAttempts;
    try {
      if (try_copy(from, to)) {
        Database copy(to, OpenMode::kReadWrite);
        copy.flush();
        return;
      }
      if (last) throw IoError(from.string() + ": another process changes it too fast to copy it");
    } catch (const CorruptionError& error) {
      const std::string message = error.what();
      if (last && message.find("Missing sst file") != std::string::npos) {
        throw IoError(from.string() + ": another process changes it too fast to copy it, or tables are missing");
      }
      if (last) throw CorruptionError(named_after(message, to, from));
    } catch (const IoError& error) {
      const std::string message = error.what();
      if (last || message.find("no space left") != std::string::npos || message.find("No space left") != std::string::npos) {
        throw IoError(named_after(message, to, from));
      }
    }
    clear(to);
    std::this_thread::sleep_for(std::chrono::milliseconds(5 * attempt));
  }
}

}  // namespace isnad::store
