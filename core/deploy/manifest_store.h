#pragma once

#include "core/model/home.h"
#include "core/model/manifest.h"
#include "core/ports/targets.h"

#include <QCoro/QCoroTask>

#include <optional>
#include <stop_token>

namespace miaobu {

/// Where the manifests of complete deployments are: in the bucket, which is the truth, and copied here for speed.
class ManifestStore {
public:
    explicit ManifestStore(const Home& home);

    /// The manifest of \a deployment when the bucket still has it; nothing otherwise. \throws Error when the bucket cannot be asked.
    QCoro::Task<std::optional<Manifest>> find(OpenTarget target, Deployment deployment, std::stop_token stop) const;
    /// Writes \a manifest as the last object of its deployment: from then on it is complete.
    QCoro::Task<> write(OpenTarget target, Manifest manifest, QString prefix, std::stop_token stop) const;
    /// Keeps, on this computer only, what a deployment is about to publish.
    void keepDraft(const Manifest& manifest) const;
    /// What was kept or copied last of \a deployment, without asking the bucket; nothing when there is none.
    [[nodiscard]] std::optional<Manifest> kept(DeploymentId deployment) const;
    void forget(DeploymentId deployment) const;
    /// The copy that is kept here, whatever the bucket has.
    [[nodiscard]] std::optional<Manifest> copyHere(DeploymentId deployment) const;

private:
    [[nodiscard]] QString copyOf(DeploymentId deployment) const;
    [[nodiscard]] std::optional<Manifest> readCopy(DeploymentId deployment, qint64 size) const;
    void writeCopy(DeploymentId deployment, const QByteArray& json) const;

    QString m_folder;
};

} // namespace miaobu
