#pragma once

#include "core/model/target.h"
#include "core/ports/domain_host.h"
#include "core/ports/edge_cache.h"
#include "core/ports/edge_router.h"
#include "core/ports/function_host.h"
#include "core/ports/image_registry.h"
#include "core/ports/object_store.h"
#include "core/ports/routine_host.h"
#include "core/ports/runtime_log.h"
#include "core/ports/zone_host.h"

#include <QStringList>

#include <memory>

namespace miaobu {

/// A target that is ready to be deployed to. The ports live as long as this does. All but the first two may be null: the target has none.
struct OpenTarget {
    Target target;
    std::shared_ptr<ObjectStore> objects;
    std::shared_ptr<EdgeRouter> router;
    std::shared_ptr<EdgeCache> cache{};
    std::shared_ptr<RoutineHost> routine{};
    std::shared_ptr<DomainHost> domains{};
    std::shared_ptr<FunctionHost> functions{};
    std::shared_ptr<ImageRegistry> images{};
    std::shared_ptr<ZoneHost> zones{};
    std::shared_ptr<RuntimeLog> runtimeLog{};
    QString codeBucket{}; ///< The bucket of objects, as the function host knows it: where code packages lie
    QStringList secrets{}; ///< What no log may show: the parts of its key that are secret
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
