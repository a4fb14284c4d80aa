#include "app/shell/tray.h"

#include "app/shell/tray_icon.h"
#include "app/text/state_text.h"

#include <QGuiApplication>
#include <QMenu>

namespace miaobu::app {

namespace {

constexpr int mostProjects = 5;

QString asLabel(QString text) {
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

Tone toneOf(const ActivitySummary& summary) {
    if (summary.running > 0 || summary.queued > 0) {
        return Tone::Building;
    }
    return summary.failed > 0 ? Tone::Failed : Tone::Idle;
}

} // namespace

Tray::Tray() : m_menu(std::make_unique<QMenu>()) {
    m_menu->setObjectName(QStringLiteral("trayMenu"));
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
                emit showRequested();
            }
        });
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Tray::showRequested);
    }
    fill();
    if (m_icon) {
        m_icon->show();
    }
}

Tray::~Tray() = default;

void Tray::setState(const ActivitySummary& summary, const QList<ProjectRow>& projects) {
    QList<ProjectRow> last;
    for (const ProjectRow& row : projects) {
        if (row.state && last.size() < mostProjects) {
            last.append(row);
            last.last().percent = -1; // The summary tells how far things are.
        }
    }
    if (summary == m_summary && last == m_projects) {
        return;
    }
    m_summary = summary;
    m_projects = last;
    fill();
}

void Tray::fill() {
    const QString words = summaryText(m_summary);
    const QString status = words.isEmpty() ? tr("Nothing running") : words;
    m_menu->clear();
    m_menu->addAction(status)->setEnabled(false);
    m_menu->addSeparator();
    for (const ProjectRow& row : std::as_const(m_projects)) {
        //: A project, and the state of its latest deployment
        QAction* const action = m_menu->addAction(asLabel(tr("%1: %2").arg(row.name, stateTitle(*row.state))));
        connect(action, &QAction::triggered, this, [this, id = row.id] { emit projectChosen(id); });
    }
    if (!m_projects.isEmpty()) {
        const ProjectRow last = m_projects.constFirst();
        m_menu->addSeparator();
        QAction* const deploy = m_menu->addAction(asLabel(tr("Deploy %1").arg(last.name)));
        deploy->setObjectName(QStringLiteral("trayDeploy"));
        deploy->setEnabled(!isActive(*last.state));
        connect(deploy, &QAction::triggered, this, [this, id = last.id] { emit deployRequested(id); });
        QAction* const back = m_menu->addAction(asLabel(tr("Roll back %1").arg(last.name)));
        back->setObjectName(QStringLiteral("trayRollBack"));
        back->setEnabled(last.state == DeploymentState::Live || last.live);
        connect(back, &QAction::triggered, this, [this, id = last.id] { emit rollBackRequested(id); });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Show Miaobu")), &QAction::triggered, this, &Tray::showRequested);
    QAction* const quit = m_menu->addAction(tr("Quit"));
    quit->setObjectName(QStringLiteral("trayQuit"));
    connect(quit, &QAction::triggered, this, &Tray::quitRequested);
    if (m_icon) {
        m_icon->setIcon(trayIcon(toneOf(m_summary), tokensFor(QGuiApplication::palette())));
        m_icon->setToolTip(tr("Miaobu: %1").arg(status));
    }
}

void Tray::tell(const QString& title, const QString& text, bool isFailure) {
    if (m_icon) {
        m_icon->showMessage(title, text, isFailure ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
    }
}

} // namespace miaobu::app
