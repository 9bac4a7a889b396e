#pragma once

#include <filesystem>
#include <string_view>

namespace isnad::store {

/// A folder `<path>.<purpose>` in which something is made before it takes the place of `path`, or serves and goes: nothing by half
/// ever stands at `path`. What a process that died left there is cleared away by the next one.
///
/// The folder and all in it go with the object, unless it was moved into place.
class StagingFolder {
 public:
  /// The folder does not exist after that; `occupy` or its user makes it.
  ///
  /// Throws: IoError when it cannot be made, or another process works in it.
  StagingFolder(const std::filesystem::path& path, std::string_view purpose);
  ~StagingFolder();
  StagingFolder(const StagingFolder&) = delete;
  StagingFolder& operator=(const StagingFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }

  /// Writes all files and names in the folder through to the disk, then puts it where `path` is, in one step: whoever looks
  /// there, at whatever moment, sees the whole of the old or the whole of the new. What was there goes.
  ///
  /// Throws: IoError.
  void move_into_place();

 private:
  std::filesystem::path target_;
  std::filesystem::path folder_;
  /// The open folder, which is locked through it.
  int lock_ = -1;
};

}  // namespace isnad::store
