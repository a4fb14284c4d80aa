#pragma once

#include "app/screens/project/cache_view.h"
#include "app/shell/window_services.h"

#include <QHash>
#include <QObject>

namespace miaobu::app {

class ProjectPage;

/// Shows what the edge keeps of the shown project, and purges it. A purge goes on when another project is shown.
class CacheController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    CacheController(const WindowServices& services, ProjectPage& page);

    void setProject(const Project& project);

private:
    enum class Kind { Look, Purge };
    struct Work {
        ProjectId project = 0;
        Kind kind = Kind::Look;
    };

    void connectIntents();
    void connectService();
    /// The first time that the card is to be seen; asking starts no emulator.
    void lookOnce();
    void look();
    void beginLooking();
    void purge(PurgeKind kind, const QStringList& subjects);
    void stop();
    void end(const Work& work, const std::optional<Error>& error);
    [[nodiscard]] CacheView* viewOf(OperationId operation);
    void show();

    WindowServices m_services;
    ProjectPage& m_page;
    Project m_project;
    QHash<ProjectId, CacheView> m_views;
    QHash<OperationId, Work> m_work;
};

} // namespace miaobu::app
