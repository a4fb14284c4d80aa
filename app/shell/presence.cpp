#include "app/shell/presence.h"

#include "app/screens/common/prompt.h"
#include "app/shell/deployment_notice.h"
#include "app/shell/domain_notice.h"
#include "app/shell/leaving.h"
#include "app/shell/window_controller.h"
#include "core/deploy/deployer.h"
#include "core/domains/domain_service.h"
#include "core/ports/clock.h"
#include "core/store/deployment_table.h"
#include "core/store/project_table.h"
#include "core/store/settings_table.h"
#include "core/store/watch_table.h"
#include "core/targets/target_service.h"
#include "core/watch/push_watcher.h"

#include <QEvent>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace miaobu::app {

Presence::Presence(const WindowServices& services, WindowController& window, Prompt& prompt)
    : m_services(services), m_window(window), m_prompt(prompt) {
    connectTray();
    connectSettings();
    connect(&window.activity(), &ActivityController::ended, this, &Presence::onEnded);
    connect(&services.domains, &DomainService::wentLive, this, [this](const CustomDomain& domain) {
        if (m_window.actions()[Actions::Act::Notify].isChecked()) {
            m_notifier.show(liveNotice(domain));
        }
    });
    connect(&services.domains, &DomainService::expiryNear, this, [this](const CustomDomain& domain) {
        if (m_window.actions()[Actions::Act::Notify].isChecked()) {
            m_notifier.show(expiryNotice(domain, m_services.clock.now()));
        }
    });
    connect(&services.pushes, &PushWatcher::pushJudged, this, &Presence::onPush);
    connect(&m_notifier, &Notifier::actionChosen, this, &Presence::onNoticeAction);
    connect(&m_notifier, &Notifier::unavailable, this,
        [this](const DesktopNotice& notice) { m_tray.tell(notice.title, notice.text, notice.isFailure); });
    window.frame().setMayClose([this] { return mayClose(); });
    window.frame().installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &Presence::showAttention);
    showState();
}

void Presence::connectTray() {
    connect(&m_window.activity(), &ActivityController::changed, this, &Presence::showState);
    connect(&m_window.list(), &ProjectListController::refreshed, this, &Presence::showState);
    connect(&m_tray, &Tray::showRequested, &m_window, &WindowController::comeToFront);
    connect(&m_tray, &Tray::quitRequested, this, &Presence::quit);
    connect(&m_tray, &Tray::projectChosen, this, [this](ProjectId project) {
        m_window.comeToFront();
        m_window.openProject(project);
    });
    connect(&m_tray, &Tray::deployRequested, &m_window, &WindowController::deploy);
    connect(&m_tray, &Tray::rollBackRequested, &m_window, &WindowController::rollBack);
}

void Presence::connectSettings() {
    const auto bind = [this](Actions::Act act, const Setting& setting) {
        QAction& action = m_window.actions()[act];
        action.setChecked(SettingsTable(m_services.database).value(setting).toBool());
        connect(&action, &QAction::toggled, this,
            [this, &setting](bool on) { SettingsTable(m_services.database).setValue(setting, on); });
    };
    bind(Actions::Act::KeepRunning, settings::keepRunning());
    bind(Actions::Act::Notify, settings::notify());
}

void Presence::showState() {
    m_tray.setState(summaryOf(m_window.activity().rows()), m_window.list().model().rows());
}

// A window that stands beside the editor is seen as well as one that is typed into.
void Presence::showAttention() {
    const WindowFrame& frame = m_window.frame();
    m_services.pushes.setInFront(frame.isVisible() && !frame.isMinimized());
}

bool Presence::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::WindowStateChange) {
        showAttention();
    }
    return QObject::eventFilter(watched, event);
}

bool Presence::isBusy() const {
    return m_services.deployer.isBusy() || m_services.targetService.isBusy();
}

bool Presence::isWatching() const {
    return !WatchTable(m_services.database).enabled().isEmpty();
}

bool Presence::mayClose() {
    if (m_isQuitting) {
        return true;
    }
    const bool keepsRunning = m_window.actions()[Actions::Act::KeepRunning].isChecked();
    // Who wants the program to go on wants their pushes deployed as well; nobody is asked for that.
    const bool goesOn = keepsRunning && m_tray.isAvailable() && isWatching();
    switch (leavingFor(isBusy() || goesOn, keepsRunning, m_tray.isAvailable())) {
    case Leaving::Close:
        return true;
    case Leaving::Hide:
        m_window.frame().hide();
        m_tray.tell(isBusy() ? tr("Still deploying") : tr("Still looking for pushes"),
            tr("Miaobu goes on in the tray."), false);
        return false;
    case Leaving::Ask:
        ask();
        return false;
    }
    return true;
}

void Presence::ask() {
    m_window.comeToFront();
    m_prompt.confirmStopping([this] {
        m_isQuitting = true;
        m_window.frame().close();
    });
}

void Presence::quit() {
    if (isBusy()) {
        ask();
    } else {
        m_isQuitting = true;
        m_window.frame().close();
    }
}

void Presence::onEnded(const Deployment& deployment) {
    const auto project = ProjectTable(m_services.database).find(deployment.project);
    const bool isWanted = m_window.actions()[Actions::Act::Notify].isChecked();
    if (!project || !isWanted || !isWorthNotice(deployment, m_window.frame().isActiveWindow())) {
        return;
    }
    const QList<Deployment> all = DeploymentTable(m_services.database).ofProject(project->id, 20);
    const bool canRollBack = std::any_of(all.begin(), all.end(),
        [](const Deployment& one) { return one.state == DeploymentState::Ready && one.preview.isEmpty(); });
    m_notifier.show(noticeOf(deployment, project->name, canRollBack));
}

void Presence::onPush(ProjectId id, const PushOutcome& push) {
    const auto project = ProjectTable(m_services.database).find(id);
    const auto notice = project ? noticeOf(push, project->name) : std::nullopt;
    const bool isWanted = m_window.actions()[Actions::Act::Notify].isChecked() && !m_window.frame().isActiveWindow();
    if (notice && isWanted) {
        m_notifier.show(*notice);
    }
}

void Presence::onNoticeAction(const QString& key, const QString& action) {
    if (key.startsWith("domain/"_L1)) {
        m_window.comeToFront();
        if (action == "site"_L1) {
            m_prompt.openUrl(QUrl(u"https://"_s + key.section(u'/', 2)));
        } else {
            m_window.openProject(key.section(u'/', 1, 1).toLongLong());
        }
        return;
    }
    const auto deployment = DeploymentTable(m_services.database).find(key.section(u'/', 1).toLongLong());
    if (!deployment) {
        return;
    }
    if (action == "site"_L1) {
        m_prompt.openUrl(QUrl(deployment->url));
    } else if (action == "roll-back"_L1) {
        m_window.rollBack(deployment->project);
    } else {
        m_window.comeToFront();
        m_window.openLog(deployment->project, deployment->id);
    }
}

} // namespace miaobu::app
