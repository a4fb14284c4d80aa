#pragma once

#include "core/deploy/app_pipeline.h"
#include "core/deploy/manifest_store.h"
#include "core/deploy/output_check.h"
#include "core/deploy/routing.h"
#include "core/deploy/run.h"

namespace miaobu {

/// What a deployment does, stage by stage. run() reads as the description of it.
class Pipeline {
public:
    explicit Pipeline(const DeployContext& context);

    /// Ends with the deployment stored as Live. \throws Error when it failed or was cancelled; before routing nothing that is
    /// served has changed, and after it what was served before has been put back.
    QCoro::Task<> run(std::shared_ptr<Run> run) const;
    /// The end of a deployment whose entry is written already: purge, prove, live. For recovery.
    QCoro::Task<> finishRouted(std::shared_ptr<Run> run) const;

private:
    QCoro::Task<> runSite(std::shared_ptr<Run> run, QString source) const;
    QCoro::Task<> runApp(std::shared_ptr<Run> run, QString source) const;
    /// Adds the project's own variables to those given by hand, and stores which ones they are.
    QCoro::Task<> takeVariables(std::shared_ptr<Run> run) const;
    /// Opens the target and makes sure that the site's host is ours, before time is spent on a build.
    QCoro::Task<> openTarget(std::shared_ptr<Run> run) const;
    /// Puts the source into the build folder and finds out how to build it. Gives the checkout's folder.
    QCoro::Task<QString> checkOut(std::shared_ptr<Run> run) const;
    /// Names the tools and the build key. \returns the manifest of an equal build that is still complete.
    QCoro::Task<std::optional<Manifest>> findEqualBuild(
        std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft, QString source) const;
    QCoro::Task<> installAndBuild(std::shared_ptr<Run> run, QString source) const;
    QCoro::Task<CheckedOutput> buildOutput(std::shared_ptr<Run> run, QString source) const;
    /// The newest complete deployment on the same target: what it has need not be sent.
    QCoro::Task<std::optional<Manifest>> findPrevious(std::shared_ptr<Run> run) const;
    QCoro::Task<> publishFiles(std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft, QHash<QString, QString> paths,
        std::optional<Manifest> previous) const;
    /// Publishes the files of \a equal again. \returns false when they are no longer all there.
    QCoro::Task<bool> publishAgain(std::shared_ptr<Run> run, std::shared_ptr<Manifest> draft, Manifest equal) const;
    QCoro::Task<> goLive(std::shared_ptr<Run> run) const;
    /// What the entry of a preview has beside others: \a entry lives in the caller, who waits.
    QCoro::Task<> preparePreview(std::shared_ptr<Run> run, RoutingEntry* entry) const;
    /// Custom domains that follow the project; one that fails stays as it was and stops nobody.
    QCoro::Task<> updateOtherHosts(std::shared_ptr<Run> run) const;

    /// Stores what detection found as the project's plan, unless it was found for a preview.
    void rememberPlan(const Run& run, const BuildPlan& detected) const;
    void describe(Run& run, const Manifest& manifest) const;
    void recordLive(Run& run) const;

    const DeployContext& m_context;
    ManifestStore m_manifests;
    AppPipeline m_app;
    Routing m_routing;
};

} // namespace miaobu
