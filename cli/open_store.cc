#include "cli/open_store.h"

#include "store/store.h"

namespace isnad::cli {

std::shared_ptr<const store::Store> open_store(const std::string& path) {
  static std::weak_ptr<const store::Store> last;
  if (auto held = last.lock(); held && held->path() == path) return held;
  auto opened = std::make_shared<const store::Store>(path, store::OpenMode::kReadOnly);
  last = opened;
  return opened;
}

}  // namespace isnad::cli
