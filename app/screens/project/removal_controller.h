#pragma once

#include "app/screens/project/removal_view.h"
#include "app/shell/window_services.h"
#include "core/async/operation.h"
#include "core/model/project.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace miaobu::app {

class ProjectPage;
class Prompt;

/// Shows how far the shown project is removed, and removes, forgets or keeps projects. A removal goes on when another project is shown.
class RemovalController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    RemovalController(const WindowServices& services, Prompt& prompt, ProjectPage& page);

    void setProject(const Project& project);

signals:
    /// Something for the person to know, in one sentence.
    void told(const QString& sentence);

private:
    struct Work {
        Project project;
        QStringList domains; ///< Whose records are left to the person
    };

    void connectPage();
    void connectDeployer();
    void begin(const Project& project);
    void attempt(const std::function<void()>& work);
    void tellRemoved(const Work& work);
    void show();

    WindowServices m_services;
    Prompt& m_prompt;
    ProjectPage& m_page;
    Project m_project;
    QHash<OperationId, Work> m_work;
    QHash<ProjectId, ShownError> m_errors; ///< Of what was asked for last
};

} // namespace miaobu::app
