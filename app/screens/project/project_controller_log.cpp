// The log of the shown project: which one, and what can be done with it.
#include "app/screens/common/editor.h"
#include "app/screens/common/prompt.h"
#include "app/screens/project/project_controller.h"
#include "app/screens/project/project_page.h"
#include "app/screens/project/source_place.h"
#include "app/screens/project/stage_steps.h"
#include "core/log/log_text.h"
#include "core/ports/clock.h"
#include "core/runtime/runtime_log_service.h"
#include "core/store/settings_table.h"

#include <QClipboard>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QLocale>
#include <QtConcurrentRun>

namespace miaobu::app {

namespace {

/// Why the text could not be written; empty: it was.
QString writtenText(const QString& log, const QString& file) {
    try {
        writeLogText(log, file);
        return {};
    } catch (const Error& error) {
        return error.detail.isEmpty() ? errorKindName(error.kind) : error.detail;
    }
}

} // namespace

std::optional<Deployment> ProjectController::shownDeployment() const {
    const auto found = std::find_if(m_state.deployments.begin(), m_state.deployments.end(),
        [this](const Deployment& one) { return one.id == m_logShown; });
    return found == m_state.deployments.end() ? std::nullopt : std::optional(*found);
}

void ProjectController::showCause(LogState& log, const Deployment& shown) const {
    if (!shown.failure) {
        return;
    }
    log.unreached = unreachedOf(errorOf(*shown.failure));
    if (log.unreached) {
        log.cause = shown.failure->detail;
        const std::optional<Deployment> latest = m_state.latest();
        const bool isOffered = latest && latest->id == shown.id && log.unreached->isSolvedByPort();
        log.offeredPort = isOffered ? log.unreached->port : 0;
    } else if (isBuildFailure(shown.failure->kind)) {
        log.cause = shown.failure->subject;
    }
}

void ProjectController::showLogState() {
    if (!m_page) {
        return;
    }
    LogState log{.choices = m_state.deployments,
        .shown = m_logShown,
        .steps = {},
        .cause = {},
        .ahead = 0,
        .folder = {},
        .follows = SettingsTable(m_services.database).value(settings::followLog()).toBool(),
        .cancellable = false,
        .hasRunning = isWebApp(m_state.project.plan.kind) || (m_state.live && m_state.live->app),
        .running = m_showsRunning,
        .problem = m_runningError ? m_runningError->words.what : QString()};
    if (m_showsRunning) {
        return m_page->setLogState(log);
    }
    if (const std::optional<Deployment> shown = shownDeployment()) {
        const RunProgress run = m_runs.of(*shown);
        log.ahead = run.ahead;
        log.folder = folderOf(*shown);
        log.cancellable = isActive(shown->state) && run.cancellable;
        showCause(log, *shown);
        log.steps = stageSteps(*shown, isActive(shown->state) ? run.startedAt : m_logStarts, run,
            shown->finishedAt.isValid() ? shown->finishedAt.toMSecsSinceEpoch() : now());
    }
    m_page->setLogState(log);
}

void ProjectController::showLog(DeploymentId deployment) {
    const auto found = std::find_if(m_state.deployments.begin(), m_state.deployments.end(),
        [deployment](const Deployment& one) { return one.id == deployment; });
    if (found == m_state.deployments.end()) {
        return;
    }
    leaveRunningLog();
    m_logShown = deployment;
    m_log.open(logFile(m_services.home, deployment), isActive(found->state));
    m_logStarts = isActive(found->state) ? std::array<qint64, stageCount>{} : stageStartsIn(m_log);
    showLogState();
}

void ProjectController::showRunningLog() {
    m_showsRunning = true;
    m_runningError.reset();
    m_services.runtimeLog.follow(m_state.project);
    m_log.open(m_services.runtimeLog.fileOf(m_state.project), true);
    showLogState();
}

void ProjectController::leaveRunningLog() {
    if (m_showsRunning) {
        m_showsRunning = false;
        m_services.runtimeLog.stop();
    }
}

void ProjectController::writeText(const QString& file, const std::function<void()>& done) {
    auto* const watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, file, done] {
        watcher->deleteLater();
        const QString problem = watcher->result();
        if (problem.isEmpty()) {
            done();
        } else {
            emit told(tr("The log could not be written to %1: %2").arg(file, problem));
        }
    });
    watcher->setFuture(QtConcurrent::run(writtenText, m_log.path(), file));
}

void ProjectController::saveLog() {
    const std::optional<Deployment> shown = shownDeployment();
    const QString which = m_showsRunning ? QStringLiteral("running") : QString::number(shown ? shown->number : 0);
    const QString suggestion = QStringLiteral("%1-%2.log").arg(m_state.project.slug, which);
    m_prompt.chooseFileToWrite(suggestion, [this](const QString& file) {
        writeText(file, [this, file] { emit told(tr("Saved the log as %1.").arg(file)); });
    });
}

void ProjectController::copyLog(qint64 first, qint64 last) {
    constexpr qint64 most = 200'000; // A clipboard is no place for hundreds of megabytes.
    const qint64 count = std::min(most, last - first + 1);
    const bool all = count == last - first + 1;
    auto* const watcher = new QFutureWatcher<QString>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, count, all] {
        watcher->deleteLater();
        QGuiApplication::clipboard()->setText(watcher->result());
        const QString number = QLocale().toString(count);
        emit told(all ? tr("Copied %1 lines.").arg(number)
                      : tr("Copied the first %1 lines. Save the log to have all of it.").arg(number));
    });
    watcher->setFuture(QtConcurrent::run(logText, m_log.path(), first, first + count - 1));
}

void ProjectController::openLog() {
    if (const std::optional<Deployment> shown = shownDeployment()) {
        const QString which = m_showsRunning ? QStringLiteral("running") : QString::number(shown->number);
        const QString file
            = QStringLiteral("%1/log-texts/%2-%3.log").arg(m_services.home.cache, m_state.project.slug, which);
        writeText(file, [this, file] { open({file, 0, 0}); });
    }
}

QString ProjectController::folderOf(const Deployment& deployment) const {
    const Source& source = m_state.project.source;
    const QString folder = source.kind == SourceKind::Folder
        ? source.location
        : QStringLiteral("%1/%2/source").arg(m_services.home.buildFolder()).arg(deployment.id);
    return QFileInfo(folder).isDir() ? folder : QString();
}

void ProjectController::openFolder() {
    if (const std::optional<Deployment> shown = shownDeployment()) {
        m_prompt.openFolder(folderOf(*shown));
    }
}

void ProjectController::openLink(const LogLink& link) {
    if (link.kind == LogLink::Kind::Web) {
        return m_prompt.openUrl(QUrl(link.target));
    }
    const std::optional<Deployment> shown = shownDeployment();
    if (!shown) {
        return;
    }
    const QString checkout = QStringLiteral("%1/%2/source").arg(m_services.home.buildFolder()).arg(shown->id);
    if (const auto place = filePlace(link, m_state.project, *shown, checkout)) {
        return open(*place);
    }
    if (const QUrl page = placeOnGitHub(link, m_state.project, *shown, checkout); !page.isEmpty()) {
        return m_prompt.openUrl(page);
    }
    emit told(tr("%1 is not a file of this project on this computer.").arg(link.target));
}

void ProjectController::open(const FilePlace& place) {
    const SettingsTable settings(m_services.database);
    if (!openInEditor(place, settings.value(settings::editor()).toString())) {
        emit told(tr("No editor could be started. Choose one in the settings of Miaobu."));
    }
}

} // namespace miaobu::app
