#include "app/memory_protection.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MIAOBU_LOOKED_INTO
#endif
#endif
#if !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
#define MIAOBU_LOOKED_INTO
#endif

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace miaobu::app {

void protectMemory() {
#if defined(__linux__) && !defined(MIAOBU_LOOKED_INTO)
    // The hard limit stays: programs of a build may raise theirs again.
    rlimit core{};
    if (::getrlimit(RLIMIT_CORE, &core) == 0) {
        core.rlim_cur = 0;
        ::setrlimit(RLIMIT_CORE, &core);
    }
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace miaobu::app
