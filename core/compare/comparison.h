#pragma once

#include "core/async/operation.h"
#include "core/compare/text_difference.h"
#include "core/deploy/manifest_store.h"
#include "core/model/manifest_difference.h"
#include "core/store/database.h"

#include <QObject>

#include <stop_token>

namespace miaobu {

class Targets;

/// One file as two deployments have it.
struct FileDifference {
    enum class Kind {
        Text, ///< See \c text.
        Images, ///< See \c before and \c after.
        Binary, ///< Nothing a person could compare
        TooLarge,
    };

    Kind kind = Kind::Binary;
    TextDifference text;
    QByteArray before; ///< Null where the deployment does not have the file
    QByteArray after;
};

/// Compares two deployments of a project, file by file. One question at a time: a later one ends the one before it, which then ends in
/// no signal. Belongs to the main thread, outlives the event loop.
class Comparison final : public QObject {
    Q_OBJECT

public:
    /// All of them outlive this.
    Comparison(const Database& database, Targets& targets, const Home& home);
    ~Comparison() override;

    /// Ends in compared() or failed(). A deployment that is about to publish is compared by what it will publish.
    OperationId compare(DeploymentId before, DeploymentId after);
    /// Ends in fileCompared() or failed(). Only complete deployments have contents to compare.
    OperationId compareFile(DeploymentId before, DeploymentId after, const QString& path);
    void cancel();

signals:
    /// How many of the two lists of files that compare() needs have been read.
    void reading(miaobu::OperationId operation, int read);
    void compared(miaobu::OperationId operation, const miaobu::ManifestDifference& difference);
    void fileCompared(miaobu::OperationId operation, const miaobu::FileDifference& difference);
    /// DeploymentPurged, with its number, where the files are no longer kept.
    void failed(miaobu::OperationId operation, const miaobu::Error& error);

private:
    OperationId begin();
    QCoro::Task<> executeCompare(OperationId operation, DeploymentId before, DeploymentId after, std::stop_token stop);
    QCoro::Task<> executeFile(
        OperationId operation, DeploymentId before, DeploymentId after, QString path, std::stop_token stop);
    QCoro::Task<Manifest> manifestOf(DeploymentId id, std::stop_token stop) const;
    QCoro::Task<QByteArray> contentOf(DeploymentId id, QString path, std::stop_token stop) const;
    [[nodiscard]] Deployment deploymentCalled(DeploymentId id) const;

    const Database& m_database;
    Targets& m_targets;
    ManifestStore m_manifests;
    std::stop_source m_stop;
    OperationId m_last = 0;
};

} // namespace miaobu
