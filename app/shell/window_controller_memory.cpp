// What a window remembers from one start to the next.
#include "app/screens/project/project_page.h"
#include "app/shell/activity_dock.h"
#include "app/shell/window_controller.h"
#include "app/shell/window_view.h"
#include "core/store/settings_table.h"

#include <QGuiApplication>
#include <QScreen>

namespace miaobu::app {

void WindowController::restore() {
    const SettingsTable table(m_services.database);
    const Theme theme = themeFromName(table.value(settings::theme()).toString());
    const QString language = table.value(settings::language()).toString();
    m_appearance.setTheme(theme);
    m_appearance.setLanguage(language);
    m_actions.setTheme(theme);
    m_actions.setLanguage(language);
    m_frame.restoreGeometry(table.value(settings::windowGeometry()).toByteArray());
    m_frame.restoreState(table.value(settings::windowState()).toByteArray());
    fitScreen();
}

void WindowController::fitScreen() {
    // Qt brings a window back to a screen that is gone or has become smaller only in part.
    QList<QRect> screens;
    for (const QScreen* screen : QGuiApplication::screens()) {
        screens.append(screen->availableGeometry());
    }
    if (!screens.isEmpty() && !m_frame.isMaximized() && !m_frame.isFullScreen()) {
        const QRect fitted = fittedInto(screens, m_frame.geometry());
        if (fitted != m_frame.geometry()) {
            m_frame.setGeometry(fitted);
        }
    }
}

void WindowController::restoreView() {
    const WindowView view
        = viewFromBytes(SettingsTable(m_services.database).value(settings::windowView()).toByteArray());
    m_frame.activity().setWanted(view.activity);
    if (m_list.model().rowOf(view.project) >= 0) {
        openProject(view.project);
        m_frame.project().showTab(view.tab);
    }
}

void WindowController::remember() {
    const SettingsTable table(m_services.database);
    table.setValue(settings::windowGeometry(), m_frame.saveGeometry());
    table.setValue(settings::windowState(), m_frame.saveState());
    const WindowView view{
        .project = m_project.project(), .tab = m_frame.project().tab(), .activity = m_frame.activity().isWanted()};
    table.setValue(settings::windowView(), toBytes(view));
}

} // namespace miaobu::app
