#pragma once

#include "core/async/operations.h"
#include "core/model/deployment.h"
#include "core/model/home.h"
#include "core/picture/page_head.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <memory>

namespace miaobu {

class Database;
class HttpClient;

/// What the site of a deployment looks like.
struct SitePicture {
    QString title; ///< As the page says it; may be empty
    QString description;
    QString imageFile; ///< The page as a browser shows it, or the picture it offers of itself; empty: none
    QString iconFile; ///< Empty: none

    bool operator==(const SitePicture&) const = default;
};

/// Takes pictures of sites that answer, one at a time, and keeps one for each deployment until its files are removed.
/// Belongs to the main thread, outlives the event loop.
class SitePictures final : public QObject {
    Q_OBJECT

public:
    /// \a browser: see installedBrowser(); empty: pages are asked what they say of themselves. \a database outlives
    /// this.
    SitePictures(const Database& database, const Home& home, std::shared_ptr<HttpClient> client, QString browser);

    /// The picture of a live \a deployment where there is one. Otherwise nothing, and taken() follows once there is;
    /// one that could not be taken is tried again a minute later at the earliest. While one is being taken only the
    /// last that was asked for waits.
    [[nodiscard]] std::optional<SitePicture> of(const Deployment& deployment);
    /// Removes the pictures of deployments that are gone or whose files are.
    void sweep();

    [[nodiscard]] bool isBusy() const { return m_operations.isBusy(); }
    void shutDown();

signals:
    void taken(miaobu::DeploymentId deployment);
    void idle();

private:
    [[nodiscard]] QString folderOf(DeploymentId deployment) const;
    [[nodiscard]] std::optional<SitePicture> kept(DeploymentId deployment) const;
    void takeNext();
    void end(bool isTaken);
    QCoro::Task<> executeTake(DeploymentId deployment, QUrl page, std::stop_token stop);
    QCoro::Task<> takeImage(QUrl page, PageHead head, QString folder, std::stop_token stop) const;
    QCoro::Task<> drawImage(QUrl page, QString image, QString profile, std::stop_token stop) const;
    QCoro::Task<> fetchFile(QUrl file, QUrl page, QString destination, std::stop_token stop) const;

    const Database& m_database;
    QString m_folder;
    std::shared_ptr<HttpClient> m_client;
    QString m_browser;
    QHash<DeploymentId, SitePicture> m_kept;
    QHash<DeploymentId, QElapsedTimer> m_tried;
    std::optional<Deployment> m_wanted;
    DeploymentId m_taking = 0; ///< 0: none
    bool m_isShuttingDown = false;
    Operations m_operations;
};

} // namespace miaobu
