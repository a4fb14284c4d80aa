#include "core/deploy/run.h"

#include "core/async/cancel.h"
#include "core/model/preview.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace miaobu {

QString logFile(const Home& home, DeploymentId deployment) {
    return home.logFolder() + u"/%1.log"_s.arg(deployment);
}

Run::Run(
    const DeployContext& context, Project ofProject, Deployment newDeployment, QList<EnvironmentVariable> itsVariables)
    : project(std::move(ofProject)), deployment(std::move(newDeployment)), variables(std::move(itsVariables)),
      preview(deployment.preview), m_context(context),
      m_log(std::make_shared<BuildLog>(logFile(context.parts.home, deployment.id), secrets(), context.parts.clock)) {
    Announcements& announcements = context.announcements;
    QObject::connect(m_log.get(), &BuildLog::linesAppended, &announcements,
        [&announcements, id = deployment.id](
            const QList<LogLine>& lines) { emit announcements.logAppended(id, lines); });
}

QStringList Run::secrets() const {
    QStringList secrets;
    for (const EnvironmentVariable& variable : variables) {
        if (variable.secret) {
            secrets.append(variable.value);
        }
    }
    return secrets;
}

QString Run::host() const {
    return preview.isEmpty() ? siteHost(target.target, project.slug)
                             : previewHost(target.target, project.slug, preview);
}

void Run::requestStop() {
    m_stop.request_stop();
}

QString Run::buildFolder() const {
    return m_context.parts.home.buildFolder() + u'/' + QString::number(deployment.id);
}

void Run::enter(Stage stage) {
    if (isCancellable()) {
        throwIfCancelled(stopToken());
    }
    m_times = stageTimes();
    m_stageBegan.start();
    deployment.stage = stage;
    deployment.state = DeploymentState::Running;
    m_log->setStage(stage);
    save();
    m_lastReport.invalidate();
    report(0, 0);
}

StageTimes Run::stageTimes() const {
    StageTimes times = m_times;
    if (m_stageBegan.isValid()) {
        times.at(static_cast<std::size_t>(deployment.stage)) = m_stageBegan.elapsed();
    }
    return times;
}

void Run::report(qint64 done, qint64 total) {
    constexpr qint64 pause = 100;
    const bool isEnd = total > 0 && done == total;
    if (m_lastReport.isValid() && !isEnd && m_lastReport.elapsed() < pause) {
        return;
    }
    m_lastReport.start();
    emit m_context.announcements.progressChanged({deployment.id, deployment.stage, done, total, 0, isCancellable()});
}

ProgressHandler Run::reporter(const std::shared_ptr<Run>& run) {
    return [weak = std::weak_ptr(run)](qint64 done, qint64 total) {
        if (const auto living = weak.lock()) {
            living->report(done, total);
        }
    };
}

} // namespace miaobu
