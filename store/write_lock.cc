#include "store/write_lock.h"

#include <rocksdb/env.h>

#include "store/status.h"

namespace isnad::store {

struct WriteLock::Impl {
  rocksdb::FileLock* lock = nullptr;
};

WriteLock::WriteLock(const std::filesystem::path& database) : impl_(std::make_unique<Impl>()) {
  check(rocksdb::Env::Default()->LockFile((database / "LOCK").string(), &impl_->lock), database);
}

WriteLock::~WriteLock() { rocksdb::Env::Default()->UnlockFile(impl_->lock).PermitUncheckedError(); }

}  // namespace isnad::store
