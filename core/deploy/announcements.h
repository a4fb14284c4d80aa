#pragma once

#include "core/deploy/deploy_types.h"
#include "core/log/log_line.h"
#include "core/model/preview.h"
#include "core/model/removal.h"

#include <QObject>

namespace miaobu {

/// What the parts of a deployment have to tell; the deployer passes it on under the same names, which say what each one means.
class Announcements final : public QObject {
    Q_OBJECT

signals:
    void deploymentChanged(const miaobu::Deployment& deployment);
    void progressChanged(const miaobu::DeploymentProgress& progress);
    void logAppended(miaobu::DeploymentId deployment, const QList<miaobu::LogLine>& lines);
    void projectChanged(const miaobu::Project& project);
    void projectRemoved(miaobu::ProjectId project);
    void removalChanged(miaobu::ProjectId project, const QList<miaobu::RemovalStep>& steps);
    void hostProgressed(const miaobu::HostProgress& progress);
    void routesChanged(miaobu::ProjectId project);
    void previewGone(const miaobu::Preview& preview);
    void operationFinished(miaobu::OperationId operation);
    void operationFailed(miaobu::OperationId operation, const miaobu::Error& error);
    void idle();
};

} // namespace miaobu
