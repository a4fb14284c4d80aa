#pragma once

#include "core/async/operations.h"
#include "core/build/container_engines.h"

#include <QObject>

namespace miaobu {

/// Knows whether a container engine runs, as of the last look. Belongs to the main thread, outlives the event loop.
class EngineWatch final : public QObject {
    Q_OBJECT

public:
    /// See ContainerEngines.
    EngineWatch(QProcessEnvironment host, LoginShell& shell);

    /// Asks the engines; ends in changed(). Does nothing while that is under way.
    void look();
    /// The one to speak of: the first that is ready, or else the first that is there, or else the first. Nothing before
    /// the first look has ended.
    [[nodiscard]] std::optional<EngineFinding> engine() const;

    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    void shutDown() { m_operations.shutDown(); }

signals:
    void changed();
    void idle();

private:
    QCoro::Task<> executeLook(std::stop_token stop);

    ContainerEngines m_engines;
    QList<EngineFinding> m_found;
    Operations m_operations;
};

} // namespace miaobu
