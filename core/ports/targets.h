#pragma once

#include "core/model/target.h"
#include "core/ports/edge_router.h"
#include "core/ports/object_store.h"

#include <memory>

namespace miaobu {

/// A target that is ready to be deployed to. The ports live as long as this does.
struct OpenTarget {
    Target target;
    std::shared_ptr<ObjectStore> objects;
    std::shared_ptr<EdgeRouter> router;
};

/// The targets this computer knows.
class Targets {
public:
    virtual ~Targets() = default;

    /// "local" first, then the Aliyun targets by name.
    [[nodiscard]] virtual QStringList names() const = 0;
    /// Gets a target ready: starts the emulator for "local", reads the secret for the others.
    /// \throws Error(TargetUnknown), Error(EmulatorFailed), Error(KeychainLocked) …
    virtual QCoro::Task<OpenTarget> open(QString name, std::stop_token stop) = 0;
};

} // namespace miaobu
