// What belongs to the window as a whole and to no page: palette, shortcuts, panes.
#include "app/help/report.h"
#include "app/screens/common/prompt.h"
#include "app/screens/project/project_page.h"
#include "app/shell/about_sheet.h"
#include "app/shell/activity_dock.h"
#include "app/shell/activity_pane.h"
#include "app/shell/palette_button.h"
#include "app/shell/pane_focus.h"
#include "app/shell/shortcut_sheet.h"
#include "app/shell/status_strip.h"
#include "app/shell/top_bar.h"
#include "app/shell/window_controller.h"
#include "core/ports/targets.h"
#include "core/update/update_check.h"

#include <QClipboard>
#include <QGuiApplication>

namespace miaobu::app {

void WindowController::connectShell() {
    const auto on = [this](Actions::Act act, auto what) { connect(&m_actions[act], &QAction::triggered, this, what); };
    using Act = Actions::Act;
    on(Act::ShowPalette, [this] { m_palette.toggle(); });
    connectActivity();
    connectSidebar();
    on(Act::NextPane, [this] { moveToPane(m_frame, true); });
    on(Act::PreviousPane, [this] { moveToPane(m_frame, false); });
    on(Act::ShowShortcuts, [this] { showShortcuts(); });
    on(Act::ShowAbout, [this] { showAbout(); });
    connect(&m_frame.top().search(), &QAbstractButton::clicked, &m_palette, &PaletteController::toggle);
    connect(&m_palette, &PaletteController::projectChosen, this, &WindowController::openProject);
    connect(&m_palette, &PaletteController::targetChosen, this, &WindowController::openTarget);
}

void WindowController::connectActivity() {
    ActivityDock& dock = m_frame.activity();
    ActivityPane& pane = dock.pane();
    const auto show = [this, &dock] { dock.setRows(m_activity.rows()); };
    connect(&m_activity, &ActivityController::changed, this, show);
    show();
    connect(&m_actions[Actions::Act::ShowActivity], &QAction::triggered, &dock, &ActivityDock::toggle);
    connect(&dock, &ActivityDock::openChanged, &m_actions[Actions::Act::ShowActivity], &QAction::setChecked);
    connect(&pane, &ActivityPane::logRequested, this, &WindowController::openLog);
    connect(&pane, &ActivityPane::stopRequested, &m_activity, &ActivityController::stop);
    connect(&pane, &ActivityPane::dismissed, &m_activity, &ActivityController::dismiss);
    connect(&pane, &ActivityPane::allDismissed, &m_activity, &ActivityController::dismissAll);
    connect(&pane, &ActivityPane::siteRequested, this, [this](const QString& url) { m_prompt.openUrl(QUrl(url)); });
    connect(&m_project, &ProjectController::operationBegun, &m_activity, &ActivityController::addOperation);
}

void WindowController::openSource(const Source& source) {
    source.kind == SourceKind::Folder ? m_new.openFolder(source.location) : m_new.openAddress(source.location);
}

void WindowController::openLog(ProjectId project, DeploymentId deployment) {
    openProject(project);
    emit m_frame.project().intents().showLog(deployment);
    m_activity.dismiss(QStringLiteral("deployment/%1").arg(deployment));
}

void WindowController::showAbout() {
    if (!m_about) {
        m_about = new AboutSheet(m_frame);
        connect(m_about, &AboutSheet::reportRequested, this, [this] {
            QGuiApplication::clipboard()->setText(
                reportText(m_services.database, m_services.targets.names(), m_services.targetStore, m_services.home));
            m_about->tellCopied();
        });
        connect(m_about, &AboutSheet::logsRequested, this,
            [this] { m_prompt.openUrl(QUrl::fromLocalFile(m_services.home.logFolder())); });
        connect(m_about, &AboutSheet::updateLookRequested, &m_services.updates, &UpdateCheck::look);
        connect(m_about, &AboutSheet::updatePageRequested, &m_frame.status(), &StatusStrip::newerVersionRequested);
        m_about->setUpdate(m_services.updates.state());
    }
    m_about->isVisible() ? m_about->close() : m_about->openSheet();
}

void WindowController::connectUpdates() {
    connect(&m_services.updates, &UpdateCheck::changed, this, &WindowController::showUpdate);
    connect(&m_frame.status(), &StatusStrip::newerVersionRequested, this,
        [this] { m_prompt.openUrl(m_services.updates.state().page); });
    showUpdate();
}

void WindowController::showUpdate() {
    const UpdateState state = m_services.updates.state();
    m_frame.status().setNewerVersion(state.isNewer && state.isAutomatic ? state.newest : QString());
    if (m_about) {
        m_about->setUpdate(state);
    }
}

void WindowController::showShortcuts() {
    if (!m_shortcuts) {
        m_shortcuts = new ShortcutSheet(m_frame, m_actions);
    }
    m_shortcuts->isVisible() ? m_shortcuts->close() : m_shortcuts->openSheet();
}

} // namespace miaobu::app
