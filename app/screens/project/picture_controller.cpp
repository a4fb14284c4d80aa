#include "app/screens/project/picture_controller.h"

#include "app/models/decoded_image.h"
#include "app/screens/project/project_page.h"
#include "core/deploy/deployer.h"
#include "core/picture/site_pictures.h"

#include <QFile>
#include <QtConcurrentRun>

namespace miaobu::app {

namespace {

QImage imageIn(const QString& path) {
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? decodedImage(file.readAll()).image : QImage();
}

SiteView viewOf(const SitePicture& picture) {
    return {picture.title, picture.description, imageIn(picture.imageFile), imageIn(picture.iconFile)};
}

} // namespace

PictureController::PictureController(const WindowServices& services, ProjectPage& page)
    : m_pictures(services.pictures), m_page(page) {
    connect(&m_pictures, &SitePictures::taken, this, [this](DeploymentId deployment) {
        if (m_live && m_live->id == deployment) {
            show();
        }
    });
    connect(&services.deployer, &Deployer::deploymentChanged, this, [this](const Deployment& deployment) {
        if (deployment.state == DeploymentState::Purged) {
            m_pictures.sweep();
        }
    });
    connect(&services.deployer, &Deployer::projectRemoved, this, [this] { m_pictures.sweep(); });
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        const auto [deployment, view] = m_reading.result();
        if (deployment == m_shown) {
            m_page.setSite(view);
        }
    });
    m_pictures.sweep();
}

PictureController::~PictureController() {
    m_reading.waitForFinished();
}

void PictureController::setLive(const std::optional<Deployment>& live) {
    m_live = live;
    show();
}

void PictureController::show() {
    const DeploymentId wanted = m_live ? m_live->id : 0;
    const auto picture = m_live ? m_pictures.of(*m_live) : std::nullopt;
    if (picture && wanted != m_shown) {
        m_shown = wanted;
        m_reading.setFuture(QtConcurrent::run([wanted, kept = *picture] { return std::pair(wanted, viewOf(kept)); }));
    } else if (!picture && m_shown != 0) {
        m_shown = 0;
        m_page.setSite({});
    }
}

} // namespace miaobu::app
