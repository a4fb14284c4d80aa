#pragma once

#include "app/shell/window_services.h"
#include "core/model/project.h"

#include <QObject>
#include <QTimer>

namespace miaobu::app {

class ProjectPage;

/// Shows whether the shown project deploys on push, and when it was last looked.
class WatchController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    WatchController(const WindowServices& services, ProjectPage& page);

    void setProject(const Project& project);

private:
    void show();

    WindowServices m_services;
    ProjectPage& m_page;
    Project m_project;
    QTimer m_passing; ///< "20 s ago" grows older.
};

} // namespace miaobu::app
