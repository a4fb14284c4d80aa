#pragma once

#include "app/screens/project/project_state.h"
#include "app/shell/window_services.h"

#include <QFutureWatcher>
#include <QObject>

namespace miaobu::app {

class ProjectPage;

/// Has pictures taken of the site that the shown project's page is about, and shows them.
class PictureController final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives this.
    PictureController(const WindowServices& services, ProjectPage& page);
    ~PictureController() override;

    /// Nothing: the project has no live deployment.
    void setLive(const std::optional<Deployment>& live);

private:
    void show();

    SitePictures& m_pictures;
    ProjectPage& m_page;
    std::optional<Deployment> m_live;
    DeploymentId m_shown = 0; ///< Whose picture is shown or being read
    QFutureWatcher<std::pair<DeploymentId, SiteView>> m_reading;
};

} // namespace miaobu::app
