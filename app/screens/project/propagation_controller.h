#pragma once

#include "app/screens/project/propagation_view.h"
#include "app/shell/window_services.h"
#include "core/model/project.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace miaobu::app {

class ProjectPage;

/// Follows the hosts of every project on their way to another deployment, and shows those of the shown project.
class PropagationController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    PropagationController(const WindowServices& services, ProjectPage& page);

    void setProject(const Project& project);

private:
    void take(const HostProgress& progress);
    /// Something has ended: what has arrived is no news any more.
    void forgetArrived();
    void show();

    WindowServices m_services;
    ProjectPage& m_page;
    ProjectId m_project = 0;
    QHash<ProjectId, PropagationView> m_views;
    QTimer m_second;
};

} // namespace miaobu::app
