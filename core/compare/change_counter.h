#pragma once

#include "core/deploy/manifest_store.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>

#include <optional>

namespace miaobu {

/// How many files one deployment has differently from another.
struct ChangeCounts {
    int added = 0;
    int changed = 0;
    int removed = 0;
    qint64 growth = 0; ///< Bytes

    bool operator==(const ChangeCounts&) const = default;
};

/// Counts what deployments changed, from the lists of files that are kept on this computer: no cloud is asked. One after another on
/// the pool, what was asked for last first, as that is what a person looks at. Belongs to the main thread.
class ChangeCounter final : public QObject {
    Q_OBJECT

public:
    explicit ChangeCounter(const Home& home);
    ~ChangeCounter() override;

    /// What is known at once. Otherwise nothing, and counted() follows, unless a list is not kept here. A pair is read once.
    [[nodiscard]] std::optional<ChangeCounts> between(DeploymentId before, DeploymentId after);

signals:
    void counted(miaobu::DeploymentId before, miaobu::DeploymentId after);

private:
    using Pair = std::pair<DeploymentId, DeploymentId>;
    void countNext();

    ManifestStore m_manifests;
    QHash<Pair, std::optional<ChangeCounts>> m_known; ///< Nothing: asked for, or not to be known
    QList<Pair> m_waiting;
    Pair m_counting{0, 0};
    QFutureWatcher<std::optional<ChangeCounts>> m_watcher;
};

} // namespace miaobu
