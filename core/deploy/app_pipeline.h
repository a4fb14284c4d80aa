#pragma once

#include "core/build/app_builder.h"
#include "core/deploy/function_switch.h"
#include "core/deploy/manifest_store.h"
#include "core/deploy/run.h"

namespace miaobu {

/// What a web app's deployment does between its checkout and its route: an image or a package is made, and its function runs it.
class AppPipeline {
public:
    AppPipeline(const DeployContext& context, ManifestStore manifests);

    /// Ends with the function running the deployment of \a run, well and reachable at its endpoint, and a manifest in the bucket.
    /// \a source is the checkout. \returns how to undo the function's part, which whoever fails later has to do.
    /// \throws Error; then the function runs what it ran before.
    QCoro::Task<FunctionChange> run(std::shared_ptr<Run> run, QString source) const;
    [[nodiscard]] const FunctionSwitch& functions() const { return m_functions; }

private:
    /// Names the tools and the build key. \returns the app of an equal deployment whose image or package is still there.
    QCoro::Task<std::optional<WebApp>> findEqualApp(
        std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft, QString source) const;
    /// Of the same deployment, begun before and not ended: what it has built already, or nothing, with that removed.
    QCoro::Task<std::optional<WebApp>> findOwnApp(std::shared_ptr<Run> run, QString buildKey) const;
    QCoro::Task<bool> isStillThere(std::shared_ptr<Run> run, WebApp app) const;
    /// Lets the deployment have what an equal one has: the same image, a copy of its package.
    QCoro::Task<> takeOver(std::shared_ptr<Run> run, WebApp equal) const;
    QCoro::Task<> buildAndPush(std::shared_ptr<Run> run, QString source) const;
    QCoro::Task<> push(std::shared_ptr<Run> run, BuiltImage image) const;
    QCoro::Task<> packAndUpload(std::shared_ptr<Run> run, QString source) const;
    /// Keeps what it runs with, so that a rollback brings it back.
    QCoro::Task<> keepVariables(std::shared_ptr<Run> run, QList<EnvironmentVariable> variables) const;
    QCoro::Task<FunctionChange> start(std::shared_ptr<Run> run, QList<EnvironmentVariable> variables) const;

    const DeployContext& m_context;
    ManifestStore m_manifests;
    FunctionSwitch m_functions;
};

} // namespace miaobu
