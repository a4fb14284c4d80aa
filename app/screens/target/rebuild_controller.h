#pragma once

#include "app/screens/target/rebuild_view.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"

#include <QHash>
#include <QObject>

namespace miaobu::app {

class TargetPage;

/// Rebuilds what is stored here from the bucket of the shown target. It goes on when another target is shown.
class RebuildController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    RebuildController(const WindowServices& services, TargetPage& page);

    void setTarget(const QString& target);

signals:
    /// It is under way; the service tells how it ends.
    void begun(miaobu::OperationId operation, miaobu::ProjectId project, const QString& title, const QString& working);

private:
    void connectService();
    void rebuild();
    void stop();
    void end(OperationId operation, const std::optional<Error>& error);
    void show();

    WindowServices m_services;
    TargetPage& m_page;
    QString m_shown;
    QHash<QString, RebuildView> m_views;
    QHash<OperationId, QString> m_work; ///< The target of each
};

} // namespace miaobu::app
