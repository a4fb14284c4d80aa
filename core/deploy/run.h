#pragma once

#include "core/deploy/context.h"
#include "core/git/source_checkout.h"
#include "core/log/build_log.h"
#include "core/ports/targets.h"

#include <QElapsedTimer>
#include <QSet>

#include <stop_token>

namespace miaobu {

/// One deployment under way: what it is, where it writes and how it is stopped. Every stage gets it.
class Run {
public:
    Run(const DeployContext& context, Project project, Deployment deployment, QList<EnvironmentVariable> variables);

    const Project project;
    Deployment deployment; ///< Changed by the stages; stored by save() and enter().
    QList<EnvironmentVariable>
        variables; ///< Those given with the request; the project's own join them when the run begins.
    const QString preview; ///< The name of the preview that it becomes; empty: it becomes the site.
    QByteArray password; ///< That a preview gets
    bool isResumed = false; ///< Something of it may have been published before.
    OpenTarget target; ///< Set by the first stage.
    QSet<DeploymentId>
        replaced; ///< What answered its hosts before, and still does where the edge has not followed yet.

    [[nodiscard]] DeploymentId id() const { return deployment.id; }
    /// The host that it is to answer; the target has to be open.
    [[nodiscard]] QString host() const;
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    void requestStop();
    [[nodiscard]] bool isCancellable() const { return deployment.stage < Stage::Route; }

    [[nodiscard]] const std::shared_ptr<BuildLog>& log() const { return m_log; }
    /// The values that are masked in the log and must not be published.
    [[nodiscard]] QStringList secrets() const;
    void note(const QString& line) const { m_log->note(line); }

    /// The folder that this run builds in; removed at its end.
    [[nodiscard]] QString buildFolder() const;

    /// Ends the stage before, begins \a stage and stores it. \throws Error(Cancelled) unless routing has begun.
    void enter(Stage stage);
    /// At most ten times a second, and always the end.
    void report(qint64 done, qint64 total);
    /// report() as a function that outlives no run: it forgets itself with the run.
    [[nodiscard]] static ProgressHandler reporter(const std::shared_ptr<Run>& run);
    /// What the stages took until now.
    [[nodiscard]] StageTimes stageTimes() const;
    void save() const { m_context.save(deployment); }

private:
    const DeployContext& m_context;
    std::shared_ptr<BuildLog> m_log;
    std::stop_source m_stop;
    QElapsedTimer m_lastReport;
    StageTimes m_times = noStageTimes; ///< Of the stages that are over
    QElapsedTimer m_stageBegan;
};

} // namespace miaobu
