#pragma once

#include "core/domains/certificate_end.h"

#include <chrono>

namespace miaobu {

class Clock;
class Database;
class Deployer;
class NameResolver;
class Targets;

/// The parts of the program that domains are led with. All of them outlive the service.
struct DomainParts {
    const Database& database;
    Targets& targets;
    Deployer& deployer;
    NameResolver& resolver;
    const Clock& clock;
};

/// How often is looked. The defaults are the product's; tests shorten them.
struct DomainLimits {
    std::chrono::milliseconds firstPause{5'000}; ///< Doubled with every look at the same stage
    std::chrono::milliseconds longestPause{300'000};
    std::chrono::milliseconds liveLook{6 * 3600'000}; ///< At a domain that is live
    std::chrono::milliseconds hold{120'000}; ///< For how long another process believes that this one is at work
    int expiryDays = certificateWarningDays; ///< Before the end of a certificate that is warned of
};

} // namespace miaobu
