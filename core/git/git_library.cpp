#include "core/git/git_library.h"

#include <git2.h>

namespace miaobu {

GitLibrary::GitLibrary() {
    git_libgit2_init();
}

GitLibrary::~GitLibrary() {
    git_libgit2_shutdown();
}

} // namespace miaobu
